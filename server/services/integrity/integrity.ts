import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, type Instant } from '../../../shared/kit/time.ts'
import { grouped } from '../../../shared/kit/grouped.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import {
  fixedPeriod,
  periodAt,
  periodsWithin,
  settlesOn,
  type FixedPeriod,
} from '../../../shared/survey/fixed-periods.ts'
import { flaggedCounters, type Flag } from '../../../shared/survey/integrity/flag.ts'
import { told, type ToldFlag } from '../../../shared/survey/integrity/told.ts'
import type { Reached } from '../../../shared/survey/statistics/response.ts'
import { decidingDays } from '../../../shared/survey/showing.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { staffById } from '../../store/staff.ts'
import { answered } from '../../store/survey-sums.ts'
import {
  closedMonth,
  closedMonths,
  closeMonth,
  decisionRows,
  decisionsOf,
  reachedOf,
  type VisitChannel,
} from '../../store/survey/integrity.ts'
import { eraseTraces, tracedMonths } from '../../store/survey/traces.ts'
import type { WholeFiles } from '../collect/whole-files.ts'
import type { Offices } from '../office/offices.ts'
import type { Openings } from '../score/openings.ts'
import { agencyOf } from '../survey/answer-showings.ts'
import type { Quality } from '../survey/quality.ts'
import { comparedMonth, type Compared } from './compare.ts'
import { lookedAt, runningBursts } from './looking.ts'

/** Days after a month has settled for which it is kept how its questionnaires came. */
const TRACE_DAYS = 30

/** What the head of the office decided about a month. */
export interface Decision {
  readonly choice: 'count' | 'leaveOut'
  readonly reason: string
  readonly by: string
  readonly at: Instant
}

/** How many visits of a month ended with an outcome, were invited to the nine questions and answered, of all and by its parts. */
export interface ReachedMonth {
  readonly unit: Reached
  readonly services: readonly (Reached & { readonly id: string })[]
  readonly channels: readonly (Reached & { readonly id: VisitChannel })[]
}

/** A closed month as it was looked at. */
export interface MonthView {
  readonly month: string
  readonly closedAt: Instant
  readonly looked: number
  readonly flags: readonly ToldFlag[]
  readonly compared: Compared
  /** The first one first; the last one holds. */
  readonly decisions: readonly Decision[]
  readonly reached: ReachedMonth
}

/** What is looked at in an office: the closed months, one of them, and bursts of the running one. */
export interface IntegrityView {
  readonly months: readonly string[]
  readonly month: MonthView | null
  readonly running: readonly ToldFlag[]
}

/** Who decides: the person, and as the record names them. */
export interface Decider {
  readonly id: string
  readonly by: string
}

export interface Integrity {
  /** Looks at every month that has settled, once, and deletes what is kept for that long enough. */
  pass(): Promise<void>
  /** Of a month, the latest one unless given; throws `NOT_FOUND` for one that is not closed. */
  view(office: string, month?: string): Promise<IntegrityView>
  /**
   * Decides about a month after `seen` decisions. Throws `COMPLAINT_STATE` where somebody decided meanwhile, `FORBIDDEN` to leave out
   * what may not be shown apart, `IMPORT_UNDER_WAY`.
   */
  decide(
    who: Decider,
    office: string,
    month: string,
    of: Pick<Decision, 'choice' | 'reason'> & { seen: number },
  ): Promise<void>
}

