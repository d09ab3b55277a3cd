import { AppError } from '../../kit/errors.ts'
import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { isAttended } from '../leaving.ts'
import { knownCounter, mustHaveLines, plannedService, ticketAtCounter } from '../guards.ts'

/**
 * Sends the ticket at the counter to another service's line, or to another counter, where it keeps its number and its due. A
 * line that nobody serves is not refused: the desk says so beforehand.
 */
export function transfer(day: QueueDay, command: CommandOf<'transfer'>): readonly Happening[] {
  const { counterId, serviceId, sentTo, noteId } = command
  const ticket = ticketAtCounter(day, command, 'ticketTransferred')
  mustHaveLines(day)
  const service = plannedService(day, serviceId)
  if (service.retired && service.id !== ticket.serviceId) throw new AppError('SERVICE_CLOSED', { serviceId })
  const to = sentTo === undefined ? undefined : knownCounter(day, sentTo)
  if (to && (!isAttended(to) || !to.services.includes(service.id)))
    throw new AppError('COUNTER_CLOSED', { counterId: to.id })
  if (service.id === ticket.serviceId && (to === undefined || to.id === counterId))
    throw new AppError('SAME_SERVICE', { serviceId })
  return [
    {
      ...{ type: 'ticketTransferred', no: ticket.no, counterId, serviceId },
      ...(to === undefined ? {} : { sentTo: to.id }),
      ...(noteId === undefined ? {} : { noteId }),
    },
  ]
}
