import { foundIn } from '../../kit/found-in.ts'
import type { Instant } from '../../kit/time.ts'
import { ticketAt, type Because, type QueueDay, type Ticket } from '../day.ts'
import type { DayEvent } from '../events.ts'
import { arrivalDue, bookedDue } from '../policy.ts'
import type { Lesson } from './tracker.ts'

/**
 * What a first call from a line, that of a later step too, teaches of the range that was told of it: nothing when the ticket let
 * somebody pass, was called out of order, or its service was closed meanwhile, for then it was not the rule that broke the promise;
 * nor when the call was taken back or repeats one, for nobody may teach by calling over and over. `day` is the day after the call.
 */
export function lessonOf(day: QueueDay, event: DayEvent): Lesson | undefined {
  if (event.type !== 'ticketCalled' || day.calledBefore.includes(event.no)) return undefined
  const ticket = ticketAt(day, event.no)
  const told = ticket && toldOf(day, ticket, event.because)
  if (!told) return undefined
  const { serviceId } = ticket
  if (foundIn(day.closures, serviceId) || (foundIn(day.reopened, serviceId) ?? 0) > told.toldAt) return undefined
  return { ...told, calledAt: event.at }
}

/** What the holder was told of the line out of which this call takes them; `undefined` for calls that are no first ones by the rule. */
function toldOf(day: QueueDay, ticket: Ticket, { kind, due }: Because): Omit<Lesson, 'calledAt'> | undefined {
  const { promised, promisedStep, queuedAt, takenAt } = ticket
  // Who let others pass in a later line keeps no promise of it.
  if (kind === 'step')
    return promisedStep && queuedAt !== undefined ? { toldAt: queuedAt, range: promisedStep, later: true } : undefined
  return promised && due === firstDue(day, ticket, kind) ? { toldAt: takenAt, range: promised } : undefined
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
