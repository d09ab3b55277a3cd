import { Z95 } from './stats.ts'

/** A unit as it was measured: its mean, and by how much chance alone may move it. */
export interface Measured {
  readonly mean: number
  readonly variance: number
}

/** A unit seen together with the others: its mean drawn towards theirs, the more the less is known of it, with the 95 % interval. */
export interface Pooled {
  readonly estimate: number
  readonly low: number
  readonly high: number
  /** Which share of the differences between such units is no chance. */
  readonly reliability: number
}

/** What units that are alike have in common. */
export interface Pool {
  readonly mean: number
  /** The variance between units, beyond chance. */
  readonly between: number
  readonly units: readonly Pooled[]
}

/** Units from which on they are seen together: with fewer nothing is known of how they differ. */
export const FEWEST_UNITS = 4

/**
 * Mean and spread of units of which each is measured with its own uncertainty, and the best estimate of each (Paule and Mandel,
 * Journal of Research of the National Bureau of Standards 87, 1982; the estimates and their uncertainty by Morris, Journal of the
 * American Statistical Association 78, 1983, 47–65). Undefined of fewer than four.
 */
export function pooled(units: readonly Measured[]): Pool | undefined {
  const k = units.length
  if (k < FEWEST_UNITS) return undefined
  const { mean, between, weight } = spreadOf(units)
  const typical = units.reduce((sum, u) => sum + u.variance / (u.variance + between), 0) / weight
  return {
    mean,
    between,
    units: units.map(({ mean: y, variance: v }) => {
      const drawn = (((k - 3) / (k - 1)) * v) / (v + between)
      const share = k / (v + between) / weight
      const unknown = (2 / (k - 3)) * drawn ** 2 * ((typical + between) / (v + between)) * (y - mean) ** 2
      const half = Z95 * Math.sqrt(v * (1 - ((k - share) / k) * drawn) + unknown)
      const estimate = (1 - drawn) * y + drawn * mean
      return { estimate, low: estimate - half, high: estimate + half, reliability: between / (v + between) }
    }),
  }
}

const MOST_STEPS = 200

/** The variance between units, by Newton's steps from nothing, with the mean under it and the sum of the weights. */
export function spreadOf(units: readonly Measured[]): { mean: number; between: number; weight: number } {
  const under = (between: number) => {
    const weights = units.map(u => 1 / (u.variance + between))
    const weight = weights.reduce((a, b) => a + b, 0)
    const mean = units.reduce((sum, u, i) => sum + weights[i]! * u.mean, 0) / weight
    const q = units.reduce((sum, u, i) => sum + weights[i]! * (u.mean - mean) ** 2, 0)
    const slope = units.reduce((sum, u, i) => sum + weights[i]! ** 2 * (u.mean - mean) ** 2, 0)
    return { mean, weight, q, slope }
  }
  let between = 0
  for (let i = 0; i < MOST_STEPS; i += 1) {
    const { q, slope } = under(between)
    const step = slope === 0 ? 0 : (q - (units.length - 1)) / slope
    const next = Math.max(0, between + step)
    if (Math.abs(next - between) <= 1e-15 * between + 1e-16) break
    between = next
  }
  const { mean, weight } = under(between)
  return { mean, between, weight }
}
