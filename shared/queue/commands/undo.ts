import { AppError } from '../../kit/errors.ts'
import { pick } from '../../kit/pick.ts'
import type { Instant } from '../../kit/time.ts'
import { UNDO_MS, type ActStep, type LastAct } from '../act.ts'
import type { CommandOf } from '../command.ts'
import { ticketAt, type QueueDay, type Ticket } from '../day.ts'
import type { Happening } from '../events.ts'
import { ownCounter } from '../guards.ts'

/**
 * Takes the last act at the officer's counter back, as if it had not been: soon enough, and only while nobody went on with
 * what it left. What was called and finished by one press comes back as one.
 */
export function undo(day: QueueDay, { counterId, by, act }: CommandOf<'undo'>, now: Instant): readonly Happening[] {
  const counter = ownCounter(day, counterId, by)
  const last = day.lastActs[counterId]
  if (!last) throw new AppError('UNDO_NOTHING', { counterId })
  // Another act than the one that was shown.
  if (act !== undefined && act !== last.steps[0]!.seq) throw new AppError('UNDO_OVERTAKEN')
  if (now - last.at > UNDO_MS) throw new AppError('UNDO_LATE', { seconds: UNDO_MS / 1_000 })
  const overtaken = overtakenIn(day, last)
  if (overtaken) throw new AppError('UNDO_OVERTAKEN', { number: overtaken.ticket.number })
  const stays = counter.state === 'open' && counter.since === last.since
  if (!stays) throw new AppError('UNDO_OVERTAKEN')
  return [...last.steps].reverse().map(step => takenBack(day, step, counterId))
}

/** The act at a counter that could be undone now, for whoever offers it. */
export function undoableAt(day: QueueDay, counterId: string, now: Instant): LastAct<Ticket> | undefined {
  const [last, counter] = [day.lastActs[counterId], day.counters[counterId]]
  if (!last || now - last.at > UNDO_MS || overtakenIn(day, last)) return undefined
  return counter?.state === 'open' && counter.since === last.since ? last : undefined
}

/** The first ticket of the act with which somebody else has gone on. */
function overtakenIn(day: QueueDay, { steps }: LastAct<Ticket>): ActStep<Ticket> | undefined {
  return steps.find(({ ticket: { no }, left }) => {
    const ticket = ticketAt(day, no)
    return (
      ticket?.state !== left.state ||
      ticket.since !== left.since ||
      ticket.due !== left.due ||
      ticket.serviceId !== left.serviceId
    )
  })
}

function takenBack(day: QueueDay, step: ActStep<Ticket>, counterId: string): Happening {
  const { seq, type, ticket, left: _, ...before } = step
  // What it is for may have been said anew meanwhile, and that is no part of the act; but a case is one of its service.
  const { case: _c, ...rest } = ticket
  const now = ticketAt(day, ticket.no)
  const known = pick(now?.serviceId === ticket.serviceId ? now : ticket, ['case'])
  return {
    type: 'actUndone',
    no: ticket.no,
    counterId,
    undone: type,
    undoneSeq: seq,
    ticket: { ...rest, ...known },
    ...before,
  }
}
