import { STEPS, linearised, movesOfOne, type Nrr } from './linearised.ts'
import { estimateOf, type Estimate } from './estimate.ts'
import { trialsEach, type Range } from './score-interval.ts'
import { sumsOf, type Answers, type Population, type Sums } from './sheet.ts'

/** Questionnaires of a period, the weights of the unsur in the order of the marks, and the visits where they are known. */
export interface Questionnaires {
  readonly respondents: Answers
  readonly weights: readonly number[]
  readonly population?: Population | undefined
}

/** The NRR (1 to 4) of one unsur with its 95 % interval. */
export interface NrrInterval extends Nrr, Range {
  readonly estimate: Estimate
}

/** The IKM (25 to 100 where the weights add up to 1) with its 95 % interval, in full precision, and the NRR of each unsur. */
export interface IkmInterval extends Range {
  readonly n: number
  readonly ikm: number
  readonly estimate: Estimate
  readonly nrr: readonly NrrInterval[]
}

/** The IKM of a share from 0 to 1 of the way from all 1s to all 4s. */
export function ikmAt(p: number, weights: readonly number[]): number {
  return 25 * weights.reduce((sum, w) => sum + w, 0) * (1 + STEPS * p)
}

/**
 * The IKM that all visits of the period would have given: how far chance moves it by who answered and on which days. Who did not
 * want to answer is not in it. An unsur that was asked and nobody answered leaves NaN: ask `whyHidden` first.
 */
export function ikmInterval({ respondents, weights, population }: Questionnaires): IkmInterval {
  const sums = sumsOf(respondents, weights.length)
  const { p, nrr, moves } = linearised(sums, weights)
  const estimate = estimateOf({ p, moves, each: trialsEach(weights.length) }, population)
  return {
    n: sums.n,
    ikm: ikmAt(p, weights),
    low: ikmAt(estimate.range.low, weights),
    high: ikmAt(estimate.range.high, weights),
    estimate,
    nrr: nrr.map((one, u) => nrrInterval(sums, one, u, population)),
  }
}

/** The same of one unsur, of those who answered it. */
function nrrInterval(sums: Sums, nrr: Nrr, u: number, population: Population | undefined) {
  const p = (nrr.nrr - 1) / STEPS
  const estimate = estimateOf({ p, moves: movesOfOne(sums, nrr, u), each: trialsEach(1) }, population)
  const { low, high } = estimate.range
  return { ...nrr, low: 1 + STEPS * low, high: 1 + STEPS * high, estimate }
}
