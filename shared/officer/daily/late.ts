import { atClock, type ClockTime, type Instant, type LocalDate, type Zone } from '../../kit/time.ts'
import type { ReportTimes } from './report.ts'

/** A stretch in which something did not work; `until` is `null` while it still does not. */
export interface Disturbance {
  readonly since: Instant
  readonly until: Instant | null
}

/** Whether a report came late, and by which disturbance it is excused. */
export interface Lateness {
  readonly late: boolean
  readonly excusedBy: Disturbance | null
}

/** By when the report of a day is due: at `clock` of that very day by the office's zone. */
export function dueOf(date: LocalDate, clock: ClockTime, zone: Zone): Instant {
  return atClock(date, clock, zone)
}

/**
 * Whether a first version was received after it was due. A disturbance that ran when it was due, or after that before it was received,
 * removes that. When it was begun or written by the device's clock counts for nothing: nobody is excused by setting it back.
 * @example lateness({ receivedAt: 12 }, 10, [{ since: 6, until: 11 }]).late // false
 */
export function lateness(
  { receivedAt }: Pick<ReportTimes, 'receivedAt'>,
  due: Instant,
  disturbances: readonly Disturbance[],
): Lateness {
  if (receivedAt <= due) return { late: false, excusedBy: null }
  const excusedBy = disturbances.find(d => d.since < receivedAt && (d.until === null || d.until >= due)) ?? null
  return { late: excusedBy === null, excusedBy }
}
