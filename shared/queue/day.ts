import { foundIn } from '../kit/found-in.ts'
import type { Instant, LocalDate } from '../kit/time.ts'
import type { Doors } from '../office/doors.ts'
import type { queueSettings } from '../office/settings/queue-settings.ts'
import type { serviceSettings } from '../office/settings/service-settings.ts'
import type { PlannedOf } from '../office/settings/setting.ts'
import type { Call, LastAct } from './act.ts'
import type { VisitResult } from './result.ts'
import type { Part, StepDone } from './steps/part.ts'
import type { TicketState } from './states.ts'
import type { Draw, PlannedBooking, SlotPlan, SlotUse } from './slots.ts'

/** Who caused an event. Ids only: names live elsewhere and can be erased. */
export type Actor = `staff:${string}` | `device:${string}` | 'holder' | 'system'

/** A span of instants within which a call is expected (meant to hold four times in five). */
export interface Range {
  readonly from: Instant
  readonly to: Instant
}

/** What the queue needs to know of the office for one day; written into the journal, so a day explains itself. */
export interface DayPlan extends PlannedOf<typeof queueSettings> {
  readonly doors: Doors | null
  readonly services: readonly PlannedService[]
  readonly counters: readonly { readonly id: string; readonly services: readonly string[] }[]
  /** The slots of the day; absent where nothing can be booked. */
  readonly slots?: SlotPlan
}

export interface PlannedService extends Partial<PlannedOf<typeof serviceSettings>> {
  readonly id: string
  readonly letter: string
  readonly typicalMs: number
  readonly open: boolean
  /** It takes nobody new for good, also nobody who is sent on; who waits for it is served. */
  readonly retired?: true
  /** How it is booked; absent where people only walk in. */
  readonly booking?: PlannedBooking
  /** The service that follows from it in the same visit. */
  readonly next?: string
}

/** One stretch of the day for which a place is booked. */
export interface Slot {
  readonly start: Instant
  readonly end: Instant
}

/** A service that is closed for a while, and why; marked, so that no figure blames people for it. */
export interface Closure {
  readonly since: Instant
  readonly reason: CloseReason
  /** When it is meant to open again by itself. */
  readonly until?: Instant
}

/** A closure that is over. */
export interface PastClosure {
  readonly since: Instant
  readonly until: Instant
}

/** Reasons for closing a service for a while. */
export const CLOSE_REASONS = ['systemDown', 'noOfficer', 'noMaterial', 'emergency', 'other'] as const
export type CloseReason = (typeof CLOSE_REASONS)[number]

/** How a ticket came to its place in line. */
export type Joined = 'walkIn' | 'priority' | 'booked' | 'returned' | 'late' | 'transferred' | 'step'

/** Why a number was next, in a form people can be shown. */
export interface Because {
  readonly kind: Joined | 'resumed' | 'picked'
  /** The instant by which the ticket stood in line. */
  readonly due: Instant
  /** How many waited for the same counter when it was called, this one included. */
  readonly among: number
  readonly reason?: PickReason
}

/** Reasons for calling out of order; a closed list, because free text may name people. */
export const PICK_REASONS = ['emergency', 'correction', 'vulnerable', 'other'] as const
export type PickReason = (typeof PICK_REASONS)[number]

/** Reasons for putting a visit aside. */
export const PARK_REASONS = ['documents', 'copy', 'system', 'other'] as const
export type ParkReason = (typeof PARK_REASONS)[number]

/** A part of a visit: at which counter, by whom and for what it was served. */
export interface ServedPart {
  readonly counterId: string
  readonly officerId?: string
  readonly serviceId: string
}

