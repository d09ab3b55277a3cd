import { SECOND } from '../../shared/kit/time.ts'
import { burstOf } from '../../shared/survey/statistics/bursts.ts'
import { ikmInterval, type IkmInterval } from '../../shared/survey/statistics/ikm-interval.ts'
import { letterCertain, letterChances, letterOf } from '../../shared/survey/statistics/letter.ts'
import { lowestUnsur } from '../../shared/survey/statistics/lowest.ts'
import { monthEnd } from '../../shared/survey/statistics/month-end.ts'
import { outlyingShares } from '../../shared/survey/statistics/outlying-shares.ts'
import { changesOf } from '../../shared/survey/statistics/periods.ts'
import { ratesOf, unansweredLower } from '../../shared/survey/statistics/response.ts'
import { sameTexts } from '../../shared/survey/statistics/same-text.ts'
import { samplePlan } from '../../shared/survey/statistics/sample-plan.ts'
import { standardisedChange } from '../../shared/survey/statistics/service-mix.ts'
import type { Population, Respondent } from '../../shared/survey/statistics/sheet.ts'
import { unitIkm } from '../../shared/survey/statistics/unit.ts'
import type { Case } from './cases.ts'

type Input<K extends Case['kind']> = Extract<Case, { kind: K }>['input']

/** What a case gives, under the names of the reference file. */
export function resultOf(one: Case): unknown {
  switch (one.kind) {
    case 'interval':
      return intervalResult(one.input)
    case 'unit':
      return unitResult(one.input)
    case 'plan':
      return one.input.serviceVisits.map(samplePlan)
    case 'compare':
      return compareResult(one.input)
    case 'compareMix':
      return compareMixResult(one.input)
    case 'lowest':
      return lowestResult(one.input)
    case 'burst':
      return burstResult(one.input)
    case 'share':
      return shareResult(one.input)
    case 'monthEnd':
      return monthEndResult(one.input)
    case 'sameText':
      return sameTextResult(one.input)
    case 'response':
      return responseResult(one.input)
  }
}

interface Dated {
  readonly answers: readonly string[]
  readonly day: readonly number[]
}

const respondentsOf = ({ answers, day }: Dated): readonly Respondent[] =>
  answers.map((row, i) => ({
    day: String(day[i]),
    marks: [...row].map(mark => (mark === '-' ? undefined : Number(mark))),
  }))

const servedOf = (input: Dated & { readonly service: readonly number[] }) =>
  respondentsOf(input).map((one, i) => ({ ...one, service: String(input.service[i]) }))

const servicesOf = (visits: readonly number[]) => visits.map((n, h) => ({ service: String(h), visits: n }))

const evenWeights = ([row]: readonly string[]) => Array.from(row!, () => 1 / row!.length)

const byDayOf = (visits: readonly number[]) => new Map(visits.map((n, d) => [String(d), n]))

function populationOf(visits: number | null, dayVisits: readonly number[] | null): Population | undefined {
  return visits === null ? undefined : { visits, byDay: dayVisits === null ? undefined : byDayOf(dayVisits) }
}

/** Infinity, which JSON has no word for, is null. */
const finite = (value: number) => (value === Infinity ? null : value)

function intervalResult(input: Input<'interval'>): object {
  const { weights } = input
  const population = populationOf(input.visits, input.dayVisits)
  const { n, ikm, low, high, estimate, nrr } = ikmInterval({ respondents: respondentsOf(input), weights, population })
  const everybody = estimate.chance === 0
  return {
    n,
    p: estimate.p,
    ikm,
    s2: estimate.spread.s2,
    sigmaE2: estimate.spread.within,
    sigmaB2: estimate.spread.between,
    K: estimate.unevenness,
    b: estimate.chance,
    V: estimate.variance,
    df: estimate.df,
    T: finite(estimate.trials),
    low,
    high,
    letter: letterOf(ikm),
    certain: letterCertain({ n, low, high, everybody }),
    letterProbability: letterChances(estimate, weights),
    nrr: nrr.map(nrrResult),
  }
}

function nrrResult({ n, nrr, low, high, estimate: { variance, df, trials } }: IkmInterval['nrr'][number]): object {
  return { n, nrr, V: variance, df, T: finite(trials), low, high }
}

