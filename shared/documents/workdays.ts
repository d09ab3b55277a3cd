import { addDays, type LocalDate } from '../kit/time.ts'
import { publishedDoors, type OpeningTable } from '../office/hours.ts'

/** So many closed days in a row, and the office has no working days to wait for. */
const CLOSED_FOR_GOOD = 366

/**
 * The date by which something is ready that takes `workingDays` days on which the published doors open, counted from
 * the day after `from`; `from` itself for 0 days.
 */
export function promisedDate(from: LocalDate, workingDays: number, office: OpeningTable): LocalDate {
  let date = from
  let closed = 0
  for (let left = workingDays; left > 0 && closed < CLOSED_FOR_GOOD;) {
    date = addDays(date, 1)
    const open = publishedDoors(office, date) !== null
    if (open) left--
    closed = open ? 0 : closed + 1
  }
  return date
}

/** The last date up to `today` on which the published doors open: what was promised before it and is owed is late. */
export function lastWorkday(today: LocalDate, office: OpeningTable): LocalDate | undefined {
  let date = today
  for (let closed = 0; closed < CLOSED_FOR_GOOD; closed += 1) {
    if (publishedDoors(office, date) !== null) return date
    date = addDays(date, -1)
  }
  return undefined
}
