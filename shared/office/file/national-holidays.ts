import type { LocalDate } from '../../kit/time.ts'

/** The closed dates of a year for the whole country, as a list to begin with: an office looks at it before it takes it over. */
export interface NationalHolidays {
  readonly year: number
  /** Published by the joint decree of three ministers; without it the list is only announced and may still change. */
  readonly decreed: boolean
  readonly holidays: readonly LocalDate[]
  /** Leave that all take together; where the source does not part them they stand among the holidays. */
  readonly jointLeave: readonly LocalDate[]
}

/** 2026 after the joint decree of 19 September 2025; 2027 out of a single other source. */
export const NATIONAL_HOLIDAYS: readonly NationalHolidays[] = [
  {
    year: 2026,
    decreed: true,
    holidays: [
      '2026-01-01',
      '2026-01-16',
      '2026-02-17',
      '2026-03-19',
      '2026-03-21',
      '2026-03-22',
      '2026-04-03',
      '2026-04-05',
      '2026-05-01',
      '2026-05-14',
      '2026-05-27',
      '2026-05-31',
      '2026-06-01',
      '2026-06-16',
      '2026-08-17',
      '2026-08-25',
      '2026-12-25',
    ],
    jointLeave: [
      '2026-02-16',
      '2026-03-18',
      '2026-03-20',
      '2026-03-23',
      '2026-03-24',
      '2026-05-15',
      '2026-05-28',
      '2026-12-24',
    ],
  },
  {
    year: 2027,
    decreed: false,
    holidays: [
      '2027-01-01',
      '2027-01-05',
      '2027-02-05',
      '2027-02-06',
      '2027-03-08',
      '2027-03-09',
      '2027-03-10',
      '2027-03-11',
      '2027-03-12',
      '2027-03-15',
      '2027-03-25',
      '2027-03-26',
      '2027-03-28',
      '2027-05-01',
      '2027-05-06',
      '2027-05-17',
      '2027-05-18',
      '2027-05-19',
      '2027-05-20',
      '2027-06-01',
      '2027-06-06',
      '2027-08-15',
      '2027-08-17',
      '2027-12-24',
      '2027-12-25',
      '2027-12-26',
    ],
    jointLeave: [],
  },
]

/** The same as a table, which is looked at and taken over as any other list. */
export function nationalHolidaysCsv({ holidays, jointLeave }: NationalHolidays): string {
  const rows = [...holidays.map(d => [d, 'Libur nasional']), ...jointLeave.map(d => [d, 'Cuti bersama'])].sort()
  return ['tanggal,nama', ...rows.map(row => row.join(','))].join('\n')
}
