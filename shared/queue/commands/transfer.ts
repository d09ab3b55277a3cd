import { AppError } from '../../kit/errors.ts'
import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { plannedService, ticketAtCounter } from '../guards.ts'

/** Sends the ticket at the counter to another service's line, where it keeps its number and its due. */
export function transfer(day: QueueDay, command: CommandOf<'transfer'>): readonly Happening[] {
  const { counterId, serviceId } = command
  const ticket = ticketAtCounter(day, command, 'ticketTransferred')
  const service = plannedService(day, serviceId)
  if (service.id === ticket.serviceId) throw new AppError('SAME_SERVICE', { serviceId })
  return [{ type: 'ticketTransferred', no: ticket.no, counterId, serviceId }]
}
