import type { Instant } from '../kit/time.ts'
import type { Actor, Because, DayPlan, ParkReason, Range } from './day.ts'

/** What every event carries. `by` and `commandId` are absent for audiences that may not see them. */
export interface EventHead {
  /** Place in the day's journal, from 1, without gaps. */
  readonly seq: number
  readonly at: Instant
  readonly by?: Actor
  readonly commandId?: string
}

/** What can happen, without its head. */
export type Happening =
  | { readonly type: 'dayPlanned'; readonly plan: DayPlan }
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
    }
  | {
      readonly type: 'ticketCalled'
      readonly no: number
      readonly counterId: string
      readonly officerId?: string
      readonly because: Because
    }
  | { readonly type: 'ticketRecalled'; readonly no: number; readonly counterId: string }
  | { readonly type: 'ticketSkipped'; readonly no: number; readonly counterId: string }
  | { readonly type: 'ticketReturned'; readonly no: number; readonly due: Instant; readonly late: boolean }
  | { readonly type: 'ticketStarted'; readonly no: number; readonly counterId: string }
  | { readonly type: 'ticketFinished'; readonly no: number; readonly counterId: string }
  | { readonly type: 'ticketTransferred'; readonly no: number; readonly counterId: string; readonly serviceId: string }
  | { readonly type: 'ticketParked'; readonly no: number; readonly counterId: string; readonly reason?: ParkReason }
  | { readonly type: 'ticketCancelled'; readonly no: number }
  | {
      readonly type: 'counterOpened'
      readonly counterId: string
      readonly officerId?: string
      readonly services: readonly string[]
    }
  | { readonly type: 'counterClosed'; readonly counterId: string }
  | { readonly type: 'breakStarted'; readonly counterId: string; readonly until: Instant }

/** One thing that happened on a queue day, in the past tense, never changed afterwards. */
export type DayEvent = EventHead & Happening
