import { atClock, clockText, MINUTE, officeDate, type Instant, type Zone } from '../kit/time.ts'
import type { Doors } from '../office/doors.ts'
import type { OfficeInfo } from '../office/office.ts'
import { overbooked, type ShowHistory } from './overbook.ts'

/**
 * The beginnings of the slots that lie wholly within the doors and outside the breaks; after a break the grid begins
 * anew at its end. Empty on a closed day.
 */
export function slotGrid(doors: Doors | null, slotMinutes: number): readonly Instant[] {
  const starts: Instant[] = []
  if (!doors) return starts
  const slotMs = slotMinutes * MINUTE
  let start = doors.from
  while (start + slotMs <= doors.to) {
    const rest = doors.breaks.find(b => b.from < start + slotMs && b.to > start)
    if (!rest) starts.push(start)
    start = rest ? rest.to : start + slotMs
  }
  return starts
}

/** The slots of a day: when they begin, in their order, and how long each is. */
export interface SlotGrid {
  readonly starts: readonly Instant[]
  readonly slotMs: number
}

/** The slot within which an instant lies, else the next one, and after the last one that; -1 where there is no slot. */
export function slotAt({ starts, slotMs }: SlotGrid, at: Instant): number {
  const index = starts.findIndex(start => at < start + slotMs)
  return index === -1 ? starts.length - 1 : index
}

/**
 * The name of a slot within an office: its beginning by the office's own clock.
 * @example slotId(Date.UTC(2026, 5, 9, 2, 30), 'WITA') // '2026-06-09T10:30'
 */
export function slotId(start: Instant, zone: Zone): string {
  return `${officeDate(start, zone)}T${clockText(start, zone).replace('.', ':')}`
}

/**
 * The instant at which a slot begins; `undefined` for what is no slot's name.
 * @example slotStart('2026-02-30T10:30', 'WITA') // undefined
 */
export function slotStart(id: string, zone: Zone): Instant | undefined {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/.exec(id) ?? []
  if (date === undefined || time === undefined) return undefined
  const start = atClock(date, time, zone)
  // A date parser may read 30 February as 2 March; only what reads back the same is a date.
  return Number.isNaN(start) || slotId(start, zone) !== id ? undefined : start
}

/** Minutes of a counter between two visits: the turn until the next call, and the way of whoever is called. */
const BETWEEN_MINUTES = 0.75

/**
 * Bookable places of a service for each slot that begins at `starts`, from the counters' share of work for it, way and turn
 * included, without the walk-in reserve. Where the service has a `history`, each slot is booked over as far as that bears. A
 * daily quota takes the place of the counters' capacity and is never booked over: its numbers are given once. The day's
 * total is right to within one place. Empty where the service is not booked; all zero where no counter serves it.
 */
export function bookablePlaces(
  office: Pick<OfficeInfo, 'services' | 'counters' | 'booking'>,
  serviceId: string,
  starts: readonly Instant[],
  history: ShowHistory = { booked: 0, cameCount: 0 },
): readonly number[] {
  const service = office.services.find(s => s.id === serviceId)
  if (!service?.booking) return []
  const { slotMinutes, walkInReserve } = office.booking
  const { dailyQuota } = service.booking
  const booked = 1 - walkInReserve
  const work = countersFor(office.counters, serviceId)
  const capacity = (work * slotMinutes * starts.length * booked) / (service.typicalMinutes + BETWEEN_MINUTES)
  const total = dailyQuota === null || work === 0 ? capacity : wholePlaces(dailyQuota * booked)
  const places = starts.map((_, i) => upTo(total, i + 1, starts.length) - upTo(total, i, starts.length))
  return dailyQuota === null ? places.map(n => overbooked(n, history)) : places
}

/** Of the places of each slot, those that only people with priority get: `share` (0 to 1) of the day's total, rounded. */
export function priorityPlaces(places: readonly number[], share: number): readonly number[] {
  let before = 0
  return places.map(n => {
    const from = Math.round(before * share)
    before += n
    return Math.round(before * share) - from
  })
}

/**
 * The whole places in a product of shares, immune to binary fractions.
 * @example wholePlaces(10 * (1 - 0.9)) // 1
 */
export function wholePlaces(product: number): number {
  return Math.floor(product + 1e-9)
}

/** A counter that serves several services gives each an equal part of itself. */
function countersFor(counters: OfficeInfo['counters'], serviceId: string): number {
  return counters.reduce((sum, c) => sum + (c.services.includes(serviceId) ? 1 / c.services.length : 0), 0)
}

// Rounded on the running sum, so that the roundings of a day never add up.
function upTo(total: number, slots: number, of: number): number {
  return Math.round((total * slots) / of)
}
