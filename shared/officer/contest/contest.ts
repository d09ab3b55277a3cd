import { AppError } from '../../kit/errors.ts'
import { addDays, officeDate, type Instant, type LocalDate, type Zone } from '../../kit/time.ts'
import type { HourBand } from '../score/cells.ts'

/** Why a figure may be wrong. */
export const CONTEST_CAUSES = ['outage', 'clock', 'person', 'mix', 'day', 'other'] as const
export type ContestCause = (typeof CONTEST_CAUSES)[number]

/** How an objection ends; silence is none of them. */
export const CONTEST_OUTCOMES = ['accepted', 'partly', 'refused'] as const
export type ContestOutcome = (typeof CONTEST_OUTCOMES)[number]

export type PartOfDay = Exclude<HourBand, 'unknown'>
export const PARTS_OF_DAY: readonly PartOfDay[] = ['pagi', 'siang', 'sore']

/** Ratings that are meant, by their circumstances, never by what they say; no hours or counters means all of them. */
export interface Excluded {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly hours: readonly PartOfDay[]
  readonly counters: readonly string[]
}

/** What an objection leaves out: ratings of its officer alone, at the counters it names or at all, in the parts of the day it names or in all. */
export function leftOutByObjection(officerId: string, { from, to, hours, counters }: Excluded) {
  return {
    ...{ from, to, officerId },
    ...(hours.length > 0 ? { hours } : {}),
    ...(counters.length > 0 ? { counters } : {}),
  }
}

/** A closed period whose score has opened for its officer. */
export interface OpenedPeriod {
  readonly from: LocalDate
  readonly to: LocalDate
  /** The day on which it opened. */
  readonly openedOn: LocalDate
}

/** An objection as its deadlines see it. */
export interface ContestTimes {
  readonly objectedAt: Instant
  readonly answeredAt: Instant | null
  readonly decidedAt: Instant | null
  /** Its officer took it back. */
  readonly withdrawnAt?: Instant | null
}

/** Where an objection stands; `overdue` and `raised` wait for a decision like the others. */
export type ContestState = 'asked' | 'answered' | 'overdue' | 'raised' | 'decided' | 'withdrawn'

/** Days after which something is late, the first day not counted. */
export const CONTEST_DAYS = { object: 14, answer: 7, decide: 14, raise: 4 } as const

/** The last day on which an officer may object to a figure. */
export function objectUntil({ openedOn }: Pick<OpenedPeriod, 'openedOn'>): LocalDate {
  return addDays(openedOn, CONTEST_DAYS.object)
}

/**
 * The days of a period to which may be objected: its last quarter. Those before had fourteen days of their own when their quarter opened, and
 * do not get them a second time with the semester.
 */
export function contestableDays({ to }: Pick<OpenedPeriod, 'to'>): Pick<OpenedPeriod, 'from' | 'to'> {
  const month = String(Number(to.slice(5, 7)) - 2).padStart(2, '0')
  return { from: `${to.slice(0, 4)}-${month}-01`, to }
}

/** The days of an objection by the office's calendar: until when the assessor may answer, until when it is decided, when it goes a step up. */
export function contestDays(objectedAt: Instant, zone: Zone) {
  const objected = officeDate(objectedAt, zone)
  const decide = addDays(objected, CONTEST_DAYS.decide)
  return {
    objected,
    answer: addDays(objected, CONTEST_DAYS.answer),
    decide,
    raise: addDays(decide, CONTEST_DAYS.raise),
  }
}

/** Whether its officer took an objection back. */
function isWithdrawn({ withdrawnAt }: ContestTimes): boolean {
  return withdrawnAt !== undefined && withdrawnAt !== null
}

/** Whether an objection still waits for its decision. Throws `CONTEST_ENDED` once it was decided or withdrawn. */
export function mustBeOpen(times: ContestTimes): void {
  if (times.decidedAt !== null || isWithdrawn(times)) throw new AppError('CONTEST_ENDED')
}

/** Where an objection stands today. */
export function contestState(times: ContestTimes, today: LocalDate, zone: Zone): ContestState {
  if (times.decidedAt !== null) return 'decided'
  if (isWithdrawn(times)) return 'withdrawn'
  const { decide, raise } = contestDays(times.objectedAt, zone)
  if (today >= raise) return 'raised'
  if (today > decide) return 'overdue'
  return times.answeredAt === null ? 'asked' : 'answered'
}

