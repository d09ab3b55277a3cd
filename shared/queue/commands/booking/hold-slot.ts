import { AppError } from '../../../kit/errors.ts'
import type { Instant } from '../../../kit/time.ts'
import type { CommandOf } from '../../command.ts'
import type { QueueDay } from '../../day.ts'
import { slotKey } from '../../slots.ts'
import type { Happening } from '../../events.ts'
import { evolve } from '../../evolve.ts'
import { freePlaces, heldPlace, mustBook, slotIndex } from '../../places.ts'

/**
 * Keeps a place for somebody who fills in the form, for a few minutes. Whoever holds one of the day already lets it go by
 * that, and it counts as free to them; a refusal leaves them what they hold.
 */
export function holdSlot(day: QueueDay, command: CommandOf<'holdSlot'>, now: Instant): readonly Happening[] {
  const { serviceId, start, priority, holdId, holdMs } = command
  const it = mustBook(day, serviceId, now)
  const index = slotIndex(it, start, now)
  const [first] = it.booking.openings
  if (first && now < first.at) throw new AppError('NOT_RELEASED', { at: first.at })
  const held = heldPlace(day, holdId, now)
  const ended = held ? endHold(day, { ...command, verb: 'endHold', ...held }, now) : []
  const before = ended.reduce((d, happening) => evolve(d, { seq: d.seq + 1, at: now, ...happening }), day)
  if (freePlaces(before, it, now, { priority })[index]! <= 0) throw new AppError('SLOT_FULL')
  return [...ended, { type: 'slotHeld', serviceId, start, priority, holdId, until: now + holdMs }]
}

/** Lets a held place go before its time; a hold that is over already changes nothing. */
export function endHold(day: QueueDay, command: CommandOf<'endHold'>, now: Instant): readonly Happening[] {
  const { serviceId, start, holdId } = command
  const hold = day.slots[slotKey(serviceId, start)]?.holds.find(h => h.id === holdId && h.until > now)
  return hold ? [{ type: 'holdEnded', serviceId, start, holdId, held: hold.seq }] : []
}
