import { MINUTE, type Instant } from '../kit/time.ts'
import type { QueueDay, Range } from './day.ts'
import { standstillOf } from './standstill.ts'

/** Steps in which a range is told. */
export const STEP_MS = 5 * MINUTE
/** A call within so long comes any moment now. */
export const SOON_MS = 3 * MINUTE

/** Ends of the classes of told wait in minutes; the last holds all that are longer. */
export const CLASS_ENDS: readonly number[] = [5, 20, 45, Infinity]

/** The class of a told wait. */
export function classOf(waitMs: number): number {
  return CLASS_ENDS.findIndex(end => waitMs < end * MINUTE)
}

/** How a range is told at an instant: nothing for now, because all stands still, or what its range says. */
export type Telling = { readonly kind: 'held' } | RangeTelling

/** A call that is about to come, one before an instant, or one between two. */
type RangeTelling =
  | { readonly kind: 'soon' }
  | { readonly kind: 'by'; readonly to: Instant; readonly minutes: number }
  | {
      readonly kind: 'between'
      readonly from: Instant
      readonly to: Instant
      readonly minutes: readonly [number, number]
    }

/**
 * The one way in which every screen tells a range: by the clock, or in minutes from now by the nearest five.
 * @example tellingOf({ from: 0, to: 720_000 }, 120_000) // { kind: 'by', to: 720_000, minutes: 10 }
 */
export function tellingOf({ from, to }: Range, now: Instant): RangeTelling {
  if (to - now <= SOON_MS) return { kind: 'soon' }
  const far = Math.max(STEP_MS, nearest(to - now))
  const near = nearest(from - now)
  // "3 to 25 minutes" says no more than "up to 25".
  if (from - now < STEP_MS) return { kind: 'by', to, minutes: far / MINUTE }
  return { kind: 'between', from, to, minutes: [near / MINUTE, Math.max(far, near + STEP_MS) / MINUTE] }
}

/** How the wait of somebody who comes now is told, from the range of a service; `undefined` where nothing can be said. */
export function waitTelling(day: QueueDay, range: Range | null | undefined, now: Instant): Telling | undefined {
  return waitTeller(day, now)(range)
}

/** The same for all services of a day: whether all stands still is looked for once. */
export function waitTeller(day: QueueDay, now: Instant): (range: Range | null | undefined) => Telling | undefined {
  const held = standstillOf(day, now) !== undefined
  return range => (held ? { kind: 'held' } : range ? tellingOf(range, now) : undefined)
}

function nearest(ms: number): number {
  return Math.round(ms / STEP_MS) * STEP_MS
}
