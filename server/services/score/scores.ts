import { AppError } from '../../../shared/kit/errors.ts'
import { byName } from '../../../shared/kit/by-name.ts'
import { grouped } from '../../../shared/kit/grouped.ts'
import { addDays, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { guardOf } from '../../../shared/officer/score/confirmed.ts'
import type { PersonScore } from '../../../shared/officer/score/score.ts'
import {
  toldScore,
  waiting,
  type CounterScore,
  type KeptScore,
  type OwnScores,
  type PeriodScore,
  type PersonRow,
  type ToldPool,
  type ToldVersion,
} from '../../../shared/officer/score/told.ts'
import { hasScores, scoredBy, SCORE_KINDS, type Gate } from '../../../shared/officer/score/versions.ts'
import {
  fixedPeriod,
  periodAt,
  settlesOn,
  type FixedPeriod,
  periodsWithin,
} from '../../../shared/survey/fixed-periods.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { releaseRow, releasesOf, runsOf, scoredPeriods, scoresOfOne, scoresUntil } from '../../store/record/scores.ts'
import type { ScoreRunsTable, ScoresTable } from '../../store/schema/record/score-tables.ts'
import { staffOfOffice } from '../../store/staff.ts'
import type { Staff } from '../identity/access.ts'
import type { Offices } from '../office/offices.ts'
import { createLeftOutBy } from './left-out-by.ts'
import { createOpenings, opensOn } from './openings.ts'

type Who = Pick<Staff, 'id' | 'officeId'>

/** Computed scores as they may be read: the own ones at once, those of others once they are open. */
export interface Scores {
  /** The own score of a period, the latest computed one unless named. Throws `BAD_REQUEST` for no such period. */
  own(staff: Who, period: string | undefined): Promise<OwnScores>
  /** Opens the own score of a period for the assessor. Throws `NOT_FOUND` where none was computed. */
  release(staff: Who, period: string): Promise<void>
  /** Those of officers, by name, of all unless `whom` says of which; of whoever has not opened it yet only from when on. */
  people(office: string, whom: Whom, period: string | undefined): Promise<PeriodRows<PersonRow>>
  /** All versions of the score of one officer, as they or somebody else may read them; none until it is open to whoever asks. */
  ofOne(office: string, officer: string, period: string, reader: 'own' | 'other'): Promise<readonly ToldVersion[]>
  /** Those of the counters, by their numbers; of one that a single officer holds it is that officer's, once they opened it, and as `scoresForManager` says. */
  counters(office: string, period: string | undefined): Promise<PeriodRows<HeldCounter>>
}

/** Whose scores of a period are asked for; undefined for everybody's. */
export type Whom = (period: FixedPeriod) => Promise<ReadonlySet<string> | undefined>

/** A counter, and the officer who holds it. */
export interface HeldCounter {
  readonly row: CounterScore
  readonly holder: string | undefined
}

/** Rows of one period, and the periods there are. */
export interface PeriodRows<Row> {
  readonly period: FixedPeriod | null
  readonly periods: readonly string[]
  readonly rows: readonly Row[]
}

export function createScores(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly now: () => Instant
}): Scores {
  const { db, offices, now } = deps
  const leftOutBy = createLeftOutBy({ db, offices })
  const { areOpen, releasedIn } = createOpenings({ db, offices })

  function periodOf(key: string): FixedPeriod {
    const period = fixedPeriod(key)
    if (!period || !hasScores(period))
      throw new AppError('BAD_REQUEST', { where: 'query', field: 'period', problem: 'a quarter or a semester' })
    return period
  }

  function versionsOf(
    rows: readonly ScoresTable[],
    runs: readonly ScoreRunsTable[],
    { key, kind }: FixedPeriod,
  ): readonly { readonly told: ToldVersion; readonly by: string }[] {
    const before = statusesBefore(rows, key, kind)
    return rows
      .filter(row => row.period === key)
      .map((row, i) => {
        const run = runs.find(r => r.period === key && r.kind === row.kind && r.version === row.version)!
        const guard = gateFor(row) === 'hidden' ? undefined : guardOf([...before, row.status as PersonScore['status']])
        const { at, cause, by } = run
        // Counted for each by itself: a number of the office would tell of what was left out of others.
        return { by, told: { version: i + 1, at, cause, score: toldScore(keptOf(row, run), guard) } }
      })
      .reverse()
  }

  /** The same with what was left out of each later one, and by whom. */
  async function explained(
    rows: readonly ScoresTable[],
    runs: readonly ScoreRunsTable[],
    { period, own }: { readonly period: FixedPeriod; readonly own: boolean },
  ) {
    return Promise.all(
      versionsOf(rows, runs, period).map(async ({ told, by }) =>
        by === '' ? told : { ...told, leftOutBy: await leftOutBy(by, own) },
      ),
    )
  }

  /** The period asked for, or the latest computed quarter, or semester where there is no quarter. */
  function chosen(keys: Iterable<string>, asked: string | undefined) {
    const periods = [...keys].map(key => fixedPeriod(key)!).sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0))
    const usual = periods.find(p => p.kind === 'quarter') ?? periods[0]
    const period = asked === undefined ? (usual ?? null) : periodOf(asked)
    return { period, periods: periods.map(p => p.key) }
  }

  const opened = (office: string, officer: string | undefined, released: ReadonlySet<string>, on: LocalDate) =>
    officer === undefined || released.has(officer) || offices.today(office) >= on

  /**
   * What others read of those who have opened a period: words alone until everybody of whom figures are told has, or its day has
   * come, and as long as that is not so of a quarter in it. What some tell would else be, beside the sums of the office or of the half
   * year, what the rest keep back.
   */
  async function forOthers(
    office: string,
    runs: readonly ScoreRunsTable[],
    period: FixedPeriod,
    officers: readonly ScoresTable[],
  ): Promise<(versions: readonly ToldVersion[]) => readonly ToldVersion[]> {
    const keys = new Set([period, ...periodsWithin('quarter', period)].map(one => one.key))
    const open = await Promise.all([...keys].map(key => areOpen(office, runs, key, officers)))
    if (open.every(Boolean)) return versions => versions
    return versions => versions.map(version => ({ ...version, score: waiting(version.score) }))
  }

  return {
    async own({ id, officeId }, asked) {
      const [runs, rows, releases] = await Promise.all([
        runsOf(db, officeId),
        scoresOfOne(db, officeId, 'officer', id),
        releasesOf(db, officeId, { officer: id }),
      ])
      const mine = new Set(rows.map(row => row.period))
      const { period, periods } = chosen(mine, asked)
      const score: PeriodScore | null =
        period && mine.has(period.key)
          ? {
              period,
              versions: await explained(rows, ofOfficers(runs), { period, own: true }),
              opensOn: opensOn(runs, 'officer', period.key)!,
              releasedAt: releases.find(r => r.period === period.key)?.at ?? null,
            }
          : null
      return { periods, score, next: nextOf(offices.today(officeId), runs) }
    },

    async release({ id, officeId }, key) {
      const rows = await scoresOfOne(db, officeId, 'officer', id)
      if (!rows.some(row => row.period === key)) throw new AppError('NOT_FOUND')
      const row = { office: officeId, period: key, officer_id: id, at: now() }
      const detail = { office: officeId, period: key }
      await onRecord(
        db,
        { first: releaseRow(db, row), then: [] },
        { at: now(), who: `staff:${id}`, what: 'score.release', detail },
      )
    },

    async people(office, whom, asked) {
      const runs = await runsOf(db, office)
      const { period, periods } = chosen(await scoredPeriods(db, office, 'officer'), asked)
      if (!period || !periods.includes(period.key)) return { period, periods, rows: [] }
      const [officers, rows, released, staff] = await Promise.all([
        whom(period),
        scoresUntil(db, office, 'officer', period.to),
        releasedIn(office, period.key),
        staffOfOffice(db, office),
      ])
      const on = opensOn(runs, 'officer', period.key)!
      const tell = await forOthers(office, runs, period, rows)
      const byOfficer = grouped(rows, row => row.who)
      const people = staff.filter(
        s => (officers?.has(s.id) ?? true) && byOfficer.get(s.id)?.some(r => r.period === period.key),
      )
      return {
        ...{ period, periods },
        rows: byName(people).map(({ id, name }) => {
          const isOpen = opened(office, id, released, on)
          const versions = isOpen ? tell(versionsOf(byOfficer.get(id)!, runs, period).map(one => one.told)) : []
          return { officerId: id, name, opensOn: on, versions }
        }),
      }
    },

    async ofOne(office, officer, key, reader) {
      const period = periodOf(key)
      const [runs, rows, released] = await Promise.all([
        runsOf(db, office),
        scoresOfOne(db, office, 'officer', officer),
        releasedIn(office, key),
      ])
      if (!rows.some(row => row.period === key)) return []
      const versions = await explained(rows, ofOfficers(runs), { period, own: false })
      if (reader === 'own') return versions
      const on = opensOn(runs, 'officer', key)!
      const all = await scoresUntil(db, office, 'officer', period.to)
      return opened(office, officer, released, on) ? (await forOthers(office, runs, period, all))(versions) : []
    },

    async counters(office, asked) {
      const runs = await runsOf(db, office)
      const { period, periods } = chosen(await scoredPeriods(db, office, 'counter'), asked)
      if (!period || !periods.includes(period.key)) return { period, periods, rows: [] }
      const [rows, officers, released] = await Promise.all([
        scoresUntil(db, office, 'counter', period.to),
        scoresUntil(db, office, 'officer', period.to),
        releasedIn(office, period.key),
      ])
      const on = opensOn(runs, 'counter', period.key)!
      const tell = await forOthers(office, runs, period, officers)
      const byCounter = grouped(rows, row => row.who)
      const counters = offices.get(office).counters.filter(c => byCounter.get(c.id)?.some(r => r.period === period.key))
      return {
        ...{ period, periods },
        rows: byName(counters).map(({ id, name }) => {
          const own = byCounter.get(id)!
          const holder = own.filter(r => r.period === period.key).at(-1)?.held_by ?? undefined
          // It is a score of one person: whoever may not read those of officers reads nothing of it.
          const isClosed = holder !== undefined && !offices.get(office).scoresForManager
          const isOpen = !isClosed && opened(office, holder, released, on)
          // Both would be figures of the same ratings but for a few: one of a counter that is held is that of its officer.
          const holders = officers.filter(row => row.who === holder)
          const told = holders.some(r => r.period === period.key) ? holders : own
          const versions = isOpen ? tell(versionsOf(told, runs, period).map(one => one.told)) : []
          return { row: { counterId: id, name, opensOn: on, isClosed, versions }, holder }
        }),
      }
    },
  }
}

