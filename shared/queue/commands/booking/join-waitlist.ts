import type { CommandOf } from '../../command.ts'
import type { QueueDay } from '../../day.ts'
import type { Happening } from '../../events.ts'
import { bookingNumber, nextBookingCounter } from '../../numbering.ts'
import { mustBook } from '../../places.ts'

/** Somebody waits for a place of the day; the first of the line is offered what becomes free. */
export function joinWaitlist(day: QueueDay, command: CommandOf<'joinWaitlist'>): readonly Happening[] {
  const { service, booking } = mustBook(day, command.serviceId)
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
