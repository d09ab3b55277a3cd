import { AppError } from '../../../kit/errors.ts'
import type { Instant } from '../../../kit/time.ts'
import type { CommandOf } from '../../command.ts'
import type { QueueDay } from '../../day.ts'
import type { Happening } from '../../events.ts'
import { plannedDay, ticketFor } from '../../guards.ts'
import { bookedDue } from '../../policy.ts'

/** Accepts the place that was offered; from then on it is a booking like any other. */
export function takeOffer(day: QueueDay, { no }: CommandOf<'takeOffer'>, now: Instant): readonly Happening[] {
  const ticket = ticketFor(day, no, 'offerTaken')
  if (!ticket.slot || (ticket.offeredUntil ?? 0) <= now) throw new AppError('OFFER_ENDED')
  return [{ type: 'offerTaken', no, due: bookedDue(ticket.slot.start, plannedDay(day).slots?.creditMs ?? 0) }]
}
