import { AppError } from '../../kit/errors.ts'
import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { plannedDay, ticketAtCounter } from '../guards.ts'

/** Calls the same ticket once more, as often as the office calls anybody; its place and clock stay. */
export function recall(day: QueueDay, command: CommandOf<'recall'>): readonly Happening[] {
  const { no, calls } = ticketAtCounter(day, command, 'ticketRecalled')
  if (calls >= plannedDay(day).mostCalls) throw new AppError('CALLS_SPENT', { n: calls })
  return [{ type: 'ticketRecalled', no, counterId: command.counterId }]
}
