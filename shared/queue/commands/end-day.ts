import { foundIn } from '../../kit/found-in.ts'
import { HOUR, type Instant } from '../../kit/time.ts'
import { checkInUntil } from '../check-in-window.ts'
import { UNDO_MS } from '../act.ts'
import type { CommandOf } from '../command.ts'
import { ticketsOf, type Counter, type QueueDay, type Ticket } from '../day.ts'
import type { Happening } from '../events.ts'
import { servedBy } from '../line.ts'
import { isOpen } from '../places.ts'

/** So long after the end of its day a visit that is under way may still be finished at its counter. */
export const FINISH_WITHIN_MS = 12 * HOUR

/**
 * Ends a day that is over: nobody waits for it any more, and nobody is blamed for what the office did not get to. Visits
 * under way are left to their officers for half a day, then they end by themselves. An empty list when all has ended.
 */
export function endDay(day: QueueDay, { endsAt }: CommandOf<'endDay'>, now: Instant): readonly Happening[] {
  if (!day.plan || now < endsAt) return []
  const last = now >= endsAt + FINISH_WITHIN_MS
  return [
    ...[...ticketsOf(day)].flatMap(ticket => endOf(day, ticket, endsAt, last)),
    ...Object.keys(day.closures).map(serviceId => ({ type: 'serviceOpened', serviceId }) as const),
    ...Object.values(day.counters)
      .filter(counter => leaves(counter, last) && !mayUndo(day, counter, now))
      .map(({ id: counterId }) => ({ type: 'counterClosed', counterId }) as const),
  ]
}

function endOf(day: QueueDay, ticket: Ticket, endsAt: Instant, last: boolean): readonly Happening[] {
  const { no, state, counterId } = ticket
  switch (state) {
    case 'waitlisted':
    case 'offered':
      return [{ type: 'ticketCancelled', no, why: 'lapsed' }]
    case 'booked':
      return [{ type: couldCome(day, ticket, endsAt) ? 'ticketReleased' : 'ticketUnserved', no }]
    case 'waiting':
      return [{ type: 'ticketUnserved', no }]
    case 'parked':
      return last ? [{ type: 'ticketUnserved', no }] : []
    case 'missed':
      // Whoever was served in part did come.
      return last && servedBy(ticket) ? [{ type: 'ticketCancelled', no, why: 'gone' }] : []
    case 'called':
      return last ? [{ type: 'ticketUnserved', no, counterId: counterId! }] : []
    case 'serving':
      return last ? [{ type: 'ticketFinished', no, counterId: counterId!, untimed: true }] : []
    default:
      return []
  }
}

/** Whether the whole check-in of a booking lay within its day, so that whoever did not come was not kept away. */
function couldCome(day: QueueDay, { serviceId, slot }: Ticket, endsAt: Instant): boolean {
  const slots = day.plan?.slots
  const service = day.plan?.services.find(s => s.id === serviceId)
  if (!slots || !slot || !service || !isOpen(day, service)) return false
  return checkInUntil(day, serviceId, slot, slots) < endsAt
}

/** Whoever still has a visit under way keeps the counter for it. */
function leaves({ state, current }: Counter, last: boolean): boolean {
  return state !== 'closed' && (current === undefined || last)
}

/** Whoever has just ended a visit there may still take that back. */
function mayUndo(day: QueueDay, { id }: Counter, now: Instant): boolean {
  const act = foundIn(day.lastActs, id)
  return act !== undefined && now - act.at <= UNDO_MS
}
