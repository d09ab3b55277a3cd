import { wilsonUpper } from '../kit/stats.ts'

/** What an office knows of its own bookings: how many there were, and how many of them checked in. */
export interface ShowHistory {
  readonly booked: number
  readonly cameCount: number
}

/** Fewer past bookings tell too little. */
const FEWEST = 50
/** However many stay away, so much more is sold at most. */
const MOST = 1.25

/**
 * The factor (1 to 1.25) by which `places` may be booked over, so that the probability that more people come than there
 * are places is at most `risk`: the largest n with P(Binomial(n, show rate) > places) ≤ risk, divided by `places`. This
 * is the binomial model with a type 1 service level of Talluri and van Ryzin, The Theory and Practice of Revenue
 * Management (2004), chapter 4. The show rate is the upper end of its 95 % interval, so that little experience sells
 * little more. The risk holds for the span whose places are given: a slot or a day.
 * @example overbookFactor({ booked: 1000, cameCount: 800 }, 100) // 1.15
 */
export function overbookFactor({ booked, cameCount }: ShowHistory, places: number, risk = 0.1): number {
  if (booked < FEWEST || places < 1) return 1
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
  return n / places
}
