import { addDays, DAY, weekday, type LocalDate } from '../kit/time.ts'

/** The only periods for which ratings and answers are added up, the shortest first. None is a day, and none is chosen freely. */
export const PERIOD_KINDS = ['week', 'month', 'quarter', 'semester', 'year'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** The periods that have figures of a part of the office; in a shorter one a part is too small to be told apart. */
export const PART_KINDS = ['quarter', 'semester', 'year'] as const satisfies readonly PeriodKind[]

/** A period of the calendar, first and last day included: a week from Monday on (ISO 8601), or whole months. */
export interface FixedPeriod {
  /** Its name: `2026-W24`, `2026-06`, `2026-Q2`, `2026-S1` or `2026`. */
  readonly key: string
  readonly kind: PeriodKind
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Days for which a visit may be rated, the day of the visit not counted. */
export const ANSWER_DAYS = 7

const MONTHS = { month: 1, quarter: 3, semester: 6, year: 12 } as const

/**
 * The period of this kind in which a date lies.
 * @example periodAt('quarter', '2026-06-09') // { key: '2026-Q2', kind: 'quarter', from: '2026-04-01', to: '2026-06-30' }
 */
export function periodAt(kind: PeriodKind, date: LocalDate): FixedPeriod {
  if (kind === 'week') return weekAt(date)
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1]
  const first = month - (month % MONTHS[kind])
  const from = monthStart(year, first)
  const to = addDays(monthStart(year, first + MONTHS[kind]), -1)
  return { key: keyOf(kind, date.slice(0, 4), first / MONTHS[kind] + 1), kind, from, to }
}

/**
 * The period of a name; undefined when there is none of that name.
 * @example fixedPeriod('2026-S1')?.to // '2026-06-30'
 */
export function fixedPeriod(key: string): FixedPeriod | undefined {
  const [, year, letter, number] = /^(2\d{3})(?:-([WQS])?(\d{1,2}))?$/.exec(key) ?? []
  if (year === undefined) return undefined
  const nth = Number(number ?? 1) - 1
  const kind = number === undefined ? 'year' : KIND_OF[letter ?? '']!
  const inside =
    kind === 'week' ? addDays(weekAt(`${year}-01-04`).from, 7 * nth) : monthStart(Number(year), nth * MONTHS[kind])
  const period = periodAt(kind, inside)
  return period.key === key ? period : undefined
}

/** The latest periods of a kind, newest first, beginning with the one that runs. */
export function latestPeriods(kind: PeriodKind, today: LocalDate, count: number): readonly FixedPeriod[] {
  const periods = [periodAt(kind, today)]
  while (periods.length < count) periods.push(periodAt(kind, addDays(periods.at(-1)!.from, -1)))
  return periods
}

/** The periods of a kind that lie in another one. */
export function periodsWithin(
  kind: PeriodKind,
  { from, to }: Pick<FixedPeriod, 'from' | 'to'>,
): readonly FixedPeriod[] {
  const periods: FixedPeriod[] = []
  for (let next = from; next <= to; next = addDays(periods.at(-1)!.to, 1)) periods.push(periodAt(kind, next))
  return periods
}

/**
 * The day from which nothing is added any more to what was answered for visits up to `to`.
 * @example settlesOn('2026-06-30') // '2026-07-08'
 */
export function settlesOn(to: LocalDate): LocalDate {
  return addDays(to, ANSWER_DAYS + 1)
}

/**
 * The last day for whose visits nothing is added any more.
 * @example lastSettled('2026-07-08') // '2026-06-30'
 */
export function lastSettled(today: LocalDate): LocalDate {
  return addDays(today, -ANSWER_DAYS - 1)
}

const KIND_OF: Readonly<Record<string, PeriodKind>> = { W: 'week', Q: 'quarter', S: 'semester', '': 'month' }

function keyOf(kind: Exclude<PeriodKind, 'week'>, year: string, nth: number): string {
  if (kind === 'year') return year
  if (kind === 'month') return `${year}-${String(nth).padStart(2, '0')}`
  return `${year}-${kind === 'quarter' ? 'Q' : 'S'}${nth}`
}

/** An ISO week belongs to the year of its Thursday. */
function weekAt(date: LocalDate): FixedPeriod {
  const from = addDays(date, -((weekday(date) + 6) % 7))
  const thursday = addDays(from, 3)
  const year = thursday.slice(0, 4)
  const nth = Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / WEEK) + 1
  return { key: `${year}-W${String(nth).padStart(2, '0')}`, kind: 'week', from, to: addDays(from, 6) }
}

const WEEK = 7 * DAY

function monthStart(year: number, month: number): LocalDate {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}
