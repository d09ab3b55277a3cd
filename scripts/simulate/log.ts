import type { Instant } from '../../shared/kit/time.ts'
import type { Range } from '../../shared/queue/day.ts'
import type { SkmAnswers } from '../../shared/survey/ikm.ts'
import type { Score } from '../../shared/survey/instruments.ts'

/** One ticket as its holder saw it on taking it, or on checking in with it. */
export interface Taken {
  readonly id: string
  readonly number: string
  readonly kind: 'walkIn' | 'booked' | 'late'
  readonly at: Instant
  /** The beginning of a booked slot. */
  readonly slotStart?: Instant
  readonly range: Range | null
  /** What an office usually reckons with: everybody who waits, the mean time so far, the open counters. */
  readonly usual: { readonly waiting: number; readonly meanMs: number; readonly counters: number }
}

/** What happened, as the outside of the server tells it; instants of the simulated day, ranges of the server. */
export interface Log {
  readonly taken: Taken[]
  /** Numbers of bookings made before the day, and those who wanted one and found no place. */
  readonly booked: string[]
  noPlace: number
  /** Bookings that were released because nobody came in time. */
  released: number
  /** Calls acknowledged to a counter, in the order of their answers; `due` or not is the server's business. */
  readonly calls: { readonly id: string; readonly at: Instant; readonly serverAt: Instant; readonly counter: string }[]
  /** When a ticket came into a line again, by coming back or being sent on. */
  readonly again: { readonly id: string; readonly at: Instant }[]
  readonly handledMs: number[]
  readonly ratings: Score[]
  readonly answers: SkmAnswers[]
  served: number
  recalled: number
  missed: number
  returned: number
  transferred: number
  parked: number
  /** Calls that the hall heard, and what was wrong with what it heard. */
  heard: number
  heardOutOfOrder: number
  doubleCalls: number
  /** Refusals and errors that should not have been. */
  readonly errors: string[]
}

export function emptyLog(): Log {
  return {
    taken: [],
    booked: [],
    noPlace: 0,
    released: 0,
    calls: [],
    again: [],
    handledMs: [],
    ratings: [],
    answers: [],
    served: 0,
    recalled: 0,
    missed: 0,
    returned: 0,
    transferred: 0,
    parked: 0,
    heard: 0,
    heardOutOfOrder: 0,
    doubleCalls: 0,
    errors: [],
  }
}
