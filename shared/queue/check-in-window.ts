import type { Instant } from '../kit/time.ts'
import type { QueueDay, Slot, SlotPlan } from './day.ts'

/**
 * The last instant at which somebody who booked `slot` may check in with the place of the booking: a grace after its beginning.
 * Where the service was closed meanwhile, a whole check-in window begins anew when it opens, for everybody was told to wait.
 * @example checkInUntil(day, 'ktp', { start: 9, end: 10 }, { ...slots, earlyMs: 3, graceMs: 1 }) // 10, or 24 once open again at 20
 */
export function checkInUntil(
  day: Pick<QueueDay, 'reopened'>,
  serviceId: string,
  slot: Slot,
  { earlyMs, graceMs }: SlotPlan,
): Instant {
  return Math.max(slot.start, (day.reopened[serviceId] ?? -Infinity) + earlyMs) + graceMs
}
