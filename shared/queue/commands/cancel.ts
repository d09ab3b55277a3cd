import type { Instant } from '../../kit/time.ts'
import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { ticketFor } from '../guards.ts'

/**
 * Gives a number back. A ticket at a counter is finished or skipped there, not cancelled. A booked place is offered again
 * after a while that nobody can foresee, so that it cannot be handed to somebody who pays for it.
 */
export function cancel(day: QueueDay, command: CommandOf<'cancel'>, now: Instant): readonly Happening[] {
  const { no, why, heldBackMs } = command
  const ticket = ticketFor(day, no, 'ticketCancelled')
  const back = ticket.state === 'booked' && heldBackMs !== undefined && heldBackMs > 0
  return [
    {
      type: 'ticketCancelled',
      no,
      ...(why === undefined ? {} : { why }),
      ...(back ? { backAt: now + heldBackMs } : {}),
    },
  ]
}
