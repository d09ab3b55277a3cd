import { isClock, type ClockTime } from '../../shared/kit/time.ts'
import type { DayHours } from '../../shared/office/office.ts'

/** One weekday as it is typed; empty break times mean none. */
export interface DraftDay {
  readonly open: boolean
  readonly from: ClockTime
  readonly to: ClockTime
  readonly breakFrom: ClockTime
  readonly breakTo: ClockTime
}

/** Why a field cannot be saved; `min` and `max` for numbers, `line` for a date. */
export interface Problem {
  readonly word:
    | 'wrong.hours'
    | 'wrong.from'
    | 'wrong.to'
    | 'wrong.rest'
    | 'wrong.break'
    | 'wrong.date'
    | 'wrong.number'
    | 'wrong.text'
    | 'wrong.percent'
    | 'wrong.time'
    | 'wrong.line'
    | 'wrong.empty'
    | 'wrong.point'
    | 'wrong.name'
    | 'wrong.twice'
    | 'wrong.dates'
    | 'wrong.shares'
    | 'wrong.draw'
    | 'wrong.keyword'
    | 'wrong.keywords'
    | 'wrong.elsewhere'
  readonly values?: Readonly<Record<string, string | number>>
}

/** Every field that cannot be saved as it stands, by its name. */
export type Problems = Readonly<Record<string, Problem>>

/** Opening hours as the contract takes them. */
export type Hours = {
  open: ClockTime
  close: ClockTime
  breaks: { from: ClockTime; to: ClockTime }[]
} | null

/** A week of hours, ready to be typed over. */
export function draftDays(hours: readonly (DayHours | null)[]): readonly DraftDay[] {
  return hours.map(day => ({
    open: day !== null,
    from: day?.open ?? '08:00',
    to: day?.close ?? '15:00',
    breakFrom: day?.breaks[0]?.from ?? '',
    breakTo: day?.breaks[0]?.to ?? '',
  }))
}

/** Tuesday to Thursday as Monday is: Friday is another day here. */
export function likeMonday(days: readonly DraftDay[]): readonly DraftDay[] {
  return days.map((day, i) => (i > 1 && i < 5 ? days[1]! : day))
}

/** The hours of a typed day. A second break, which the form does not show, stays as it is. */
export function hoursOf(day: DraftDay, before: DayHours | null): Hours {
  if (!day.open) return null
  const first = day.breakFrom ? [{ from: day.breakFrom, to: day.breakTo }] : []
  return { open: day.from, close: day.to, breaks: [...first, ...(before?.breaks.slice(1) ?? [])] }
}

/** What is wrong with a week, by `day.1` for Monday. */
export function dayProblems(days: readonly DraftDay[]): Problems {
  const found: Record<string, Problem> = {}
  for (const [i, day] of days.entries()) {
    const word = wrongWord(day)
    if (word) found[`day.${i}`] = { word }
  }
  return found
}

/** Which times of a day are wrong, where one is. */
export function wrongTimes(day: DraftDay): readonly (keyof DraftDay)[] {
  switch (wrongWord(day)) {
    case undefined:
      return []
    case 'wrong.from':
      return ['from']
    case 'wrong.to':
      return ['to']
    case 'wrong.hours':
      return ['from', 'to']
    case 'wrong.rest':
      return (['breakFrom', 'breakTo'] as const).filter(time => !isClock(day[time]))
    case 'wrong.break':
      return ['breakFrom', 'breakTo']
  }
}

function wrongWord({ open, from, to, breakFrom, breakTo }: DraftDay) {
  if (!open) return undefined
  if (!isClock(from)) return 'wrong.from'
  if (!isClock(to)) return 'wrong.to'
  if (from >= to) return 'wrong.hours'
  if (!breakFrom && !breakTo) return undefined
  if (!isClock(breakFrom) || !isClock(breakTo)) return 'wrong.rest'
  return breakFrom >= breakTo || breakFrom < from || breakTo > to ? 'wrong.break' : undefined
}

/** A whole number typed in its bounds, or why not. */
export function numberProblem(typed: string, min: number, max: number): Problem | undefined {
  const value = Number(typed.trim())
  const whole = /^\d+$/.test(typed.trim())
  return whole && value >= min && value <= max ? undefined : { word: 'wrong.number', values: { min, max } }
}

/** Whether a text is a date of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const parsed = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().slice(0, 10) === text
}
