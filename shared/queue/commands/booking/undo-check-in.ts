import { AppError } from '../../../kit/errors.ts'
import type { CommandOf } from '../../command.ts'
import type { QueueDay } from '../../day.ts'
import type { Happening } from '../../events.ts'
import { plannedDay, ticketFor } from '../../guards.ts'
import { bookedDue } from '../../policy.ts'

/**
 * "That was not me": a check-in by number is taken back by the holder while the ticket waits for its first call, and the booking is as it was. From
 * then on its number alone checks nobody in.
 */
export function undoCheckIn(day: QueueDay, { no }: CommandOf<'undoCheckIn'>): readonly Happening[] {
  const ticket = ticketFor(day, no, 'checkInUndone')
  const { slots } = plannedDay(day)
  const untouched = ticket.byNumber && ticket.joined === 'booked' && ticket.calls === 0
  if (!untouched || !ticket.slot || !slots)
    throw new AppError('TICKET_STATE', { number: ticket.number, state: ticket.state })
  return [{ type: 'checkInUndone', no, due: bookedDue(ticket.slot.start, slots.creditMs) }]
}
