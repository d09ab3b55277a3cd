import type { Scatter } from '../kit/funnel.ts'
import type { RatingCounts } from './mean-interval.ts'

/** Ratings of a day that stand under the same circumstances, and the mean that is expected of these. */
export interface Expected {
  readonly day: string
  readonly counts: RatingCounts
  readonly mean: number
}

/** How ratings scatter within their units; `dayEffect` tells how many times more the days of a unit do than by chance. */
export interface Scattered extends Scatter {
  readonly dayEffect: number
}

/** Days beyond the units from which on it can be told how much days differ. */
const FEWEST_DAYS = 30
const MOST_SKEW = 3
/** Below it all ratings are as expected. */
const NOTHING = 1e-9

/** The scatter of the ratings of some units around what is expected, `parameters` of it having been fitted beside a mean for each. */
export function scatterOf(units: readonly (readonly Expected[])[], parameters = 0): Scattered {
  const all = units.flat()
  const n = all.reduce((sum, cell) => sum + people(cell.counts), 0)
  const power = (p: number) => all.reduce((sum, cell) => sum + sumOf(cell.counts, r => (r - cell.mean) ** p), 0)
  const rest = power(2)
  if (rest < NOTHING) return { variance: 0, skew: 0, dayEffect: 1 }
  const variance = rest / (n - units.length - parameters)
  const skew = power(3) / n / variance ** 1.5
  return {
    variance,
    skew: Math.min(MOST_SKEW, Math.max(-MOST_SKEW, skew)),
    dayEffect: dayEffectOf(units, variance),
  }
}

function dayEffectOf(units: readonly (readonly Expected[])[], variance: number): number {
  const days = units.map(daysOf)
  if (days.flat().length - units.length < FEWEST_DAYS) return 1
  const scattered = days.flat().reduce((sum, day) => sum + day.off ** 2, 0)
  const chance = days.reduce((sum, of) => {
    const n = of.reduce((s, day) => s + day.n, 0)
    return sum + n - of.reduce((s, day) => s + day.n ** 2, 0) / n
  }, 0)
  return Math.max(1, scattered / (variance * chance))
}

/** Each day of a unit with its ratings and by how much their sum is off. */
function daysOf(unit: readonly Expected[]): readonly { n: number; off: number }[] {
  const days = new Map<string, { n: number; off: number }>()
  for (const { day, counts, mean } of unit) {
    const n = people(counts)
    if (n === 0) continue
    const seen = days.get(day) ?? { n: 0, off: 0 }
    days.set(day, { n: seen.n + n, off: seen.off + sumOf(counts, r => r - mean) })
  }
  return [...days.values()]
}

const people = (counts: RatingCounts) => counts[0] + counts[1] + counts[2] + counts[3]

function sumOf(counts: RatingCounts, of: (rating: number) => number): number {
  return counts.reduce((sum, n, i) => (n === 0 ? sum : sum + n * of(i + 1)), 0)
}
