import type { LocalDate, Instant } from '../../shared/kit/time.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import { wholePlan } from '../../shared/queue/whole-plan.ts'

/** The present state of a ticket as a row, for queries; the journal stays the truth. */
export interface TicketRow {
  readonly id: string
  readonly office: string
  readonly date: LocalDate
  readonly no: number
  readonly number: string
  readonly service_id: string
  readonly state: string
  readonly priority: number
  /** When its number was taken; of a booking when it was checked in, or the beginning of its slot if that is later. */
  readonly taken_at: Instant
  /** When it came into the line in which it waits, or from which it was called or left; `null` outside of one. */
  readonly queued_at: Instant | null
  /** Instant of the latest call; the store keeps the first one in `first_called_at`. */
  readonly called_at: Instant | null
  readonly ended_at: Instant | null
  /** When it was booked; `null` for a walk-in. */
  readonly booked_at: Instant | null
  /** Beginning of the booked slot. */
  readonly slot_start: Instant | null
  /** When its holder came into line; `null` for a booking that has not come (yet). */
  readonly arrived_at: Instant | null
  readonly ahead: number
  readonly promised_from: Instant | null
  readonly promised_to: Instant | null
  /** Why it was cancelled; `null` where its holder did it. */
  readonly why: string | null
}

/** One visit to a counter, written once when it ends. */
export interface VisitRow {
  readonly office: string
  readonly date: LocalDate
  readonly no: number
  /** The journal's `seq` of the event that ended it. */
  readonly seq: number
  readonly counter_id: string
  readonly officer_id: string
  readonly service_id: string
  /** When it came into the line from which it was called; `null` of one that was fetched without a line. */
  readonly queued_at: Instant | null
  readonly called_at: Instant
  readonly started_at: Instant | null
  readonly ended_at: Instant
  readonly held_ms: number
  readonly calls: number
  readonly priority: number
  /** `step`: the service was finished and the visit went on to its next step. */
  readonly outcome: 'done' | 'step' | 'missed' | 'transferred' | 'parked' | 'takenOver' | 'otherHolder' | 'unserved'
  /** JSON of how a finished visit ended; `null` where it was simply complete, or is not finished. */
  readonly result: string | null
  /** What it was for: a case of its service; `null` where nobody said. */
  readonly case_id: string | null
  /** How many services were done in one go; `null` of one. */
  readonly parts: number | null
  /** What was promised of the line of a later step; `null` of a first one, whose promise its ticket keeps. */
  readonly promised_from: Instant | null
  readonly promised_to: Instant | null
}

/** The right to answer the survey of one finished visit, once. */
export interface InvitationRow {
  readonly ticket_id: string
  readonly office: string
  readonly date: LocalDate
  readonly service_id: string
  readonly counter_id: string
  readonly officer_id: string
  readonly minted_at: Instant
  /** 1: also invited to the nine questions, not only to the rating. */
  readonly chosen: 0 | 1
}

/** New events of one queue day with the rows projected from them. */
export interface Entry {
  readonly office: string
  readonly date: LocalDate
  readonly events: readonly DayEvent[]
  readonly tickets: readonly TicketRow[]
  readonly visits: readonly VisitRow[]
  readonly invitations: readonly InvitationRow[]
  /** Absent where nothing was undone. */
  readonly undone?: Undone
}

/** What of the rows goes with acts that were undone. */
export interface Undone {
  /** Tickets, by their `no`, whose first call was undone: the calls of this batch alone count. */
  readonly uncalled: readonly number[]
  /** The visits, by the `seq` of the event that had ended each. */
  readonly visits: readonly number[]
  /** Tickets whose invitation goes, unless somebody has answered: what was said stays said. */
  readonly invitations: readonly string[]
  /** The notes, by their id, that were written with them. */
  readonly notes: readonly string[]
}

/** The event that was written last. */
export interface Head {
  readonly office: string
  readonly date: LocalDate
  readonly seq: number
  readonly at: Instant
}

/** Somebody else wrote this `seq` first; nothing of the batch was kept. */
export class JournalClash extends Error {}

/** Where a queue day's events live. */
export interface Journal {
  /** Events of a day after `after` (0 for all), in order. */
  read(office: string, date: LocalDate, after?: number): Promise<readonly DayEvent[]>
  /** Writes all entries with their rows in one transaction; on disk when it resolves, none of it when it throws. */
  append(entries: readonly Entry[]): Promise<void>
}

/** Events as they were written; a plan of an earlier version has the settings that it could not know at their defaults. */
export function eventsRead(bodies: readonly string[]): readonly DayEvent[] {
  const written = JSON.parse(`[${bodies.join(',')}]`) as readonly DayEvent[]
  return written.map(event => (event.type === 'dayPlanned' ? { ...event, plan: wholePlan(event.plan) } : event))
}

/** An invitation that nobody has answered by. */
export const UNUSED_INVITATION = 'invitations.rated_key is null and invitations.answered_key is null'

/** A visit that ended anew after its end was undone invites anew; who has answered is not asked again. */
export const ON_KNOWN_INVITATION = `on conflict (ticket_id) do update set
  date = excluded.date, service_id = excluded.service_id, counter_id = excluded.counter_id,
  officer_id = excluded.officer_id, minted_at = excluded.minted_at,
  chosen = excluded.chosen
  where ${UNUSED_INVITATION}`
