import { AppError } from '../../../kit/errors.ts'
import type { Instant } from '../../../kit/time.ts'
import type { CommandOf } from '../../command.ts'
import type { QueueDay } from '../../day.ts'
import type { Happening } from '../../events.ts'
import { ticketFor } from '../../guards.ts'
import { freePlaces, mustBook, slotIndex } from '../../places.ts'
import { bookedDue } from '../../policy.ts'

/**
 * Moves a booking to another slot of the same day; it keeps its number. To another day it moves as a new booking. The old
 * place stays back for a while, else two slots would do to hand a place on.
 */
export function reschedule(day: QueueDay, command: CommandOf<'reschedule'>, now: Instant): readonly Happening[] {
  const { no, start, heldBackMs = 0 } = command
  const ticket = ticketFor(day, no, 'ticketRescheduled')
  if (ticket.slot?.start === start) return []
  const it = mustBook(day, ticket.serviceId, now)
  const index = slotIndex(it, start, now)
  if (freePlaces(day, it, now, { priority: ticket.priority })[index]! <= 0) throw new AppError('SLOT_FULL')
  const { slotMs, creditMs } = it.slots
  const slot = { start, end: start + slotMs }
  const back = heldBackMs > 0 ? { backAt: now + heldBackMs } : {}
  return [{ type: 'ticketRescheduled', no, slot, due: bookedDue(start, creditMs), ...back }]
}
