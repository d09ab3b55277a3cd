import type { RecordView } from './figures.ts'
import type { Instant, LocalDate } from '../kit/time.ts'
import type { OfficeInfo } from '../office/office.ts'
import { serveTimes, visitOf, type VisitFact } from './facts.ts'
import { officerRecord, spread } from './record.ts'

/** First and last day, both included. */
export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/**
 * An officer's own record: `visits` of the whole unit, of which only the own ones count, beside the service times of all
 * on the same services.
 */
export function recordView(
  officerId: string,
  visits: readonly VisitFact[],
  frame: Period & { readonly office: Pick<OfficeInfo, 'services'>; readonly now: Instant },
): RecordView {
  const { office } = frame
  const own = visits.filter(v => v.officerId === officerId)
  const standards = new Map(office.services.map(s => [s.id, s.standardMinutes]))
  const same = new Set(own.map(v => v.serviceId))
  return {
    from: frame.from,
    to: frame.to,
    days: new Set(own.map(v => v.date)).size,
    record: officerRecord(own.map(v => visitOf(v, standards.get(v.serviceId)))),
    unitServe: spread(serveTimes(visits.filter(v => same.has(v.serviceId)))),
    computedAt: frame.now,
  }
}
