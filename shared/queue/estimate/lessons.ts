import type { Instant } from '../../kit/time.ts'
import { ticketAt, type Because, type QueueDay, type Ticket } from '../day.ts'
import type { DayEvent } from '../events.ts'
import { arrivalDue, bookedDue } from '../policy.ts'
import type { Lesson } from './tracker.ts'

/**
 * What a first call teaches of the range that was told: nothing when the ticket let somebody pass, was called out of order, or
 * its service was closed meanwhile, for then it was not the rule that broke the promise; nor when the call was taken back or
 * repeats one, for nobody may teach by calling over and over. `day` is the day after the call.
 */
export function lessonOf(day: QueueDay, event: DayEvent): Lesson | undefined {
  if (event.type !== 'ticketCalled' || day.calledBefore.includes(event.no)) return undefined
  const ticket = ticketAt(day, event.no)
  if (!ticket?.promised || event.because.due !== firstDue(day, ticket, event.because.kind)) return undefined
  const { serviceId, takenAt } = ticket
  if (day.closures[serviceId] || (day.reopened[serviceId] ?? 0) > takenAt) return undefined
  return { toldAt: takenAt, range: ticket.promised, calledAt: event.at }
}

/** The due with which a ticket came; `undefined` for calls that are no first ones by the rule. */
function firstDue(day: QueueDay, ticket: Ticket, kind: Because['kind']): Instant | undefined {
  switch (kind) {
    case 'walkIn':
    case 'late':
      return ticket.takenAt
    case 'priority':
      return arrivalDue(ticket.takenAt, true, day.plan?.priorityCreditMs ?? 0)
    case 'booked':
      return ticket.slot && bookedDue(ticket.slot.start, day.plan?.slots?.creditMs ?? 0)
    default:
      return undefined
  }
}