/** One ticket of the day. Fields that an audience may not see are absent, never emptied. */
export interface Ticket {
  /** Place among the day's tickets in the order they were taken, from 0. */
  readonly no: number
  readonly id?: string
  readonly number: string
  readonly serviceId: string
  /** For which service its holder came, once it has gone on to another line. */
  readonly cameFor?: string
  readonly priority: boolean
  /** What it is for: a case of its service, by its id; absent where nobody said. */
  readonly case?: string
  /** What the same visit is for after its present part, in order; once it has ended, what was left undone. */
  readonly later?: readonly Part[]
  /** What it was wished for and its day does not offer: its holder is told. */
  readonly dropped?: readonly Part[]
  /** The steps of the visit that are over; absent where it has only one. */
  readonly been?: readonly StepDone[]
  /** The event of life for which it was taken. */
  readonly lifeEvent?: string
  readonly joined: Joined
  readonly state: TicketState
  /** When its holder came: the number was taken, or the booking checked in. */
  readonly takenAt: Instant
  /** Checked in by its number at a kiosk: its holder may say that it was somebody else. */
  readonly byNumber?: true
  /** Somebody else checked in by its number: from then on its number alone opens nothing. */
  readonly byLinkOnly?: true
  /** When its holder said to be in the hall. */
  readonly hereAt?: Instant
  /** When it was booked, or the waitlist joined. */
  readonly bookedAt?: Instant
  /** The one clock: the smallest due is next. */
  readonly due: Instant
  /** Since when it is in its state. */
  readonly since: Instant
  /** When it came into the line from which it was called or left; absent while it waits, and once its visit is over. */
  readonly queuedAt?: Instant
  readonly counterId?: string
  readonly officerId?: string
  readonly calledAt?: Instant
  readonly startedAt?: Instant
  /** Times called in this visit, recalls included. */
  readonly calls: number
  /** Milliseconds for which it was parked before this visit. */
  readonly heldMs: number
  /** People ahead when it was taken, and the range first shown: what was promised. */
  readonly ahead: number
  readonly promised?: Range
  /** The range told of the line of its present step, where that is a later one, until it lets somebody pass. */
  readonly promisedStep?: Range
  /** The booked slot, or the one that is offered. */
  readonly slot?: Slot
  /** Checked in before its slot: not called before this instant unless nobody else waits. */
  readonly opens?: Instant
  /** Until when an offered place can be accepted. */
  readonly offeredUntil?: Instant
  /** Its place was that of somebody who did not come, and counts in no slot. */
  readonly unclaimed?: true
  /** Why it was cancelled, when the holder did not do it. */
  readonly why?: CancelReason
  /** The counter to which it was transferred: others leave it while that one is open and serves its line. */
  readonly sentTo?: string
  /** The note that came with it, kept apart from the journal. */
  readonly noteId?: string
  /** Who last served a part of it that did not end the visit; absent where nobody did. */
  readonly part?: ServedPart
  /** How its visit ended, where it was not simply complete. */
  readonly result?: VisitResult
}

/** Why the office's own plan took the time of a booking: its day closed, shorter hours, a break, its service off; of a wish, that it is booked no more. */
export const LOST_REASONS = ['dayClosed', 'hours', 'breakTime', 'serviceOff', 'bookingOff'] as const
export type LostReason = (typeof LOST_REASONS)[number]

/** Why a ticket ended without a visit, other than by its holder's wish. */
export const CANCEL_REASONS = ['desk', 'moved', 'void', 'lapsed', 'holder', 'gone', ...LOST_REASONS] as const
export type CancelReason = (typeof CANCEL_REASONS)[number]

/** Why staff void a booking. */
export const VOID_REASONS = ['broker', 'test', 'mistake'] as const
export type VoidReason = (typeof VOID_REASONS)[number]

export interface Counter {
  readonly id: string
  readonly state: 'closed' | 'open' | 'break'
  readonly since: Instant
  readonly services: readonly string[]
  /** Its officer chose these services; absent where it serves what is planned. */
  readonly chosen?: true
  readonly officerId?: string
  /** `no` of the ticket that stands here. */
  readonly current?: number
  /** End of a break. */
  readonly until?: Instant
  /** When the counter last became free; absent before its first ticket. */
  readonly freeSince?: Instant
  /** The last act of its officer there, and since when nobody is there. */
  readonly actedAt?: Instant
  readonly leftAt?: Instant
  /** When somebody who leads the hall asked whether its officer is there; until the answer. */
  readonly nudgedAt?: Instant
}

