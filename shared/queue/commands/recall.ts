import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { ticketAtCounter } from '../guards.ts'

/** Calls the same ticket once more; its place and clock stay. */
export function recall(day: QueueDay, command: CommandOf<'recall'>): readonly Happening[] {
  const { no } = ticketAtCounter(day, command, 'ticketRecalled')
  return [{ type: 'ticketRecalled', no, counterId: command.counterId }]
}
