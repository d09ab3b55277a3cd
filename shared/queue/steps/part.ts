import type { Instant } from '../../kit/time.ts'

/** One thing that a visit is for: a service, and which of its cases. */
export interface Part {
  readonly serviceId: string
  readonly case?: string
}

/** A step that is over: what was done at one desk in one go, and the line before it. */
export interface StepDone {
  readonly parts: readonly Part[]
  readonly counterId: string
  readonly officerId?: string
  readonly queuedAt?: Instant
  readonly calledAt?: Instant
  readonly startedAt?: Instant
  readonly endedAt: Instant
}

/** More parts than that make no one visit. */
export const MOST_PARTS = 8
