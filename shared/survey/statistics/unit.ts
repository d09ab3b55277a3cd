import { answersByService, sumsByService, weightedBy, type ServedAnswers, type ServiceVisits } from './by-service.ts'
import type { Weighted } from './by-service.ts'
import { ikmAt, ikmInterval, type IkmInterval } from './ikm-interval.ts'
import { letterOf } from './letter.ts'
import { serviceGroups } from './service-groups.ts'
import type { Range } from './score-interval.ts'
import { together, type Population, type Sums } from './sheet.ts'

/** IKM points by which two ways of adding the same numbers up may differ. */
const ROUNDING = 1e-9

/** Questionnaires of a unit with the visits of each of its services, and of each day. */
export interface UnitQuestionnaires {
  readonly respondents: ServedAnswers
  readonly weights: readonly number[]
  readonly services: readonly ServiceVisits[]
  readonly byDay?: Population['byDay']
  /** What is taken away from the official figure alone, as sums below nothing. */
  readonly leftOut?: Sums | undefined
}

/** The IKM weighted by the visits of the services, beside the official one. */
export interface WeightedIkm extends Range {
  readonly ikm: number
  readonly estimate: Weighted
}

/** A unit over its services. */
export interface UnitIkm {
  /** The official figure: all questionnaires alike (PermenPANRB 14/2017, Lampiran 2). */
  readonly pooled: IkmInterval
  /** Undefined where fewer than two groups of services are left: then there is the pooled one only. */
  readonly weighted: WeightedIkm | undefined
  /** For each service the place of the first of those it is put together with. */
  readonly groups: readonly number[]
  /** Share (0 to 1) of the visits in services without any answer. */
  readonly unheard: number
  /**
   * Whether answers and visits of the services are so unlike that the letter is not certain: of all questionnaires both ways, whatever is
   * left out, and never where everybody answered.
   */
  readonly unlike: boolean
}

/** The IKM of a unit, pooled and weighted by the visits of its services: never the mean of the IKM of its services. */
export function unitIkm({ respondents, weights, services, byDay, leftOut }: UnitQuestionnaires): UnitIkm {
  const sums = sumsByService(respondents, weights.length, services)
  const visits = services.map((one, h) => Math.max(one.visits, sums[h]!.n))
  const population = { visits: visits.reduce((sum, n) => sum + n, 0), byDay }
  const answers = answersByService(sums)
  const groups = serviceGroups(
    services.map(({ hidden }, h) => ({ visits: visits[h]!, answers: [answers[h]!], hidden })),
  )
  const all = together(sums, weights.length)
  const interval = (respondents: Sums) => ikmInterval({ respondents, weights, population })
  const pooled = interval(leftOut ? together([all, leftOut], weights.length) : all)
  const estimate = weightedBy({ sums, weights, visits, groups, population })
  const weighted = estimate && {
    ikm: ikmAt(estimate.p, weights),
    low: ikmAt(estimate.range.low, weights),
    high: ikmAt(estimate.range.high, weights),
    estimate,
  }
  return {
    pooled,
    weighted,
    groups,
    unheard: visits.reduce((sum, n, h) => (sums[h]!.n === 0 ? sum + n : sum), 0) / population.visits,
    unlike: weighted !== undefined && areUnlike(leftOut ? interval(all).ikm : pooled.ikm, weighted),
  }
}

function areUnlike(pooled: number, { ikm, low, high, estimate }: WeightedIkm): boolean {
  if (estimate.chance === 0 || Math.abs(pooled - ikm) <= ROUNDING) return false
  return letterOf(pooled) !== letterOf(ikm) || pooled < low - ROUNDING || pooled > high + ROUNDING
}
