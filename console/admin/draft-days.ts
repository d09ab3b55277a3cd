import type { ClockTime } from '../../shared/kit/time.ts'
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
    | 'wrong.break'
    | 'wrong.date'
    | 'wrong.number'
    | 'wrong.text'
    | 'wrong.percent'
    | 'wrong.time'
    | 'wrong.line'
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
    if (!day.open) continue
    if (!day.from || !day.to || day.from >= day.to) found[`day.${i}`] = { word: 'wrong.hours' }
    else if (brokenBreak(day)) found[`day.${i}`] = { word: 'wrong.break' }
  }
  return found
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

function brokenBreak({ from, to, breakFrom, breakTo }: DraftDay): boolean {
  if (!breakFrom && !breakTo) return false
  return !breakFrom || !breakTo || breakFrom >= breakTo || breakFrom < from || breakTo > to
}
