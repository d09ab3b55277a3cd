import { addDays } from '../../kit/time.ts'
import { periodAt } from '../fixed-periods.ts'
import { whyNotComparable, type ComparedPeriod } from '../statistics/comparable.ts'
import { ikmInterval } from '../statistics/ikm-interval.ts'
import { nrrOf } from '../statistics/linearised.ts'
import { changesOf, stepsOf, type Change } from '../statistics/periods.ts'
import { mixMoved, standardisedChange } from '../statistics/service-mix.ts'
import { shownPeriod, visitsOf, type AnsweredPeriod, type FigureRules, type ShownPeriod } from './answered-period.ts'
import { certaintyOf } from './certainty.ts'
import { weightsIn, type Scoring } from './scoring.ts'
import { REGULATION, type ComparedFigures, type TrendPoint } from './period-figures.ts'

/** A period beside the one before it, or why it is not. */
export function comparedWith(
  earlier: AnsweredPeriod | undefined,
  later: ShownPeriod,
  rules: FigureRules,
  fixed: readonly number[],
): ComparedFigures {
  const { period } = later.of
  const before = earlier?.period ?? periodAt(period.kind, addDays(period.from, -1))
  const shown = earlier && shownPeriod(earlier, rules)
  if (!shown) return { before, whyNot: 'heldBack' }
  const whyNot = whyNotComparable(facts(shown, fixed), facts(later, fixed))
  if (whyNot !== undefined) return { before, whyNot }
  const weights = weightsIn(later.scoring, later.result.method)
  const { ikm, smallestSeen, unsur } = changesOf({ earlier: shown.sums, later: later.sums, weights, fixed })
  const moved = servicesMoved(shown.of, later.of)
  const standardised = moved ? withOneMix(shown.of, later.of, weights) : undefined
  return {
    ...{ before, ikm, mixMoved: moved },
    // Of the difference that counts.
    smallestSeen: standardised ? (standardised.high - standardised.low) / 2 : smallestSeen,
    ...(standardised ? { standardised } : {}),
    unsur: unsur.map(({ unsur: u, difference, low, high, moreThanChance }) => {
      return { unsur: later.scoring.columns[u]!, difference, low, high, moreThanChance }
    }),
  }
}

/** The periods that are shown, with the steps between neighbours. */
export function trendOf(
  earlier: readonly AnsweredPeriod[],
  now: ShownPeriod,
  rules: FigureRules,
  fixed: readonly number[],
): readonly TrendPoint[] {
  const shown = [...earlier.flatMap(one => shownPeriod(one, rules) ?? []), now]
  const weights = shown.map(one => weightsIn(one.scoring, one.result.method))
  const comparable = (later: number) => {
    const [a, b] = [shown[later - 1]!, shown[later]!]
    const neighbours = addDays(a.of.period.to, 1) === b.of.period.from
    return neighbours && whyNotComparable(facts(a, fixed), facts(b, fixed)) === undefined
  }
  const steps = stepsOf(
    shown.map(one => one.sums),
    weights,
    comparable,
  )
  return shown.map(({ of, sums, result, population, floor }, i): TrendPoint => {
    const own = weights[i]!
    const whole = ikmInterval({ respondents: sums, weights: own, population })
    const { interval } = certaintyOf(whole, { weights: own, visits: population.visits, floor })
    const step = steps[i - 1]
    return {
      ...{ period: of.period, n: sums.n, ikm: result.ikm!, mutu: result.mutu! },
      ...(interval ? { interval } : {}),
      ...(step ? { step: changeOf(step) } : {}),
    }
  })
}

function facts({ of, scoring, sums, result }: ShownPeriod, fixed: readonly number[]): ComparedPeriod {
  return {
    ...{
      from: of.period.from,
      to: of.period.to,
      closed: true,
      instrument: instrumentOf(of, scoring),
      regulation: REGULATION,
    },
    ...{ weights: weightsIn(scoring, result.method), n: sums.n, days: sums.days.length },
    unsur: nrrOf(sums).flatMap(({ n }, u) => (fixed.includes(u) ? [] : [n])),
  }
}

/** The questions whose marks these are; those of a period that mixes versions are those of no other. */
function instrumentOf({ period, nineOnly }: AnsweredPeriod, scoring: Scoring): string {
  return nineOnly && nineOnly !== 'short' ? `${period.key} ${nineOnly}` : scoring.key
}

/** Services of both periods in the order of the later one, each once. */
function bothServices(earlier: AnsweredPeriod, later: AnsweredPeriod) {
  const of = (period: AnsweredPeriod) => new Map(period.services.map(one => [one.service, one]))
  const [before, after] = [of(earlier), of(later)]
  return [...new Set([...after.keys(), ...before.keys()])].map(service => {
    return { service, before: before.get(service), after: after.get(service) }
  })
}

function servicesMoved(earlier: AnsweredPeriod, later: AnsweredPeriod): boolean {
  const services = bothServices(earlier, later)
  return mixMoved(
    services.map(one => one.before?.sums.n ?? 0),
    services.map(one => one.after?.sums.n ?? 0),
  )
}

function withOneMix(earlier: AnsweredPeriod, later: AnsweredPeriod, weights: readonly number[]): Change | undefined {
  const sums = (period: AnsweredPeriod) => new Map(period.services.map(one => [one.service, one.sums]))
  const services = bothServices(earlier, later).map(({ service, before, after }) => ({
    service,
    visits: after ? visitsOf(after) : 0,
    hidden: [before, after].some(one => one !== undefined && !('through' in one.showing)),
  }))
  const change = standardisedChange({ earlier: sums(earlier), later: sums(later), weights, services })
  return change && changeOf(change)
}

function changeOf({ difference, low, high, moreThanChance }: Change): Change {
  return { difference, low, high, moreThanChance }
}
