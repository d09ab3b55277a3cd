import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { ticketAtCounter } from '../guards.ts'

/** Calls the same ticket once more; its place and clock stay. */
export function recall(day: QueueDay, { counterId, by }: CommandOf<'recall'>): readonly Happening[] {
  return [{ type: 'ticketRecalled', no: ticketAtCounter(day, counterId, by, 'ticketRecalled').no, counterId }]
}
