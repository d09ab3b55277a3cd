import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { ticketAtCounter } from '../guards.ts'

/** Passes over a called ticket whose holder did not come; they may return within the grace. */
export function skip(day: QueueDay, command: CommandOf<'skip'>): readonly Happening[] {
  const { no } = ticketAtCounter(day, command, 'ticketSkipped')
  return [{ type: 'ticketSkipped', no, counterId: command.counterId }]
}
