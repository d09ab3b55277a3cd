import type { Instant } from '../kit/time.ts'
import type { Actor, CancelReason, CloseReason, DayPlan, ParkReason, PickReason, Range, VoidReason } from './day.ts'
import type { LeftWhy, SettleEnd, TakeoverEnd, TakeoverReason } from './leaving.ts'
import type { VisitResult } from './result.ts'
import type { Part } from './steps/part.ts'

/** What every command carries: an id made by the client, so that a retry is the same command, and who gives it. */
export interface CommandHead {
  readonly id: string
  readonly by: Actor
  /** A digest of what is asked and for whom; made of the command itself where it is not given. */
  readonly asked?: string
}

/** How a visit ends: its service yields a document unless the officer says that this visit asks for none. */
export interface Finishing {
  readonly document?: false
  /** How it ended, where it was not simply complete. */
  readonly result?: VisitResult
  /** How many parts of the visit were done here; where nobody says, all that the counter serves in a row. */
  readonly parts?: number
  /** What the visit asks for beside them is not needed: it ends. */
  readonly rest?: 'notNeeded'
  /** What its holder is told of the line into which the visit goes on, if it goes on into that one. */
  readonly promised?: { readonly serviceId: string; readonly range: Range }
}

/**
 * The id of the ticket that the officer means to stand at the counter, `null` for none: an act that comes late or again
 * touches no other one. Absent where it is all the same.
 */
export interface Meaning {
  readonly meant?: string | null
}

/** An entry of a draw in its turn: the ticket that it becomes, and its wishes as places of the list of slots. */
export interface DrawnEntry {
  readonly ticketId: string
  readonly wishes: readonly number[]
  readonly anySlot: boolean
  readonly priority: boolean
  readonly case?: string
}

/** What a visit is for beside its first service, where it was taken for an event of life. */
export interface Wished {
  readonly later?: readonly Part[]
  /** What it was wished for before, and its day did not offer. */
  readonly dropped?: readonly Part[]
  readonly lifeEvent?: string
}

/** An act on the ticket at a counter that needs no more words. */
interface PlainAct<V extends string> extends Meaning {
  readonly verb: V
  readonly counterId: string
}

