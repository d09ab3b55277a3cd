import { auditTally } from '../ikm.ts'
import { UNSUR, type Unsur } from '../instruments.ts'
import { toNumber } from '../ratio.ts'
import { lowestUnsur as plannedUnsur } from '../loop/plan.ts'
import { sampleSize } from '../sample-size.ts'
import { ikmInterval, type IkmInterval } from '../statistics/ikm-interval.ts'
import { letterOf } from '../statistics/letter.ts'
import { lowestUnsur, type Lowest } from '../statistics/lowest.ts'
import { ratesOf, unansweredLower, type Rates, type Reached } from '../statistics/response.ts'
import { samplePlan } from '../statistics/sample-plan.ts'
import { unitIkm, type UnitIkm } from '../statistics/unit.ts'
import { fewestAnswers } from '../weakest.ts'
import {
  shownPeriod,
  visitsOf,
  type AnsweredPeriod,
  type AnsweredService,
  type FigureRules,
  type ShownPeriod,
} from './answered-period.ts'
import { channelFigures, tabletFigures } from './by-channel.ts'
import { certaintyOf, rangeOf } from './certainty.ts'
import { comparedWith, trendOf } from './compared.ts'
import { NINE, resultIn, tallyOf, weightsIn, type Scoring } from './scoring.ts'
import {
  REGULATION,
  type PeriodFigures,
  type ProfileTable,
  type ServiceFigures,
  type ShownFigures,
  type UnsurFigures,
  type WeightedFigures,
} from './period-figures.ts'

/** The figures of a period, and what stands beside them. */
export interface Figured {
  readonly now: AnsweredPeriod
  /** The closed periods of the same kind before it, the oldest first; the last is the one just before. */
  readonly earlier: readonly AnsweredPeriod[]
  readonly profile: readonly ProfileTable[]
  readonly rules: FigureRules
}

/** Marks of an unsur in the order of `Sums.marks`. */
const MARKS = 4

/** All figures of a period out of its sums, as far as they may be shown. */
export function figuresOf({ now, earlier, profile, rules }: Figured): PeriodFigures {
  const { period, showing, channels = [] } = now
  const response = reachedOf(now.services.map(invitedOf))
  const achieved = now.services.reduce((sum, one) => sum + one.reached.answered, 0)
  const plan = samplePlan(now.services.map(one => one.reached.finished))
  const shown = shownPeriod(now, rules)
  return {
    ...{ period, showing },
    response: { ...response, channels: channels.map(({ channel, answered }) => ({ channel, answered })) },
    services: now.services.map((one, h) =>
      serviceFigures(one, plan.perService[h]!, { ...rules, scoring: now.scoring ?? NINE }),
    ),
    sample: { population: response.finished, target: plan.total, achieved },
    ...(shown ? { figures: shownFigures(shown, { earlier, profile, rules }) } : {}),
  }
}

function shownFigures(shown: ShownPeriod, { earlier, profile, rules }: Omit<Figured, 'now'>): ShownFigures {
  const { scoring, sums, result, population, floor } = shown
  const { services, nineOnly, channels = [] } = shown.of
  const tablet = tabletFigures(shown.of, rules)
  const weights = weightsIn(scoring, result.method)
  const fixed = rules.fixed.map(name => UNSUR.indexOf(name))
  const unit = unitIkm({
    respondents: new Map(services.map(one => [one.service, one.sums])),
    weights,
    services: services.map(one => ({
      service: one.service,
      visits: visitsOf(one),
      hidden: !('through' in one.showing),
    })),
    byDay: population.byDay,
    leftOut: shown.of.leftOut,
  })
  const certainty = certaintyOf(unit.pooled, { weights, visits: population.visits, floor, unlike: unit.unlike })
  const lowest = lowestUnsur({ respondents: sums, weights, population, fixed })
  const hidden = certainty.hidden !== undefined
  const of = { n: result.n, unsur: { ...result.extra, ...result.unsur } }
  const { pooled } = unit
  return {
    ...{ regulation: REGULATION, result, certainty, profile },
    ...(shown.of.leftOut ? { leftOut: -shown.of.leftOut.n } : {}),
    ...(scoring.extra.length > 0 ? { ownWeights: true as const } : {}),
    ...(nineOnly ? { nineOnly } : {}),
    audit: auditTally(tallyOf(sums)),
    unsur: scoring.order.map(u => unsurFigures(u, { shown, pooled, lowest, judged: !fixed.includes(u), hidden })),
    ...(unit.weighted && !hidden ? { weighted: weightedFigures(unit, services) } : {}),
    lowest: {
      three: lowest.unclear ? [] : plannedUnsur(of, rules.fixed.includes('biaya')),
      highest: lowest.highest.map(u => scoring.columns[u]!),
      mayBe: lowest.unclear ? [] : lowest.mayBe.map(u => scoring.columns[u]!),
      unclear: lowest.unclear,
      thirdUnsure: lowest.thirdUnsure,
    },
    channels: channelFigures(channels, rules),
    ...(tablet ? { tablet } : {}),
    unanswered: { ...unansweredLower(pooled.ikm, sums.n / population.visits, rules.gap), gap: rules.gap },
    compared: comparedWith(earlier.at(-1), shown, rules, fixed),
    trend: trendOf(earlier, shown, rules, fixed),
  }
}

