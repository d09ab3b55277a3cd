import { AppError } from '../../kit/errors.ts'
import { addDays, type LocalDate } from '../../kit/time.ts'
import { ANSWER_DAYS } from '../../survey/fixed-periods.ts'

/** Why the clock of a visit is wrong, in the words of its officer. */
export const CLOCK_REASONS = ['lateFinish', 'lateStart', 'early', 'wrongVisit'] as const
export type ClockReason = (typeof CLOCK_REASONS)[number]

/**
 * Days after a visit on which its clock may still be marked, and the mark be taken back. No longer than a visit may be rated, so
 * that no mark comes once a period has settled: what is found later is a cause of an objection.
 */
export const MARK_DAYS = ANSWER_DAYS

/** From which share of marked visits on the assessor is told that there are many. */
export const MANY_MARKED = 0.1

/** What must be known of a visit before its clock is marked. */
export interface Markable {
  readonly date: LocalDate
  /** `null` when service never began: there is no time to leave out. */
  readonly startedAt: number | null
}

/**
 * The last day on which the clock of a visit may be marked.
 * @example lastMarkDay('2026-06-09') // '2026-06-16'
 */
export function lastMarkDay(date: LocalDate): LocalDate {
  return addDays(date, MARK_DAYS)
}

/** Throws `MARK_LATE` once the clock of a visit of `date` can neither be marked nor the mark be taken back. */
export function mustBeInTime(date: LocalDate, today: LocalDate): void {
  if (today > lastMarkDay(date)) throw new AppError('MARK_LATE', { days: MARK_DAYS })
}

/** Throws what `mustBeInTime` does, and `TICKET_STATE` for a visit that has no time. */
export function mustBeMarkable(visit: Markable, today: LocalDate): void {
  mustBeInTime(visit.date, today)
  if (visit.startedAt === null) throw new AppError('TICKET_STATE')
}

/**
 * Whether so many of the visits are marked that their assessor should ask: a tenth of ten or more.
 * @example areManyMarked(2, 18) // true
 */
export function areManyMarked(marked: number, served: number): boolean {
  return served >= 1 / MANY_MARKED && marked / served > MANY_MARKED
}
