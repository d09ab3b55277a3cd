import { MINUTE, type Instant } from '../kit/time.ts'
import type { Counter, QueueDay, Slot, Ticket } from './day.ts'
import type { TicketState } from './states.ts'

/** Why somebody of the staff opens what a booker told: a name, a scan. A closed list, for it goes on record. */
export const OPENING_REASONS = ['serve', 'prepare', 'checkIn', 'help'] as const
export type OpeningReason = (typeof OPENING_REASONS)[number]

/** So long before its slot a booking is made ready at the counters that will serve it. */
export const PREPARE_MS = 60 * MINUTE

/** Who asks: an id of the staff, and whether the front desk is their work. */
export interface Opener {
  readonly staffId: string
  readonly frontDesk: boolean
}

/**
 * Whether somebody needs it now: the officer at whose counter the booking stands, or for which the office planned its service, within
 * the hour; the front desk, to check in or to help, until it is over. Everybody else has no reason, whatever they say.
 */
export function mayOpen(day: QueueDay, ticket: Ticket, who: Opener, reason: OpeningReason, now: Instant): boolean {
  if (ticket.bookedAt === undefined) return false
  if (reason === 'checkIn' || reason === 'help') return who.frontDesk && mayStillCome(ticket.state)
  const own = Object.values(day.counters).filter(c => c.state !== 'closed' && c.officerId === who.staffId)
  if (reason === 'serve') return own.some(c => c.current === ticket.no)
  return isNear(ticket.state, ticket.slot, now) && own.some(c => preparedAt(day, c).includes(ticket.serviceId))
}

/**
 * Services whose bookings are made ready at a counter: those that it serves and that the office planned there. What its officer took on
 * besides is work like any other, but nobody chooses by it whose name to read.
 */
export function preparedAt(day: QueueDay, counter: Counter): readonly string[] {
  const planned = day.plan?.counters.find(c => c.id === counter.id)?.services ?? []
  return counter.services.filter(s => planned.includes(s))
}

/** Whether whoever booked may still stand before the front desk. */
export function mayStillCome(state: TicketState): boolean {
  return state !== 'done' && state !== 'unserved' && state !== 'cancelled'
}

/** Whether a booking is to be made ready now: expected or in line, and its slot begins within the hour. */
export function isNear(state: TicketState, slot: Slot | undefined, now: Instant): boolean {
  return (state === 'booked' || state === 'waiting') && slot !== undefined && now >= slot.start - PREPARE_MS
}

/** A name in a list: its first letter, until somebody opens it. */
export function maskedName(name: string): string {
  return `${[...name.trim()][0] ?? ''}•••`
}
