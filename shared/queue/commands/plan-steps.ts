import { AppError } from '../../kit/errors.ts'
import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { plannedService, ticketAtCounter } from '../guards.ts'
import { MOST_PARTS, type Part } from '../steps/part.ts'

/** What the visit at the counter is still for: its officer adds a part, takes one away or puts them in another order. */
export function planSteps(day: QueueDay, command: CommandOf<'planSteps'>): readonly Happening[] {
  const { counterId, later } = command
  const ticket = ticketAtCounter(day, command, 'ticketFinished')
  const known = ticket.later ?? []
  mustFit(day, ticket.serviceId, later, known)
  if (JSON.stringify(later) === JSON.stringify(known)) return []
  return [{ type: 'stepsPlanned', no: ticket.no, counterId, later }]
}

/** Throws where the parts after `first` are no visit: one that comes twice, too many, or a new one that is not offered. */
export function mustFit(day: QueueDay, first: string, later: readonly Part[], known: readonly Part[] = []): void {
  const services = [first, ...later.map(p => p.serviceId)]
  const twice = services.find((s, i) => services.indexOf(s) !== i)
  if (twice !== undefined) throw new AppError('SAME_SERVICE', { serviceId: twice })
  if (services.length > MOST_PARTS) throw new AppError('BAD_REQUEST', { where: 'body', field: 'later' })
  for (const { serviceId } of later)
    if (!plannedService(day, serviceId).open && !known.some(p => p.serviceId === serviceId))
      throw new AppError('SERVICE_CLOSED', { serviceId })
}
