import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import { scoresBeside, type KeptCell } from '../../../shared/officer/score/beside.ts'
import type { PersonScore, Scores } from '../../../shared/officer/score/score.ts'
import type { ToldPool } from '../../../shared/officer/score/told.ts'
import {
  backOf,
  holderOf,
  SCORED,
  scoredFor,
  scoredBy,
  type ScoreCause,
  type ScoredKind,
} from '../../../shared/officer/score/versions.ts'
import { grouped } from '../../../shared/kit/grouped.ts'
import { decidingDays } from '../../../shared/survey/showing.ts'
import { fixedPeriod, periodAt, type FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import { ratingFloors } from '../../../shared/survey/quality.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { figureChanged } from '../../store/record/feedback.ts'
import { putsBack } from '../../store/record/late-outages.ts'
import {
  cellsOf,
  leavesOut,
  meantBy,
  ratedAndCounted,
  visitsAtCounters,
  type Exclusion,
} from '../../store/record/score-inputs.ts'
import { exclusionRow, exclusionsOf, runRow, runsOf, scoreRow, scoresUntil } from '../../store/record/scores.ts'
import type { ScoreRunsTable, ScoresTable } from '../../store/schema/record/score-tables.ts'
import { hashOf } from '../identity/secrets.ts'
import { ofEach } from '../office/of-each.ts'
import type { Offices } from '../office/offices.ts'
import { createTurn } from '../office/turn.ts'
import { besideOffice, type BesideOffice } from './beside-office.ts'
import { forOthers, toldIn } from './for-others.ts'
import { figuresOf, gateAndShared, tellable } from './gates.ts'
import { leftOutOf, quartersOf, type KeptResult, type SharedQuarter } from './kept-parts.ts'
import { opening, opensOn } from './openings.ts'
import { withReasons } from './reasons-told.ts'
import { splitsIn, type Splits } from './splits.ts'
import { stillOut } from './still-out.ts'

export type { Exclusion } from '../../store/record/score-inputs.ts'

/** Why ratings are left out after they were written; `id` is that of the outage or objection, and does it once. */
export interface Leaving {
  readonly id: string
  readonly office: string
  readonly cause: Exclude<ScoreCause, 'closed' | 'outageBack'>
  readonly exclusion: Exclusion
  /** Who decided it, for the audit log. */
  readonly who: string
}

/** The job by which closed periods are computed, once each, and anew where something was learnt about them. */
export interface Computing {
  /** Computes what has settled and was not computed yet, and what an exclusion touches; whatever a kill left out, too. */
  pass(): Promise<void>
  /** How many ratings that count an exclusion would leave out; nothing else of them is told. */
  meant(office: string, exclusion: Exclusion): Promise<number>
  /** Leaves ratings out, with their cause, and computes the periods anew that hold them. Repeated under its id it changes nothing. */
  recompute(leaving: Leaving): Promise<void>
  /** Counts again what was left out by something that is taken back, and computes its periods anew. Repeated it changes nothing. */
  putBack(back: PutBack): Promise<void>
}

/** What was left out under an `id` on some days counts again. */
export interface PutBack {
  readonly id: string
  readonly office: string
  readonly from: LocalDate
  readonly to: LocalDate
  /** Outages that still leave some of it out. */
  readonly again: readonly { readonly by: string; readonly exclusion: Exclusion }[]
  readonly who: string
}

/** What a version is computed from. */
interface Inputs {
  readonly cells: readonly KeptCell[]
  readonly leftOut: ReadonlyMap<string, number>
  /** What each officer has in common with each counter, in each quarter of the period. */
  readonly quarters: readonly SharedQuarter[]
  readonly holders: ReadonlyMap<string, string | undefined>
  readonly shown: ReadonlySet<string>
  readonly splits: Splits
  causeOf(row: Pick<ScoresTable, 'period' | 'version'>): ScoreCause | undefined
}

export function createComputing(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'all' | 'get' | 'today'>
  readonly now: () => Instant
  /** Tells the screens of somebody that there is news. */
  readonly tell: (staffId: string) => void
}): Computing {
  const { db, offices, now, tell } = deps
  // One after another: a version is held against the one before it.
  const inTurn = createTurn()

  async function inputs(
    office: string,
    period: FixedPeriod,
    kind: ScoredKind,
    { hidden, mayCounters }: BesideOffice,
  ): Promise<Omit<Inputs, 'causeOf' | 'splits'>> {
    const [cells, visits, answered] = await Promise.all([
      cellsOf(db, office, period, kind),
      visitsAtCounters(db, office, period),
      ratedAndCounted(db, office, decidingDays(period)),
    ])
    const quarters = await quartersOf(db, office, period)
    const leftOut = leftOutOf(
      quarters.flatMap(q => q.shared),
      kind,
    )
    const wanted = { period, floors: ratingFloors(offices.get(office).minRatings), today: offices.today(office) }
    const holders = new Map([...grouped(visits, v => v.counter)].map(([counter, own]) => [counter, holderOf(own)]))
    const beside = {
      isWanted: (of: string, id: string) => of !== 'counter' || (mayCounters && holders.get(id) === undefined),
      hidden: hidden.map(id => `officer ${id}`),
    }
    const shared = quarters.flatMap(q => q.shared)
    return {
      ...{ cells, leftOut, quarters, holders: kind === 'counter' ? holders : new Map() },
      shown: await tellable(db, office, { kind, answered, wanted: { ...wanted, beside }, shared }),
    }
  }

  /** Said in the officer's thread together with the version. */
  function changed(
    { key, kind, from, to }: FixedPeriod,
    { office, version, at }: ScoreRunsTable,
    cause: Exclude<ScoreCause, 'closed'>,
    of: { readonly officerId: string; readonly own: number },
  ) {
    const { officerId, own } = of
    const about = { kind: 'period' as const, ref: key, from, to }
    const id = hashOf(`figure score ${office} ${key} ${version} ${officerId}`).slice(0, 22)
    const changed = { code: 'score' as const, period: { kind, from, to }, cause, version: own }
    return figureChanged(db, { id, office, officerId, about, changed, at })
  }

  /** Writes the next version of a period: the first of everybody, a later one of those whose ratings were left out. */
  async function compute(office: string, period: FixedPeriod, cause: ScoreCause, by: string): Promise<void> {
    const runs = await runsOf(db, office)
    for (const kind of scoredFor(cause)) {
      const before = runs.filter(run => run.period === period.key && run.kind === kind)
      if (before.some(run => run.by === by)) continue
      const from = offices.get(office).minRatings
      const beside = await besideOffice(db, office, period, runs)
      // Also of the half year that holds it: less its other quarter that tells of this one.
      const rows = await scoresUntil(db, office, kind, periodAt('semester', period.from).to)
      const version = before.length + 1
      const name = { office, period: period.key, kind, version, cause, by }
      const causes = new Map(
        runs.filter(run => run.kind === kind).map(run => [`${run.period} ${run.version}`, run.cause]),
      )
      const causeOf: Inputs['causeOf'] = row => causes.get(`${row.period} ${row.version}`)
      const given = await inputs(office, period, kind, beside)
      const half = periodAt('semester', period.from).to
      const officers = kind === 'officer' ? rows : await scoresUntil(db, office, 'officer', half)
      const all: Inputs = { ...given, causeOf, splits: splitsIn(given.quarters, officers) }
      const { enough, again } = figuresOf(name, { known: all, before: rows, from })
      const figures = kind === 'officer' ? new Set([...beside.officers(enough), ...again]) : enough
      const known = { ...all, shown: new Set([...all.shown].filter(who => !enough.has(who) || figures.has(who))) }
      const stillCounts = forOthers(name, { runs, before: rows, figures })
      const cells = known.cells.filter(cell => cell.leftOutBy === null || stillCounts(cell))
      const isTold = toldIn(period, { cells, rows, figures })
      await nextTurn()
      const scores = scoresBeside(cells, { shownFrom: from, stillCounts, isTold })
      await nextTurn()
      const run: ScoreRunsTable = {
        ...{ ...name, at: now(), shown_from: from },
        opens_on: opensOn(before, kind, period.key) ?? opening(offices.get(office), now()),
        inputs: digestOf({ ...known, cells }, from),
        pools: JSON.stringify(scores.pools.map(({ who, ...pool }): ToldPool => ({ ...pool, people: who.length }))),
      }
      const people = everybody(scores, known)
        .map(person => rowOf(person, { run, until: period.to, known, before: rows }))
        .filter(row => version === 1 || row.left_out !== rows.filter(isOf(period.key, row.who)).at(-1)?.left_out)
      const detail = { office, period: period.key, kind, version, cause, ...(by === '' ? {} : { by }) }
      const told =
        kind === 'officer' && cause !== 'closed'
          ? people.map(({ who: officerId }) =>
              changed(period, run, cause, { officerId, own: rows.filter(isOf(period.key, officerId)).length + 1 }),
            )
          : []
      const kept = await withReasons(db, office, { period, minRatings: from }, people)
      const deed = { first: runRow(db, run), then: [...kept.map(row => scoreRow(db, row)), ...told] }
      await onRecord(db, deed, { at: now(), who: 'system', what: 'score.computed', detail })
      if (told.length > 0) for (const { who } of people) tell(who)
    }
  }

  async function passOf(office: string): Promise<void> {
    const today = offices.today(office)
    const done = await runsOf(db, office)
    const complete = (key: string) => SCORED.every(kind => done.some(run => run.period === key && run.kind === kind))
    for (const period of scoredBy(today)) if (!complete(period.key)) await compute(office, period, 'closed', '')
    for (const { id, cause, from_date, to_date, at } of await exclusionsOf(db, office))
      for (const period of periodsTouched(done, from_date, to_date, at))
        if (!scoredFor(cause).every(kind => done.some(r => r.period === period.key && r.kind === kind && r.by === id)))
          await compute(office, period, cause, id)
  }

  async function pass(): Promise<void> {
    await ofEach(offices.all(), ({ id }) => passOf(id))
  }

  return {
    pass: () => inTurn(pass),
    meant: (office, exclusion) => meantBy(db, office, exclusion),
    recompute: ({ id, office, cause, exclusion, who }) =>
      inTurn(async () => {
        // What a kill left behind first: a version leaves out what one event says, and no more.
        await passOf(office)
        const { from, to } = exclusion
        const row = { id, office, cause, from_date: from, to_date: to, at: now() }
        const n = await meantBy(db, office, exclusion)
        const detail = { office, id, cause, from, to, n }
        await onRecord(
          db,
          { first: exclusionRow(db, row), then: [leavesOut(db, office, exclusion, { cause, by: id })] },
          { at: now(), who, what: 'score.leftOut', detail },
        )
        await passOf(office)
      }),
    putBack: ({ id: of, office, from, to, again, who }) =>
      inTurn(async () => {
        await passOf(office)
        const row = { id: backOf(of), office, cause: 'outageBack' as const, from_date: from, to_date: to, at: now() }
        const detail = { office, id: of, from, to }
        const still = again.map(o => leavesOut(db, office, o.exclusion, { cause: 'outage', by: o.by }))
        const then = [putsBack(db, office, of), ...still, ...(await stillOut(db, office, from, to))]
        await onRecord(db, { first: exclusionRow(db, row), then }, { at: now(), who, what: 'score.putBack', detail })
        await passOf(office)
      }),
  }
}

