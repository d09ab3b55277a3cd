import type { LocalDate } from '../../kit/time.ts'
import { daySpread, varianceOf, type DaySpread } from './day-spread.ts'
import type { Moves } from './linearised.ts'
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

/** A mean as all visits of the period would have given it; `each` is what one answer is worth at most (`trialsEach`). */
export function estimateOf(
  { p, each, moves }: { readonly p: number; readonly each: number; readonly moves: Moves },
  population: Population | undefined,
): Estimate {
  const variance = meanVariance(moves, population)
  const uncertain = { p, trials: trialsOf(p, variance.variance, variance.chance, each), df: variance.df }
  return { ...variance, ...uncertain, range: scoreInterval(uncertain) }
}

/** The variance of a mean around that of all visits; without `population` around that of the office in any such period. */
export function meanVariance(moves: Moves, population: Population | undefined): Variance {
  const { n, counts, days } = moves
  const spread = daySpread(moves)
  const everybody = population !== undefined && population.visits <= n
  const chance = everybody ? 0 : 1 / n - (population === undefined ? 0 : 1 / population.visits)
  const unevenness = everybody ? 0 : unevennessOf(counts, n, days, population)
  return { n, spread, unevenness, chance, ...varianceOf(spread, unevenness, chance) }
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
