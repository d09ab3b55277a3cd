import type { Instant } from '../kit/time.ts'
import type { ServedPart, Ticket } from './day.ts'
import type { TicketChange, TicketState } from './states.ts'

/** States that a ticket may come to straight from the line, or while it stands at the counter that called it from there. */
const FROM_THE_LINE: readonly TicketState[] = ['called', 'serving', 'unserved', 'cancelled']

/**
 * When a ticket came into the line in which it waits, or from which it was called or left: by its number, its check-in, coming
 * back or being sent on. Undefined where its visit goes on without a line, and once that is over.
 * @example queuedAt({ state: 'waiting', since: 5000 }) // 5000
 */
export function queuedAt(ticket: Pick<Ticket, 'state' | 'since' | 'queuedAt'>): Instant | undefined {
  return ticket.state === 'waiting' ? ticket.since : ticket.queuedAt
}

/** Changes after which the line belongs to the visit that was called from it. */
const OF_A_VISIT: readonly TicketChange[] = ['ticketTakenOver', 'holderRefused']

/**
 * What a ticket keeps of its line on the way to another state. Whoever takes a visit over took nobody out of a line, and a call
 * that the office left is a visit of its own.
 */
export function lineLeft(ticket: Ticket, to: TicketState, by: TicketChange): Pick<Ticket, 'queuedAt'> {
  const isOfVisit = OF_A_VISIT.includes(by) || (by === 'ticketUnserved' && ticket.state !== 'waiting')
  const at = FROM_THE_LINE.includes(to) && !isOfVisit ? queuedAt(ticket) : undefined
  return at === undefined ? {} : { queuedAt: at }
}

/**
 * Whether the holder of a ticket may say to be in the hall: while it waits or is called, and where the number was only taken,
 * which it can be on the way. Whoever checked in, came back or was sent on is there.
 */
export function saysHere({ state, joined }: Pick<Ticket, 'state' | 'joined'>): boolean {
  return (state === 'waiting' || state === 'called') && (joined === 'walkIn' || joined === 'priority')
}

/** When the holder of a ticket came; undefined of a booking that has not (yet). */
export function arrivedAt({ takenAt, bookedAt }: Pick<Ticket, 'takenAt' | 'bookedAt'>): Instant | undefined {
  return bookedAt !== undefined && takenAt === bookedAt ? undefined : takenAt
}

/** Who served a ticket without ending its visit: who serves it now, or served a part of it before; undefined where nobody did. */
export function servedBy(ticket: Ticket): ServedPart | undefined {
  const { state, counterId, officerId, serviceId } = ticket
  if (state !== 'serving' || counterId === undefined) return ticket.part
  return { counterId, ...(officerId === undefined ? {} : { officerId }), serviceId }
}

/** What a ticket keeps of being served on the way to another state; a step that was finished was served, also without a start. */
export function partLeft(ticket: Ticket, to: TicketState, by: TicketChange): Pick<Ticket, 'part'> {
  const served: Ticket = by === 'stepFinished' && ticket.state === 'called' ? { ...ticket, state: 'serving' } : ticket
  const part = to === 'done' ? undefined : servedBy(served)
  return part === undefined ? {} : { part }
}
