import { addDays, atClock, DAY, HOUR, officeDate, weekday, type Instant, type Zone } from '../../shared/kit/time.ts'

const BEGINS = '08:30'
/** The hours in which somebody who tries the program meets an office at work. */
const WORKING_MS = 5 * HOUR

/**
 * The stretch that a trial office plays so that it begins on a working morning, the latest one that has been; `undefined` when it is
 * a working morning now, or when the office has lived on since: what happens must come later than all that has happened (`newest`).
 */
export function lastMorning(
  now: Instant,
  zone: Zone,
  newest: Instant | undefined,
): { readonly from: Instant; readonly to: Instant; readonly speed: number } | undefined {
  let date = officeDate(now, zone)
  while ([0, 6].includes(weekday(date)) || atClock(date, BEGINS, zone) > now) date = addDays(date, -1)
  const begins = atClock(date, BEGINS, zone)
  if (now < begins + WORKING_MS) return undefined
  const from = Math.max(begins, newest === undefined ? begins : newest + 1)
  const to = Math.min(begins + DAY, now)
  return from < begins + WORKING_MS && from < to ? { from, to, speed: 1 } : undefined
}
