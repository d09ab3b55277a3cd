import type { Instant } from '../../../shared/kit/time.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'

const SECOND = 1_000
const LONGEST_PAUSE_MS = 60 * SECOND

/** Milliseconds until a failed follow-up is tried again: 1 s, then twice as long each time, a minute at most. */
export const pauseOf = (failures: number) => Math.min(SECOND * 2 ** failures, LONGEST_PAUSE_MS)

/** An event that a follower could not follow, or one of the same thing that came after it. */
export interface Aside {
  readonly seq: number
  readonly thing: string
  readonly late: Late
  tries: number
  /** Running time of its next try. */
  due: number
}

/** What an event is about. Events of one thing are followed in their order; no thing waits for another. */
export function thingOf(event: DayEvent): string {
  if ('no' in event) return `ticket ${event.no}`
  if ('start' in event) return `slot ${event.serviceId} ${event.start}`
  if ('serviceId' in event) return `service ${event.serviceId}`
  return 'counterId' in event ? `counter ${event.counterId}` : event.type
}

/** Those whose time has come: of each thing the first alone, for the others wait until it is followed. */
export function dueOf(asides: readonly Aside[], running: number): readonly Aside[] {
  return firsts(asides).filter(aside => aside.due <= running)
}

/** Running time of the next try; `Infinity` when none stands aside. */
export function nextTry(asides: readonly Aside[]): number {
  return Math.min(...firsts(asides).map(aside => aside.due))
}

function firsts(asides: readonly Aside[]): readonly Aside[] {
  return [...new Map([...asides].reverse().map(aside => [aside.thing, aside])).values()].sort((a, b) => a.seq - b.seq)
}

/** Something that waits since an instant, and when this process noticed it. */
export interface Late {
  readonly at: Instant
  /** How old it was then, in milliseconds, and the running time. */
  readonly age: number
  readonly noticed: number
}

export function noticed(at: Instant, now: Instant, running: number): Late {
  return { at, age: Math.max(0, now - at), noticed: running }
}

/** How many milliseconds it is late: never less than it has waited here, for a clock may be set back. */
export function lateness({ at, age, noticed: since }: Late, now: Instant, running: number): number {
  return Math.max(now - at, age + running - since)
}