/** Whole days by which a decision is late; 0 while it is not, and once it was made. */
export function contestLate(times: ContestTimes, today: LocalDate, zone: Zone): number {
  if (times.decidedAt !== null || isWithdrawn(times)) return 0
  return Math.max(0, daysBetween(contestDays(times.objectedAt, zone).decide, today))
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/**
 * Whether a period may be objected to today, for these ratings. Throws `CONTEST_LATE`, before its opening `CONTEST_EARLY`, and
 * `BAD_REQUEST` for days that are none or lie outside of the period.
 */
export function mustBeContestable(period: OpenedPeriod, wanted: Excluded, today: LocalDate): void {
  if (today < period.openedOn) throw new AppError('CONTEST_EARLY')
  if (today > objectUntil(period)) throw new AppError('CONTEST_LATE', { until: objectUntil(period) })
  const { from, to } = contestableDays(period)
  if (wanted.to < wanted.from || wanted.from < from || wanted.to > to)
    throw new AppError('BAD_REQUEST', { where: 'body', field: 'excluded', problem: 'not within the period' })
}

/**
 * Whether none of these days was objected to through another period: a quarter and the half year that holds it are one chance. Throws
 * `CONTESTED_ALREADY`, also where that one still waits or was taken back.
 */
export function mustBeFirst({ from, to }: Excluded, others: readonly Excluded[]): void {
  if (others.some(other => other.from <= to && other.to >= from)) throw new AppError('CONTESTED_ALREADY')
}

/** Whether some of these days are left to object to. Throws `CONTESTED_ALREADY` where one objection through another period has them all. */
export function mustLeaveDays({ from, to }: Excluded, others: readonly Excluded[]): void {
  if (others.some(other => other.from <= from && other.to >= to)) throw new AppError('CONTESTED_ALREADY')
}

/** Whether an answer may still come. Throws `CONTEST_ENDED` after the decision, `CONTEST_ANSWERED`, `CONTEST_LATE`. */
export function mustBeAnswerable(times: ContestTimes, today: LocalDate, zone: Zone): void {
  mustBeOpen(times)
  if (times.answeredAt !== null) throw new AppError('CONTEST_ANSWERED')
  const { answer } = contestDays(times.objectedAt, zone)
  if (today > answer) throw new AppError('CONTEST_LATE', { until: answer })
}

/** The first day on which it may be decided: both sides are heard, so once the assessor has answered, or could no longer. */
export function decidableFrom(times: Pick<ContestTimes, 'objectedAt' | 'answeredAt'>, zone: Zone): LocalDate {
  if (times.answeredAt !== null) return officeDate(times.answeredAt, zone)
  return addDays(contestDays(times.objectedAt, zone).answer, 1)
}

/** Whether both sides were heard. Throws `CONTEST_UNHEARD` with the first day on which it may be decided. */
export function mustBeHeard(times: ContestTimes, today: LocalDate, zone: Zone): void {
  const from = decidableFrom(times, zone)
  if (today < from) throw new AppError('CONTEST_UNHEARD', { from })
}

/** Who has to do with an objection on a day, each with all for whom they stand in. */
export interface ContestPeople {
  readonly officer: string
  /** Whoever assessed the officer on a day of the period or does today, or stood in for who did. */
  readonly assessors: readonly string[]
  /** Whose right it is to decide; the next one up once it was raised. Absent where there is nobody. */
  readonly decider?: string | undefined
  /** Whether it went a step up: past its limit, and somebody is there. */
  readonly wentUp?: boolean
  /** For whom whoever asks acts, themselves first. */
  readonly actsFor: readonly string[]
}

/**
 * Whether somebody may decide, and in whose right. Throws `CONTEST_OWN` for an own case, `CONTEST_AGAINST` for one against own
 * assessments, also of whom they stand in for, and `FORBIDDEN` for anybody else; each refusal belongs on record.
 */
export function mustDecideContest({ officer, assessors, decider, actsFor }: ContestPeople): { readonly of: string } {
  if (actsFor.includes(officer)) throw new AppError('CONTEST_OWN')
  if (actsFor.some(id => assessors.includes(id))) throw new AppError('CONTEST_AGAINST')
  if (decider === undefined || !actsFor.includes(decider)) throw new AppError('FORBIDDEN')
  return { of: decider }
}

/** Whether somebody may decide. */
export function mayDecideContest(people: ContestPeople): boolean {
  try {
    mustDecideContest(people)
    return true
  } catch {
    return false
  }
}

/** Throws `BAD_REQUEST` where something is not less than what was asked for, or not within it. */
export function mustBePart(part: Excluded | undefined, asked: Excluded): void {
  if (part === undefined || !isPart(part, asked))
    throw new AppError('BAD_REQUEST', { where: 'body', field: 'part', problem: 'not a part of what was asked' })
}

/**
 * What is left out in the end: all that was asked, a part of it or nothing. Throws `BAD_REQUEST` where a part is no part of what was
 * asked, is all of it, or is named with another outcome.
 */
export function decidedExclusion(
  asked: Excluded,
  outcome: ContestOutcome,
  part: Excluded | undefined,
): Excluded | undefined {
  if (outcome === 'partly') mustBePart(part, asked)
  else if (part !== undefined)
    throw new AppError('BAD_REQUEST', { where: 'body', field: 'part', problem: 'not a part of what was asked' })
  if (outcome === 'refused') return undefined
  return part ?? asked
}

/** Whether something is less than what was asked for, and within it. */
export function isPart(part: Excluded, asked: Excluded): boolean {
  const among = <T>(some: readonly T[], all: readonly T[]) =>
    all.length === 0 || (some.length > 0 && some.every(one => all.includes(one)))
  const days = part.from <= part.to && part.from >= asked.from && part.to <= asked.to
  const less =
    part.from > asked.from ||
    part.to < asked.to ||
    fewer(part.hours, asked.hours) ||
    fewer(part.counters, asked.counters)
  return days && among(part.hours, asked.hours) && among(part.counters, asked.counters) && less
}

const fewer = (some: readonly string[], all: readonly string[]) =>
  some.length > 0 && (all.length === 0 || some.length < all.length)

/** What may be said of an objection before it is decided: how many ratings are meant and left, and whether that is enough. No figure. */
export function contestEffect(n: number, meant: number, shownFrom: number) {
  const left = n - meant
  return { n, meant, left, enough: left >= shownFrom }
}
