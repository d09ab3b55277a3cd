import { AppError } from '../../kit/errors.ts'
import { SECOND, type Instant } from '../../kit/time.ts'
import type { CommandOf } from '../command.ts'
import type { QueueDay, Ticket } from '../day.ts'
import type { Happening } from '../events.ts'
import { plannedDay, ticketAtCounter } from '../guards.ts'

/** Passes over a called ticket whose holder had time to hear the call and did not come; they may return within the grace. */
export function skip(day: QueueDay, command: CommandOf<'skip'>, now: Instant): readonly Happening[] {
  const ticket = ticketAtCounter(day, command, 'ticketSkipped')
  const left = skippableAt(day, ticket) - now
  if (left > 0) throw new AppError('SKIP_EARLY', { seconds: Math.ceil(left / SECOND) })
  return [{ type: 'ticketSkipped', no: ticket.no, counterId: command.counterId }]
}

/** From when on a called ticket may be skipped: so long after its last call, repeated ones included. */
export function skippableAt(day: QueueDay, ticket: Ticket): Instant {
  return calledLast(day, ticket) + plannedDay(day).skipAfterMs
}

/** When a ticket was last called, repeated calls included. */
export function calledLast({ calls }: QueueDay, { no, calledAt, since }: Ticket): Instant {
  return calls.find(c => c.no === no)?.at ?? calledAt ?? since
}
