import type { Doors, Stretch } from './doors.ts'
import { DAY, addDays, atClock, officeDate, weekday, type Instant, type LocalDate } from '../kit/time.ts'
import type { DayHours, OfficeInfo, SpecialHours } from './office.ts'

/** What decides when an office's doors are open. */
export type OpeningTable = Pick<OfficeInfo, 'zone' | 'hours' | 'holidays' | 'specialHours' | 'alwaysOpen'>

/** The special hours, with their name, that replace the weekly ones on `date`; `undefined` on an ordinary date. */
export function specialHoursOn(office: Pick<OfficeInfo, 'specialHours'>, date: LocalDate): SpecialHours | undefined {
  return office.specialHours.find(special => special.from <= date && date <= special.to)
}

/** The published hours of `date` by the clock: a holiday has none, special hours replace the weekly ones. */
export function publishedHours(office: Omit<OpeningTable, 'alwaysOpen'>, date: LocalDate): DayHours | null {
  if (office.holidays.includes(date)) return null
  return (specialHoursOn(office, date) ?? office).hours[weekday(date)] ?? null
}

/** The published doors of `date`; a trial office's round-the-clock doors are not counted. */
export function publishedDoors(office: OpeningTable, date: LocalDate): Doors | null {
  const hours = publishedHours(office, date)
  if (!hours) return null
  const at = (time: string) => atClock(date, time, office.zone)
  return {
    from: at(hours.open),
    to: at(hours.close),
    breaks: hours.breaks.map(b => ({ from: at(b.from), to: at(b.to) })),
  }
}

/** Whether the doors stand open around the clock, as they are typed or kept. */
export function isTrial({ alwaysOpen }: { readonly alwaysOpen: unknown }): boolean {
  return alwaysOpen === true
}

/** The doors by which numbers are given on `date`: the published ones, or the whole day for a trial office. */
export function doorsOf(office: OpeningTable, date: LocalDate): Doors | null {
  if (!office.alwaysOpen) return publishedDoors(office, date)
  return {
    from: atClock(date, '00:00', office.zone),
    to: atClock(addDays(date, 1), '00:00', office.zone),
    breaks: [],
  }
}

/**
 * The doors of `date` as they are told on `today`: of a trial office the whole day that is running, before its day the
 * published hours.
 */
export function doorsTold(office: OpeningTable, date: LocalDate, today: LocalDate): Doors | null {
  return date === today ? doorsOf(office, date) : publishedDoors(office, date)
}

/** Whether doors stand open from midnight to midnight, so that no hours are told. */
export function isWholeDay({ from, to }: Stretch): boolean {
  return to - from >= DAY
}

const LOOK_AHEAD_DAYS = 31

/** The next instant at which the doors open, within a month; `undefined` when they do not. */
export function nextOpening(office: OpeningTable, now: Instant): Instant | undefined {
  const today = officeDate(now, office.zone)
  for (let days = 0; days <= LOOK_AHEAD_DAYS; days++) {
    const doors = doorsOf(office, addDays(today, days))
    if (doors && doors.from > now) return doors.from
  }
  return undefined
}
