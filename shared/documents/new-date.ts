import { AppError } from '../kit/errors.ts'
import { addDays, officeDate, type Instant, type LocalDate } from '../kit/time.ts'
import { publishedDoors, type OpeningTable } from '../office/hours.ts'
import { againstPromise, type Application } from './application.ts'
import type { Delay, NewDate } from './delay.ts'

/** No office dares to promise further ahead. */
const FURTHEST_DAYS = 366
/** A number of a person, a phone or a file has more digits than a date or a count. */
const PERSONAL = /\d(?:[\s.-]?\d){5}/

/**
 * The application with a new date. Throws `APPLICATION_STATE` for one that is not late, `DATE_PAST` unless the date lies ahead,
 * `DATE_CLOSED` on which the office does not open, `BAD_REQUEST` for a note that holds a long number. What was promised stays, and
 * is what the document is measured by.
 */
export function delayed(application: Application, asked: NewDate, now: Instant, office: OpeningTable): Application {
  const today = officeDate(now, office.zone)
  const { late, settled } = againstPromise(application, today, office)
  if (late === 0 || settled) throw new AppError('APPLICATION_STATE', { state: application.state })
  if (asked.date <= today) throw new AppError('DATE_PAST')
  if (asked.date > addDays(today, FURTHEST_DAYS)) throw new AppError('BAD_REQUEST', { where: 'body', field: 'date' })
  if (!publishedDoors(office, asked.date)) throw new AppError('DATE_CLOSED')
  if (asked.note !== null && PERSONAL.test(asked.note))
    throw new AppError('BAD_REQUEST', { where: 'body', field: 'note' })
  return { ...application, delay: { ...asked, at: now }, steps: application.steps + 1 }
}

/** The new date while it can still be kept. */
export function standingDelay({ delay }: Pick<Application, 'delay'>, today: LocalDate): Delay | null {
  return delay !== null && delay.date >= today ? delay : null
}