export function createIntegrity(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'all' | 'byDay' | 'get' | 'today'>
  readonly quality: Pick<Quality, 'ikm'>
  readonly openings: Pick<Openings, 'closedUntil'>
  readonly files: WholeFiles
  readonly now: () => Instant
}): Integrity {
  const { db, offices, quality, openings, files, now } = deps

  const lookedOf = ({ id, zone, services }: OfficeInfo, period: FixedPeriod) => ({
    ...{ office: id, period, zone },
    free: (service: string) => services.find(s => s.id === service)?.free ?? false,
  })

  async function close(office: OfficeInfo, period: FixedPeriod): Promise<void> {
    if (await closedMonth(db, office.id, period.key)) return
    const { flags, marks, looked } = await lookedAt(db, lookedOf(office, period))
    const row = { office: office.id, month: period.key, at: now(), looked, flags: JSON.stringify(flags) }
    await closeMonth(db, row, marks)
  }

  /** The counters that are marked as a whole in each closed month of the quarter. */
  async function markedCounters(id: string, period: FixedPeriod): Promise<ReadonlyMap<string, readonly string[]>> {
    const months = periodsWithin('month', decidingDays(period))
    const closed = await Promise.all(months.map(({ key }) => closedMonth(db, id, key)))
    return new Map(
      months.map(({ key }, i) => [key, flaggedCounters(JSON.parse(closed[i]?.flags ?? '[]') as readonly Flag[])]),
    )
  }

  async function compared(id: string, period: FixedPeriod): Promise<Compared> {
    const { ikmMethod: method, minRatings } = offices.get(id)
    const [{ showing }, opensOn, rows, hall] = await Promise.all([
      quality.ikm(id, { period: period.key }),
      openings.closedUntil(id, period),
      answered(db, id, decidingDays(period)),
      offices.byDay(id),
    ])
    const placeOf = (date: string, service = '', counter = '') => JSON.stringify([date, service, counter])
    const servers = new Map(
      rows.map(row => [
        placeOf(row.date, row.of['service'], row.of['counter']),
        (row.by ?? []).filter(one => one.startsWith('officer ')),
      ]),
    )
    return comparedMonth(db, {
      ...{ office: id, period, method, minRatings, showing, opensOn, agencyOf: agencyOf(hall) },
      ...{ today: offices.today(id), counters: await markedCounters(id, period) },
      serversOf: row => servers.get(placeOf(row.date, row.service_id, row.counter_id)) ?? [],
    })
  }

  async function reachedMonth(office: string, period: FixedPeriod): Promise<ReachedMonth> {
    const rows = await reachedOf(db, office, period)
    const by = <Id extends string>(idOf: (row: (typeof rows)[number]) => Id) =>
      [...grouped(rows, idOf)].map(([id, own]) => ({ id: id as Id, ...sumOf(own) }))
    return { unit: sumOf(rows), services: by(row => row.serviceId), channels: by(row => row.channel) }
  }

  async function monthView(office: string, month: string): Promise<MonthView> {
    const row = await closedMonth(db, office, month)
    if (!row) throw new AppError('NOT_FOUND', { month })
    const flags = JSON.parse(row.flags) as readonly Flag[]
    const decisions = await decisionsOf(db, office, month)
    const names = new Map<string, string>()
    for (const { by_id } of decisions) names.set(by_id, (await staffById(db, by_id))?.name ?? by_id)
    return {
      ...{ month, closedAt: row.at, looked: row.looked },
      flags: flags.map(flag => told(flag, offices.get(office).minRatings)),
      compared: await compared(office, fixedPeriod(month)!),
      reached: await reachedMonth(office, fixedPeriod(month)!),
      decisions: decisions.map(({ choice, reason, by_id, at }) => ({ choice, reason, by: names.get(by_id)!, at })),
    }
  }

  return {
    async pass() {
      for (const office of offices.all()) {
        const today = offices.today(office.id)
        for (const month of await tracedMonths(db, office.id)) {
          const period = fixedPeriod(month)!
          if (today < settlesOn(period.to)) continue
          await close(office, period)
          if (today >= addDays(settlesOn(period.to), TRACE_DAYS)) await eraseTraces(db, office.id, month)
        }
      }
    },

    async view(id, month) {
      const office = offices.get(id)
      const months = await closedMonths(db, id)
      const asked = month ?? months[0]
      const running = await runningBursts(db, lookedOf(office, periodAt('month', offices.today(id))))
      return {
        months,
        month: asked === undefined ? null : await monthView(id, asked),
        running: running.map(flag => told(flag, office.minRatings)),
      }
    },

    async decide({ id, by }, office, month, { choice, reason, seen }) {
      const row = await closedMonth(db, office, month)
      if (!row) throw new AppError('NOT_FOUND', { month })
      const before = await decisionsOf(db, office, month)
      const last = before.at(-1)
      // The same once more, because its answer was lost, is decided.
      if (before.length === seen + 1 && last?.choice === choice && last.reason === reason && last.by_id === id) return
      if (before.length !== seen) throw new AppError('COMPLAINT_STATE')
      const period = fixedPeriod(month)!
      // Whether it may be shown apart rests on all months beside each other.
      const brought = await files.whole(office, decidingDays(period))
      const flags = JSON.parse(row.flags) as readonly Flag[]
      // Left out they would be known from the figure with them and the one without.
      if (choice === 'leaveOut' && (await compared(office, period)).without === undefined)
        throw new AppError('FORBIDDEN', { month })
      const at = now()
      const version = seen + 1
      const deed = decisionRows(
        db,
        { office, month, version, choice, reason, by_id: id, at },
        period,
        flaggedCounters(flags),
      )
      const entry = { at, who: by, what: 'integrity.decide', detail: { office, month, version, choice } }
      const act = () => onRecord(db, deed, entry)
      if (!(await files.fixing(office, decidingDays(period), brought, act))) throw new AppError('COMPLAINT_STATE')
    },
  }
}

function sumOf(rows: readonly Reached[]): Reached {
  const add = (key: keyof Reached) => rows.reduce((sum, row) => sum + row[key], 0)
  return { finished: add('finished'), invited: add('invited'), answered: add('answered') }
}
