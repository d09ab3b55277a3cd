import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { ticketAtCounter } from '../guards.ts'

/** The holder stands at the counter: way time ends, service time begins. */
export function start(day: QueueDay, command: CommandOf<'start'>): readonly Happening[] {
  const { no } = ticketAtCounter(day, command, 'ticketStarted')
  return [{ type: 'ticketStarted', no, counterId: command.counterId }]
}
