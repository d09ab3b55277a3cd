import type { OfficeInfo } from '../../office/office.ts'
import { hasCounter, hasService, type Scope } from '../../office/scope.ts'
import { ticketAt, type QueueDay, type Ticket } from '../../queue/day.ts'
import type { DayEvent } from '../../queue/events.ts'
import { projectDay, projectEvent, seenTicket } from '../views.ts'

type Hall = Pick<OfficeInfo, 'services' | 'counters'>

/**
 * The day as staff of a scope may see it. Of other agencies that is what hangs in the hall for everybody: numbers and counters,
 * nobody's id, officer, case, note or result. Of a visit that went on from here they see so much until its end, and how it stands.
 */
export function scopedDay(day: QueueDay, hall: Hall, scope: Scope): QueueDay {
  const whole = projectDay(day, 'staff')
  if (scope === null) return whole
  const others = projectDay(day, 'hall')
  const tickets = whole.tickets.map((chunk, i) =>
    chunk.map((ticket, j) => {
      if (!ticket || isOwn(ticket, hall, scope)) return ticket
      return wasOwn(ticket, hall, scope) ? seenTicket(ticket, 'hall') : (others.tickets[i]?.[j] ?? null)
    }),
  )
  const ownCounter = ([id]: readonly [string, unknown]) => hasCounter(hall, scope, id)
  const acts = Object.entries(whole.lastActs).filter(ownCounter)
  return {
    ...others,
    tickets,
    counters: { ...others.counters, ...Object.fromEntries(Object.entries(whole.counters).filter(ownCounter)) },
    lastActs: Object.fromEntries(acts),
    calledBefore: whole.calledBefore.filter(no => isOwn(ticketAt(day, no), hall, scope)),
  }
}

/** An event as staff of a scope may see it; `day` is the one after it. */
export function scopedEvent(event: DayEvent, day: QueueDay, hall: Hall, scope: Scope): DayEvent {
  return projectEvent(event, scope === null || isOfScope(event, day, hall, scope) ? 'staff' : 'hall')
}

/** Whether one of these events brought a ticket into a scope, or took it out: who follows needs the day anew. */
export function crosses(
  events: readonly DayEvent[],
  { before, after }: { readonly before: QueueDay | undefined; readonly after: QueueDay },
  hall: Hall,
  scope: Scope,
): boolean {
  if (scope === null) return false
  return events.some(event => {
    if (!('no' in event) || event.no === undefined) return false
    const known = before && ticketAt(before, event.no)
    return known !== undefined && isOwn(known, hall, scope) !== isOwn(ticketAt(after, event.no), hall, scope)
  })
}

function isOfScope(event: DayEvent, day: QueueDay, hall: Hall, scope: string): boolean {
  if ('no' in event && event.no !== undefined) return isOwn(ticketAt(day, event.no), hall, scope)
  return 'counterId' in event && hasCounter(hall, scope, event.counterId)
}

/** A ticket is of the agency whose service it waits for, or whose counter it stands at. */
function isOwn(ticket: Ticket | undefined, hall: Hall, scope: string): boolean {
  if (!ticket) return false
  return hasService(hall, scope, ticket.serviceId) || hasCounter(hall, scope, ticket.counterId ?? '')
}

/** A visit counts with the agency for which its holder came, and each step with the counter at which it was done. */
function wasOwn({ cameFor, been = [] }: Ticket, hall: Hall, scope: string): boolean {
  return hasService(hall, scope, cameFor) || been.some(step => hasCounter(hall, scope, step.counterId))
}
