import type { LocalDate } from '../../kit/time.ts'
import { daySpread, varianceOf, type DaySpread } from './day-spread.ts'
import { scoreInterval, trialsOf, type Range, type Uncertain } from './score-interval.ts'
import type { Population } from './sheet.ts'

/** What a mean is uncertain by. */
export interface Variance {
  readonly n: number
  readonly spread: DaySpread
  /** How unlike the days of the answers are to those of the visits, as a sum of squared shares. */
  readonly unevenness: number
  /** What one answer counts in the variance: 1/n, less 1/N where the visits are known, 0 where everybody answered. */
  readonly chance: number
  readonly variance: number
  readonly df: number
}

/** A mean on the scale from 0 to 1, what it is uncertain by, and its 95 % interval on the same scale. */
export interface Estimate extends Variance, Uncertain {
  readonly range: Range
}

/** What each questionnaire adds to a mean, and for each the place of its day among the days. */
export interface Moving {
  readonly moves: Float64Array
  readonly day: Int32Array
  readonly days: readonly LocalDate[]
}

/** A mean as all visits of the period would have given it; `each` is what one answer is worth at most (`trialsEach`). */
export function estimateOf(
  { p, each, ...moving }: Moving & { readonly p: number; readonly each: number },
  population: Population | undefined,
): Estimate {
  const variance = meanVariance(moving, population)
  const uncertain = { p, trials: trialsOf(p, variance.variance, variance.chance, each), df: variance.df }
  return { ...variance, ...uncertain, range: scoreInterval(uncertain) }
}

/** The variance of a mean around that of all visits; without `population` around that of the office in any such period. */
export function meanVariance({ moves, day, days }: Moving, population: Population | undefined): Variance {
  const n = moves.length
  const spread = daySpread(moves, day, days.length)
  const everybody = population !== undefined && population.visits <= n
  const chance = everybody ? 0 : 1 / n - (population === undefined ? 0 : 1 / population.visits)
  const unevenness = everybody ? 0 : unevennessOf(countsOf(day, days.length), n, days, population)
  return { n, spread, unevenness, chance, ...varianceOf(spread, unevenness, chance) }
}

/** How much of the answers, or of what they weigh, falls on each day: `of` for each row, 1 where nothing is said. */
export function countsOf(day: Int32Array, days: number, of?: (row: number) => number): Float64Array {
  const counts = new Float64Array(days)
  for (let row = 0; row < day.length; row += 1) counts[day[row]!]! += of?.(row) ?? 1
  return counts
}

/**
 * Sum over all days of the period of the squared difference between a day's share of the answers and of the visits: near 0 where each
 * day is asked evenly, so that its mood costs nothing. A day has no fewer visits than answers (paper forms).
 */
export function unevennessOf(
  counts: Float64Array,
  whole: number,
  days: readonly LocalDate[],
  population: Population | undefined,
  answers: Float64Array = counts,
): number {
  const { visits = Infinity, byDay } = population ?? {}
  const asked = new Set(days)
  const unasked = [...(byDay ?? [])].filter(([day]) => !asked.has(day))
  const empty = unasked.reduce((sum, [, n]) => sum + (n / visits) ** 2, 0)
  return days.reduce((sum, day, d) => {
    const visited = byDay === undefined ? 0 : Math.max(byDay.get(day) ?? 0, answers[d]!) / visits
    return sum + (counts[d]! / whole - visited) ** 2
  }, empty)
}
