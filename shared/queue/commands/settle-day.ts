import { AppError } from '../../kit/errors.ts'
import type { Instant } from '../../kit/time.ts'
import type { CommandOf } from '../command.ts'
import { ticketsOf, type QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { plannedDay, staffIdOf } from '../guards.ts'
import { arrivedAt } from '../line.ts'
import { undoableNow } from './undo.ts'

/**
 * Closes a day whose doors are shut, on record with who did: whoever still waits was not served, counters at which nobody stands
 * are closed. A visit under way goes on, and counts on this day whenever it ends. What an officer may still take back is left
 * as it is, and the close repeated for whoever waits after it. An empty list where nobody waits and the day was closed before.
 */
export function settleDay(day: QueueDay, { by, shutAt }: CommandOf<'settleDay'>, now: Instant): readonly Happening[] {
  plannedDay(day)
  if (staffIdOf(by) === undefined) throw new AppError('FORBIDDEN')
  if (!needsClose(day)) {
    if (day.settledAt !== undefined) return []
    throw new AppError('OFFICE_CLOSED')
  }
  if (now < shutAt) throw new AppError('DAY_OPEN')
  const fresh = undoableNow(day, now)
  const waits = [...ticketsOf(day)].filter(t => t.state === 'waiting' && !fresh.tickets.has(t.no))
  const free = Object.values(day.counters).filter(c => c.state !== 'closed' && c.current === undefined)
  const idle = free.filter(c => !fresh.counters.has(c.id))
  if (day.settledAt !== undefined && waits.length === 0) return []
  return [
    ...waits.map(({ no }) => ({ type: 'ticketUnserved', no }) as const),
    ...idle.map(({ id: counterId }) => ({ type: 'counterClosed', counterId }) as const),
    { type: 'daySettled' },
  ]
}

/** Whether a day has something to state that nobody has stated: its doors were open, or somebody came; after its close, who waits. */
export function needsClose(day: QueueDay): boolean {
  const tickets = [...ticketsOf(day)]
  if (day.settledAt !== undefined) return tickets.some(t => t.state === 'waiting')
  return Boolean(day.plan?.doors) || tickets.some(t => arrivedAt(t) !== undefined)
}
