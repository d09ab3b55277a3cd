import { AppError } from '../../kit/errors.ts'
import type { CommandOf } from '../command.ts'
import { currentAt, type QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { knownCounter, ownCounter } from '../guards.ts'

/** An officer leaves the counter; nobody may still stand there. */
export function closeCounter(day: QueueDay, { counterId, by }: CommandOf<'closeCounter'>): readonly Happening[] {
  if (knownCounter(day, counterId).state === 'closed') return []
  ownCounter(day, counterId, by)
  const current = currentAt(day, counterId)
  if (current) throw new AppError('COUNTER_BUSY', { number: current.number, state: current.state })
  return [{ type: 'counterClosed', counterId }]
}
