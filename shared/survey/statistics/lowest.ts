import { studentAt } from '../../kit/student.ts'
import { meanVariance } from './estimate.ts'
import { ikmInterval, type Questionnaires } from './ikm-interval.ts'
import { movesOf } from './linearised.ts'
import type { Range } from './score-interval.ts'
import { sumsOf } from './sheet.ts'

const LEVEL = 0.05
/** Where more unsur than so many may be the lowest, or fewer answered, it is not clear which is. */
const [MOST_NAMED, FEWEST] = [4, 60]
/** Unsur whose follow-up the official plan asks for. */
const FOLLOWED = 3

/** Room for growth of an unsur: IKM points that it alone would add if all gave it a 4, with the interval of its NRR. */
export interface Gain extends Range {
  readonly gain: number
}

/** What may be the lowest of the unsur, by their places. */
export interface Lowest {
  readonly nrr: readonly number[]
  readonly gains: readonly Gain[]
  /** Those of which chance alone may have put another lower. */
  readonly mayBe: readonly number[]
  /** Whether no unsur should be named as the weakest. */
  readonly unclear: boolean
  /** The three highest, the highest first; none where more than four may be the highest, too few answered, or the third is as high as the fourth. */
  readonly highest: readonly number[]
  /** Whether the third and the fourth lowest cannot be told apart. */
  readonly thirdUnsure: boolean
}

/** Which unsur may be the lowest, and what each may bring; `fixed` are those that nobody judges, such as a free Biaya. */
export function lowestUnsur(asked: Questionnaires & { readonly fixed?: readonly number[] | undefined }): Lowest {
  const { respondents, weights, population, fixed = [] } = asked
  const sums = sumsOf(respondents, weights.length)
  const { n, nrr } = ikmInterval({ respondents: sums, weights, population })
  const judged = [...nrr.keys()].filter(u => !fixed.includes(u))
  const limit = 1 - LEVEL / Math.max(1, judged.length - 1)

  /** Whether the NRR of `u` lies higher than that of `v` by more than chance. */
  const clearlyHigher = (u: number, v: number): boolean => {
    const difference = nrr[u]!.nrr - nrr[v]!.nrr
    if (difference <= 0) return false
    const factors = weights.map((_, place) => Number(place === u) - Number(place === v))
    const { variance, df } = meanVariance(movesOf(sums, nrr, factors), population)
    return difference > studentAt(limit, df) * Math.sqrt(variance)
  }

  const mayBe = judged.filter(u => !judged.some(v => clearlyHigher(u, v)))
  const rising = [...judged].sort((a, b) => nrr[a]!.nrr - nrr[b]!.nrr || a - b)
  const few = n < FEWEST
  const mayBeHighest = judged.filter(u => !judged.some(v => clearlyHigher(v, u)))
  const falling = [...judged].sort((a, b) => nrr[b]!.nrr - nrr[a]!.nrr || a - b)
  const tied = falling.length > FOLLOWED && nrr[falling[FOLLOWED]!]!.nrr === nrr[falling[FOLLOWED - 1]!]!.nrr
  const [third, fourth] = [rising[FOLLOWED - 1], rising[FOLLOWED]]
  return {
    nrr: nrr.map(one => one.nrr),
    gains: nrr.map((one, u) => gainOf(one, weights[u]!)),
    mayBe,
    unclear: mayBe.length > MOST_NAMED || few,
    highest: few || tied || mayBeHighest.length > MOST_NAMED ? [] : falling.slice(0, FOLLOWED),
    thirdUnsure: third !== undefined && fourth !== undefined && !clearlyHigher(fourth, third),
  }
}

function gainOf({ nrr, low, high }: Range & { readonly nrr: number }, weight: number): Gain {
  const room = (mean: number) => 25 * weight * (4 - mean)
  return { gain: room(nrr), low: room(high), high: room(low) }
}
