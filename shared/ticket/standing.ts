import type { Instant } from '../kit/time.ts'
import { isFinal, type OwnTicket } from './own-ticket.ts'

/** What of a ticket moves while its page is open; everything else of it is read. */
export const STANDING = [
  'ticket',
  'counters',
  'ahead',
  'range',
  'held',
  'returnUntil',
  'checkIn',
  'closed',
  'shut',
  'waitlistPlace',
] as const satisfies readonly (keyof OwnTicket)[]

export type Standing = Pick<OwnTicket, (typeof STANDING)[number]>

/** What a stream tells beside it: how often the ticket was called, and when its document last took a step. */
export interface Told {
  readonly calls: number
  readonly document: Instant | null
}

/** One message of a ticket's stream: what changed since the last one, everything at the beginning, `now` alone as a sign of life. */
export type StreamMessage = { readonly now: Instant; readonly end?: true } & Partial<Standing & Told>

/** Parts that move from one minute to the next; when another one does, more may have changed than a stream tells. */
const MOVES: readonly (keyof StreamMessage)[] = ['now', 'end', 'counters', 'ahead', 'range', 'held', 'calls']

/** The ticket with what its stream said last. */
export function standingNow(own: OwnTicket, message: Partial<StreamMessage>): OwnTicket {
  const { calls: _, document: __, end: ___, ...standing } = message
  return { ...own, ...standing }
}

/** Whether the ticket is to be read again, because this message tells of more than people ahead and a range. */
export function tellsMore(own: OwnTicket, message: Partial<StreamMessage>): boolean {
  return Object.entries(message).some(
    ([part, value]) =>
      !MOVES.includes(part as keyof StreamMessage) &&
      JSON.stringify(value) !== JSON.stringify(part === 'document' ? documentOf(own) : own[part as keyof Standing]),
  )
}

/** When the document of a ticket last took a step; `null` once nothing more is to come. */
export function documentOf({ application }: Pick<OwnTicket, 'application'>): Instant | null {
  if (application === null || application.state === 'handedOver') return null
  return Math.max(application.changedAt, application.delay?.at ?? 0)
}

/** Whether there is anything to tell of a ticket: its visit, or the document afterwards. */
export function hasNews(own: OwnTicket): boolean {
  return !isFinal(own) || documentOf(own) !== null
}
