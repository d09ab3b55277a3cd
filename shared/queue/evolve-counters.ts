import { foundIn } from '../kit/found-in.ts'
import type { Instant } from '../kit/time.ts'
import { ticketAt, type Counter, type DayPlan, type QueueDay, type Ticket } from './day.ts'
import { recent } from './evolve-lists.ts'
import type { DayEvent } from './events.ts'

const KEPT_CALLS = 12

type Of<T extends DayEvent['type']> = Extract<DayEvent, { type: T }>

/** What takes a ticket from its counter. */
interface Leaving {
  readonly type: string
  readonly at: Instant
  readonly no: number
  readonly counterId?: string
  readonly untimed?: true
  readonly done?: number
}

/** The call as the newest that the hall shows. */
export function shownCall(day: QueueDay, event: Of<'ticketCalled'> | Of<'ticketRecalled'>) {
  return (t: Ticket) => ({
    calls: [
      { seq: event.seq, no: t.no, number: t.number, counterId: event.counterId, serviceId: t.serviceId, at: event.at },
      ...day.calls.filter(c => c.no !== t.no),
    ].slice(0, KEPT_CALLS),
  })
}

const UNTIMED = ['ticketUnserved', 'ticketTakenOver', 'ticketPutBack']

/** The counter at which a visit ended becomes free, and its pace is remembered. */
export function freed(day: QueueDay, event: Leaving): Partial<QueueDay> {
  const counter = event.counterId === undefined ? undefined : foundIn(day.counters, event.counterId)
  if (!counter || counter.current !== event.no) return {}
  const { current: _, ...rest } = counter
  const ticket = ticketAt(day, event.no)
  // Ended by the day itself, not by somebody who saw it, or several services in one go: how long one took is unknown.
  const known = !UNTIMED.includes(event.type) && event.untimed === undefined && event.done === undefined
  const pace = !known || ticket?.calledAt === undefined ? undefined : event.at - ticket.calledAt
  return {
    counters: { ...day.counters, [counter.id]: { ...rest, freeSince: event.at } },
    paces:
      pace === undefined
        ? day.paces
        : { ...day.paces, [ticket!.serviceId]: recent(foundIn(day.paces, ticket!.serviceId) ?? [], pace) },
  }
}

/** A ticket that left its counter forgets the counter, not its history of dues. */
export function away(t: Ticket): Ticket {
  const { counterId: _c, officerId: _o, calledAt: _a, startedAt: _s, opens: _p, promisedStep: _r, ...rest } = t
  return rest
}

/** The counters of a plan as they stand, with those that an officer has not left yet. */
export function countersOf(day: QueueDay, { plan, reaches, at }: Of<'dayPlanned'>): QueueDay['counters'] {
  const planned = plan.counters.map((c): Counter => {
    const known = foundIn(day.counters, c.id)
    if (!known) return { id: c.id, state: 'closed', since: at, services: c.services }
    return reaches ? asPlanned(plan, known) : known
  })
  // A counter struck from the plan stays until its officer has left it, so no ticket is stranded there.
  const struck = Object.values(day.counters).filter(
    c => c.state !== 'closed' && !plan.counters.some(p => p.id === c.id),
  )
  return Object.fromEntries([...planned, ...struck].map(c => [c.id, c]))
}

/** A counter as a plan has it: what its officer chose stays; whoever serves what was planned serves what is planned now. */
export function asPlanned(plan: DayPlan | null, counter: Counter): Counter {
  const services = counter.chosen ? undefined : plannedAt(plan, counter.id)
  return services ? { ...counter, services } : counter
}

/** What a plan has a counter serve, each service once; undefined where it has no such counter. */
export function plannedAt(plan: DayPlan | null, counterId: string): readonly string[] | undefined {
  const services = plan?.counters.find(c => c.id === counterId)?.services
  return services && [...new Set(services)]
}

/** A counter at which an officer has sat down, with the ticket that stands there. */
export function opened(plan: DayPlan | null, known: Counter, event: Of<'counterOpened'>): Counter {
  const { at, services, officerId } = event
  const planned = plannedAt(plan, known.id)
  // An older journal does not say who chose: who served something else than was planned by then.
  const chosen = event.chosen ?? (planned !== undefined && planned.join() !== services.join())
  return {
    ...{ id: known.id, state: 'open', since: at, services },
    ...(chosen ? { chosen } : {}),
    ...(officerId === undefined ? {} : { officerId }),
    ...(known.current === undefined ? {} : { current: known.current }),
    ...(known.freeSince === undefined ? {} : { freeSince: at }),
  }
}

/** The day with one of its counters changed. */
export function withCounter(day: QueueDay, id: string, update: (c: Counter) => Counter): QueueDay {
  const counter = foundIn(day.counters, id)
  return counter ? { ...day, counters: { ...day.counters, [id]: update(counter) } } : day
}

/** What is no act of whoever sits at the counter that it names. */
const OF_OTHERS: readonly DayEvent['type'][] = [
  'counterLeft',
  'counterNudged',
  'counterTakenOver',
  'ticketTakenOver',
  'ticketUnserved',
  'takeoverUndone',
]

/** The day after an event, with an act at a counter noted: somebody is there. */
export function attended(before: QueueDay, event: DayEvent, day: QueueDay): QueueDay {
  if (!('counterId' in event) || OF_OTHERS.includes(event.type as DayEvent['type'])) return day
  const counter = event.counterId === undefined ? undefined : foundIn(day.counters, event.counterId)
  if (!counter || counter.state === 'closed') return day
  // What becomes of a visit that stands elsewhere, such as one put aside, is no act at the counter where it stood.
  const standsHere = (at: QueueDay) => 'no' in event && foundIn(at.counters, counter.id)?.current === event.no
  if ('no' in event && !standsHere(before) && !standsHere(day)) return day
  const { leftAt: _, nudgedAt: _n, ...rest } = counter
  return withCounter(day, counter.id, () => ({ ...rest, actedAt: event.at }))
}

/** A visit goes on at another counter, or at the same one with another officer. */
export function takenOver(day: QueueDay, event: Of<'ticketTakenOver'>): Partial<QueueDay> {
  const { counters = day.counters, ...rest } = freed(day, event)
  const to = foundIn(counters, event.to)
  if (!to) return { ...rest, counters }
  // Whoever goes on is at the own counter.
  const { leftAt: _, ...seat } = to
  return { ...rest, counters: { ...counters, [to.id]: { ...seat, current: event.no, actedAt: event.at } } }
}

/** A visit that goes on with another officer: one part ends and another begins, and nobody walks in between. */
export function servedOn(ticket: Ticket, { at, to: counterId, officerId }: Of<'ticketTakenOver'>): Ticket {
  const { officerId: _, ...t } = ticket
  return { ...t, counterId, ...(officerId === undefined ? {} : { officerId }), calledAt: at, startedAt: at }
}

/** A ticket back in line, for whichever counter is free first. */
export function putBack(ticket: Ticket): Ticket {
  const { sentTo: _, ...t } = away(ticket)
  return { ...t, heldMs: 0 }
}
