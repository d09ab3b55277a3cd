import { foundIn } from '../kit/found-in.ts'
import { releasedPlaces, releasedShare } from '../booking/release.ts'
import { slotAt } from '../booking/slots.ts'
import { AppError } from '../kit/errors.ts'
import type { Instant } from '../kit/time.ts'
import { ticketAt, type PlannedService, type QueueDay, type Ticket } from './day.ts'
import type { Draw, PlannedBooking, SlotPlan, SlotUse } from './slots.ts'
import { UNUSED, slotKey, slotOf } from './slots.ts'
import { checkInUntil } from './check-in-window.ts'
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

/** The service with its grid where it may be booked; throws why it may not: `NOT_BOOKABLE`, `SERVICE_CLOSED` or `DRAW_PENDING`. */
export function mustBook(day: QueueDay, serviceId: string, now: Instant): Bookable {
  const it = mayBook(day, serviceId)
  if (it && !awaitsDraw(day, serviceId, now)) return it
  bookable(day, serviceId)
  throw it ? new AppError('DRAW_PENDING', { ...drawOf(day, serviceId) }) : new AppError('SERVICE_CLOSED', { serviceId })
}

/** The draw by which a service's places are given: as it was promised when it opened, else as it is planned. */
export function drawOf(day: QueueDay, serviceId: string): Draw | undefined {
  return foundIn(day.draws, serviceId) ?? day.plan?.services.find(s => s.id === serviceId)?.booking?.draw
}

/** Whether a draw is the only way to a place now: until it was held; one that never opened, until it cannot open any more. */
export function awaitsDraw(day: QueueDay, serviceId: string, now: Instant): boolean {
  const draw = drawOf(day, serviceId)
  return draw !== undefined && draw.held === undefined && (serviceId in day.draws || now < draw.to)
}

/** Place of a slot in the grid; throws `SLOT_UNKNOWN`, or `SLOT_PAST` once it has begun. */
export function slotIndex({ slots }: Bookable, start: Instant, now: Instant): number {
  const index = slots.starts.indexOf(start)
  if (index === -1) throw new AppError('SLOT_UNKNOWN')
  if (start <= now) throw new AppError('SLOT_PAST')
  return index
}

/**
 * Free places of every slot of a service at an instant, for somebody with or without priority; `all` counts places that are
 * not given out to everybody yet. Each of those who wait is left the one place that is theirs in turn, and no more. While a
 * draw is to come, they are for it alone.
 */
export function freePlaces(
  day: QueueDay,
  it: Bookable,
  now: Instant,
  who: { readonly priority: boolean; readonly all?: boolean },
): readonly number[] {
  if (awaitsDraw(day, it.service.id, now)) return it.slots.starts.map(() => 0)
  const free = freeNow(day, it, now, who.all)
  if (!who.all) inTurn(free, it, lineOf(day, it.service.id), now)
  return (who.priority ? free.all : free.open).map(n => Math.max(0, Math.min(n, free.numbers)))
}

/**
 * The service where somebody may wait for a place of this day; throws why not: it may not be booked, no slot is left of the
 * day, nothing is given out yet, or there is a place that this person can have at once.
 */
export function mustWait(day: QueueDay, serviceId: string, now: Instant, priority: boolean): Bookable {
  // First of all: no draw will give places of a closed day either.
  if (mayBook(day, serviceId)?.slots.starts.length === 0) throw new AppError('DATE_CLOSED')
  const it = mustBook(day, serviceId, now)
  const { doors } = plannedDay(day)
  const { starts } = it.slots
  if (doors && now >= doors.to) throw new AppError('SLOT_PAST')
  const [first] = it.booking.openings
  if (first && now < first.at) throw new AppError('NOT_RELEASED', { at: first.at })
  const free = freePlaces(day, it, now, { priority })
  const next = free.findIndex(n => n > 0)
  if (next === -1) return it
  throw new AppError('PLACES_FREE', { n: free.reduce((sum, n) => sum + n, 0), start: starts[next] })
}

/** What is free: places of each slot, those of them open to people without priority, and numbers in all. */
interface Free {
  readonly all: number[]
  readonly open: number[]
  numbers: number
}

/** What is free before those who wait have had their turn, and to a draw that is to come. */
export function freeNow(day: QueueDay, it: Bookable, now: Instant, allOut = false): Free {
  const { service, booking, slots } = it
  const uses = usesOf(day, it)
  const used = uses.map(use => usedOf(use, now))
  const out = allOut ? booking.places : releasedPlaces(booking.places, releasedShare(booking.openings, now))
  const all = placesLeft(out, used).map((n, i) => (slots.starts[i]! <= now ? 0 : n))
  const open = all.map((n, i) => Math.max(0, n - keptOf(uses[i]!, booking.priorityPlaces[i] ?? 0, now)))
  // Held or kept back: not counted yet, and yet nobody else's.
  const aside = uses.reduce((sum, use, i) => sum + used[i]! - use.taken, 0)
  return { all, open, numbers: (service.quota ?? Infinity) - (foundIn(day.counted, service.id) ?? 0) - aside }
}

