import { STEPS, linearised, type Nrr } from './linearised.ts'
import { estimateOf, type Estimate } from './estimate.ts'
import { trialsEach, type Range } from './score-interval.ts'
import { sheetOf, type Population, type Respondent, type Sheet } from './sheet.ts'

/** Questionnaires of a period, the weights of the unsur in the order of the marks, and the visits where they are known. */
export interface Questionnaires {
  readonly respondents: readonly Respondent[]
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
  const sheet = sheetOf(respondents, weights.length)
  const { p, nrr, moves } = linearised(sheet, weights)
  const estimate = estimateOf({ ...sheet, p, moves, each: trialsEach(weights.length) }, population)
  return {
    n: sheet.n,
    ikm: ikmAt(p, weights),
    low: ikmAt(estimate.range.low, weights),
    high: ikmAt(estimate.range.high, weights),
    estimate,
    nrr: nrr.map((one, u) => nrrInterval(sheet, one, u, population)),
  }
}

/** The same of one unsur, of those who answered it. */
function nrrInterval({ n, unsur, marks, day, days }: Sheet, nrr: Nrr, u: number, population: Population | undefined) {
  const moves = new Float64Array(nrr.n)
  const own = new Int32Array(nrr.n)
  let next = 0
  for (let row = 0; row < n; row += 1) {
    const mark = marks[row * unsur + u]!
    if (mark === 0) continue
    moves[next] = (mark - nrr.nrr) / STEPS
    own[next++] = day[row]!
  }
  const p = (nrr.nrr - 1) / STEPS
  const estimate = estimateOf({ p, moves, day: own, days, each: trialsEach(1) }, population)
  const { low, high } = estimate.range
  return { ...nrr, low: 1 + STEPS * low, high: 1 + STEPS * high, estimate }
}
