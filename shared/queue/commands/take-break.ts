import { AppError } from '../../kit/errors.ts'
import { MINUTE, type Instant } from '../../kit/time.ts'
import type { CommandOf } from '../command.ts'
import { currentAt, type QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { ownCounter } from '../guards.ts'

/** The officer rests for some minutes (1 to 180); the hall shows until when. Opening the counter ends the break. */
export function takeBreak(day: QueueDay, command: CommandOf<'takeBreak'>, now: Instant): readonly Happening[] {
  const { counterId, minutes } = command
  ownCounter(day, counterId, command.by)
  const current = currentAt(day, counterId)
  if (current) throw new AppError('COUNTER_BUSY', { number: current.number, state: current.state })
  return [{ type: 'breakStarted', counterId, until: now + minutes * MINUTE }]
}
