import { AppError } from '../../../kit/errors.ts'
import type { CommandOf } from '../../command.ts'
import type { QueueDay } from '../../day.ts'
import type { Happening } from '../../events.ts'
import { bookingNumber, nextBookingCounter } from '../../numbering.ts'
import { bookable, isOpen } from '../../places.ts'

/** Somebody waits for a place of the day; the first of the line is offered what becomes free. */
export function joinWaitlist(day: QueueDay, command: CommandOf<'joinWaitlist'>): readonly Happening[] {
  const { service, booking } = bookable(day, command.serviceId)
  if (!isOpen(day, service)) throw new AppError('SERVICE_CLOSED', { serviceId: service.id })
  const used = day.bookedNumbers[`${service.letter}R`] ?? []
  return [
    {
      type: 'waitlistJoined',
      no: day.taken,
      id: command.ticketId,
      number: bookingNumber(service.letter, nextBookingCounter(used, booking.places, -1)),
      serviceId: service.id,
      priority: command.priority,
    },
  ]
}
