import { compareNames } from '../kit/by-name.ts'
import type { LocalDate, Zone } from '../kit/time.ts'
import type { UnitFigures } from '../officer/figures.ts'
import type { WaitPercentile } from '../officer/waits.ts'
import { FLOOR } from '../survey/answered.ts'
import { latestPeriods, type FixedPeriod } from '../survey/fixed-periods.ts'
import type { RatingCounts } from '../survey/mean-interval.ts'
import type { IkmView, RatingsView } from '../survey/quality.ts'
import { compared, type Compared } from './compare.ts'

/** From when to when somebody reads the figures of an office, both days included. */
export interface Term {
  readonly from: LocalDate
  /** `null` while it goes on. */
  readonly to: LocalDate | null
}

/** Work of some days as an observer sees it; `null` of too few. */
export interface ObservedWork {
  readonly served: number | null
  readonly wait: { readonly n: number; readonly p50: WaitPercentile; readonly p90: WaitPercentile | null } | null
}

/** What was read of one office, on its own day and by its own clock. */
export interface Read {
  readonly office: { readonly id: string; readonly name: string; readonly city: string; readonly zone: Zone }
  readonly date: LocalDate
  readonly today: ObservedWork
  readonly period: ObservedWork
  readonly ikm: IkmView
  readonly ratings: RatingsView
  /** The days that the ratings shown are of; none while they are held back. */
  readonly days: readonly RatingCounts[]
}

/** One office beside the others. */
export interface Observed extends Omit<Read, 'ikm' | 'ratings' | 'days'> {
  readonly ikm: { readonly n: number; readonly ikm: number; readonly mutu: string } | null
  readonly ratings: { readonly n: number; readonly mean: number; readonly low: number; readonly high: number } | null
  /** How it stands to the others, on the scale of the ratings; `null` where it cannot be compared. */
  readonly compared: Compared | null
}

const SCALE = 25

/** Whether a term holds on a date. */
export function holdsOn({ from, to }: Term, date: LocalDate): boolean {
  return from <= date && (to === null || date <= to)
}

/** The periods that an observer may choose: quarters, the newest first, which is the last that is over. */
export function observablePeriods(today: LocalDate): readonly FixedPeriod[] {
  return latestPeriods('quarter', today, 5).slice(1)
}

/** The period asked for; undefined where it is none of those: of a half year and one of its quarters the other one could be told. */
export function observedPeriod(key: string | undefined, today: LocalDate): FixedPeriod | undefined {
  const periods = observablePeriods(today)
  return key === undefined ? periods[0] : periods.find(period => period.key === key)
}

/** Figures of some days without those that rest on few people; somebody who waits at three desks is one of them. */
export function observedWork({ done, tickets, wait }: Pick<UnitFigures, 'wait' | 'done' | 'tickets'>): ObservedWork {
  const { n, p50, p90 } = wait
  const few = Math.min(n, tickets) < FLOOR
  return { served: done < FLOOR ? null : done, wait: few || p50 === null ? null : { n, p50, p90 } }
}

/**
 * Offices side by side, by their names and never by a figure. Those whose ratings are shown are compared with each other, from
 * four on; nothing is said of what a figure of its own does not bear.
 */
export function observedOffices(offices: readonly Read[]): readonly Observed[] {
  // Sums of fractions differ by their order in the last digit.
  const all = [...offices].sort((a, b) => compareNames(a.office.name, b.office.name))
  const rated = all.filter(one => one.days.length > 0)
  const standing = compared(rated.map(one => one.days))
  const of = (one: Read): Compared | null => {
    const unit = standing?.[rated.indexOf(one)]
    const scaled = (mark: number) => Math.min(Math.max(mark, 1), 4) * SCALE
    return unit ? { ...unit, estimate: scaled(unit.estimate), low: scaled(unit.low), high: scaled(unit.high) } : null
  }
  return all.map(one => ({
    ...{ office: one.office, date: one.date, today: one.today, period: one.period },
    ikm: ikmOf(one.ikm),
    ratings: ratingsOf(one.ratings),
    compared: of(one),
  }))
}

function ikmOf({ showing, result: { n, ikm, mutu } }: IkmView): Observed['ikm'] {
  return 'through' in showing && ikm !== undefined && mutu !== undefined ? { n, ikm, mutu } : null
}

function ratingsOf({ ratings }: RatingsView): Observed['ratings'] {
  return ratings.shown ? { n: ratings.n, mean: ratings.mean100, low: ratings.low, high: ratings.high } : null
}
