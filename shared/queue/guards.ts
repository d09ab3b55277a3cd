import { foundIn } from '../kit/found-in.ts'
import { AppError } from '../kit/errors.ts'
import type { Meaning } from './command.ts'
import {
  currentAt,
  ticketAt,
  type Actor,
  type Counter,
  type DayPlan,
  type PlannedService,
  type QueueDay,
  type Ticket,
} from './day.ts'
import { allows, type TicketChange } from './states.ts'

/** The staff id behind an actor; `undefined` for devices, holders and the system. */
export function staffIdOf(by: Actor): string | undefined {
  return by.startsWith('staff:') ? by.slice(6) : undefined
}

/** The day's plan; a day without one is not open yet. */
export function plannedDay(day: QueueDay): DayPlan {
  if (!day.plan) throw new AppError('OFFICE_CLOSED')
  return day.plan
}

/** Nobody comes into a line of a day that was closed: throws `DAY_CLOSED`. */
export function mustHaveLines({ settledAt }: QueueDay): void {
  if (settledAt !== undefined) throw new AppError('DAY_CLOSED')
}

/** A service of the day's plan. */
export function plannedService(day: QueueDay, serviceId: string): PlannedService {
  const service = plannedDay(day).services.find(s => s.id === serviceId)
  if (!service) throw new AppError('SERVICE_UNKNOWN', { serviceId })
  return service
}

/** A counter that exists. */
export function knownCounter(day: QueueDay, counterId: string): Counter {
  const counter = foundIn(day.counters, counterId)
  if (!counter) throw new AppError('COUNTER_UNKNOWN', { counterId })
  return counter
}

/** A counter at which this officer sits; open or on break. */
export function ownCounter(day: QueueDay, counterId: string, by: Actor): Counter {
  const counter = knownCounter(day, counterId)
  if (counter.state === 'closed') throw new AppError('COUNTER_CLOSED', { counterId })
  if (counter.officerId !== staffIdOf(by)) throw new AppError('NOT_YOUR_COUNTER', { counterId })
  return counter
}

/** An officer's act at a counter. */
interface AtCounter extends Meaning {
  readonly counterId: string
  readonly by: Actor
}

/** The ticket at the officer's counter, when it is the one that is meant and `change` may happen to it. */
export function ticketAtCounter(day: QueueDay, act: AtCounter, change: TicketChange): Ticket {
  ownCounter(day, act.counterId, act.by)
  const ticket = meantTicket(day, act)
  if (!ticket) throw new AppError('NO_CURRENT_TICKET', { counterId: act.counterId })
  return inState(ticket, change)
}

/** Who stands at the counter, if it is whom the officer means; throws `TICKET_OTHER` or `NO_CURRENT_TICKET` if not. */
export function meantTicket(day: QueueDay, { counterId, meant }: AtCounter): Ticket | undefined {
  const ticket = currentAt(day, counterId)
  if (meant === undefined || meant === (ticket?.id ?? null)) return ticket
  if (ticket) throw new AppError('TICKET_OTHER', { number: ticket.number })
  throw new AppError('NO_CURRENT_TICKET', { counterId })
}

/** A ticket of the day, when `change` may happen to it. */
export function ticketFor(day: QueueDay, no: number, change: TicketChange): Ticket {
  const ticket = ticketAt(day, no)
  if (!ticket) throw new AppError('TICKET_UNKNOWN')
  return inState(ticket, change)
}

/** The counter at which an officer sits now. */
export function counterOf(day: QueueDay, officerId: string): Counter | undefined {
  return Object.values(day.counters).find(c => c.state !== 'closed' && c.officerId === officerId)
}

function inState(ticket: Ticket, change: TicketChange): Ticket {
  if (!allows(change, ticket.state)) throw new AppError('TICKET_STATE', { number: ticket.number, state: ticket.state })
  return ticket
}
