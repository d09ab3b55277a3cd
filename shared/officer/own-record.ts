import type { Hours, RecordView } from './figures.ts'
import type { Instant, LocalDate } from '../kit/time.ts'
import type { OfficeInfo } from '../office/office.ts'
import type { UnitRows } from './facts.ts'
import type { Peers } from './peers.ts'
import { officerRecord } from './record.ts'
import { staysOf, visitOf } from './stays.ts'
import { waysOf } from './ways.ts'

/** First and last day, both included. */
export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/**
 * An officer's record: of `visits` of the tickets in which the officer had a hand only the own ones count. Beside it stand the `peers`
 * that may be told to whoever reads it.
 */
export function recordView(
  officerId: string,
  { visits, outages }: Pick<UnitRows, 'visits' | 'outages'>,
  frame: Period & {
    readonly office: Pick<OfficeInfo, 'services'>
    readonly now: Instant
    readonly hours: Hours
    readonly peers?: Peers | undefined
  },
): RecordView {
  const standards = new Map(frame.office.services.map(s => [s.id, s.standardMinutes]))
  const own = staysOf(visits, outages).filter(s => s.officerId === officerId)
  return {
    from: frame.from,
    to: frame.to,
    days: new Set(own.map(s => s.date)).size,
    record: officerRecord(own.map(s => visitOf(s, standards.get(s.serviceId)))),
    ways: waysOf(officerId, visits),
    peers: frame.peers ?? null,
    hours: frame.hours,
    computedAt: frame.now,
  }
}
