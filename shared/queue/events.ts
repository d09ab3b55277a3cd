import type { Instant } from '../kit/time.ts'
import type { ActStep, UndoableStep } from './act.ts'
import type { Verb } from './command.ts'
import type {
  Actor,
  Because,
  CancelReason,
  Counter,
  CloseReason,
  DayPlan,
  ParkReason,
  Range,
  Slot,
  Ticket,
  VoidReason,
} from './day.ts'
import type { LeftWhy, TakeoverEnd, TakeoverReason } from './leaving.ts'
import type { VisitResult } from './result.ts'
import type { Part } from './steps/part.ts'

/** What every event carries. `by`, `commandId`, `verb` and `asked` are absent for audiences that may not see them. */
export interface EventHead {
  /** Place in the day's journal, from 1, without gaps. */
  readonly seq: number
  readonly at: Instant
  readonly by?: Actor
  readonly commandId?: string
  /** What the command asked; absent in journals from before it was kept. */
  readonly verb?: Verb
  /** Digest of all that the command asked, so that its id stands for nothing else; absent in journals from before. */
  readonly asked?: string
}

/** What can happen, without its head. */
export type Happening =
  | {
      readonly type: 'dayPlanned'
      readonly plan: DayPlan
      /** It reaches the counters that are known by then; absent in older journals, in which they kept what they served. */
      readonly reaches?: true
    }
  | {
      readonly type: 'ticketTaken'
      readonly no: number
      readonly id?: string
      readonly number: string
      readonly serviceId: string
      readonly priority: boolean
      readonly due: Instant
      /** People ahead when it was taken. */
      readonly ahead: number
      readonly promised?: Range
      /** What it is for: a case of the service, by its id. */
      readonly case?: string
      /** What the visit is for after it, and the event of life. */
      readonly later?: readonly Part[]
      readonly dropped?: readonly Part[]
      readonly lifeEvent?: string
    }
  | {
      readonly type: 'ticketCalled'
      readonly no: number
      readonly counterId: string
      readonly officerId?: string
      readonly because: Because
      /** Times called in this visit with this one, where it was called before; else it is the first. */
      readonly calls?: number
    }
  | { readonly type: 'ticketRecalled'; readonly no: number; readonly counterId: string }
  | { readonly type: 'ticketSkipped'; readonly no: number; readonly counterId: string }
  | { readonly type: 'ticketReturned'; readonly no: number; readonly due: Instant; readonly late: boolean }
  /** Its holder says to be in the hall; its place in line is the same. Only the staff is told who. */
  | { readonly type: 'ticketHere'; readonly no?: number }
  | { readonly type: 'ticketStarted'; readonly no: number; readonly counterId: string }
  | {
      readonly type: 'ticketFinished'
      readonly no: number
      readonly counterId: string
      /** The officer said that this visit asks for no document. */
      readonly document?: false
      /** How it ended, where it was not simply complete; absent in older journals. */
      readonly result?: VisitResult
      /** Ended after its day by whoever thought of it, or by the day itself: how long it took is unknown. */
      readonly untimed?: true
      /** How many parts of the visit were done there in one go, where it was more than one. */
      readonly done?: number
      /** The officer said that what was still to come is not needed. */
      readonly rest?: 'notNeeded'
    }
  | {
      /** One step of the visit is over, and the ticket stands in the line of the next. */
      readonly type: 'stepFinished'
      readonly no: number
      readonly counterId: string
      /** Of the parts to come, the one that is next. */
      readonly serviceId: string
      readonly case?: string
      /** What comes after that one. */
      readonly later?: readonly Part[]
      /** The range that its holder was told of that line. */
      readonly promised?: Range
      readonly document?: false
      readonly untimed?: true
      readonly done?: number
    }
  /** What a visit is still for was said anew at its desk. */
  | { readonly type: 'stepsPlanned'; readonly no: number; readonly counterId: string; readonly later: readonly Part[] }
  | {
      readonly type: 'ticketTransferred'
      readonly no: number
      readonly counterId: string
      readonly serviceId: string
      /** The counter that is to call it; absent where any may, as in older journals. */
      readonly sentTo?: string
      /** A note to the next officer, kept apart from the journal. */
      readonly noteId?: string
    }
  | { readonly type: 'ticketParked'; readonly no: number; readonly counterId: string; readonly reason?: ParkReason }
  | ({
      /** One step of an officer's last act is taken back: the ticket and the counter are as before it. */
      readonly type: 'actUndone'
      readonly no: number
      readonly counterId: string
      readonly undone: UndoableStep
      /** `seq` of the event that is taken back. */
      readonly undoneSeq: number
      readonly ticket: Ticket
    } & Pick<ActStep<Ticket>, 'current' | 'freeSince' | 'call' | 'pace' | 'gap'>)
  | {
      /** A takeover is taken back: its counters are as before it. What it did with the ticket was taken back before. */
      readonly type: 'takeoverUndone'
      readonly counterId: string
      /** `seq` of the takeover. */
      readonly undoneSeq: number
      readonly counters: readonly Counter[]
    }
  /** Somebody else came than the one who booked: the visit is over, and the booking with it. */
  | { readonly type: 'holderRefused'; readonly no: number; readonly counterId: string; readonly why?: 'holder' }
  | {
      /** The day ended before it was served, which is the office's doing; `counterId` where it had been called. */
      readonly type: 'ticketUnserved'
      readonly no: number
      readonly counterId?: string
    }
  | {
      readonly type: 'ticketCancelled'
      readonly no: number
      readonly why?: CancelReason
      readonly reason?: VoidReason
      /** When the booked place is offered again. */
      readonly backAt?: Instant
    }
  | {
      readonly type: 'ticketBooked'
      readonly no: number
      readonly id?: string
      readonly number: string
      readonly serviceId: string
      readonly priority: boolean
      readonly slot: Slot
      readonly due: Instant
      readonly case?: string
      readonly later?: readonly Part[]
      /** What was wished and is not offered that day. */
      readonly dropped?: readonly Part[]
      readonly lifeEvent?: string
      /** The hold that became this booking, and the `seq` of the event that made it. */
      readonly holdId?: string
      readonly held?: number
    }
  | {
      readonly type: 'ticketRescheduled'
      readonly no: number
      readonly slot: Slot
      readonly due: Instant
      /** When the old place is offered again. */
      readonly backAt?: Instant
    }
  | {
      readonly type: 'ticketCheckedIn'
      readonly no: number
      /** What somebody needs to know who has not followed the booking. */
      readonly number: string
      readonly serviceId: string
      readonly priority: boolean
      readonly bookedAt: Instant
      readonly slot: Slot
      readonly due: Instant
      readonly late: boolean
      readonly opens?: Instant
      readonly ahead: number
      readonly promised?: Range
      /** By its number at a kiosk, so that the holder may say that it was somebody else. */
      readonly byNumber?: true
      readonly later?: readonly Part[]
      readonly dropped?: readonly Part[]
    }
  | { readonly type: 'checkInUndone'; readonly no: number; readonly due: Instant }
  | { readonly type: 'ticketReleased'; readonly no: number }
  | {
      readonly type: 'waitlistJoined'
      readonly no: number
      readonly id?: string
      readonly number: string
      readonly serviceId: string
      readonly priority: boolean
      readonly case?: string
    }
  /** A draw takes entries until `to`: from now on it is the only way to a place, whatever the office decides later. */
  | { readonly type: 'drawOpened'; readonly serviceId: string; readonly from: Instant; readonly to: Instant }
  | {
      readonly type: 'drawHeld'
      readonly serviceId: string
      /** What there was to give; who got it follows, in the same commit. */
      readonly places: readonly { readonly start: Instant; readonly places: number }[]
      /** How long each slot was into which the wishes were read; absent where an earlier program held the draw. */
      readonly slotMs?: number
    }
  | {
      readonly type: 'placeOffered'
      readonly no: number
      readonly slot: Slot
      readonly until: Instant
      /** The place of somebody who did not come, rather than one that was given back. */
      readonly unclaimed: boolean
    }
  | { readonly type: 'offerTaken'; readonly no: number; readonly due: Instant }
  | { readonly type: 'caseChosen'; readonly no: number; readonly case?: string }
  | { readonly type: 'turnDelayed'; readonly no: number; readonly due: Instant; readonly people: number }
  | {
      readonly type: 'slotHeld'
      readonly serviceId: string
      readonly start: Instant
      readonly priority: boolean
      readonly holdId?: string
      readonly until: Instant
    }
  | {
      readonly type: 'holdEnded'
      readonly serviceId: string
      readonly start: Instant
      readonly holdId?: string
      /** `seq` of the event that made the hold. */
      readonly held: number
    }
  | {
      readonly type: 'serviceClosed'
      readonly serviceId: string
      readonly reason: CloseReason
      readonly until?: Instant
    }
  | { readonly type: 'serviceOpened'; readonly serviceId: string }
  | {
      readonly type: 'counterOpened'
      readonly counterId: string
      readonly officerId?: string
      readonly services: readonly string[]
      /** Whether its officer chose them in place of what was planned; absent in older journals. */
      readonly chosen?: boolean
    }
  | { readonly type: 'counterClosed'; readonly counterId: string }
  /** Nobody is there, though it is open or on a break. */
  | { readonly type: 'counterLeft'; readonly counterId: string; readonly why?: LeftWhy }
  /** Its officer says to be there. */
  | { readonly type: 'counterMinded'; readonly counterId: string }
  /** Whoever leads the hall asks its officer whether anybody is there. */
  | { readonly type: 'counterNudged'; readonly counterId: string }
  | {
      /** Freed by somebody else than its officer, on record; what became of it and its ticket follows, in the same commit. */
      readonly type: 'counterTakenOver'
      readonly counterId: string
      /** Who had left it. */
      readonly officerId?: string
      readonly reason?: TakeoverReason
      readonly number?: string
      readonly end?: TakeoverEnd
      /** A note to the officer who had left, kept apart from the journal. */
      readonly noteId?: string
    }
  | {
      readonly type: 'ticketTakenOver'
      readonly no: number
      readonly counterId: string
      /** The counter at which it is served on, and by whom. */
      readonly to: string
      readonly officerId?: string
    }
  /** Back in line at its place, because its counter was left. */
  | { readonly type: 'ticketPutBack'; readonly no: number; readonly counterId: string }
  /** Somebody of the staff closed the day after its doors shut; who still waited comes before it, in the same commit. */
  | { readonly type: 'daySettled' }
  | { readonly type: 'breakStarted'; readonly counterId: string; readonly until: Instant }

/** One thing that happened on a queue day, in the past tense, never changed afterwards. */
export type DayEvent = EventHead & Happening