export interface Waiting {
  readonly no: number
  readonly due: Instant
  /** Before this instant it is called only when nobody else waits. */
  readonly opens?: Instant
  /** The counter to which it was transferred. */
  readonly sentTo?: string
  /** The services that the same visit asks for next. */
  readonly next?: readonly string[]
}

/** The value on which every queue decision is made: one office, one local date. Plain data, shared by structure. */
export interface QueueDay {
  readonly office: string
  readonly date: LocalDate
  /** Number of the last event folded in; 0 before the first. */
  readonly seq: number
  readonly plan: DayPlan | null
  /** Tickets in chunks of 64 by `no`; `null` where an audience does not get one. */
  readonly tickets: readonly (readonly (Ticket | null)[])[]
  readonly taken: number
  /** The last number given of each series, by its letter: a letter that moves to another service repeats nothing. */
  readonly lastNumber: Readonly<Record<string, number>>
  /** Waiting tickets per service, sorted by due, then by no. */
  readonly waiting: Readonly<Record<string, readonly Waiting[]>>
  readonly counters: Readonly<Record<string, Counter>>
  /** What was done last at each counter, so that whoever did it may undo it; only the staff knows it. */
  readonly lastActs: Readonly<Record<string, LastAct<Ticket, Counter>>>
  /** Tickets that wait as if for their first call, though they were called before; only the staff knows it. */
  readonly calledBefore: readonly number[]
  /** The last calls, newest first. */
  readonly calls: readonly Call[]
  /** Recent milliseconds from call to the counter being free again, per service, newest last. */
  readonly paces: Readonly<Record<string, readonly number[]>>
  /** Recent milliseconds between a counter becoming free and its next call while somebody waited. */
  readonly gaps: readonly number[]
  /** What is used of the slots, by `slotKey`. */
  readonly slots: Readonly<Record<string, SlotUse>>
  /** Booking numbers given, per series; a number is given once, whatever becomes of its ticket. */
  readonly bookedNumbers: Readonly<Record<string, readonly number[]>>
  /** Tickets that count against the quota of a service. */
  readonly counted: Readonly<Record<string, number>>
  /** Tickets that wait for a place, per service, in the order of joining. */
  readonly waitlist: Readonly<Record<string, readonly number[]>>
  /** Places of people who did not come and that nobody was offered yet, per service. */
  readonly unclaimed: Readonly<Record<string, number>>
  /** Draws whose window has opened, per service. */
  readonly draws: Readonly<Record<string, Draw>>
  readonly closures: Readonly<Record<string, Closure>>
  /** From when until when a service was closed before, for whose waits nobody is blamed. */
  readonly pastClosures: Readonly<Record<string, readonly PastClosure[]>>
  /** When a service that was closed for a while last opened again. */
  readonly reopened: Readonly<Record<string, Instant>>
  /** When somebody of the staff closed the day; absent before, and where nobody did. */
  readonly settledAt?: Instant
}

/** The day before anything has happened. */
export function emptyDay(office: string, date: LocalDate): QueueDay {
  return {
    office,
    date,
    seq: 0,
    plan: null,
    tickets: [],
    taken: 0,
    lastNumber: {},
    waiting: {},
    counters: {},
    lastActs: {},
    calledBefore: [],
    calls: [],
    paces: {},
    gaps: [],
    slots: {},
    bookedNumbers: {},
    counted: {},
    waitlist: {},
    unclaimed: {},
    draws: {},
    closures: {},
    pastClosures: {},
    reopened: {},
  }
}

export const CHUNK = 64

/** The ticket at `no`, or `undefined` when it does not exist or is not shown to this audience. */
export function ticketAt(day: QueueDay, no: number): Ticket | undefined {
  return day.tickets[Math.floor(no / CHUNK)]?.[no % CHUNK] ?? undefined
}

/** Every ticket that this day holds, in the order taken. */
export function* ticketsOf(day: QueueDay): Generator<Ticket> {
  for (const chunk of day.tickets) for (const ticket of chunk) if (ticket) yield ticket
}

/** The ticket that stands at a counter now. */
export function currentAt(day: QueueDay, counterId: string): Ticket | undefined {
  const no = foundIn(day.counters, counterId)?.current
  return no === undefined ? undefined : ticketAt(day, no)
}
