import type { Instant } from '../../kit/time.ts'
import type { Range } from '../day.ts'
import { CLASS_ENDS, classOf } from '../range-steps.ts'

/** How far a range reaches below and above the median, in distances of the futures that were played. */
export interface Reach {
  readonly low: number
  readonly high: number
}

/**
 * What an office has learned of its ranges: how far they must reach to hold four times in five, by class of told wait, of the lines
 * into which people come and then of those in which a visit goes on.
 */
export type Tracker = readonly Reach[]

/** A promise, and when it was kept. */
export interface Lesson {
  readonly toldAt: Instant
  readonly range: Range
  readonly calledAt: Instant
  /** Of the line of a later step. */
  readonly later?: boolean
}

/**
 * Where every office starts: a range that begins at once needs less, for it is missed on one side only; a long one more. Rather
 * wide: who serves many learns within a day, and who serves few has little to learn from. A line in which a visit goes on is a
 * short one at few counters, of which each call depends on one visit: a short wait there needs much more.
 */
const START: Tracker = [0.5, 1.15, 1.1, 1.2, 0.9, 1.25, 1.15, 1.2].map(reach => ({ low: reach, high: reach }))
/** Nearly nothing: where a counter is often free, a call is a matter of seconds. */
const LEAST = 0.05
const MOST = 4
/** Small, so that one bad morning does not widen the whole day; larger where promises are many or few, and of later lines. */
const STEPS: readonly number[] = [0.03, 0.015, 0.015, 0.03, 0.04, 0.025, 0.02, 0.03]
/**
 * What a promise of one class teaches the others of its kind of line: what is wrong with a day is seldom wrong with one class
 * alone. The other kind it teaches nothing, for the later lines are few and would follow the first ones; nor does a range that
 * began at once, which mostly holds because a counter is free, and would narrow on calm days those of whoever has to wait.
 */
const SHARED = 0.3
/**
 * Shares of the calls that may come before and after a range, by class: more after it, where the tail is long and dear to cover.
 * More of the short ones, which hold by themselves where a counter is free; fewer of the long ones, of which a whole morning
 * fails at once. Fewer of later lines after it, too: a counter is seldom free there at once.
 */
const BEFORE: readonly number[] = [0.07, 0.07, 0.07, 0.05, 0.07, 0.07, 0.07, 0.05]
const AFTER: readonly number[] = [0.16, 0.135, 0.135, 0.1, 0.14, 0.12, 0.125, 0.1]
const DRAWN_BACK = 0.1
/** What no future tells: how soon somebody presses a button. */
const SLACK_MS = 10_000

/** An office that has seen no promise kept yet. */
export const UNTAUGHT = START

/** The range about the median of the futures that this office has learned to tell. */
export function reachOf(
  tracker: Tracker,
  now: Instant,
  [low, middle, high]: readonly [number, number, number],
  later = false,
): Range {
  const reach = tracker[placeOf(middle - now, later)]!
  return {
    from: middle - reach.low * (middle - low + SLACK_MS),
    to: middle + reach.high * (high - middle + SLACK_MS),
  }
}

/**
 * The tracker after one more promise was kept or not (adaptive conformal inference: Gibbs and Candès, NeurIPS 2021): a call
 * outside widens that side much, one inside narrows it a little, so that in the end one call in five falls outside. Before a range
 * that began at once nobody is called: then all of them may come after it.
 */
export function learn(tracker: Tracker, { toldAt, range, calledAt, later = false }: Lesson): Tracker {
  const own = placeOf((range.from + range.to) / 2 - toldAt, later)
  const atOnce = range.from <= toldAt
  const [before, after] = [BEFORE[own]!, AFTER[own]!]
  const low = atOnce ? 0 : Number(calledAt < range.from) - before
  const high = Number(calledAt > range.to) - (atOnce ? before + after : after)
  return tracker.map((reach, i) => {
    if (i !== own && (atOnce || isLater(i) !== later)) return reach
    const step = STEPS[i]! * (i === own ? 1 : SHARED)
    return { low: bounded(reach.low + step * low), high: bounded(reach.high + step * high) }
  })
}

/** The tracker at the beginning of another day: some way back to where every office starts. */
export function drawnBack(tracker: Tracker): Tracker {
  return tracker.map(({ low, high }, i) => ({
    low: low + DRAWN_BACK * (START[i]!.low - low),
    high: high + DRAWN_BACK * (START[i]!.high - high),
  }))
}

/** Where the class of a told wait stands in a tracker. */
function placeOf(waitMs: number, later: boolean): number {
  return classOf(waitMs) + (later ? CLASS_ENDS.length : 0)
}

function isLater(place: number): boolean {
  return place >= CLASS_ENDS.length
}

/** A tracker from before anything was learned of later lines, with what every office begins with or what was not moved. */
export function whole(tracker: Tracker, begin: Tracker): Tracker {
  return [...tracker, ...begin.slice(tracker.length)]
}

/** No lesson yet. */
export const UNMOVED: Tracker = START.map(() => ({ low: 0, high: 0 }))

/** How far lessons moved a tracker, with what had moved it before. */
export function movedBy(before: Tracker, after: Tracker, known: Tracker): Tracker {
  return known.map(({ low, high }, i) => ({
    low: low + after[i]!.low - before[i]!.low,
    high: high + after[i]!.high - before[i]!.high,
  }))
}

/** A tracker moved so far, within its bounds. */
export function moved(tracker: Tracker, by: Tracker): Tracker {
  return tracker.map(({ low, high }, i) => ({ low: bounded(low + by[i]!.low), high: bounded(high + by[i]!.high) }))
}

function bounded(reach: number): number {
  return Math.min(MOST, Math.max(LEAST, reach))
}
