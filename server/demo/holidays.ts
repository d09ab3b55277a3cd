import type { LocalDate } from '../../shared/kit/time.ts'

/** Public holidays of 2026 by the joint ministers' decree of 19 September 2025. */
const LIBUR_2026 = [
  ...['2026-01-01', '2026-01-16', '2026-02-17', '2026-03-19', '2026-03-21', '2026-03-22', '2026-04-03', '2026-04-05'],
  ...['2026-05-01', '2026-05-14', '2026-05-27', '2026-05-31', '2026-06-01', '2026-06-16', '2026-08-17', '2026-08-25'],
  ...['2026-12-25'],
]

/** Collective leave (cuti bersama) of 2026 by the same decree. */
const CUTI_BERSAMA_2026 = [
  ...['2026-02-16', '2026-03-18', '2026-03-20', '2026-03-23', '2026-03-24', '2026-05-15', '2026-05-28', '2026-12-24'],
]

/** Holidays and collective leave of 2027 together, because the source at hand does not tell them apart. */
const ALL_2027 = [
  ...['2027-01-01', '2027-01-05', '2027-02-05', '2027-02-06', '2027-03-08', '2027-03-09', '2027-03-10', '2027-03-11'],
  ...['2027-03-12', '2027-03-15', '2027-03-25', '2027-03-26', '2027-03-28', '2027-05-01', '2027-05-06', '2027-05-17'],
  ...['2027-05-18', '2027-05-19', '2027-05-20', '2027-06-01', '2027-06-06', '2027-08-15', '2027-08-17', '2027-12-24'],
  ...['2027-12-25', '2027-12-26'],
]

/** The closed dates a new office starts with; the administrator edits them in the settings. */
export const demoHolidays: readonly LocalDate[] = [...LIBUR_2026, ...CUTI_BERSAMA_2026, ...ALL_2027].sort()
