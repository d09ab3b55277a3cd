import type { CommandOf, Finishing } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { ticketAtCounter } from '../guards.ts'

/**
 * Ends a service. A ticket finished without `start` counts as served, but its way and service times stay unknown rather
 * than guessed.
 */
export function finish(day: QueueDay, command: CommandOf<'finish'>): readonly Happening[] {
  return [finishOf(ticketAtCounter(day, command, 'ticketFinished').no, command.counterId, command)]
}

/** The event that ends a visit, with or without a document. */
export function finishOf(no: number, counterId: string, { document }: Finishing): Happening {
  return { type: 'ticketFinished', no, counterId, ...(document === false ? { document } : {}) }
}
