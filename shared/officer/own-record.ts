import type { RecordView } from './figures.ts'
import { addDays, type Instant, type LocalDate } from '../kit/time.ts'
import type { OfficeInfo } from '../office/office.ts'
import { ratingSummaryOf, type RatingCounts } from '../survey/rating.ts'
import { serveTimes, visitOf, type VisitFact } from './facts.ts'
import { officerRecord, spread } from './record.ts'

/** First and last day, both included. */
export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/**
 * The days of a period whose ratings an officer may see in the own record: those before today. A rating of today could be
 * watched arriving while its giver still stands in the hall. `undefined` when no such day is left.
 * @example ratedPeriod({ from: '2026-06-01', to: '2026-06-09' }, '2026-06-09') // { from: '2026-06-01', to: '2026-06-08' }
 */
export function ratedPeriod({ from, to }: Period, today: LocalDate): Period | undefined {
  const last = to < today ? to : addDays(today, -1)
  return from > last ? undefined : { from, to: last }
}

/**
 * An officer's own record: `visits` of the whole unit, of which only the own ones count, beside the service times of all
 * on the same services. `ratings` are the counts of the days that `ratedPeriod` allows.
 */
export function recordView(
  officerId: string,
  visits: readonly VisitFact[],
  ratings: RatingCounts,
  frame: Period & { readonly office: Pick<OfficeInfo, 'services' | 'minRatings'>; readonly now: Instant },
): RecordView {
  const { office } = frame
  const own = visits.filter(v => v.officerId === officerId)
  const standards = new Map(office.services.map(s => [s.id, s.standardMinutes]))
  const same = new Set(own.map(v => v.serviceId))
  const record = officerRecord(
    own.map(v => visitOf(v, standards.get(v.serviceId))),
    [],
    office.minRatings,
  )
  return {
    from: frame.from,
    to: frame.to,
    days: new Set(own.map(v => v.date)).size,
    record: { ...record, ratings: ratingSummaryOf(ratings, office.minRatings) },
    unitServe: spread(serveTimes(visits.filter(v => same.has(v.serviceId)))),
    computedAt: frame.now,
  }
}
