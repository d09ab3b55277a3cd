import { codeOf } from '../../shared/web/client.ts'
import { atClock, DAY, type LocalDate } from '../../shared/kit/time.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { periodName } from '../../shared/text/period.ts'
import { dateText } from '../../shared/text/ui.ts'
import { lang } from '../../shared/web/lang.ts'

/** A date as people say it. */
export function daySays(date: LocalDate): string {
  return dateText(atClock(date, '12:00', 'WIB'), 'WIB', lang())
}

/** A period by its name; the name itself where there is none. */
export function periodSays(key: string): string {
  const period = fixedPeriod(key)
  return period ? periodName(period, lang()) : key
}

/** Whole days from one date to another. */
export function daysUntil(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

/** Whether the server refuses any objection to a period, whatever would be asked: nothing of it is told, or it is not its time. */
export function isClosedPeriod(error: unknown): boolean {
  return ['CONTEST_UNTOLD', 'CONTEST_EARLY', 'CONTEST_LATE'].includes(codeOf(error) ?? '')
}
