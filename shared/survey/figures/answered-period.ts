import type { LocalDate } from '../../kit/time.ts'
import type { ToldChannel } from '../collect/channels.ts'
import type { FixedPeriod } from '../fixed-periods.ts'
import type { IkmResult, Method } from '../ikm.ts'
import type { Unsur } from '../instruments.ts'
import { sampleSize } from '../sample-size.ts'
import type { Showing } from '../showing.ts'
import type { Reached } from '../statistics/response.ts'
import { together, type Population, type Sums } from '../statistics/sheet.ts'
import { fewestAnswers } from '../weakest.ts'
import { NINE, resultIn, type Scoring } from './scoring.ts'

/** One service in a period. */
export interface AnsweredService {
  readonly service: string
  readonly showing: Showing
  /** Of the days that are shown of the whole, and the visits of each. */
  readonly sums: Sums
  readonly byDay: ReadonlyMap<LocalDate, number>
  /** Of the whole period as of now, by whatever road they answered. */
  readonly reached: Reached
  /** Of these how many others brought in, on paper or in a file: they answered no invitation. */
  readonly brought?: number
}

/** What visits and questionnaires of a period say, before anything is made of it. */
export interface AnsweredPeriod {
  readonly period: FixedPeriod
  readonly showing: Showing
  /** In the order of the office. */
  readonly services: readonly AnsweredService[]
  /** What the head left out of the figures of the whole unit, as sums to be taken away; those of the services hold it. */
  readonly leftOut?: Sums
  /** What counts; without it the nine in the order of the regulation's body. */
  readonly scoring?: Scoring
  /** Each road on which answers came; of an agency none. */
  readonly channels?: readonly AnsweredChannel[]
  /** The services within which tablets may be told beside phones. */
  readonly beside?: readonly string[]
  /** Why further unsur of the office do not count here, though they were asked. */
  readonly nineOnly?: NineOnly | undefined
}

/** What came on one road. */
export interface AnsweredChannel {
  readonly channel: ToldChannel
  readonly showing: Showing
  /** Of the whole period as of now. */
  readonly answered: number
  /** The nine of the days that are shown of the whole, in each service. */
  readonly services: ReadonlyMap<string, Sums>
}

/**
 * `mixed`: different versions were answered in it; `few`: of too few answers; `without`: the head left some out, of whom the further ones
 * would tell; `short`: figures of a week or a month are of the nine.
 */
export type NineOnly = 'mixed' | 'few' | 'short' | 'without'

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
  readonly scoring: Scoring
  readonly sums: Sums
  readonly result: IkmResult
  readonly population: Population
  /** Fewest answers of which it is shown. */
  readonly floor: number
}

/** The whole of a period; undefined where it is held back or has no IKM. */
export function shownPeriod(of: AnsweredPeriod, rules: FigureRules): ShownPeriod | undefined {
  if (!('through' in of.showing)) return undefined
  const scoring = of.scoring ?? NINE
  const all = [...of.services.map(one => one.sums), ...(of.leftOut ? [of.leftOut] : [])]
  const sums = together(all, scoring.columns.length)
  const finished = of.services.reduce((all, one) => all + one.reached.finished, 0)
  const floor = fewestAnswers(rules.minRatings, sampleSize(finished))
  const result = resultIn(sums, scoring, rules.method)
  if (sums.n < floor || result.ikm === undefined) return undefined
  const visits = of.services.reduce((all, one) => all + visitsOf(one), 0)
  const byDay = new Map<LocalDate, number>()
  for (const one of of.services) for (const [day, n] of one.byDay) byDay.set(day, (byDay.get(day) ?? 0) + n)
  return { of, scoring, sums, result, population: { visits, byDay }, floor }
}

/** Visits of a service on the days that are shown; paper forms may be more than it had. */
export function visitsOf({ sums, byDay }: Pick<AnsweredService, 'sums' | 'byDay'>): number {
  return Math.max(
    sums.n,
    [...byDay.values()].reduce((all, n) => all + n, 0),
  )
}
