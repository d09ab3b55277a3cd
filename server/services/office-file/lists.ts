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

/** A list of staff as somebody brought it, and the rows that they left out. */
export interface StaffList {
  readonly bytes: Uint8Array
  readonly without: readonly number[]
}

/** A list of staff (CSV or XLSX) as it is shown before anybody is invited; nothing is saved. */
export async function lookAtStaff({ bytes, without }: StaffList, ground: StaffGround): Promise<StaffPreview> {
  const read = await readTable(bytes)
  return read.ok ? previewStaff(read.table, ground, new Set(without)) : { rows: [], problems: [read.problem] }
}
