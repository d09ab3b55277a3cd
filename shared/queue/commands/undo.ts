import { foundIn } from '../../kit/found-in.ts'
import { AppError } from '../../kit/errors.ts'
import { pick } from '../../kit/pick.ts'
import type { Instant } from '../../kit/time.ts'
import { UNDO_MS, type ActStep, type LastAct, type UndoableStep } from '../act.ts'
import type { CommandOf } from '../command.ts'
import { ticketAt, type Actor, type Counter, type QueueDay, type Ticket } from '../day.ts'
import { asPlanned } from '../evolve-counters.ts'
import type { Happening } from '../events.ts'
import { counterOf, ownCounter, staffIdOf } from '../guards.ts'

type Last = LastAct<Ticket, Counter>

/**
 * Takes the last act at the officer's counter back, as if it had not been: soon enough, and only while nobody went on with
 * what it left. What was called and finished by one press comes back as one. A takeover is taken back by whoever did it.
 */
export function undo(day: QueueDay, { counterId, by, act }: CommandOf<'undo'>, now: Instant): readonly Happening[] {
  const last = foundIn(day.lastActs, counterId)
  if (last?.freed?.by !== by) ownCounter(day, counterId, by)
  if (!last || (last.freed && last.freed.by !== by)) throw new AppError('UNDO_NOTHING', { counterId })
  // Another act than the one that was shown.
  if (act !== undefined && act !== last.seq) throw new AppError('UNDO_OVERTAKEN')
  if (now - last.at > UNDO_MS) throw new AppError('UNDO_LATE', { seconds: UNDO_MS / 1_000 })
  const overtaken = overtakenIn(day, last)
  if (overtaken) throw new AppError('UNDO_OVERTAKEN', { number: overtaken.ticket.number })
  if (!stays(day, last, counterId)) throw new AppError('UNDO_OVERTAKEN')
  const back = [...last.steps].reverse().map(step => takenBack(day, step, counterId))
  if (!last.freed) return back
  return [
    ...back,
    {
      type: 'takeoverUndone',
      counterId,
      undoneSeq: last.seq,
      counters: last.freed.before.map(c => asPlanned(day.plan, c)),
    },
  ]
}

/** The newest act that somebody of the staff could undo now, and the counter that it stands for, for whoever offers it. */
export function undoableBy(
  day: QueueDay,
  by: Actor,
  now: Instant,
): { readonly counterId: string; readonly last: Last } | undefined {
  const isOwn = (counterId: string, { freed }: Last) =>
    freed ? freed.by === by : foundIn(day.counters, counterId)?.officerId === staffIdOf(by)
  return Object.entries(day.lastActs)
    .map(([counterId, last]) => ({ counterId, last }))
    .filter(({ counterId, last }) => isOwn(counterId, last) && isOpen(day, last, counterId, now))
    .sort((a, b) => b.last.seq - a.last.seq)[0]
}

/** What the close of a day leaves because its officer can still undo it: tickets and counters. A takeover stays done (Y4). */
export function undoableNow(
  day: QueueDay,
  now: Instant,
): { readonly tickets: ReadonlySet<number>; readonly counters: ReadonlySet<string> } {
  const acts = Object.entries(day.lastActs).filter(([id, last]) => !last.freed && isOpen(day, last, id, now))
  return {
    tickets: new Set(acts.flatMap(([, { steps }]) => steps.map(step => step.ticket.no))),
    counters: new Set(acts.map(([id]) => id)),
  }
}

function isOpen(day: QueueDay, last: Last, counterId: string, now: Instant): boolean {
  return now - last.at <= UNDO_MS && !overtakenIn(day, last) && stays(day, last, counterId)
}

/** Whether the counters of the act stand as it left them, and whoever had left the one that it freed sits nowhere else by now. */
function stays(day: QueueDay, { since, freed }: Last, counterId: string): boolean {
  const counter = foundIn(day.counters, counterId)
  if (!freed) return counter?.state === 'open' && counter.since === since
  const { officerId } = freed.before[0]!
  return freed.after.every(c => isAs(foundIn(day.counters, c.id), c)) && !(officerId && counterOf(day, officerId))
}

function isAs(now: Counter | undefined, { state, since, officerId, current, leftAt }: Counter): boolean {
  return (
    now?.state === state &&
    now.since === since &&
    now.officerId === officerId &&
    now.current === current &&
    now.leftAt === leftAt
  )
}

/** The first ticket of the act with which somebody else has gone on. */
function overtakenIn(day: QueueDay, { steps }: Last): ActStep<Ticket> | undefined {
  const lasts = steps.filter((step, i) => !steps.slice(i + 1).some(later => later.ticket.no === step.ticket.no))
  return lasts.find(({ ticket: { no }, left }) => {
    const ticket = ticketAt(day, no)
    return (
      ticket?.state !== left.state ||
      ticket.since !== left.since ||
      ticket.due !== left.due ||
      ticket.serviceId !== left.serviceId
    )
  })
}

/** Acts after which what a visit is still for may be said anew before they are taken back. */
const PLANNED_AFTER: readonly UndoableStep[] = ['ticketCalled', 'ticketStarted', 'ticketTakenOver', 'ticketPutBack']

function takenBack(day: QueueDay, step: ActStep<Ticket>, counterId: string): Happening {
  const { seq, type, ticket, left: _, ...before } = step
  // What its holder said meanwhile is no part of the act; but a case is one of its service.
  const { case: _c, later: _l, dropped: _d, ...rest } = ticket
  const now = ticketAt(day, ticket.no) ?? ticket
  // Nor is what its officer planned after it.
  const planned = PLANNED_AFTER.includes(type) ? now : ticket
  // A plan that is taken back leaves everything else of the visit as it stands by now.
  const { later: _nl, dropped: _nd, ...stands } = now
  const known = {
    ...pick(now, ['hereAt']),
    ...pick(planned, ['later', 'dropped']),
    ...pick(now.serviceId === ticket.serviceId ? now : ticket, ['case']),
  }
  return {
    type: 'actUndone',
    no: ticket.no,
    counterId,
    undone: type,
    undoneSeq: seq,
    ticket: { ...(type === 'stepsPlanned' ? stands : rest), ...known },
    ...before,
  }
}
