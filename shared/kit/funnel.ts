import { normalQuantile } from './normal.ts'
import { spreadOf, type Measured } from './pool.ts'

/** How a unit stands to the others of its kind, as far as chance lets one say. */
export type Standing = 'below' | 'within' | 'above'

/** The spread of single ratings within units, and the skew of their distribution. */
export interface Scatter {
  readonly variance: number
  readonly skew: number
}

/** What is usual among the others of a unit. */
export interface Usual {
  /** The variance between the others, beyond chance, as seen and with experience. */
  readonly between: number
  readonly steadied: number
  readonly target: number
  readonly spread: number
  /** The skewness of the distance to the target. */
  readonly bend: number
}

/** Experience worth so many units, that units differ by so much of the variance of single ratings (0.2 of its root). */
const PRIOR = { units: 6, share: 0.04 }
const MOST_BEND = 0.9
/** Of so many comparisons one in which nothing is different may raise an alarm; of many units the whole of them, seldom. */
const ALARM = { one: 0.001, all: 0.025 }

/**
 * What is usual among the others alone, so that an outlier does not hide itself (Spiegelhalter, Statistics in Medicine 24, 2005,
 * 1185–1202; Jones and Spiegelhalter, American Statistician 65, 2011, 154–163). `variance` of the ratings must be above 0.
 */
export function usualOf(unit: Measured, others: readonly Measured[], { variance, skew }: Scatter): Usual {
  const { between } = spreadOf(others)
  const steadied = steadiedBetween(between, others.length, variance)
  const weights = others.map(o => 1 / (o.variance + steadied))
  const weight = weights.reduce((a, b) => a + b, 0)
  const target = others.reduce((sum, o, i) => sum + weights[i]! * o.mean, 0) / weight
  const spread = Math.sqrt(unit.variance + steadied + 1 / weight)
  const bend = (skew * unit.variance ** 2) / (Math.sqrt(variance) * spread ** 3)
  return { between, steadied, target, spread, bend: Math.min(MOST_BEND, Math.max(-MOST_BEND, bend)) }
}

/** The variance between so many units as it was seen, with the experience of other units. */
export function steadiedBetween(between: number, units: number, variance: number): number {
  return (PRIOR.units * PRIOR.share * variance + (units - 1) * between) / (PRIOR.units + units - 1)
}

/** Where a limit of `z` standard deviations lies, below the target for a negative one (Cornish and Fisher, 1938). */
export function limitAt({ target, spread, bend }: Usual, z: number): number {
  return target + spread * (z + (bend / 6) * (z ** 2 - 1))
}

/** Whether a mean lies beyond `z` standard deviations from what is usual. */
export function standingOf(mean: number, usual: Usual, z: number): Standing {
  if (mean < limitAt(usual, -z)) return 'below'
  return mean > limitAt(usual, z) ? 'above' : 'within'
}

/**
 * How many standard deviations from what is usual a unit must be among so many to stand out: further among more than 25.
 * @example flagLimit(12) // 3.090232306167813
 */
export function flagLimit(units: number): number {
  return -normalQuantile(Math.min(ALARM.one, ALARM.all / units))
}
