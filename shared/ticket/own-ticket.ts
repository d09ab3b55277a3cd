import type { Answer } from '../contracts/api.ts'
import { pick } from '../kit/pick.ts'
import { MINUTE, type Instant } from '../kit/time.ts'
import type { Ticket } from '../queue/day.ts'
import type { TicketState } from '../queue/states.ts'

/** One ticket with its office and service, as the holder of its link may see it. */
export type OwnTicket = Answer<'GET /api/tickets/:token'>

/** What the page of a ticket shows: its state, or that its turn is near, or that its day is over. */
export type Face = TicketState | 'soon' | 'over'

/** People ahead from which on the holder should be in the hall. */
export const SOON = 3

const ENDED: readonly Face[] = ['done', 'unserved', 'cancelled', 'over']
/** A visit under way is finished at its counter also when its day is over. */
const UNDER_WAY: readonly Face[] = ['called', 'serving', 'parked']

/** Which page a ticket gets. */
export function faceOf(own: OwnTicket): Face {
  const { state } = own.ticket
  if (ENDED.includes(state)) return state
  // Whoever still waits at midnight is not served; that the day says so itself follows a little later.
  if (own.over && !UNDER_WAY.includes(state)) return state === 'waiting' ? 'unserved' : 'over'
  return state === 'waiting' && own.ahead <= SOON && own.counters.length > 0 && !isShut(own) ? 'soon' : state
}

/** Whether its service is closed for a while, or its office that day: then nobody is told that a turn is near. */
export function isShut({ closed, shut }: Pick<OwnTicket, 'closed' | 'shut'>): boolean {
  return closed !== null || shut
}

/** Whether the link of this page only looks: a family's, not the holder's. */
export function looksOnly(own: OwnTicket): boolean {
  return own.sharePath === null
}

/** Whether this is an entry in a draw that is still to come, and not what came of it. */
export function awaitsDraw(own: OwnTicket): boolean {
  return own.draw?.held === false
}

/** Whether the holder may say that it was somebody else who checked in: by number, and not called yet. */
export function mayUndoCheckIn(own: OwnTicket): boolean {
  const { state, byNumber, joined } = own.ticket
  return !looksOnly(own) && state === 'waiting' && byNumber === true && joined === 'booked'
}

/** Whether a ticket in this state has come to its end, in the hall or before. */
export function hasEnded(state: TicketState): boolean {
  return ENDED.includes(state)
}

/** Whether nothing can happen to this ticket any more. */
export function isFinal(own: OwnTicket): boolean {
  return ENDED.includes(faceOf(own))
}

/** Until when somebody who missed the call may come back near the head of the line. */
export function returnUntil(own: OwnTicket): Instant {
  return own.returnUntil ?? own.ticket.since + own.office.rules.returnGraceMinutes * MINUTE
}

const SHOWN = [
  'no',
  'number',
  'serviceId',
  'state',
  'priority',
  'takenAt',
  'due',
  'since',
  'joined',
  'counterId',
  'calledAt',
  'bookedAt',
  'slot',
  'opens',
  'offeredUntil',
  'why',
  'byNumber',
] as const satisfies readonly (keyof Ticket & keyof OwnTicket['ticket'])[]

/** What of a ticket its holder sees; a link that only looks is not told what was said of the person. */
export function holderView(ticket: Ticket, looks: boolean): OwnTicket['ticket'] {
  const seen = pick(ticket, SHOWN)
  return looks ? { ...seen, priority: false } : { ...seen, ...pick(ticket, ['case', 'hereAt']) }
}
