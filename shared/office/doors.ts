import type { Instant } from '../kit/time.ts'

/** One stretch of an office's day between two instants. */
export interface Stretch {
  readonly from: Instant
  readonly to: Instant
}

/** The doors of one date: when they open and close, and the breaks between. `null` when the office is closed all day. */
export interface Doors extends Stretch {
  readonly breaks: readonly Stretch[]
}