function unitResult(input: Input<'unit'>): object {
  const { pooled, weighted, groups } = unitIkm({
    respondents: servedOf(input),
    weights: evenWeights(input.answers),
    services: servicesOf(input.serviceVisits),
    byDay: byDayOf(input.dayVisits),
  })
  const own = { ikmPooled: pooled.ikm, pooledLow: pooled.low, pooledHigh: pooled.high }
  if (weighted === undefined) return { groups, ikmWeighted: null, ...own }
  const { ikm, low, high, estimate } = weighted
  const { nrr, variance, chance, inflation, df, trials } = estimate
  const uncertain = { V: variance, b: chance, phi: inflation, df, T: finite(trials) }
  return { groups, nrr, ikmWeighted: ikm, ...uncertain, low, high, ...own }
}

function compareResult({ earlier, later, fixedUnsur }: Input<'compare'>): object {
  const { ikm, unsur } = changesOf({
    earlier: respondentsOf(earlier),
    later: respondentsOf(later),
    weights: evenWeights(earlier.answers),
    fixed: fixedUnsur,
  })
  return {
    ikm,
    unsur: unsur.map(one => ({
      unsur: one.unsur,
      difference: one.difference,
      p: one.p,
      holm: one.holm,
      moreThanChance: one.moreThanChance,
    })),
  }
}

function compareMixResult({ earlier, later, laterServiceVisits }: Input<'compareMix'>): object {
  const change = standardisedChange({
    earlier: servedOf(earlier),
    later: servedOf(later),
    weights: evenWeights(earlier.answers),
    services: servicesOf(laterServiceVisits),
  })
  if (change === undefined) return { groups: null }
  const { groups, plain, ...rest } = change
  return { groups, ...rest, rawDifference: plain }
}

function lowestResult(input: Input<'lowest'>): object {
  const { nrr, gains, mayBe, unclear } = lowestUnsur({
    respondents: respondentsOf(input),
    weights: evenWeights(input.answers),
    population: populationOf(input.visits, input.dayVisits),
  })
  return { nrr, gain: gains.map(({ gain }) => gain), lowestSet: mayBe, unclear }
}

function burstResult({ key, answersAt, baseAt, dailyKey, dailyBase, looks }: Input<'burst'>): object {
  const times = (seconds: readonly number[]) => seconds.map(s => s * SECOND).sort((a, b) => a - b)
  const burst = burstOf({
    key,
    at: times(answersAt),
    beside: times(baseAt),
    daily: (dailyKey ?? []).map((own, day) => ({ own, beside: dailyBase![day]! })),
    looks,
  })
  return {
    count: burst.looks.map(look => look.count),
    base: burst.looks.map(look => look.beside),
    rho: burst.share ?? null,
    lambda: burst.looks.map(look => look.usual),
    p: burst.looks.map(look => look.p),
    limit: burst.limit,
    flagged: burst.flagged.length > 0,
  }
}

function shareResult({ hits, of, twoSided }: Input<'share'>): object {
  const days = hits.map((own, i) => ({ hits: own, of: of[i]! }))
  const { inflation, limit, counters } = outlyingShares(days, twoSided)
  const groups = counters.map(({ share = null, others = null, z = null, flagged }, group) => {
    return { group, share, others, z, flagged }
  })
  return { phi: inflation, limit, groups }
}

function monthEndResult({ answers, invitations, last }: Input<'monthEnd'>): object | null {
  const end = monthEnd(answers, invitations, last)
  if (end === undefined) return null
  const { share, expectedShare, inflation, z, flagged } = end
  return { share, expectedShare, phi: inflation, z, flagged }
}

function sameTextResult({ texts }: Input<'sameText'>): object {
  const { flagged, ...rest } = sameTexts(texts)
  return { ...rest, flagged: flagged.map(({ text, count }) => ({ text, count })) }
}

function responseResult({ ikm, gap, ...reached }: Input<'response'>): object {
  const { invitation, response, reach } = ratesOf(reached)
  const { shifted, gapToLowerLetter = null } = unansweredLower(ikm, reach!, gap)
  return { invitationRate: invitation, responseRate: response, reach, shifted, gapToLowerLetter }
}
