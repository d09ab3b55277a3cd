import { addDays, type LocalDate } from '../kit/time.ts'
import { publishedDoors } from '../office/hours.ts'
import type { OfficeInfo } from '../office/office.ts'

/** What of an office says on which dates it works. */
export type WorkCalendar = Pick<OfficeInfo, 'hours' | 'holidays' | 'specialHours' | 'zone' | 'alwaysOpen'>

/** An office that never opens would be searched for ever. */
const MOST_DAYS = 1500

/**
 * The date on which a document is promised: so many working days after `from`, by the published hours and the holiday table.
 * No working days promise the same date.
 */
export function promisedDate(from: LocalDate, workingDays: number, office: WorkCalendar): LocalDate {
  let date = from
  for (let left = workingDays, tries = 0; left > 0 && tries < MOST_DAYS; tries++) {
    date = addDays(date, 1)
    if (publishedDoors(office, date)) left -= 1
  }
  return date
}
