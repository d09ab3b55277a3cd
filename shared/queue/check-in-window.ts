import { foundIn } from '../kit/found-in.ts'
import type { Instant } from '../kit/time.ts'
import type { QueueDay, Slot, Ticket } from './day.ts'
import type { SlotPlan } from './slots.ts'

/**
 * The last instant at which somebody who booked `slot` may check in with the place of the booking: a grace after its beginning.
 * Where the service was closed meanwhile, a whole check-in window begins anew when it opens, for everybody was told to wait.
 * @example checkInUntil({ reopened: { ktp: 20 } }, 'ktp', { start: 9, end: 10 }, { earlyMs: 3, graceMs: 1 }) // 24
 */
export function checkInUntil(
  day: Pick<QueueDay, 'reopened'>,
  serviceId: string,
  slot: Slot,
  { earlyMs, graceMs }: Pick<SlotPlan, 'earlyMs' | 'graceMs'>,
): Instant {
  return Math.max(slot.start, (foundIn(day.reopened, serviceId) ?? -Infinity) + earlyMs) + graceMs
}

/**
 * Until when an offered place can be taken. Where its service was closed since, the whole time begins anew when it opens, as
 * nobody can take it meanwhile.
 * @example offerUntil({ reopened: { ktp: 20 } }, { serviceId: 'ktp', offeredUntil: 12 }, { offerMs: 10 }) // 30
 */
export function offerUntil(
  day: Pick<QueueDay, 'reopened'>,
  { serviceId, offeredUntil = -Infinity }: Pick<Ticket, 'serviceId' | 'offeredUntil'>,
  { offerMs }: Pick<SlotPlan, 'offerMs'>,
): Instant {
  return Math.max(offeredUntil, (foundIn(day.reopened, serviceId) ?? -Infinity) + offerMs)
}
