import { AppError } from '../../kit/errors.ts'
import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { knownCounter, ownCounter, staffIdOf } from '../guards.ts'
import { isAttended } from '../leaving.ts'

/** Nobody is at a counter any more: its officer says so, or the office found out. It counts no more until somebody acts. */
export function leaveCounter(day: QueueDay, { counterId, why, by }: CommandOf<'leaveCounter'>): readonly Happening[] {
  const counter = by === 'system' ? knownCounter(day, counterId) : ownCounter(day, counterId, by)
  return isAttended(counter) ? [{ type: 'counterLeft', counterId, why }] : []
}

/** The officer answers that somebody is there. */
export function mindCounter(day: QueueDay, { counterId, by }: CommandOf<'mindCounter'>): readonly Happening[] {
  return [{ type: 'counterMinded', counterId: ownCounter(day, counterId, by).id }]
}

/** Whoever leads the hall asks whether anybody is there; once, until it is answered or the counter is held for left. */
export function nudgeCounter(day: QueueDay, { counterId, by }: CommandOf<'nudgeCounter'>): readonly Happening[] {
  const counter = knownCounter(day, counterId)
  if (counter.state === 'closed') throw new AppError('COUNTER_CLOSED', { counterId })
  if (counter.officerId === staffIdOf(by)) throw new AppError('OWN_COUNTER', { counterId })
  return isAttended(counter) && counter.nudgedAt === undefined ? [{ type: 'counterNudged', counterId }] : []
}
