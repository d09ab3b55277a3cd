import type { Actor, ParkReason, PickReason, Range } from './day.ts'
import type { DayPlan } from './day.ts'

/** What every command carries: an id made by the client, so that a retry is the same command, and who gives it. */
export interface CommandHead {
  readonly id: string
  readonly by: Actor
}

/** What the desk can ask, in the verbs of the desk. */
export type Request =
  | { readonly verb: 'planDay'; readonly plan: DayPlan }
  | {
      readonly verb: 'takeTicket'
      readonly serviceId: string
      readonly priority: boolean
      readonly ticketId: string
      readonly promised?: Range
    }
  | { readonly verb: 'callNext'; readonly counterId: string; readonly pick?: { no: number; reason: PickReason } }
  | { readonly verb: 'recall' | 'skip' | 'start' | 'finish' | 'closeCounter'; readonly counterId: string }
  | { readonly verb: 'transfer'; readonly counterId: string; readonly serviceId: string }
  | { readonly verb: 'park'; readonly counterId: string; readonly reason: ParkReason }
  | { readonly verb: 'resume'; readonly counterId: string; readonly no: number }
  | { readonly verb: 'return' | 'cancel'; readonly no: number }
  | { readonly verb: 'openCounter'; readonly counterId: string; readonly services?: readonly string[] }
  | { readonly verb: 'takeBreak'; readonly counterId: string; readonly minutes: number }

export type Verb = Request['verb']
export type Command = CommandHead & Request

/** The command of one verb. */
export type CommandOf<V extends Verb> = CommandHead & Extract<Request, { verb: V }>