const ofOfficers = (runs: readonly ScoreRunsTable[]) => runs.filter(run => run.kind === 'officer')

/** What the periods of the same length before one say, the earliest first, each by its latest version. */
function statusesBefore(rows: readonly ScoresTable[], key: string, kind: FixedPeriod['kind']) {
  const to = fixedPeriod(key)!.to
  const before = rows.filter(r => r.until < to && gateFor(r) !== 'hidden' && fixedPeriod(r.period)!.kind === kind)
  return [...grouped(before, row => row.period).values()].map(own => own.at(-1)!.status as PersonScore['status'])
}

/** What is told of a row: of an officer with ratings enough the words always are, or nobody would see who is far below. */
const gateFor = ({ gate, kind }: ScoresTable): Gate =>
  gate === 'hidden' && kind === 'officer' ? 'words' : (gate as Gate)

function keptOf(row: ScoresTable, run: ScoreRunsTable): KeptScore {
  const person = JSON.parse(row.result) as PersonScore
  const pools = JSON.parse(run.pools) as readonly ToldPool[]
  return {
    ...{ n: row.n, leftOut: row.left_out, gate: gateFor(row), from: run.shown_from, person },
    pool: 'pool' in person ? pools[person.pool] : undefined,
    reasons: JSON.parse(row.reasons) as KeptScore['reasons'],
  }
}

/** The next quarter to be computed, and from which day on it is. */
function nextOf(today: LocalDate, runs: readonly ScoreRunsTable[]): OwnScores['next'] {
  const [kind] = SCORE_KINDS
  const waiting = scoredBy(today).find(p => p.kind === kind && !runs.some(run => run.period === p.key))
  const last = periodAt(kind, addDays(periodAt(kind, today).from, -1))
  const period = waiting ?? (settlesOn(last.to) > today ? last : periodAt(kind, today))
  return { period: period.key, on: settlesOn(period.to) }
}
