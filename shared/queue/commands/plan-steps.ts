import { AppError } from '../../kit/errors.ts'
import type { CommandOf } from '../command.ts'
import type { QueueDay, Ticket } from '../day.ts'
import type { Happening } from '../events.ts'
import { plannedService, ticketAtCounter } from '../guards.ts'
import { MOST_PARTS, type Part } from '../steps/part.ts'
import { servicesOf } from '../steps/planning.ts'

/** What the visit at the counter is still for: its officer adds a part, takes one away or puts them in another order. */
export function planSteps(day: QueueDay, command: CommandOf<'planSteps'>): readonly Happening[] {
  const { counterId, later } = command
  const ticket = ticketAtCounter(day, command, 'ticketFinished')
  mustFit(day, ticket, later)
  if (JSON.stringify(later) === JSON.stringify(ticket.later ?? [])) return []
  return [{ type: 'stepsPlanned', no: ticket.no, counterId, later }]
}

/** Throws where the parts after what is at hand are no visit, or a new one is not offered. */
function mustFit(
  day: QueueDay,
  { serviceId: first, later: known = [], been = [] }: Ticket,
  later: readonly Part[],
): void {
  mustBeOneVisit(day, first, later, servicesOf(been.flatMap(step => step.parts)))
  for (const { serviceId } of later)
    if (!plannedService(day, serviceId).open && !known.some(p => p.serviceId === serviceId))
      throw new AppError('SERVICE_CLOSED', { serviceId })
}

/** Throws where one part comes twice or was done before, there are too many, or the office has no such service. */
export function mustBeOneVisit(
  day: QueueDay,
  first: string,
  later: readonly Part[] = [],
  done: readonly string[] = [],
): void {
  const services = [first, ...servicesOf(later)]
  const twice = services.find((s, i) => i > 0 && (services.indexOf(s) !== i || done.includes(s)))
  if (twice !== undefined) throw new AppError('SAME_SERVICE', { serviceId: twice })
  if (done.length + services.length > MOST_PARTS) throw new AppError('BAD_REQUEST', { where: 'body', field: 'later' })
  for (const service of services) plannedService(day, service)
}
