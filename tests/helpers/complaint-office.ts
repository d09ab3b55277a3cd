import { demoOffice } from '../../server/demo/samarinda.ts'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'

const HOURS = { open: '08:00', close: '15:00', breaks: [] }

/** The office with holidays of its own, open on these weekdays, and so many days for a light complaint. */
export function samarinda({
  holidays = [],
  open = [1, 2, 3, 4, 5],
  days,
}: {
  readonly holidays?: readonly LocalDate[]
  readonly open?: readonly number[]
  readonly days?: number
} = {}): OfficeInfo {
  return {
    ...demoOffice,
    holidays,
    hours: [0, 1, 2, 3, 4, 5, 6].map(day => (open.includes(day) ? HOURS : null)),
    ...(days === undefined ? {} : { complaintLightDays: days }),
  }
}