/** What the desk can ask, in the verbs of the desk. */
export type Request =
  | { readonly verb: 'planDay'; readonly plan: DayPlan }
  | ({
      readonly verb: 'takeTicket'
      readonly serviceId: string
      readonly priority: boolean
      readonly ticketId: string
      readonly promised?: Range
      /** A case of the service, by its id. */
      readonly case?: string
    } & Wished)
  | ({
      readonly verb: 'callNext'
      readonly counterId: string
      readonly pick?: { no: number; reason: PickReason }
    } & Finishing &
      Meaning)
  | ({
      readonly verb: 'finish'
      readonly counterId: string
      /** When the day of the visit ended, where it has. */
      readonly dayEnded?: Instant
    } & Finishing &
      Meaning)
  | PlainAct<'recall'>
  | PlainAct<'skip'>
  | PlainAct<'start'>
  | PlainAct<'wrongHolder'>
  | {
      readonly verb: 'undo'
      readonly counterId: string
      /** `seq` of the first event of the act that is meant; absent where it is all the same. */
      readonly act?: number
    }
  | { readonly verb: 'closeCounter'; readonly counterId: string }
  | ({
      readonly verb: 'transfer'
      readonly counterId: string
      readonly serviceId: string
      /** The counter that is to call it. */
      readonly sentTo?: string
      /** A note to the next officer, kept apart from the journal. */
      readonly noteId?: string
    } & Meaning)
  /** What the visit at the counter is still for after its present part, as its officer sees it. */
  | ({ readonly verb: 'planSteps'; readonly counterId: string; readonly later: readonly Part[] } & Meaning)
  | { readonly verb: 'leaveCounter'; readonly counterId: string; readonly why: LeftWhy }
  | { readonly verb: 'mindCounter'; readonly counterId: string }
  /** By whoever leads the hall. */
  | { readonly verb: 'nudgeCounter'; readonly counterId: string }
  | ({
      readonly verb: 'takeOver'
      readonly counterId: string
      readonly reason: TakeoverReason
      /** What becomes of the ticket that stands there. */
      readonly end: TakeoverEnd
      /** By whoever leads the hall, who waits for no silence. */
      readonly leads?: true
      /** The officer who was seen there: whoever came meanwhile is not meant. Absent where it is all the same. */
      readonly from?: string
      /** A note to the officer who had left, kept apart from the journal. */
      readonly noteId?: string
    } & Meaning)
  | {
      readonly verb: 'settle'
      readonly no: number
      readonly end: SettleEnd
      /** When the day of the visit ended, where it has. */
      readonly dayEnded?: Instant
    }
  | ({ readonly verb: 'park'; readonly counterId: string; readonly reason: ParkReason } & Meaning)
  | { readonly verb: 'resume'; readonly counterId: string; readonly no: number }
  | { readonly verb: 'return'; readonly no: number }
  /** By the holder: "I am here". */
  | { readonly verb: 'here'; readonly no: number }
  | {
      readonly verb: 'cancel'
      readonly no: number
      readonly why?: CancelReason
      /** Why staff void it. */
      readonly reason?: VoidReason
      /** Milliseconds for which a booked place stays back, drawn at random by the caller. */
      readonly heldBackMs?: number
    }
  | ({
      readonly verb: 'book'
      readonly serviceId: string
      readonly start: Instant
      readonly priority: boolean
      readonly ticketId: string
      readonly case?: string
      readonly holdId?: string
      /** Places that are not given out to everybody yet may be booked too: by the desk. */
      readonly ahead?: true
      /** `no` of the booking of this day whose time the office took: this one takes its place. */
      readonly insteadOf?: number
    } & Wished)
  | {
      readonly verb: 'reschedule'
      readonly no: number
      readonly start: Instant
      /** Milliseconds for which the old place stays back, drawn at random by the caller. */
      readonly heldBackMs?: number
    }
  | {
      readonly verb: 'checkIn'
      readonly no: number
      readonly promised?: Range
      /** At a kiosk, by number and proof rather than by the holder's own link. */
      readonly byNumber?: true
    }
  | { readonly verb: 'undoCheckIn'; readonly no: number }
  | {
      readonly verb: 'holdSlot'
      readonly serviceId: string
      readonly start: Instant
      readonly priority: boolean
      readonly holdId: string
      readonly holdMs: number
    }
  | { readonly verb: 'endHold'; readonly serviceId: string; readonly start: Instant; readonly holdId: string }
  | {
      readonly verb: 'joinWaitlist'
      readonly serviceId: string
      readonly priority: boolean
      readonly ticketId: string
      readonly case?: string
    }
  | { readonly verb: 'openDraw'; readonly serviceId: string; readonly from: Instant; readonly to: Instant }
  | {
      readonly verb: 'holdDraw'
      readonly serviceId: string
      /** The slots to which the wishes point, and how long each is. */
      readonly starts: readonly Instant[]
      readonly slotMs: number
      /** In the order of the draw. */
      readonly entries: readonly DrawnEntry[]
    }
  | { readonly verb: 'takeOffer'; readonly no: number }
  | { readonly verb: 'chooseCase'; readonly no: number; readonly case?: string }
  | { readonly verb: 'letPass'; readonly no: number; readonly people: number }
  | { readonly verb: 'passOn' }
  | {
      readonly verb: 'closeService'
      readonly serviceId: string
      readonly reason: CloseReason
      readonly until?: Instant
    }
  | { readonly verb: 'openService'; readonly serviceId: string }
  | { readonly verb: 'openCounter'; readonly counterId: string; readonly services?: readonly string[] }
  | { readonly verb: 'takeBreak'; readonly counterId: string; readonly minutes: number }
  | {
      readonly verb: 'settleDay'
      /** When the doors of the day shut; its beginning where they never opened. */
      readonly shutAt: Instant
    }
  | {
      readonly verb: 'endDay'
      /** The midnight with which the day ends, by the office's own clock. */
      readonly endsAt: Instant
    }

export type Verb = Request['verb']
export type Command = CommandHead & Request

/** The command of one verb. */
export type CommandOf<V extends Verb> = CommandHead & Extract<Request, { verb: V }>
