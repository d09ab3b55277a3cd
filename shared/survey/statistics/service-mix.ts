import { answersByService, sumsByService, weightedBy, type ServedAnswers, type ServiceVisits } from './by-service.ts'
import { differenceOf, leavesZeroOut } from './differences.ts'
import { ikmAt } from './ikm-interval.ts'
import { linearised } from './linearised.ts'
import { changesOf, ikmScale, type Change } from './periods.ts'
import { serviceGroups } from './service-groups.ts'
import { together } from './sheet.ts'

/** A share of the answers that moved by more than so much makes a plain difference misleading. */
const MOVED = 0.05

/** Questionnaires of two periods with their services, and the visits of each service in the later one. */
export interface TwoMixes {
  readonly earlier: ServedAnswers
  readonly later: ServedAnswers
  readonly weights: readonly number[]
  readonly services: readonly ServiceVisits[]
}

/** The change of the IKM under the same mix of services, beside the plain one. */
export interface StandardisedChange extends Change {
  readonly plain: number
  readonly groups: readonly number[]
}

/**
 * Whether the share of some service of the answers moved by more than five points from one period to the other.
 * @example mixMoved([50, 50], [44, 56]) // true
 */
export function mixMoved(earlier: readonly number[], later: readonly number[]): boolean {
  const [before, after] = [earlier, later].map(counts => counts.reduce((sum, n) => sum + n, 0))
  return earlier.some((n, h) => Math.abs(n / before! - later[h]! / after!) > MOVED)
}

/**
 * The change of the IKM had each service had the visits of the later period in both (direct standardisation); small services of either
 * period are put together in both. Undefined where fewer than two groups are left.
 */
export function standardisedChange({ earlier, later, weights, services }: TwoMixes): StandardisedChange | undefined {
  const sums = [earlier, later].map(answers => sumsByService(answers, weights.length, services))
  const answers = sums.map(answersByService)
  const visits = services.map(one => one.visits)
  const groups = serviceGroups(
    services.map(({ hidden }, h) => ({ visits: visits[h]!, answers: answers.map(of => of[h]!), hidden })),
  )
  const [before, after] = sums.map(own => weightedBy({ sums: own, weights, visits, groups }))
  if (before === undefined || after === undefined) return undefined
  const change = differenceOf(before, after, ikmScale(weights))
  const [plainBefore, plainAfter] = sums.map(own =>
    ikmAt(linearised(together(own, weights.length), weights).p, weights),
  )
  return { ...change, moreThanChance: leavesZeroOut(change), plain: plainAfter! - plainBefore!, groups }
}

/** Fewest questionnaires of either way of answering in a service in which they are compared. */
const FEWEST_OF_WAY = 30

/** Questionnaires answered on the tablet of a counter and on the citizens' own phones, in one period. */
export interface TwoWays {
  readonly tablet: ServedAnswers
  readonly phone: ServedAnswers
  readonly weights: readonly number[]
  readonly services: readonly ServiceVisits[]
}

/**
 * By how many IKM points those who answer in front of the officer lie above those who answer on their phone, within the services that
 * have thirty of each: something to tell, no correction. Undefined where no service has so many.
 */
export function tabletAbovePhone({ tablet, phone, weights, services }: TwoWays): Change | undefined {
  const sums = [phone, tablet].map(answers => sumsByService(answers, weights.length, services))
  const both = services.flatMap((one, h) => (sums.every(of => of[h]!.n >= FEWEST_OF_WAY) ? [{ ...one, h }] : []))
  const [only] = both
  if (only === undefined) return undefined
  const [earlier, later] = sums.map(of => new Map(both.map(({ service, h }) => [service, of[h]!])))
  if (both.length === 1)
    return changesOf({ earlier: earlier!.get(only.service)!, later: later!.get(only.service)!, weights }).ikm
  const change = standardisedChange({ earlier: earlier!, later: later!, weights, services: both })
  if (!change) return undefined
  const { difference, low, high, moreThanChance } = change
  return { difference, low, high, moreThanChance }
}
