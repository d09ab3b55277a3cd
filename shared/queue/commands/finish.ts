import type { Instant } from '../../kit/time.ts'
import type { CommandOf, Finishing } from '../command.ts'
import type { QueueDay, Ticket } from '../day.ts'
import type { Happening } from '../events.ts'
import { ticketAtCounter } from '../guards.ts'
import { FINISH_WITHIN_MS } from './end-day.ts'

/**
 * Ends a service. A ticket finished without `start` counts as served, but its way and service times stay unknown rather
 * than guessed. So do those of a visit that its officer finished only after the day.
 */
export function finish(day: QueueDay, command: CommandOf<'finish'>, now: Instant): readonly Happening[] {
  const ticket = ticketAtCounter(day, command, 'ticketFinished')
  return [finishOf(ticket.no, command.counterId, command, isUntimed(ticket, command, now))]
}

/** Nobody knows whether a visit on which midnight fell went on or was forgotten; half a day later it was. */
function isUntimed({ startedAt = -Infinity }: Ticket, { dayEnded }: CommandOf<'finish'>, now: Instant): boolean {
  return dayEnded !== undefined && (startedAt < dayEnded || now >= dayEnded + FINISH_WITHIN_MS)
}

/** The event that ends a visit, with or without a document, and how it ended. */
export function finishOf(no: number, counterId: string, { document, result }: Finishing, isUntimed = false): Happening {
  return {
    ...{ type: 'ticketFinished', no, counterId },
    ...(document === false ? { document } : {}),
    ...(result === undefined ? {} : { result }),
    ...(isUntimed ? { untimed: true } : {}),
  }
}
