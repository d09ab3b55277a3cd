import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { ticketFor } from '../guards.ts'

/** Gives a number back. A ticket at a counter is finished or skipped there, not cancelled. */
export function cancel(day: QueueDay, { no }: CommandOf<'cancel'>): readonly Happening[] {
  return [{ type: 'ticketCancelled', no: ticketFor(day, no, 'ticketCancelled').no }]
}
