import { flagLimit, standingOf, usualOf, type Standing } from '../kit/funnel.ts'
import { FEWEST_UNITS, pooled, type Pooled } from '../kit/pool.ts'
import type { RatingCounts } from '../survey/mean-interval.ts'
import { scatterOf } from '../survey/scatter.ts'

/** A unit among others: the best estimate of its mean, and whether it is outside of what is usual among them. */
export interface Compared extends Pooled {
  readonly standing: Standing
}

/**
 * Compares units by their ratings, day by day, without ranking them: each stands against the others alone, with limits so wide that
 * of all units seldom one stands out by chance. Undefined of fewer than four.
 */
export function compared(units: readonly (readonly RatingCounts[])[]): readonly Compared[] | undefined {
  if (units.length < FEWEST_UNITS) return undefined
  const moments = units.map(momentsOf)
  const scatter = scatterOf(
    units.map((days, i) => days.map((counts, day) => ({ day: String(day), counts, mean: moments[i]!.mean }))),
  )
  const measured = moments.map(({ n, mean }) => ({ mean, variance: (scatter.dayEffect * scatter.variance) / n }))
  // Where everybody said the same nobody is different.
  const same = { low: 0, high: 0, reliability: 0, standing: 'within' } as const
  if (scatter.variance === 0) return measured.map(({ mean }) => ({ ...same, estimate: mean, low: mean, high: mean }))
  const z = flagLimit(units.length)
  return pooled(measured)!.units.map((unit, i) => {
    const others = measured.filter((_, j) => j !== i)
    return { ...unit, standing: standingOf(measured[i]!.mean, usualOf(measured[i]!, others, scatter), z) }
  })
}

function momentsOf(days: readonly RatingCounts[]): { readonly n: number; readonly mean: number } {
  const sum = (of: (rating: number) => number) =>
    days.reduce((all, day) => all + day.reduce((s, n, i) => s + n * of(i + 1), 0), 0)
  const n = sum(() => 1)
  return { n, mean: sum(r => r) / n }
}
