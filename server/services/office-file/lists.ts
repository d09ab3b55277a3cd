import { holidaysOfCalendar, isCalendar } from '../../../shared/office/file/calendar.ts'
import {
  holidaysOfTable,
  previewHolidays,
  type HolidayGround,
  type HolidayPreview,
} from '../../../shared/office/file/holidays.ts'
import { previewStaff, type StaffGround, type StaffPreview } from '../../../shared/office/file/staff-rows.ts'
import { readTable, textOf } from './table.ts'

/** A list of holidays (CSV, XLSX or iCalendar) as it is shown before it is taken over; nothing is saved. */
export async function lookAtHolidays(bytes: Uint8Array, ground: HolidayGround): Promise<HolidayPreview> {
  const read = await readTable(bytes)
  // An iCalendar is read as what it is; its size is bounded alike.
  const text = read.ok || read.problem.word !== 'tooLarge' ? textOf(bytes) : ''
  if (isCalendar(text)) return previewHolidays(holidaysOfCalendar(text), ground)
  return read.ok ? previewHolidays(holidaysOfTable(read.table), ground) : { rows: [], problems: [read.problem] }
}

/** A list of staff as somebody brought it, the rows that they left out, and those that they meant though they look like somebody. */
export interface StaffList {
  readonly bytes: Uint8Array
  readonly without: readonly number[]
  readonly meant: readonly number[]
}

/** A list of staff (CSV or XLSX) as it is shown before anybody is invited; nothing is saved. */
export async function lookAtStaff({ bytes, without, meant }: StaffList, ground: StaffGround): Promise<StaffPreview> {
  const read = await readTable(bytes)
  if (!read.ok) return { rows: [], problems: [read.problem] }
  return previewStaff(read.table, ground, { without: new Set(without), meant: new Set(meant) })
}
