import { releasedPlaces, releasedShare } from '../booking/release.ts'
import { AppError } from '../kit/errors.ts'
import type { Instant } from '../kit/time.ts'
import {
  slotKey,
  slotOf,
  ticketAt,
  UNUSED,
  type PlannedBooking,
  type PlannedService,
  type QueueDay,
  type SlotPlan,
  type SlotUse,
} from './day.ts'
import { plannedDay, plannedService } from './guards.ts'

/** A service that can be booked on this day, with its grid. */
export interface Bookable {
  readonly service: PlannedService
  readonly booking: PlannedBooking
  readonly slots: SlotPlan
}

/** The service with its grid; throws `NOT_BOOKABLE` where people only walk in. */
export function bookable(day: QueueDay, serviceId: string): Bookable {
  const service = plannedService(day, serviceId)
  const { slots } = plannedDay(day)
  if (!service.booking || !slots) throw new AppError('NOT_BOOKABLE', { serviceId })
  return { service, booking: service.booking, slots }
}

/** Whether a service may be booked on this day: its grid when it may, `undefined` when it may not, for whatever reason. */
export function mayBook(day: QueueDay, serviceId: string): Bookable | undefined {
  const service = day.plan?.services.find(s => s.id === serviceId)
  if (!service?.booking || !day.plan?.slots || !isOpen(day, service)) return undefined
  return { service, booking: service.booking, slots: day.plan.slots }
}

/** The service with its grid where it may be booked; throws why it may not: `NOT_BOOKABLE` or `SERVICE_CLOSED`. */
export function mustBook(day: QueueDay, serviceId: string): Bookable {
  const it = mayBook(day, serviceId)
  if (it) return it
  bookable(day, serviceId)
  throw new AppError('SERVICE_CLOSED', { serviceId })
}

/** Place of a slot in the grid; throws `SLOT_UNKNOWN`, or `SLOT_PAST` once it has begun. */
export function slotIndex({ slots }: Bookable, start: Instant, now: Instant): number {
  const index = slots.starts.indexOf(start)
  if (index === -1) throw new AppError('SLOT_UNKNOWN')
  if (start <= now) throw new AppError('SLOT_PAST')
  return index
}

/**
 * Free places of every slot of a service at an instant, for somebody with or without priority. `all` counts places that are
 * not given out to everybody yet. While people wait for a place, what becomes free is theirs (`waitlist`) and free to
 * nobody else, but for places of priority for which nobody waits.
 */
export function freePlaces(
  day: QueueDay,
  it: Bookable,
  now: Instant,
  who: { readonly priority: boolean; readonly all?: boolean; readonly waitlist?: boolean },
): readonly number[] {
  const { service, booking, slots } = it
  const line = who.waitlist || who.all ? [] : (day.waitlist[service.id] ?? [])
  const theirs = line.length > 0 && (!who.priority || line.some(no => ticketAt(day, no)?.priority))
  if (theirs) return slots.starts.map(() => 0)
  const out = who.all ? booking.places : releasedPlaces(booking.places, releasedShare(booking.openings, now))
  return slots.starts.map((start, i) => {
    if (start <= now) return 0
    const use = day.slots[slotKey(service.id, start)] ?? UNUSED
    const left = (out[i] ?? 0) - usedOf(use, now)
    const kept = keptOf(use, booking.priorityPlaces[i] ?? 0, now)
    return Math.max(0, !who.priority ? left - kept : line.length > 0 ? Math.min(left, kept) : left)
  })
}

/** Of the places for people with priority, those that none of them has or holds yet. */
function keptOf(use: SlotUse, places: number, now: Instant): number {
  return Math.max(0, places - use.priority - use.holds.filter(h => h.priority && h.until > now).length)
}

/** Places of a slot that nobody else can have: taken, held, or kept back for a while. */
export function usedOf(use: SlotUse, now: Instant): number {
  return use.taken + use.holds.filter(h => h.until > now).length + use.back.filter(at => at > now).length
}

/** The service and slot whose place is held under this id at an instant; an id holds one place of a day. */
export function heldPlace(
  day: QueueDay,
  holdId: string,
  now: Instant,
): { readonly serviceId: string; readonly start: Instant } | undefined {
  for (const key of Object.keys(day.slots))
    if (day.slots[key]!.holds.some(h => h.id === holdId && h.until > now)) return slotOf(key)
  return undefined
}

/**
 * Numbers that may still be given to walk-ins today: the quota less what counts against it and what can still be booked in
 * slots to come; `Infinity` without a quota.
 */
export function walkInsLeft(day: QueueDay, serviceId: string, now: Instant): number {
  const service = plannedService(day, serviceId)
  if (service.quota === undefined) return Infinity
  const starts = day.plan?.slots?.starts ?? []
  const bookableStill = starts.reduce((sum, start, i) => {
    const places = service.booking?.places[i] ?? 0
    return start <= now ? sum : sum + Math.max(0, places - (day.slots[slotKey(serviceId, start)]?.taken ?? 0))
  }, 0)
  return Math.max(0, service.quota - (day.counted[serviceId] ?? 0) - bookableStill)
}

/** Whether a service takes people now: offered by the office and not closed for a while. */
export function isOpen(day: QueueDay, service: PlannedService): boolean {
  return service.open && !day.closures[service.id]
}
