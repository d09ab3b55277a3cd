import { atClock, HOUR, type ClockTime, type Instant, type LocalDate, type Zone } from '../../kit/time.ts'
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

/** How long before it is due a report may have been disturbed, whatever the device says. */
const EXCUSED_BEFORE = 2 * HOUR

/** By when the report of a day is due: at `clock` of that very day by the office's zone. */
export function dueOf(date: LocalDate, clock: ClockTime, zone: Zone): Instant {
  return atClock(date, clock, zone)
}

/**
 * Whether a first version was received after it was due. A disturbance that touches the report removes that: one that overlaps the
 * time from when it was begun, or was due where that is earlier, until it was received. A device's clock that runs ahead counts as
 * the moment of receipt, and one that is behind as two hours before it was due at the earliest: nobody is excused by setting it back.
 * @example lateness({ begunAt: 5, writtenAt: 5, receivedAt: 12 }, 10, [{ since: 6, until: 11 }]).late // false
 */
export function lateness(times: ReportTimes, due: Instant, disturbances: readonly Disturbance[]): Lateness {
  if (times.receivedAt <= due) return { late: false, excusedBy: null }
  const from = Math.max(due - EXCUSED_BEFORE, Math.min(times.begunAt, times.writtenAt, due))
  const excusedBy = disturbances.find(d => d.since < times.receivedAt && (d.until === null || d.until > from)) ?? null
  return { late: excusedBy === null, excusedBy }
}
