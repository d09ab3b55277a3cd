import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { ticketAtCounter } from '../guards.ts'

/** Puts a visit aside, for example while the holder makes a copy; the counter becomes free. */
export function park(day: QueueDay, command: CommandOf<'park'>): readonly Happening[] {
  const { counterId, reason } = command
  return [{ type: 'ticketParked', no: ticketAtCounter(day, command, 'ticketParked').no, counterId, reason }]
}
