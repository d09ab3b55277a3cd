import { MINUTE, type Instant } from '../kit/time.ts'
import type { QueueDay, Slot, Ticket } from './day.ts'
import type { TicketState } from './states.ts'

/** Why somebody of the staff opens what a booker told: a name, a scan. A closed list, for it goes on record. */
export const OPENING_REASONS = ['serve', 'prepare', 'checkIn', 'help'] as const
export type OpeningReason = (typeof OPENING_REASONS)[number]

/** So long before its slot a booking is made ready at the counters that will serve it. */
export const PREPARE_MS = 60 * MINUTE

/** Who asks: an id of the staff, and whether it is the front desk's work. */
export interface Opener {
  readonly staffId: string
  readonly helps: boolean
}

/**
 * Whether somebody needs it now: the officer at whose counter the booking stands, or will stand within the hour; the front desk, to
 * check in or to help. Everybody else has no reason, whatever they say.
 */
export function mayOpen(day: QueueDay, ticket: Ticket, who: Opener, reason: OpeningReason, now: Instant): boolean {
  if (ticket.bookedAt === undefined) return false
  if (reason === 'checkIn' || reason === 'help') return who.helps
  const own = Object.values(day.counters).filter(c => c.state !== 'closed' && c.officerId === who.staffId)
  if (reason === 'serve') return own.some(c => c.current === ticket.no)
  return isNear(ticket.state, ticket.slot, now) && own.some(c => c.services.includes(ticket.serviceId))
}

/** Whether a booking is to be made ready now: expected or in line, and its slot begins within the hour. */
export function isNear(state: TicketState, slot: Slot | undefined, now: Instant): boolean {
  return (state === 'booked' || state === 'waiting') && slot !== undefined && now >= slot.start - PREPARE_MS
}

/** A name in a list: its first letter, until somebody opens it. */
export function maskedName(name: string): string {
  return `${[...name.trim()][0] ?? ''}•••`
}
