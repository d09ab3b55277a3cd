import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { ticketAtCounter } from '../guards.ts'

/**
 * Ends a service. A ticket finished without `start` counts as served, but its way and service times stay unknown rather
 * than guessed.
 */
export function finish(day: QueueDay, { counterId, by }: CommandOf<'finish'>): readonly Happening[] {
  return [{ type: 'ticketFinished', no: ticketAtCounter(day, counterId, by, 'ticketFinished').no, counterId }]
}