/** The places of each slot that a draw held now would give. */
export function placesToDraw(day: QueueDay, it: Bookable, now: Instant): readonly number[] {
  const { open, numbers } = freeNow(day, it, now, true)
  let left = Math.max(0, numbers)
  return open.map(n => {
    const given = Math.min(left, n)
    left -= given
    return given
  })
}

/**
 * Takes out of what is free one place for each of a line, in its order: the first slot that is still to come when an offer
 * would end. Gives the slot of each, `undefined` for whom nothing is free.
 */
export function inTurn(
  free: Free,
  { slots }: Bookable,
  line: readonly Ticket[],
  now: Instant,
): readonly (Instant | undefined)[] {
  const { all, open } = free
  const first = slots.starts.findIndex(start => start >= now + slots.offerMs)
  if (first === -1 || all.every(n => n <= 0)) return []
  return line.map(({ priority }) => {
    const index = (priority ? all : open).findIndex((n, i) => n > 0 && i >= first)
    if (index === -1 || free.numbers <= 0) return undefined
    free.numbers--
    all[index]!--
    // What people with priority get is of their own places first.
    open[index] = priority ? Math.min(open[index]!, all[index]!) : open[index]! - 1
    return slots.starts[index]
  })
}

/** Those who wait for a place of a service, in the order of joining. */
export function lineOf(day: QueueDay, serviceId: string): readonly Ticket[] {
  return (foundIn(day.waitlist, serviceId) ?? []).flatMap(no => ticketAt(day, no) ?? [])
}

/**
 * What is used of each slot. What was booked in slots that the plan no longer has counts in the slot within which it begins,
 * else in the next one, and after the last one in that: a place is sold once, whatever becomes of the slots.
 */
function usesOf(day: QueueDay, { service, slots }: Bookable): readonly SlotUse[] {
  const { starts } = slots
  const keys = starts.map(start => slotKey(service.id, start))
  const uses = keys.map(key => day.slots[key] ?? UNUSED)
  const known = new Set(keys)
  const prefix = `${service.id}@`
  for (const key in starts.length > 0 ? day.slots : {}) {
    if (!key.startsWith(prefix) || known.has(key)) continue
    const at = slotAt(slots, slotOf(key).start)
    uses[at] = bothOf(uses[at]!, day.slots[key]!)
  }
  return uses
}

function bothOf(a: SlotUse, b: SlotUse): SlotUse {
  return {
    taken: a.taken + b.taken,
    priority: a.priority + b.priority,
    holds: [...a.holds, ...b.holds],
    back: [...a.back, ...b.back],
  }
}

/**
 * Places left of each slot. A slot of which more is used than it has lives on the next ones, in which its people are served;
 * at the end of the day on those before, so that the day as a whole never gives more than it has.
 * @example placesLeft([2, 2, 2], [3, 0, 0]) // [0, 1, 2]
 */
export function placesLeft(places: readonly number[], used: readonly number[]): readonly number[] {
  const left = places.map((n, i) => n - used[i]!)
  let owed = 0
  const settle = (i: number) => {
    const rest = left[i]! - owed
    left[i] = Math.max(0, rest)
    owed = Math.max(0, -rest)
  }
  for (let i = 0; i < left.length; i++) settle(i)
  for (let i = left.length - 1; i >= 0 && owed > 0; i--) settle(i)
  return left
}

/**
 * How many more were booked than there are places in the slots whose check-in is over: sold over, or booked before a plan took
 * places away. As many must stay away before the place of anybody who stays away is one to give. What is more than a slot has
 * lives on the next ones.
 */
export function soldOver(day: QueueDay, it: Bookable, now: Instant): number {
  const { booking, slots, service } = it
  const { places, over } = booking
  const isPast = (start: Instant) => now > checkInUntil(day, service.id, { start, end: start + slots.slotMs }, slots)
  return usesOf(day, it).reduce((owed, { taken }, i) => {
    const rest = owed + taken - places[i]! + (over?.[i] ?? 0)
    return isPast(slots.starts[i]!) ? Math.max(0, rest) : Math.max(0, Math.min(owed, rest))
  }, 0)
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
  return Math.max(0, service.quota - (foundIn(day.counted, serviceId) ?? 0) - bookableStill(day, service, now))
}

function bookableStill(day: QueueDay, service: PlannedService, now: Instant): number {
  const slots = day.plan?.slots
  if (!service.booking || !slots) return 0
  const { booking } = service
  const taken = usesOf(day, { service, booking, slots }).map(use => use.taken)
  return placesLeft(booking.places, taken).reduce((sum, n, i) => (slots.starts[i]! <= now ? sum : sum + n), 0)
}

/** Whether a service takes people now: offered by the office and not closed for a while. */
export function isOpen(day: QueueDay, service: PlannedService): boolean {
  return service.open && !foundIn(day.closures, service.id)
}
