import { demoOffice } from '../../server/demo/samarinda.ts'
import { lookAtHolidays, lookAtStaff, type StaffList } from '../../server/services/office-file/lists.ts'
import type { HolidayPreview } from '../../shared/office/file/holidays.ts'
import type { StaffGround, StaffPreview } from '../../shared/office/file/staff-rows.ts'
import { importProblemText } from '../../shared/text/imports.ts'
import { sharedHall } from './agencies.ts'

export const HEAD = 'Nama;Surel;NIP;Peran;Loket'

const bytes = (file: string | Uint8Array) => (typeof file === 'string' ? new TextEncoder().encode(file) : file)
export const office = { holidays: ['2026-12-25'], hours: demoOffice.hours }
export const holidays = (file: string | Uint8Array) => lookAtHolidays(bytes(file), office)

/** A hall of one body, in which one person has an account. */
export const ground = {
  counters: demoOffice.counters,
  agencies: [],
  emails: new Set(['ada@kantor.example']),
  nips: new Set<string>(),
  people: [{ name: 'Ada Contoh, S.H.', username: 'ada' }],
  own: [],
  mayGive: () => true,
}
export const hall = { ...ground, counters: sharedHall.counters, agencies: sharedHall.agencies }
export const staff = (
  file: string | Uint8Array,
  of: StaffGround = ground,
  chosen: Partial<Pick<StaffList, 'without' | 'meant'>> = {},
) => lookAtStaff({ bytes: bytes(file), without: [], meant: [], ...chosen }, of)

/** Each problem as `row sentence`. */
export const wrong = ({ problems }: HolidayPreview | StaffPreview) =>
  problems.map(p => `${p.row} ${importProblemText(p, 'id')}`)
