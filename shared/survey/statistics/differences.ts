import { studentShare } from '../../kit/student.ts'
import { Z95 } from '../../kit/stats.ts'
import type { Range, Uncertain } from './score-interval.ts'

/** A mean with its 95 % interval. */
export interface Ranged extends Uncertain {
  readonly range: Range
}

/** Later less earlier, with its 95 % interval. */
export interface Difference extends Range {
  readonly difference: number
}

/** Where the probability of such a difference lies at most, that more than chance is said. */
export const LEVEL = 0.05

/**
 * The difference of two means with its interval out of theirs (MOVER: Zou and Donner, Statistics in Medicine 27, 2008, 1693–1702),
 * times `scale`.
 */
export function differenceOf(earlier: Ranged, later: Ranged, scale: number): Difference {
  const difference = later.p - earlier.p
  const down = Math.hypot(later.p - later.range.low, earlier.range.high - earlier.p)
  const up = Math.hypot(later.range.high - later.p, earlier.p - earlier.range.low)
  return { difference: scale * difference, low: scale * (difference - down), high: scale * (difference + up) }
}

/**
 * Whether the interval leaves 0 out.
 * @example leavesZeroOut({ difference: 2, low: -1, high: 5 }) // false
 */
export function leavesZeroOut({ low, high }: Difference): boolean {
  return low > 0 || high < 0
}

/**
 * How likely (0 to 1) chance alone makes a difference as large: Student's t with the variances of shares drawn towards the middle, and
 * degrees of freedom by Satterthwaite.
 */
export function chanceOfDifference(earlier: Uncertain, later: Uncertain): number {
  const difference = Math.abs(later.p - earlier.p)
  if (difference === 0) return 1
  const [before, after] = [drawnVariance(earlier), drawnVariance(later)]
  const df = (before + after) ** 2 / (before ** 2 / earlier.df + after ** 2 / later.df)
  return 2 * studentShare(-difference / Math.sqrt(before + after), df)
}

/**
 * Probabilities of several differences that are looked at together, so that any of them is false in one of twenty looks only (Holm,
 * Scandinavian Journal of Statistics 6, 1979, 65–70).
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(chances: readonly number[]): readonly number[] {
  const adjusted = chances.map(() => 0)
  const order = [...chances.keys()].sort((a, b) => chances[a]! - chances[b]!)
  let most = 0
  for (const [rank, place] of order.entries()) {
    most = Math.max(most, Math.min(1, (chances.length - rank) * chances[place]!))
    adjusted[place] = most
  }
  return adjusted
}

function drawnVariance({ p, trials }: Uncertain): number {
  const z2 = Z95 ** 2
  const drawn = (p + z2 / (2 * trials)) / (1 + z2 / trials)
  return (drawn * (1 - drawn)) / (trials + z2)
}