function unsurFigures(
  u: number,
  of: {
    readonly shown: ShownPeriod
    readonly pooled: IkmInterval
    readonly lowest: Lowest
    readonly judged: boolean
    readonly hidden: boolean
  },
): UnsurFigures {
  const { scoring, sums, result } = of.shown
  const name = scoring.columns[u]!
  const further = scoring.extra.find(one => one.key === name)
  const own = further ? result.extra![name]! : result.unsur[name as Unsur]!
  const given = (mark: number) => sums.marks[u * MARKS + mark - 1]!
  const { gain: points, ...range } = of.lowest.gains[u]!
  return {
    ...own,
    unsur: name,
    ...(further ? { asked: further } : {}),
    ...(scoring.weights ? { weight: toNumber(scoring.weights[u]!) } : {}),
    marks: [given(1), given(2), given(3), given(4)],
    blank: result.n - own.n,
    fixed: !of.judged,
    ...(of.judged && !of.hidden ? { interval: rangeOf(of.pooled.nrr[u]!), gain: { points, ...range } } : {}),
  }
}

function weightedFigures(
  { weighted, groups, unheard, unlike }: UnitIkm,
  services: readonly AnsweredService[],
): WeightedFigures {
  const { ikm, low, high } = weighted!
  return {
    ...{ ikm, low, high, unheard, unlike, mutu: letterOf(ikm) },
    groups: [...new Set(groups)].map(group => services.filter((_, h) => groups[h] === group).map(one => one.service)),
  }
}

function serviceFigures(
  one: AnsweredService,
  planned: number,
  { method, minRatings, scoring }: FigureRules & { readonly scoring: Scoring },
): ServiceFigures {
  const { service, showing, sums, byDay, reached } = one
  const ownTarget = sampleSize(reached.finished)
  const floor = fewestAnswers(minRatings, ownTarget)
  const result = resultIn(sums, scoring, method)
  const shown = 'through' in showing && sums.n >= floor && result.ikm !== undefined
  const certainty = () => {
    const weights = weightsIn(scoring, result.method)
    const visits = visitsOf({ sums, byDay })
    return certaintyOf(ikmInterval({ respondents: sums, weights, population: { visits, byDay } }), {
      ...{ weights, floor, visits },
    })
  }
  return {
    ...{ service, showing, planned, ownTarget },
    visits: reached.finished,
    answered: reached.answered,
    response: reachedOf([invitedOf(one)]),
    ...(shown ? { shown: { result, certainty: certainty() } } : {}),
  }
}

/** Who answered an invitation, without those whose answers others brought in. */
function invitedOf({ reached, brought = 0 }: AnsweredService): Reached {
  return { ...reached, answered: reached.answered - brought }
}

function reachedOf(all: readonly Reached[]): Reached & Rates {
  const sum = (key: keyof Reached) => all.reduce((total, one) => total + one[key], 0)
  const reached = { finished: sum('finished'), invited: sum('invited'), answered: sum('answered') }
  return { ...reached, ...ratesOf(reached) }
}
