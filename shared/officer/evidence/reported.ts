import type { ClockTime, LocalDate } from '../../kit/time.ts'
import type { ReportState, ReportText } from '../daily/report.ts'

/** Something that an officer did elsewhere than at a counter, as the newest version of the daily report says it. */
export interface ActivityLine {
  readonly date: LocalDate
  readonly from: ClockTime | ''
  readonly to: ClockTime | ''
  readonly what: string
  readonly quantity: string
  readonly output: string
  readonly skp: string
  readonly link: string
}

/** Where the report of a day stands. */
export interface ReportedDay {
  readonly date: LocalDate
  readonly state: Exclude<ReportState, 'open'>
  readonly late: boolean
}

/** What daily reports add to the evidence of a period. */
export interface Reported {
  readonly activities: readonly ActivityLine[]
  readonly reports: readonly ReportedDay[]
}

export const NOTHING_REPORTED: Reported = { activities: [], reports: [] }

/** The newest version of each day's report, by date; within a day by when things began, those without a time last. */
export function reportedOf(days: readonly (ReportedDay & { readonly text: ReportText })[]): Reported {
  const inOrder = [...days].sort((a, b) => (a.date < b.date ? -1 : 1))
  return {
    reports: inOrder.map(({ date, state, late }) => ({ date, state, late })),
    activities: inOrder.flatMap(({ date, text }) =>
      text.activities
        .filter(a => a.what !== '')
        .map(({ from, to, what, quantity, output, skp, link }) => {
          return { date, from, to, what, quantity, output, skp, link }
        })
        .sort((a, b) => startOf(a).localeCompare(startOf(b))),
    ),
  }
}

const startOf = ({ from }: ActivityLine) => (from === '' ? '24:00' : from)
