import { foundIn } from '../../kit/found-in.ts'
import { AppError } from '../../kit/errors.ts'
import type { Instant } from '../../kit/time.ts'
import type { CommandOf } from '../command.ts'
import { currentAt, type Counter, type QueueDay, type Ticket } from '../day.ts'
import type { Happening } from '../events.ts'
import { counterOf, knownCounter, meantTicket, mustHaveLines, staffIdOf, ticketFor } from '../guards.ts'
import { endsFor, isAttended, type SettleEnd, type TakeoverEnd } from '../leaving.ts'
import { waitingFor } from '../policy.ts'
import { callOf } from './call-next.ts'
import { finishOf } from './finish.ts'

/**
 * Frees a counter whose officer left, with the ticket that stands there. Whoever leads the hall may do it at any time, a
 * colleague once the counter was left. Who goes on serves from now on; what was before stays the other officer's part.
 */
export function takeOver(day: QueueDay, command: CommandOf<'takeOver'>): readonly Happening[] {
  const { counterId, by, reason, end, leads, noteId, from } = command
  const taker = staffIdOf(by)
  if (taker === undefined) throw new AppError('FORBIDDEN')
  const counter = knownCounter(day, counterId)
  if (counter.state === 'closed') throw new AppError('COUNTER_CLOSED', { counterId })
  if (counter.officerId === taker) throw new AppError('OWN_COUNTER', { counterId })
  if (from !== undefined && counter.officerId !== from) throw new AppError('OFFICER_OTHER', { counterId })
  if (!leads && isAttended(counter)) throw new AppError('COUNTER_ATTENDED', { counterId })
  const ticket = meantTicket(day, command)
  if (ticket && end === 'back') mustHaveLines(day)
  const goesOn = ticket !== undefined && end === 'continue'
  const seat = goesOn ? seatFor(day, counter, taker) : undefined
  return [
    {
      type: 'counterTakenOver',
      counterId,
      reason,
      ...(counter.officerId === undefined ? {} : { officerId: counter.officerId }),
      ...(ticket ? { number: ticket.number, end } : {}),
      ...(noteId === undefined ? {} : { noteId }),
    },
    seat?.id === counterId
      ? {
          type: 'counterOpened',
          counterId,
          officerId: taker,
          services: counter.services,
          chosen: counter.chosen ?? false,
        }
      : { type: 'counterClosed', counterId },
    ...(ticket ? endsOf(day, ticket, counter, end, seat && { seat, taker }) : []),
  ]
}

/** Where whoever takes over goes on: at the own free counter, else at the one that was left. */
function seatFor(day: QueueDay, left: Counter, taker: string): Counter {
  const own = counterOf(day, taker)
  if (!own) return left
  if (own.state === 'break') throw new AppError('COUNTER_ON_BREAK', { counterId: own.id })
  const current = currentAt(day, own.id)
  if (current) throw new AppError('COUNTER_BUSY', { number: current.number, state: current.state })
  return own
}

function endsOf(
  day: QueueDay,
  ticket: Ticket,
  { id: counterId }: Counter,
  end: TakeoverEnd,
  next: { readonly seat: Counter; readonly taker: string } | undefined,
): readonly Happening[] {
  const { no, due, state } = ticket
  if (end === 'done' || end === 'left') return [settled(day, ticket, end, false)]
  const back: Happening = { type: 'ticketPutBack', no, counterId }
  if (!next) return [back]
  const { seat, taker } = next
  if (state === 'serving') return [{ type: 'ticketTakenOver', no, counterId, to: seat.id, officerId: taker }]
  // Called and not come yet: the hall is told of the other counter.
  const among = waitingFor(day, seat.services) + 1
  return [back, callOf(ticket, seat, taker, { kind: 'resumed', due, among })]
}

/**
 * Ends a visit in the place of its officer, who is not there or whose day is over. How long it took is unknown then, and a
 * counter at which it stood is free.
 */
export function settle(day: QueueDay, command: CommandOf<'settle'>, now: Instant): readonly Happening[] {
  const { no, by, end, dayEnded } = command
  const ticket = ticketFor(day, no, end === 'gone' ? 'ticketCancelled' : 'ticketUnserved')
  if (!endsFor(ticket.state).includes(end))
    throw new AppError('TICKET_STATE', { number: ticket.number, state: ticket.state })
  const counter = ticket.counterId === undefined ? undefined : foundIn(day.counters, ticket.counterId)
  const standsHere = counter !== undefined && counter.current === no
  const isOver = dayEnded !== undefined && now >= dayEnded
  const { counterId = '', officerId } = ticket
  // Whoever served says it at the counter, with the survey that follows.
  if (officerId !== undefined && officerId === staffIdOf(by)) throw new AppError('OWN_COUNTER', { counterId })
  // A visit put aside is for its officer to fetch, wherever the officer sits by now.
  const seat = standsHere || officerId === undefined ? counter : counterOf(day, officerId)
  if (seat && isAttended(seat) && !isOver) throw new AppError('COUNTER_ATTENDED', { counterId: seat.id })
  return [
    ...(standsHere ? [{ type: 'counterClosed', counterId: counter.id } as const] : []),
    settled(day, ticket, end, isOver),
  ]
}

function settled(day: QueueDay, ticket: Ticket, end: SettleEnd, isOver: boolean): Happening {
  const { no, counterId = '' } = ticket
  switch (end) {
    case 'done':
      // What else the visit was for, nobody is there to say: as at the desk it goes on to the next.
      return finishOf(day, ticket, counterId, {}, { isOver, isUntimed: true })
    case 'missed':
      return { type: 'ticketSkipped', no, counterId }
    case 'gone':
      return { type: 'ticketCancelled', no, why: 'gone' }
    case 'left':
      return { type: 'ticketUnserved', no, counterId }
  }
}
