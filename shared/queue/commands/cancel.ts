import { AppError } from '../../kit/errors.ts'
import type { Instant } from '../../kit/time.ts'
import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { staffIdOf, ticketFor } from '../guards.ts'
import { isLost } from '../lost-time.ts'

/**
 * Gives a number back. A ticket at a counter is finished or skipped there, not cancelled, and one put aside is given up by
 * nobody but its holder: for the desk it is a visit, which ends as one. A booked place is offered again
 * after a while that nobody can foresee, so that it cannot be handed to somebody who pays for it. A booking whose time the
 * office took has ended already; it only moves.
 */
export function cancel(day: QueueDay, command: CommandOf<'cancel'>, now: Instant): readonly Happening[] {
  const { no, by, why, reason, heldBackMs } = command
  const ticket = ticketFor(day, no, 'ticketCancelled')
  const { number, state } = ticket
  if (state === 'parked' && staffIdOf(by) !== undefined) throw new AppError('TICKET_PARKED', { number })
  if (state === 'cancelled' && !(why === 'moved' && isLost(ticket)))
    throw new AppError('TICKET_STATE', { number, state })
  const back = state === 'booked' && heldBackMs !== undefined && heldBackMs > 0
  return [
    {
      type: 'ticketCancelled',
      no,
      ...(why === undefined ? {} : { why }),
      ...(reason === undefined ? {} : { reason }),
      ...(back ? { backAt: now + heldBackMs } : {}),
    },
  ]
}
