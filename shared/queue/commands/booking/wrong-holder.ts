import { AppError } from '../../../kit/errors.ts'
import type { CommandOf } from '../../command.ts'
import type { QueueDay } from '../../day.ts'
import type { Happening } from '../../events.ts'
import { ticketAtCounter } from '../../guards.ts'

/**
 * Somebody else stands at the counter than the one for whom the place was booked: the visit ends and the booking with it,
 * because a place cannot be handed on. A number taken in the hall belongs to whoever holds it and is refused here.
 */
export function wrongHolder(day: QueueDay, command: CommandOf<'wrongHolder'>): readonly Happening[] {
  const { counterId } = command
  const { no, number, state, bookedAt } = ticketAtCounter(day, command, 'ticketParked')
  if (bookedAt === undefined) throw new AppError('TICKET_STATE', { number, state })
  return [
    state === 'called'
      ? { type: 'ticketSkipped', no, counterId }
      : { type: 'ticketParked', no, counterId, reason: 'other' },
    { type: 'ticketCancelled', no, why: 'holder' },
  ]
}
