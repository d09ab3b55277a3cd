import { FEWEST_UNITS, pooled, spreadOf, type Measured, type Pooled } from '../kit/pool.ts'
import { Z95 } from '../kit/stats.ts'
import type { RatingCounts } from '../survey/mean-interval.ts'

/** How a unit stands to the others of its kind, as far as chance lets one say. */
export type Standing = 'below' | 'within' | 'above'

/** A unit among others: the best estimate of its mean, and whether it is outside of what is usual among them. */
export interface Compared extends Pooled {
  readonly standing: Standing
}

/** Experience worth so many units, that units differ by so much of the spread of single ratings. */
const PRIOR = { units: 6, share: 0.04 }
/** Clusters beyond the units from which on it can be told how much days differ. */
const FEWEST_CLUSTERS = 30
const MOST_SKEW = { ratings: 3, mean: 0.9 }
/** Of so many comparisons one in which nothing is different may raise an alarm; of many units the whole of them, seldom. */
const ALARM = { one: 0.001, all: 0.025 }

/**
 * Compares units by their ratings, day by day, without ranking them: each stands against the others alone, so that an outlier does
 * not hide itself (Spiegelhalter, Statistics in Medicine 24, 2005, 1185–1202; Jones and Spiegelhalter, American Statistician 65,
 * 2011, 154–163), with limits so wide that of all units seldom one stands out by chance. Undefined of fewer than four.
 */
export function compared(units: readonly (readonly RatingCounts[])[]): readonly Compared[] | undefined {
  if (units.length < FEWEST_UNITS) return undefined
  const { variance, inflation, skew } = spreadOfRatings(units)
  const measured = units.map(days => {
    const { n, mean } = momentsOf(days)
    return { mean, variance: (inflation * variance) / n }
  })
  // Where everybody said the same nobody is different.
  const same = { low: 0, high: 0, reliability: 0, standing: 'within' } as const
  if (variance === 0) return measured.map(({ mean }) => ({ ...same, estimate: mean, low: mean, high: mean }))
  const z = limitOf(units.length)
  return pooled(measured)!.units.map((unit, i) => ({
    ...unit,
    standing: standingOf(
      measured[i]!,
      measured.filter((_, j) => j !== i),
      { variance, skew, z },
    ),
  }))
}

function standingOf(
  unit: Measured,
  others: readonly Measured[],
  { variance, skew, z }: { readonly variance: number; readonly skew: number; readonly z: number },
): Standing {
  const seen = spreadOf(others).between
  const between =
    (PRIOR.units * PRIOR.share * variance + (others.length - 1) * seen) / (PRIOR.units + others.length - 1)
  const weights = others.map(o => 1 / (o.variance + between))
  const weight = weights.reduce((a, b) => a + b, 0)
  const target = others.reduce((sum, o, i) => sum + weights[i]! * o.mean, 0) / weight
  const spread = Math.sqrt(unit.variance + between + 1 / weight)
  const bend = clamp((skew * unit.variance ** 2) / (Math.sqrt(variance) * spread ** 3), MOST_SKEW.mean)
  const limit = (at: number) => target + spread * (at + (bend / 6) * (at ** 2 - 1))
  if (unit.mean < limit(-z)) return 'below'
  return unit.mean > limit(z) ? 'above' : 'within'
}

/** The variance of single ratings within their units, how many times more the days scatter than by chance, and the skew. */
function spreadOfRatings(units: readonly (readonly RatingCounts[])[]) {
  const each = units.map(days => ({ days: days.map(dayOf).filter(d => d.n > 0), ...momentsOf(days) }))
  const all = each.reduce((sum, u) => sum + u.n, 0)
  const power = (p: number) =>
    units.reduce((sum, days, i) => sum + days.reduce((s, day) => s + sumOf(day, r => (r - each[i]!.mean) ** p), 0), 0)
  const rest = power(2)
  const variance = rest < 1e-9 ? 0 : rest / (all - units.length)
  const clusters = each.reduce((sum, u) => sum + u.days.length, 0)
  const between = each.reduce((sum, u) => sum + u.days.reduce((s, d) => s + (d.n * (d.mean - u.mean)) ** 2, 0), 0)
  const people = all - each.reduce((sum, u) => sum + u.days.reduce((s, d) => s + d.n ** 2, 0) / u.n, 0)
  const inflation =
    clusters - units.length < FEWEST_CLUSTERS || variance === 0 ? 1 : Math.max(1, between / (variance * people))
  const skew = variance === 0 ? 0 : clamp(power(3) / all / variance ** 1.5, MOST_SKEW.ratings)
  return { variance, inflation, skew }
}

function momentsOf(days: readonly RatingCounts[]): { readonly n: number; readonly mean: number } {
  const n = days.reduce((sum, day) => sum + sumOf(day, () => 1), 0)
  return { n, mean: days.reduce((sum, day) => sum + sumOf(day, r => r), 0) / n }
}

const dayOf = (day: RatingCounts) => momentsOf([day])

function sumOf(day: RatingCounts, of: (rating: number) => number): number {
  return day.reduce((sum, n, i) => sum + n * of(i + 1), 0)
}

const clamp = (value: number, most: number) => Math.min(most, Math.max(-most, value))

/** How many standard deviations from what is usual a unit must be, among so many. */
function limitOf(units: number): number {
  const share = Math.min(ALARM.one, ALARM.all / units)
  let [low, high] = [Z95, 40]
  for (let i = 0; i < 200; i += 1) {
    const middle = (low + high) / 2
    if (tailOf(middle) > share) low = middle
    else high = middle
  }
  return low
}

/** Which share of a normal distribution lies beyond so many standard deviations, from two on (Laplace's continued fraction). */
function tailOf(z: number): number {
  let under = z
  for (let i = 400; i > 0; i -= 1) under = z + i / under
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / under
}
