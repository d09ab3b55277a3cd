import { AppError } from '../../../kit/errors.ts'
import type { Instant } from '../../../kit/time.ts'
import { offerUntil } from '../../check-in-window.ts'
import type { CommandOf } from '../../command.ts'
import type { QueueDay } from '../../day.ts'
import type { Happening } from '../../events.ts'
import { plannedDay, plannedService, ticketFor } from '../../guards.ts'
import { isOpen } from '../../places.ts'
import { bookedDue } from '../../policy.ts'

/** Accepts the place that was offered, while its service is open; from then on it is a booking like any other. */
export function takeOffer(day: QueueDay, { no }: CommandOf<'takeOffer'>, now: Instant): readonly Happening[] {
  const ticket = ticketFor(day, no, 'offerTaken')
  const { serviceId, slot } = ticket
  const { slots } = plannedDay(day)
  if (!isOpen(day, plannedService(day, serviceId))) throw new AppError('SERVICE_CLOSED', { serviceId })
  if (!slot || !slots || offerUntil(day, ticket, slots) <= now) throw new AppError('OFFER_ENDED')
  return [{ type: 'offerTaken', no, due: bookedDue(slot.start, slots.creditMs) }]
}
