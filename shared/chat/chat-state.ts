import type { Instant, Zone } from '../kit/time.ts'
import type { Lang, Words } from '../kit/words.ts'

/** A service that can be booked in the chat, with the everyday words for it. */
export interface ChatService {
  readonly id: string
  readonly name: Words
  readonly keywords: readonly string[]
  /** What may have happened to whoever comes for it. */
  readonly cases: readonly { readonly id: string; readonly label: Words }[]
}

export interface ChatSlot {
  readonly id: string
  readonly start: Instant
}

/** A number of the person who writes, as far as the chat may tell of it. */
export interface ChatTicket {
  readonly ticketId: string
  readonly number: string
  readonly service: Words
  readonly state: 'booked' | 'waiting' | 'called' | 'serving' | 'missed' | 'done'
  /** Start of the booked slot. */
  readonly start?: Instant
  readonly ahead?: number
  readonly counter?: string
  readonly cancellable: boolean
  readonly rateable: boolean
}

/** What the office knows when somebody writes. */
export interface ChatFacts {
  readonly zone: Zone
  readonly services: readonly ChatService[]
  readonly tickets: readonly ChatTicket[]
}

/** Where a conversation stands. */
export type ChatState = { readonly lang: Lang } & (
  | { readonly step: 'idle' }
  | { readonly step: 'service'; readonly offered: readonly string[] }
  | { readonly step: 'case'; readonly serviceId: string }
  | {
      readonly step: 'slot'
      readonly serviceId: string
      readonly case?: string | undefined
      readonly slots: readonly ChatSlot[]
    }
  | { readonly step: 'which'; readonly ticketIds: readonly string[] }
  | { readonly step: 'sure'; readonly ticketId: string }
  | { readonly step: 'rate' }
)

/** What the office must do before it can answer. */
export type ChatAct =
  | { readonly type: 'slots'; readonly serviceId: string; readonly case?: string | undefined }
  | {
      readonly type: 'book'
      readonly serviceId: string
      readonly case?: string | undefined
      readonly slotId: string
    }
  | { readonly type: 'cancel'; readonly ticketId: string }
  | { readonly type: 'rate'; readonly ticketId: string; readonly rating: 1 | 2 | 3 | 4 }

/** How an act ended. */
export type ChatResult =
  | {
      readonly type: 'slots'
      readonly serviceId: string
      readonly case?: string | undefined
      readonly slots: readonly ChatSlot[]
      readonly taken?: true
    }
  | { readonly type: 'booked'; readonly ticket: ChatTicket }
  | { readonly type: 'cancelled'; readonly ticketId: string }
  | { readonly type: 'rated' }
  | { readonly type: 'refused'; readonly why: 'already' | 'tooLate' | 'failed' }

export interface ChatTurn {
  readonly state: ChatState
  readonly say: string
  readonly act?: ChatAct
}