/** Periods that were computed before something was learnt of their days. */
function periodsTouched(runs: readonly ScoreRunsTable[], from: LocalDate, to: LocalDate, at: Instant) {
  const keys = new Set(runs.filter(run => run.version === 1 && run.at <= at).map(run => run.period))
  return [...keys].map(key => fixedPeriod(key)!).filter(period => period.from <= to && period.to >= from)
}

/** Everybody who was scored, and those of whom every rating is left out. */
function everybody({ people }: Scores, { leftOut }: Inputs): readonly PersonScore[] {
  const scored = new Set(people.map(p => p.who))
  const alone = [...leftOut.keys()].filter(who => who !== '' && !scored.has(who))
  return [...people, ...alone.map(who => ({ who, status: 'fewRatings' as const, n: 0 }))]
}

/** Whether a row is of a period and of somebody. */
function isOf(key: string, who: string) {
  return (row: ScoresTable) => row.period === key && row.who === who
}

function rowOf(
  person: PersonScore,
  around: {
    readonly run: ScoreRunsTable
    readonly until: LocalDate
    readonly known: Inputs
    readonly before: readonly ScoresTable[]
  },
): ScoresTable {
  const { run, until, known, before } = around
  const { who, n, status } = person
  const leftOut = known.leftOut.get(who) ?? 0
  const { gate, isAgain: _, ...parts } = gateAndShared(run, who, known, before)
  const result: KeptResult = { ...person, ...parts }
  return {
    ...{ office: run.office, period: run.period, kind: run.kind, version: run.version, who, until },
    ...{ n, left_out: leftOut, status, gate },
    held_by: known.holders.get(who) ?? null,
    result: JSON.stringify(result),
    reasons: 'null',
  }
}

function digestOf({ cells, leftOut }: Pick<Inputs, 'cells' | 'leftOut'>, from: number): string {
  return createHash('sha256')
    .update(JSON.stringify([from, cells, [...leftOut].sort(([a], [b]) => (a < b ? -1 : 1))]))
    .digest('base64url')
}
