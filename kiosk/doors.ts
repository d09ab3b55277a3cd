import { minuteOfDay, officeDate, type Instant } from '../shared/kit/time.ts'
import { isOpened } from '../shared/office/opened.ts'
import { doorsOf } from '../shared/office/hours.ts'
import type { Doors } from '../shared/office/doors.ts'
import type { HallOffice } from '../shared/office/office.ts'
import type { QueueDay } from '../shared/queue/day.ts'

/** Whether numbers are given now: by the day's own plan, else by the office's hours. */
export function isOfficeOpen(office: HallOffice, day: QueueDay | undefined, now: Instant): boolean {
  const date = officeDate(now, office.zone)
  const doors: Doors | null = day?.plan && day.date === date ? day.plan.doors : doorsOf(office, date)
  return isOpened(office) && doors !== null && now >= doors.from && now < doors.to
}

/** The doors of this day are still to open: who has booked for the first slot may already stand here. */
export function beforeDoors(day: QueueDay | undefined, now: Instant): boolean {
  return day?.plan?.doors ? now < day.plan.doors.from : false
}

/** The part of the day by which Indonesians greet. */
export function partOfDay(office: HallOffice, now: Instant): 'morning' | 'noon' | 'afternoon' | 'evening' {
  const minute = minuteOfDay(now, office.zone)
  if (minute < 4 * 60) return 'evening'
  if (minute < 11 * 60) return 'morning'
  if (minute < 15 * 60) return 'noon'
  return minute < 18 * 60 + 30 ? 'afternoon' : 'evening'
}
