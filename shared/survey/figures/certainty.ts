import type { Mutu } from '../ikm.ts'
import { tooFewDays, whyHidden } from '../statistics/hidden.ts'
import type { IkmInterval } from '../statistics/ikm-interval.ts'
import { letterCertain, letterChances, letterOf, saidChance } from '../statistics/letter.ts'
import type { Range } from '../statistics/score-interval.ts'
import type { Certainty } from './period-figures.ts'

/** Another letter is named from this probability on: what would be said as 5 per cent of less is nothing to say. */
const NAMED = 0.025

/** How certain an IKM and its letter are; `unlike` where answers and visits of the services are. */
export function certaintyOf(
  { n, ikm, low, high, estimate, nrr }: IkmInterval,
  of: {
    readonly weights: readonly number[]
    readonly visits: number
    readonly floor: number
    readonly unlike?: boolean | undefined
  },
): Certainty {
  const { days } = estimate.spread
  const so = { days, tooFewDays: tooFewDays(days) }
  const hidden = whyHidden({ n, visits: of.visits, floor: of.floor, unsur: nrr.map(one => one.n) })
  if (hidden !== undefined) return { ...so, hidden, certain: false, others: [] }
  const certain = of.unlike !== true && letterCertain({ n, low, high, everybody: estimate.chance === 0 })
  const own = letterOf(ikm)
  const chances = letterChances(estimate, of.weights)
  const others = (Object.keys(chances) as Mutu[])
    .filter(mutu => mutu !== own && chances[mutu] >= NAMED)
    .sort((a, b) => chances[b] - chances[a])
    .map(mutu => ({ mutu, percent: saidChance(chances[mutu]) }))
  return { ...so, interval: { low, high }, certain, others: certain ? [] : others }
}

/** An interval by itself. */
export function rangeOf({ low, high }: Range): Range {
  return { low, high }
}
