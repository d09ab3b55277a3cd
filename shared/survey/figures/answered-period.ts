import type { LocalDate } from '../../kit/time.ts'
import type { FixedPeriod } from '../fixed-periods.ts'
import { ikmFromTally, type IkmResult, type Method, type Tally } from '../ikm.ts'
import { UNSUR, type Unsur } from '../instruments.ts'
import { sampleSize } from '../sample-size.ts'
import type { Showing } from '../showing.ts'
import type { Reached } from '../statistics/response.ts'
import { together, type Population, type Sums } from '../statistics/sheet.ts'
import { fewestAnswers } from '../weakest.ts'

/** One service in a period. */
export interface AnsweredService {
  readonly service: string
  readonly showing: Showing
  /** Of the days that are shown of the whole, and the visits of each. */
  readonly sums: Sums
  readonly byDay: ReadonlyMap<LocalDate, number>
  /** Of the whole period as of now. */
  readonly reached: Reached
}

/** What visits and questionnaires of a period say, before anything is made of it. */
export interface AnsweredPeriod {
  readonly period: FixedPeriod
  readonly showing: Showing
  /** In the order of the office. */
  readonly services: readonly AnsweredService[]
  /** What the head left out of the figures of the whole unit, as sums to be taken away; those of the services hold it. */
  readonly leftOut?: Sums
}

/** How the figures are made of it. */
export interface FigureRules {
  readonly method: Method
  readonly minRatings: number
  /** Unsur that nobody judges. */
  readonly fixed: readonly Unsur[]
  /** Points by which those who did not answer may be lower. */
  readonly gap: number
}

/** A period that is shown and has an IKM. */
export interface ShownPeriod {
  readonly of: AnsweredPeriod
  readonly sums: Sums
  readonly result: IkmResult
  readonly population: Population
  /** Fewest answers of which it is shown. */
  readonly floor: number
}

/** The whole of a period; undefined where it is held back or has no IKM. */
export function shownPeriod(of: AnsweredPeriod, rules: FigureRules): ShownPeriod | undefined {
  if (!('through' in of.showing)) return undefined
  const sums = together([...of.services.map(one => one.sums), ...(of.leftOut ? [of.leftOut] : [])], UNSUR.length)
  const finished = of.services.reduce((all, one) => all + one.reached.finished, 0)
  const floor = fewestAnswers(rules.minRatings, sampleSize(finished))
  const result = ikmFromTally(tallyOf(sums), rules.method)
  if (sums.n < floor || result.ikm === undefined) return undefined
  const visits = of.services.reduce((all, one) => all + visitsOf(one), 0)
  const byDay = new Map<LocalDate, number>()
  for (const one of of.services) for (const [day, n] of one.byDay) byDay.set(day, (byDay.get(day) ?? 0) + n)
  return { of, sums, result, population: { visits, byDay }, floor }
}

/** Visits of a service on the days that are shown; paper forms may be more than it had. */
export function visitsOf({ sums, byDay }: Pick<AnsweredService, 'sums' | 'byDay'>): number {
  return Math.max(
    sums.n,
    [...byDay.values()].reduce((all, n) => all + n, 0),
  )
}

/** The sums as the IKM is made of them. */
export function tallyOf({ n, unsur, both, first }: Sums): Tally {
  const of = UNSUR.map((name, u) => [name, { n: both[u * unsur + u]!, sum: first[u * unsur + u]! }] as const)
  return { n, unsur: Object.fromEntries(of.filter(([, one]) => one.n > 0)) }
}
