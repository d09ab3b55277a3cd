/** Milliseconds since 1970 UTC. */
export type Instant = number
/** A calendar date of the office, `YYYY-MM-DD`. */
export type LocalDate = string
/** A wall-clock time of the office, `HH:MM`. */
export type ClockTime = string
/** The three Indonesian zones; none of them knows daylight saving. */
export type Zone = 'WIB' | 'WITA' | 'WIT'

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const HOURS_AHEAD: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 }

/**
 * The office's calendar date at an instant.
 * @example officeDate(Date.UTC(2026, 5, 9, 17, 0), 'WITA') // '2026-06-10'
 */
export function officeDate(at: Instant, zone: Zone): LocalDate {
  return shifted(at, zone).toISOString().slice(0, 10)
}

/**
 * Minutes since local midnight (0 to 1439).
 * @example minuteOfDay(Date.UTC(2026, 5, 9, 0, 30), 'WIB') // 450
 */
export function minuteOfDay(at: Instant, zone: Zone): number {
  const d = shifted(at, zone)
  return d.getUTCHours() * 60 + d.getUTCMinutes()
}

/**
 * Wall-clock text as Indonesians write it.
 * @example clockText(Date.UTC(2026, 5, 9, 2, 24), 'WITA') // '10.24'
 */
export function clockText(at: Instant, zone: Zone): string {
  return shifted(at, zone).toISOString().slice(11, 16).replace(':', '.')
}

/**
 * The instant at which the office's clock shows `time` on `date`.
 * @example clockText(atClock('2026-06-09', '08:00', 'WITA'), 'WITA') // '08.00'
 */
export function atClock(date: LocalDate, time: ClockTime, zone: Zone): Instant {
  return Date.parse(`${date}T${time}:00Z`) - HOURS_AHEAD[zone] * HOUR
}

/** Whether a text is a wall-clock time, `HH:MM`. */
export function isClock(text: string): text is ClockTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/**
 * A time as people type it: `7`, `07.00`, `7:00`, `0700`; nothing where it is no time.
 * @example typedClock('7.30') // '07:30'
 */
export function typedClock(text: string): ClockTime | undefined {
  const parts = /^(\d{1,2})(?:[.:,]?(\d{2}))?$/.exec(text.trim())
  const time = parts ? `${parts[1]!.padStart(2, '0')}:${parts[2] ?? '00'}` : ''
  return isClock(time) ? time : undefined
}

/**
 * Day of the week, 0 Sunday to 6 Saturday.
 * @example weekday('2026-06-09') // 2
 */
export function weekday(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

/** The Monday of a date's week. */
export function weekOf(date: LocalDate): LocalDate {
  return addDays(date, -((weekday(date) + 6) % 7))
}

/**
 * The date `days` later (or earlier, when negative).
 * @example addDays('2026-02-28', 1) // '2026-03-01'
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/**
 * Whether a text is a date of the calendar, of the years 1 to 9998; a parser may read 30 February as 2 March. The year 9999 has a
 * last day after which no text of ten signs follows: whoever goes from day to day until then never ends.
 * @example isDate('2026-02-30') // false
 */
export function isDate(text: string): boolean {
  return /^(?!0000|9999)\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text
}

function shifted(at: Instant, zone: Zone): Date {
  return new Date(at + HOURS_AHEAD[zone] * HOUR)
}
