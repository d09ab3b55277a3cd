import { foundIn } from '../../kit/found-in.ts'
import type { Instant } from '../../kit/time.ts'
import type { CommandOf, Finishing } from '../command.ts'
import type { QueueDay, Ticket } from '../day.ts'
import type { Happening } from '../events.ts'
import { ticketAtCounter } from '../guards.ts'
import type { Part } from '../steps/part.ts'
import { inOneGo } from '../steps/planning.ts'
import { FINISH_WITHIN_MS } from './end-day.ts'

/**
 * Ends a service. A ticket finished without `start` counts as served, but its way and service times stay unknown rather
 * than guessed. So do those of a visit that its officer finished only after the day.
 */
export function finish(day: QueueDay, command: CommandOf<'finish'>, now: Instant): readonly Happening[] {
  const ticket = ticketAtCounter(day, command, 'ticketFinished')
  const isOver = command.dayEnded !== undefined
  return [finishOf(day, ticket, command.counterId, command, { isOver, isUntimed: isUntimed(ticket, command, now) })]
}

/** Nobody knows whether a visit on which midnight fell went on or was forgotten; half a day later it was. */
function isUntimed({ startedAt = -Infinity }: Ticket, { dayEnded }: CommandOf<'finish'>, now: Instant): boolean {
  return dayEnded !== undefined && (startedAt < dayEnded || now >= dayEnded + FINISH_WITHIN_MS)
}

/** When a service ends: whether its day is over, and whether nobody knows how long it took. */
interface Ending {
  readonly isOver?: boolean
  readonly isUntimed?: boolean
}

/**
 * The event that ends a service, with or without a document. A visit that asks for more goes on by itself to the line of what
 * comes next; it ends when nothing is left, when its officer says that the rest is not needed, when it did not end complete, and
 * on a day that is closed or over, which has no lines.
 */
export function finishOf(
  day: QueueDay,
  ticket: Ticket,
  counterId: string,
  { document, result, parts, rest, promised }: Finishing,
  { isOver = false, isUntimed = false }: Ending = {},
): Happening {
  const later = ticket.later ?? []
  const done = result ? 1 : Math.max(1, Math.min(1 + later.length, parts ?? goOf(day, ticket, counterId)))
  const said = {
    ...(document === false ? { document } : {}),
    ...(isUntimed ? { untimed: true as const } : {}),
    ...(done > 1 ? { done } : {}),
  }
  const { no } = ticket
  const [next, ...others] = stillPlanned(day, later.slice(done - 1))
  if (!next || result || rest || isOver || day.settledAt !== undefined)
    return {
      ...{ type: 'ticketFinished', no, counterId },
      ...(result === undefined ? {} : { result }),
      ...said,
      ...(rest && next ? { rest } : {}),
    }
  return {
    ...{ type: 'stepFinished', no, counterId },
    ...next,
    ...(others.length > 0 ? { later: others } : {}),
    ...(promised?.serviceId === next.serviceId ? { promised: promised.range } : {}),
    ...said,
  }
}

/** How many parts of a visit a counter does in one go: the present one, and those after it as long as it serves them. */
export function goOf(day: QueueDay, ticket: Ticket, counterId: string): number {
  return inOneGo(foundIn(day.counters, counterId)?.services, ticket).length
}

/** A service that was struck from the day has no line in which anybody could stand. */
function stillPlanned({ plan }: QueueDay, parts: readonly Part[]): readonly Part[] {
  return parts.filter(p => plan?.services.some(s => s.id === p.serviceId))
}
