import type { Instant } from '../kit/time.ts'
import type { Words } from '../kit/words.ts'
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

/** What a stream tells beside it: how often the ticket was called, what its service is called, its steps, and when one of its documents last took one. */
export interface Told {
  readonly calls: number
  /** `null` where the office has it no longer. */
  readonly service: Words | null
  readonly steps: Steps | null
  readonly document: Instant | null
}
type Steps = NonNullable<OwnTicket['visit']>['steps']

/** One message of a ticket's stream: what changed since the last one, everything at the beginning, `now` alone as a sign of life. */
export type StreamMessage = { readonly now: Instant; readonly end?: true } & Partial<Standing & Told>

/** Parts that move from one minute to the next; when another one does, more may have changed than a stream tells. */
const MOVES: readonly (keyof StreamMessage)[] = ['now', 'end', 'counters', 'ahead', 'range', 'held', 'calls']

/** The ticket with what its stream said last. */
export function standingNow(own: OwnTicket, message: Partial<StreamMessage>): OwnTicket {
  const { calls: _, service: __, steps: ___, document: ____, end: _____, ...standing } = message
  return { ...own, ...standing }
}

/** Whether the ticket is to be read again, because this message tells of more than people ahead and a range. */
export function tellsMore(own: OwnTicket, message: Partial<StreamMessage>): boolean {
  const service = message.service === null ? null : own.service.name
  const known = { ...own, service, steps: own.visit?.steps ?? null }
  return Object.entries(message).some(
    ([part, value]) =>
      !MOVES.includes(part as keyof StreamMessage) &&
      JSON.stringify(value) !== JSON.stringify(known[part as keyof Standing | 'service' | 'steps' | 'document']),
  )
}

/** When one of the documents of a visit last took a step; `null` once nothing more is to come of any. */
export function documentOf(
  documents: readonly Pick<NonNullable<OwnTicket['application']>, 'state' | 'changedAt' | 'delay'>[],
): Instant | null {
  if (documents.every(d => d.state === 'handedOver')) return null
  return Math.max(...documents.map(d => Math.max(d.changedAt, d.delay?.at ?? 0)))
}

/** Whether there is anything to tell of a ticket: its visit, or its documents afterwards. */
export function hasNews(own: OwnTicket): boolean {
  return !isFinal(own) || own.document !== null
}
