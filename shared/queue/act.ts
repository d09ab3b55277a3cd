import type { Instant } from '../kit/time.ts'
import type { TicketState } from './states.ts'

/** For so long the last act at a counter may be undone. */
export const UNDO_MS = 30_000

/** Acts at a counter that can be undone. A repeated call has no effect of its own; it goes with its call. */
export const UNDOABLE = [
  ...(['callNext', 'resume', 'start', 'finish', 'skip', 'transfer', 'park'] as const),
  ...(['wrongHolder', 'takeOver', 'planSteps'] as const),
] as const
export type UndoableVerb = (typeof UNDOABLE)[number]

/** What such acts do with a ticket. */
export const STEPS = [
  'ticketCalled',
  'ticketStarted',
  'ticketFinished',
  'stepFinished',
  'ticketSkipped',
  'ticketTransferred',
  'ticketParked',
  'holderRefused',
  'ticketPutBack',
  'ticketTakenOver',
  'ticketUnserved',
  'stepsPlanned',
] as const
export type UndoableStep = (typeof STEPS)[number]

/** One call as the hall shows it. */
export interface Call {
  readonly seq: number
  readonly no: number
  readonly number: string
  readonly counterId: string
  readonly serviceId: string
  readonly at: Instant
}

/** What one event of an act replaced, so that it can be brought back; `T` is a ticket of the day. */
export interface ActStep<T> {
  readonly seq: number
  readonly type: UndoableStep
  /** The ticket before it. */
  readonly ticket: T
  /** How the ticket stood after it: if it stands otherwise by now, somebody else went on with it. */
  readonly left: Standing
  /** What stood at the counter before it, and since when it had been free. */
  readonly current?: number
  readonly freeSince?: Instant
  /** The ticket's call that the hall showed before it. */
  readonly call?: Call
  /** Milliseconds that it added to the paces of the ticket's service, and to the gaps. */
  readonly pace?: number
  readonly gap?: number
}

/** What anybody's act on a ticket changes. */
interface Standing {
  readonly state: TicketState
  readonly since: Instant
  readonly due: Instant
  readonly serviceId: string
}

/** The last act at a counter; `C` is a counter of the day. */
export interface LastAct<T, C> {
  /** `seq` of its first event: its name. */
  readonly seq: number
  readonly verb: UndoableVerb
  readonly at: Instant
  /** Since when the counter had been open: it has not been left, rested or opened anew since the act. */
  readonly since: Instant
  /** One for most acts, two where calling the next finished who stood there, none where an empty counter was freed. */
  readonly steps: readonly ActStep<T>[]
  /** Of a takeover: who did it, and the counters that it freed and filled. */
  readonly freed?: Freed<C>
}

/** The counters of a takeover, the one that was left first, as they stood before and after it. */
export interface Freed<C> {
  readonly by: string
  /** `seq` of its last event. */
  readonly upTo: number
  readonly before: readonly C[]
  readonly after: readonly C[]
}
