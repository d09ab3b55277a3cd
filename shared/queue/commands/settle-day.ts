import { AppError } from '../../kit/errors.ts'
import type { Instant } from '../../kit/time.ts'
import type { CommandOf } from '../command.ts'
import { ticketsOf, type QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { plannedDay, staffIdOf } from '../guards.ts'

/**
 * Closes a day whose doors are shut, on record with who did: whoever still waits was not served, counters at which nobody stands
 * are closed. A visit under way goes on, and counts on this day whenever it ends. An empty list where the day was closed before.
 */
export function settleDay(day: QueueDay, { by, shutAt }: CommandOf<'settleDay'>, now: Instant): readonly Happening[] {
  plannedDay(day)
  if (staffIdOf(by) === undefined) throw new AppError('FORBIDDEN')
  if (day.settledAt !== undefined) return []
  if (now < shutAt) throw new AppError('DAY_OPEN')
  const waits = [...ticketsOf(day)].filter(t => t.state === 'waiting')
  const idle = Object.values(day.counters).filter(c => c.state !== 'closed' && c.current === undefined)
  return [
    ...waits.map(({ no }) => ({ type: 'ticketUnserved', no }) as const),
    ...idle.map(({ id: counterId }) => ({ type: 'counterClosed', counterId }) as const),
    { type: 'daySettled' },
  ]
}
