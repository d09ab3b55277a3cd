import { addDays, type LocalDate, type Zone } from '../../kit/time.ts'
import { contestDays, type ContestTimes } from './contest.ts'

/** What is told by a reminder: an answer may come, a decision is waited for; to the officer, that it is late, or went a step up. */
export const REMINDERS = ['answer', 'decide', 'late', 'raised'] as const
export type ReminderKind = (typeof REMINDERS)[number]

/** A reminder and the day of the office for which it is: of each day it comes once. */
export interface Reminder {
  readonly kind: ReminderKind
  readonly day: LocalDate
}

/** Whoever has to do something is reminded so many days before its last day, the nearest first. */
const BEFORE = [0, 1, 3, 7]

/**
 * What an objection reminds of today, each with the day for which it is: the latest day of reminding that has come, so that a program
 * that stood still catches up with one reminder and not with all of them. Past its limit a decision is reminded of on every day, and it
 * went a step up only once somebody is there (`above`).
 */
export function contestReminders(
  times: ContestTimes,
  today: LocalDate,
  zone: Zone,
  above: boolean,
): readonly Reminder[] {
  if (times.decidedAt !== null) return []
  const { answer, decide, raise } = contestDays(times.objectedAt, zone)
  const before = (kind: ReminderKind, last: LocalDate): readonly Reminder[] =>
    BEFORE.map(days => addDays(last, -days))
      .filter(day => day <= today)
      .slice(0, 1)
      .map(day => ({ kind, day }))
  return [
    ...(times.answeredAt === null && today <= answer ? before('answer', answer) : []),
    ...(today > decide ? [{ kind: 'decide' as const, day: today }] : before('decide', decide)),
    ...(today >= raise && above
      ? [{ kind: 'raised' as const, day: raise }]
      : today > decide
        ? [{ kind: 'late' as const, day: addDays(decide, 1) }]
        : []),
  ]
}
