import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { ticketAtCounter } from '../guards.ts'

/** The holder stands at the counter: way time ends, service time begins. */
export function start(day: QueueDay, { counterId, by }: CommandOf<'start'>): readonly Happening[] {
  return [{ type: 'ticketStarted', no: ticketAtCounter(day, counterId, by, 'ticketStarted').no, counterId }]
}
