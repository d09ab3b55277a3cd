import type { Instant } from '../../../kit/time.ts'
import type { CommandOf } from '../../command.ts'
import type { QueueDay } from '../../day.ts'
import type { Happening } from '../../events.ts'
import { bookingNumber, nextOfSeries } from '../../numbers/numbering.ts'
import { mustWait } from '../../places.ts'

/** Somebody waits for a place of a day that is full; the first of the line is offered what becomes free. */
export function joinWaitlist(day: QueueDay, command: CommandOf<'joinWaitlist'>, now: Instant): readonly Happening[] {
  const { serviceId, priority } = command
  const { service } = mustWait(day, serviceId, now, priority)
  return [
    {
      type: 'waitlistJoined',
      no: day.taken,
      id: command.ticketId,
      number: bookingNumber(service.letter, nextOfSeries(day, service.letter, -1)),
      serviceId: service.id,
      priority,
      ...(command.case === undefined ? {} : { case: command.case }),
    },
  ]
}
