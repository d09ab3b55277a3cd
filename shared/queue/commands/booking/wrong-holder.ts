import { AppError } from '../../../kit/errors.ts'
import { MINUTE, type Instant } from '../../../kit/time.ts'
import type { CommandOf } from '../../command.ts'
import type { QueueDay, Ticket } from '../../day.ts'
import type { Happening } from '../../events.ts'
import { ticketAtCounter } from '../../guards.ts'

/** So long after the start of a visit its papers are looked at and show who came; later it has been served, and ends as a visit. */
export const WRONG_HOLDER_MS = 5 * MINUTE

/**
 * Somebody else stands at the counter than the one for whom the place was booked: the visit ends and the booking with it,
 * because a place cannot be handed on. A number taken in the hall belongs to whoever holds it and is refused here.
 */
export function wrongHolder(day: QueueDay, command: CommandOf<'wrongHolder'>, now: Instant): readonly Happening[] {
  const ticket = ticketAtCounter(day, command, 'holderRefused')
  const { no, number, state, bookedAt } = ticket
  if (bookedAt === undefined) throw new AppError('TICKET_STATE', { number, state })
  if (!mayBeOther(ticket, now)) throw new AppError('HOLDER_LATE', { number, minutes: WRONG_HOLDER_MS / MINUTE })
  return [{ type: 'holderRefused', no, counterId: command.counterId, why: 'holder' }]
}

/** Whether somebody else than the booker may still be noticed: while called, and soon after the start. */
export function mayBeOther({ bookedAt, startedAt }: Ticket, now: Instant): boolean {
  return bookedAt !== undefined && (startedAt === undefined || now - startedAt <= WRONG_HOLDER_MS)
}
