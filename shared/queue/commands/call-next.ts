import { AppError } from '../../kit/errors.ts'
import type { Instant } from '../../kit/time.ts'
import type { CommandOf } from '../command.ts'
import type { Because, Counter, QueueDay, Ticket } from '../day.ts'
import type { Happening } from '../events.ts'
import { meantTicket, ownCounter, staffIdOf, ticketFor } from '../guards.ts'
import { finishOf } from './finish.ts'
import { lineFor, nextFor, waitingAt } from '../policy.ts'
import { ticketAt } from '../day.ts'

/**
 * Calls the next ticket by the rule to an open counter. The ticket in service is finished by the same press; one that was
 * called and has not come is not, so that a double press can pass nobody over.
 */
export function callNext(day: QueueDay, command: CommandOf<'callNext'>, now: Instant): readonly Happening[] {
  const counter = ownCounter(day, command.counterId, command.by)
  if (counter.state === 'break') throw new AppError('COUNTER_ON_BREAK', { counterId: counter.id })
  const current = meantTicket(day, command)
  if (current?.state === 'called') throw new AppError('COUNTER_BUSY', { number: current.number, state: current.state })
  const { ticket, because } = command.pick ? picked(day, counter, command.pick, now) : byRule(day, counter, now)
  const finished = current ? [finishOf(day, current, counter.id, command)] : []
  return [...finished, callOf(ticket, counter, staffIdOf(command.by), because)]
}

type Called = Extract<Happening, { type: 'ticketCalled' }>

/** The event that calls a ticket to a counter. */
export function callOf(ticket: Ticket, counter: Counter, officerId: string | undefined, because: Because): Called {
  return {
    type: 'ticketCalled',
    no: ticket.no,
    counterId: counter.id,
    ...(officerId === undefined ? {} : { officerId }),
    because,
  }
}

function byRule(day: QueueDay, counter: Counter, now: Instant): { ticket: Ticket; because: Because } {
  const next = nextFor(day, counter, now)
  const ticket = next && ticketAt(day, next.no)
  if (!ticket) throw new AppError('QUEUE_EMPTY', { counterId: counter.id })
  return { ticket, because: { kind: ticket.joined, due: ticket.due, among: waitingAt(day, counter, now) } }
}

type Pick = NonNullable<CommandOf<'callNext'>['pick']>

function picked(day: QueueDay, counter: Counter, pick: Pick, now: Instant) {
  const ticket = ticketFor(day, pick.no, 'ticketCalled')
  if (ticket.state !== 'waiting') throw new AppError('TICKET_STATE', { number: ticket.number, state: ticket.state })
  const line = lineFor(day, counter, now)
  const among = line.length + (line.some(w => w.no === ticket.no) ? 0 : 1)
  return { ticket, because: { kind: 'picked', due: ticket.due, among, reason: pick.reason } satisfies Because }
}
