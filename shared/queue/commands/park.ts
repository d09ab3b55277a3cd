import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { ticketAtCounter } from '../guards.ts'

/** Puts a visit aside, for example while the holder makes a copy; the counter becomes free. */
export function park(day: QueueDay, { counterId, reason, by }: CommandOf<'park'>): readonly Happening[] {
  return [{ type: 'ticketParked', no: ticketAtCounter(day, counterId, by, 'ticketParked').no, counterId, reason }]
}
