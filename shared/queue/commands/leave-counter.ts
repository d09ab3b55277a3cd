import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { knownCounter, ownCounter } from '../guards.ts'
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
