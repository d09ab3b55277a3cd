import { addDays, type LocalDate } from '../kit/time.ts'
import { PART_KINDS, periodAt, type FixedPeriod } from './fixed-periods.ts'
import { auditTally, ikmFromTally, type AuditLine, type IkmResult, type Method, type Tally } from './ikm.ts'
import type { RatingCounts } from './mean-interval.ts'
import { ratingSummary, type RatingSummary } from './rating.ts'
import { sampleSize } from './sample-size.ts'
import { FLOOR, type Floors } from './answered.ts'
import type { Showing } from './showing.ts'
import { fewestAnswers } from './weakest.ts'

/** The IKM of a period, of the whole office or one part, with how it was computed; without a figure while it is held back. */
export interface IkmView {
  readonly period: FixedPeriod
  readonly showing: Showing
  /** Of the days that are shown. */
  readonly result: IkmResult
  /** The same answers by the other methods that offices use. */
  readonly audit: readonly AuditLine[]
  /** As of now: users of the service in the period, the sample that the regulation asks for, and how many have answered. */
  readonly sample: { readonly population: number; readonly target: number; readonly achieved: number }
  /** How many of the whole unit are left out, because the head decided so. */
  readonly leftOut?: number
}

/** The one-tap ratings of a period, of the unit; only how many there are while they are held back. */
export interface RatingsView {
  readonly period: FixedPeriod
  readonly showing: Showing
  /** Ratings given for visits of the period as of now. */
  readonly answered: number
  readonly ratings: RatingSummary
}

/**
 * The floors of the answers to the SKM: a counter on a day is a person, so the office's minimum counts for counters, and for a
 * service that one of them or one officer alone serves. In a hall of several agencies each of them is a part as well. After all of them,
 * so that none is held back for it, comes each road on which answers came.
 */
export function answerFloors(minRatings: number, agencies = false): Floors {
  const alone = Math.max(FLOOR, minRatings)
  const places = { ...(agencies ? { agency: FLOOR } : {}), service: FLOOR, counter: alone }
  return { whole: FLOOR, parts: { ...places, channel: FLOOR }, alone }
}

/** The floors of the ratings, which are of persons, and of the places where they sit. */
export function ratingFloors(minRatings: number): Floors {
  const floor = Math.max(FLOOR, minRatings)
  return { whole: floor, parts: { officer: floor, counter: floor } }
}

/** Whether a period has figures of a part of the office. */
export function hasParts({ kind }: Pick<FixedPeriod, 'kind'>): boolean {
  return (PART_KINDS as readonly string[]).includes(kind)
}

/** The periods among which one is chosen for whoever names none, the first that shows something: this quarter, or the last. */
export function usualPeriods(today: LocalDate): readonly [FixedPeriod, FixedPeriod] {
  const running = periodAt('quarter', today)
  return [running, periodAt('quarter', addDays(running.from, -1))]
}

/**
 * What may be seen of an IKM: `sums` are of the days shown, `achieved` and `population` of the whole period as of now. Of fewer
 * answers than an IKM needs only their number is told.
 */
export function ikmView(
  { period, showing }: Pick<IkmView, 'period' | 'showing'>,
  sums: Tally,
  of: { readonly method: Method; readonly minRatings: number; readonly population: number; readonly achieved: number },
): IkmView {
  const { method, minRatings, population, achieved } = of
  const target = sampleSize(population)
  const n = 'through' in showing ? sums.n : 0
  const shown = { n, unsur: n >= fewestAnswers(minRatings, target) ? sums.unsur : {} }
  return {
    period,
    showing,
    result: ikmFromTally(shown, method),
    audit: auditTally(shown),
    sample: { population, target, achieved },
  }
}

/** What may be seen of ratings: `days` are those shown, each with its counts; `answered` is of the whole period as of now. */
export function ratingsView(
  { period, showing }: Pick<RatingsView, 'period' | 'showing'>,
  days: readonly RatingCounts[],
  { answered, floor }: { readonly answered: number; readonly floor: number },
): RatingsView {
  const ratings =
    'through' in showing ? ratingSummary(days, floor) : { shown: false as const, n: answered, nMin: floor }
  return { period, showing, answered, ratings }
}
