import type { ErrorCode } from '../kit/errors.ts'
import type { Instant, LocalDate } from '../kit/time.ts'
import type { QueueDay } from '../queue/day.ts'
import type { Estimates } from '../queue/estimate/estimate.ts'
import type { DayEvent } from '../queue/events.ts'
import type { Room } from './reach.ts'

/** A client joins a room with the last `seq` it knows of that date, and gets what it misses. */
export interface JoinRequest {
  readonly office: string
  readonly audience: Room
  readonly known?: { readonly date: LocalDate; readonly seq: number }
}

/** The whole day as an audience may see it, with all ranges. */
export interface Snapshot {
  readonly day: QueueDay
  readonly estimates: Estimates
}

/** What every good answer says; `rehearsal` where all of it is thrown away afterwards. */
interface Joined {
  readonly ok: true
  readonly now: Instant
  readonly rehearsal?: true
}

/**
 * What a room sends on joining: the missing events when they are still at hand, else the snapshot, as JSON in UTF-8: it is
 * written once for all who join.
 */
export type JoinReply =
  | (Joined & { readonly snapshot: ArrayBuffer | Uint8Array<ArrayBuffer> })
  | (Joined & {
      readonly estimates: Estimates
      readonly date: LocalDate
      readonly events: readonly DayEvent[]
    })
  | { readonly ok: false; readonly code: ErrorCode }

/** Events in order. `prev` is the `seq` before the first of them in this room: a client that is elsewhere joins again. */
export interface EventsMessage {
  readonly office: string
  readonly date: LocalDate
  readonly prev: number
  readonly now: Instant
  readonly events: readonly DayEvent[]
}

/** Ranges that changed since the last message; `tickets` holds only the changed ones. */
export interface EstimatesMessage extends Estimates {
  readonly office: string
  readonly date: LocalDate
}

/** Why the server ends a connection that knew somebody. */
export type EndedWhy = 'signedOut' | 'idle' | 'expired' | 'changed' | 'revoked'

/** Server to client. `news`: something of whoever is signed in here has changed. `ended` comes right before the server cuts the connection. `day` asks everybody to join anew (a new date, or a setting that changed the office). */
export interface ServerToClient {
  events: (message: EventsMessage) => void
  estimates: (message: EstimatesMessage) => void
  day: (message: { readonly office: string }) => void
  news: () => void
  ended: (message: { readonly why: EndedWhy }) => void
}

/** Client to server; commands go over HTTP. */
export interface ClientToServer {
  join: (request: JoinRequest, reply: (answer: JoinReply) => void) => void
}
