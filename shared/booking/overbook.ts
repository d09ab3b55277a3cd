import { wilsonUpper } from '../kit/stats.ts'

/** What an office knows of the bookings of a service: how many there were, and how many of them checked in. */
export interface ShowHistory {
  readonly booked: number
  readonly cameCount: number
}

/** Fewer past bookings tell too little. */
const FEWEST = 50
/** However many stay away, so much more is sold at most. */
const MOST = 1.25

/**
 * How many may be booked for a slot of so many places (at most a quarter more), so that the probability that more people
 * come than there are places is at most `risk`: the largest n with P(Binomial(n, show rate) > places) ≤ risk. This is the
 * binomial model with a type 1 service level of Talluri and van Ryzin, The Theory and Practice of Revenue Management (2004),
 * chapter 4. The show rate is the upper end of its 95 % interval, so that little experience sells little more. A day of
 * slots each of which keeps the risk keeps it too, for what one slot has too many another has too few.
 * @example overbooked(12, { booked: 1000, cameCount: 800 }) // 13
 */
export function overbooked(places: number, { booked, cameCount }: ShowHistory, risk = 0.1): number {
  if (booked < FEWEST || places < 1) return places
  const show = wilsonUpper(cameCount, booked)
  // P(n + 1 bookings bring too many) = P(n do) + P(n bring exactly `places`, and the next one comes too).
  let tooMany = 0
  let logFull = places * Math.log(show)
  let n = places
  while (n + 1 <= places * MOST) {
    tooMany += Math.exp(logFull) * show
    if (tooMany > risk) break
    n++
    logFull += Math.log((n / (n - places)) * (1 - show))
  }
  return n
}
