import { grouped } from '../kit/grouped.ts'
import { MINUTE, type LocalDate } from '../kit/time.ts'
import type { ShowHistory } from './overbook.ts'

/** What became of the bookings of one service on one day that is over. */
export interface BookedDay extends ShowHistory {
  readonly date: LocalDate
  /** The service that was booked, wherever its people were sent on to. */
  readonly serviceId: string
  /** Bookings that nobody has ended yet. */
  readonly openCount: number
  /** How soon, and how late, after the beginning of its slot a booking was released; absent where none was. */
  readonly soonestMs?: number
  readonly latestMs?: number
  /** The service was closed for a while. */
  readonly closed: boolean
}

/** Who is there releases within seconds; whoever releases later than this was not there when people came. */
const LATE_MS = 5 * MINUTE

/**
 * Of each service, how many booked and how many of them came. A day counts neither way where the service was closed for a while
 * or the program stood still: nobody could come, or everybody was told not to.
 * Whether it stood still is seen by bookings that were released later than the grace of that day, which is today's `graceMs` or a
 * shorter one.
 */
export function showHistory(days: readonly BookedDay[], graceMs: number): ReadonlyMap<string, ShowHistory> {
  const open = days.filter(day => !day.closed)
  const stoodStill = new Set(
    [...grouped(open, day => day.date)].flatMap(([date, of]) => (isLate(of, graceMs) ? date : [])),
  )
  const shown = new Map<string, ShowHistory>()
  for (const { date, serviceId, booked, cameCount } of open) {
    if (stoodStill.has(date)) continue
    const before = shown.get(serviceId) ?? { booked: 0, cameCount: 0 }
    shown.set(serviceId, { booked: before.booked + booked, cameCount: before.cameCount + cameCount })
  }
  return shown
}

function isLate(day: readonly BookedDay[], graceMs: number): boolean {
  const grace = Math.min(graceMs, ...day.map(one => one.soonestMs ?? Infinity))
  return day.some(one => one.openCount > 0 || (one.latestMs ?? -Infinity) > grace + LATE_MS)
}
