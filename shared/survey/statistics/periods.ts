import { chanceOfDifference, differenceOf, holm, leavesZeroOut, LEVEL, type Difference } from './differences.ts'
import { ikmInterval } from './ikm-interval.ts'
import { STEPS } from './linearised.ts'
import type { Answers } from './sheet.ts'

/** A difference of two periods, and whether it is more than chance. */
export interface Change extends Difference {
  readonly moreThanChance: boolean
}

/** The change of the NRR of one unsur by its place: how likely chance alone makes it (`p`), and so among all that are compared (`holm`). */
export interface UnsurChange extends Change {
  readonly unsur: number
  readonly p: number
  readonly holm: number
}

/** Two periods beside each other. */
export interface Changes {
  readonly ikm: Change
  /** A change of the IKM smaller than so many points could not be seen: half the width of its interval. */
  readonly smallestSeen: number
  readonly unsur: readonly UnsurChange[]
}

/** Questionnaires of two periods under the same weights; `fixed` are unsur by their place that nobody judges, such as a free Biaya. */
export interface TwoPeriods {
  readonly earlier: Answers
  readonly later: Answers
  readonly weights: readonly number[]
  readonly fixed?: readonly number[] | undefined
}

/**
 * What changed between two periods, as the office would answer in any such period, so that who came does not count: ask
 * `whyNotComparable` first, and `standardisedChange` where the mix of services moved.
 */
export function changesOf({ earlier, later, weights, fixed = [] }: TwoPeriods): Changes {
  const [before, after] = [earlier, later].map(respondents => ikmInterval({ respondents, weights }))
  const unsur = before!.nrr.flatMap((one, u) => {
    if (fixed.includes(u)) return []
    const [a, b] = [one.estimate, after!.nrr[u]!.estimate]
    return [{ unsur: u, ...differenceOf(a, b, STEPS), p: chanceOfDifference(a, b) }]
  })
  const together = holm(unsur.map(({ p }) => p))
  const ikm = differenceOf(before!.estimate, after!.estimate, ikmScale(weights))
  return {
    ikm: { ...ikm, moreThanChance: leavesZeroOut(ikm) },
    smallestSeen: (ikm.high - ikm.low) / 2,
    unsur: unsur.map((one, i) => ({ ...one, holm: together[i]!, moreThanChance: together[i]! <= LEVEL })),
  }
}

/** IKM points from all 1s to all 4s: 75 where the weights add up to 1. */
export function ikmScale(weights: readonly number[]): number {
  return 25 * STEPS * weights.reduce((sum, w) => sum + w, 0)
}

/** One step of a trend: from a period to the next. */
export interface Step extends Change {
  readonly p: number
  readonly holm: number
}

/**
 * The steps of the IKM through more than two periods, from each to the next only, all steps drawn looked at together; undefined where two
 * neighbours are not `comparable` (by the place of the later one). `weights` are of each period.
 */
export function stepsOf(
  periods: readonly Answers[],
  weights: readonly (readonly number[])[],
  comparable: (later: number) => boolean = () => true,
): readonly (Step | undefined)[] {
  const estimates = periods.map((respondents, i) => ikmInterval({ respondents, weights: weights[i]! }).estimate)
  const steps = estimates.slice(1).map((after, i) => {
    if (!comparable(i + 1)) return undefined
    const before = estimates[i]!
    return { ...differenceOf(before, after, ikmScale(weights[i]!)), p: chanceOfDifference(before, after) }
  })
  const drawn = steps.filter(step => step !== undefined)
  const adjusted = new Map(holm(drawn.map(({ p }) => p)).map((p, i) => [drawn[i]!, p]))
  return steps.map(step => {
    const together = step && adjusted.get(step)!
    return step && { ...step, holm: together!, moreThanChance: together! <= LEVEL }
  })
}
