import { AppError } from '../../kit/errors.ts'
import type { Instant } from '../../kit/time.ts'
import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { ticketFor } from '../guards.ts'
import { bookable, freePlaces, slotIndex } from '../places.ts'
import { bookedDue } from '../policy.ts'

/** Moves a booking to another slot of the same day; it keeps its number. To another day it moves as a new booking. */
export function reschedule(day: QueueDay, { no, start }: CommandOf<'reschedule'>, now: Instant): readonly Happening[] {
  const ticket = ticketFor(day, no, 'ticketRescheduled')
  if (ticket.slot?.start === start) return []
  const it = bookable(day, ticket.serviceId)
  const index = slotIndex(it, start, now)
  if (freePlaces(day, it, now, { priority: ticket.priority })[index]! <= 0) throw new AppError('SLOT_FULL')
  const { slotMs, creditMs } = it.slots
  return [{ type: 'ticketRescheduled', no, slot: { start, end: start + slotMs }, due: bookedDue(start, creditMs) }]
}
