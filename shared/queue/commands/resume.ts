import { AppError } from '../../kit/errors.ts'
import type { Instant } from '../../kit/time.ts'
import type { CommandOf } from '../command.ts'
import { currentAt, type QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { ownCounter, staffIdOf, ticketFor } from '../guards.ts'
import { waitingAt } from '../policy.ts'
import { callOf } from './call-next.ts'

/** Calls a parked ticket back to a free counter, or one skipped by mistake. */
export function resume(day: QueueDay, { counterId, no, by }: CommandOf<'resume'>, now: Instant): readonly Happening[] {
  const counter = ownCounter(day, counterId, by)
  if (counter.state === 'break') throw new AppError('COUNTER_ON_BREAK', { counterId })
  const current = currentAt(day, counterId)
  if (current) throw new AppError('COUNTER_BUSY', { number: current.number, state: current.state })
  const ticket = ticketFor(day, no, 'ticketCalled')
  if (ticket.state === 'waiting') throw new AppError('TICKET_STATE', { number: ticket.number, state: ticket.state })
  const among = waitingAt(day, counter, now) + 1
  const call = callOf(ticket, counter, staffIdOf(by), { kind: 'resumed', due: ticket.due, among })
  return [{ ...call, calls: ticket.calls + 1 }]
}
