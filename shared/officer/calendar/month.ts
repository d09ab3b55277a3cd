import { addDays, isDate, type LocalDate } from '../../kit/time.ts'
import { publishedHours } from '../../office/hours.ts'
import type { OfficeInfo } from '../../office/office.ts'
import type { Leave, LeaveKind } from '../../roster/roster.ts'

/** What a working day was; `absent`: nothing is known of it yet. */
export type DayState = 'served' | 'duty' | 'leave' | 'sick' | 'training' | 'absent'

/** One day of an officer's month. */
export interface CalendarDay {
  readonly date: LocalDate
  /** The office has hours on it. */
  readonly working: boolean
  /** `null` of a day that is still to be, or on which nobody works. */
  readonly state: DayState | null
  /** Services done at counters. */
  readonly served: number
  /** Away for a part of a day on which they also served. */
  readonly besides: Exclude<DayState, 'served' | 'absent'> | null
  /** Asked for, and not answered yet. */
  readonly asked: Exclude<DayState, 'served' | 'absent'> | null
}

/** What is known of a month. */
export interface Known {
  /** Services done, by date; also of days on which somebody was called and nobody came: 0. */
  readonly served: ReadonlyMap<LocalDate, number>
  /** Days of which a report was sent. */
  readonly reported: ReadonlySet<LocalDate>
  readonly leaves: readonly Leave[]
  readonly asked: readonly Pick<Leave, 'kind' | 'from' | 'to'>[]
}

const STATE_OF: Readonly<Record<LeaveKind, Exclude<DayState, 'served' | 'absent'>>> = {
  annual: 'leave',
  sick: 'sick',
  duty: 'duty',
  training: 'training',
}

const ORDER: readonly LeaveKind[] = ['duty', 'training', 'sick', 'annual']

/** The first and last day of a month. @example monthDays('2026-02').to // '2026-02-28' */
export function monthDays(month: string): { readonly from: LocalDate; readonly to: LocalDate } {
  const from = `${month}-01`
  const next = addDays(from, 31).slice(0, 7)
  return { from, to: addDays(`${next}-01`, -1) }
}

/** Whether this names a month: `2026-07`. */
export function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && isDate(`${text}-01`)
}

/**
 * An officer's days from one to another. Who served has served, whatever else was planned; who was away is away as the plan says; a
 * report of a day without a visit makes it duty elsewhere; a working day that is over and of which nothing is known is `absent`.
 */
export function calendarOf(
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  frame: {
    readonly office: Pick<OfficeInfo, 'hours' | 'holidays' | 'specialHours' | 'zone'>
    readonly today: LocalDate
  },
  known: Known,
): readonly CalendarDay[] {
  const days: CalendarDay[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const working = publishedHours(frame.office, date) !== null
    const served = known.served.get(date)
    const on = <T extends { readonly from: LocalDate; readonly to: LocalDate }>(l: T) => l.from <= date && date <= l.to
    // A whole day says more than a part of one, and of two the plan tells what was ordered first.
    const rank = (l: Leave) => (l.part === null ? 0 : ORDER.length) + ORDER.indexOf(l.kind)
    const [leave] = known.leaves.filter(on).sort((a, b) => rank(a) - rank(b))
    const away = leave ? STATE_OF[leave.kind] : null
    const asked = known.asked.find(on)
    const elsewhere = known.reported.has(date) ? 'duty' : null
    const unknown = working && date < frame.today ? 'absent' : null
    days.push({
      ...{ date, working, served: served ?? 0 },
      state:
        served !== undefined ? 'served' : ((working || leave?.kind === 'duty' ? away : null) ?? elsewhere ?? unknown),
      besides: served === undefined ? null : away,
      asked: asked ? STATE_OF[asked.kind] : null,
    })
  }
  return days
}
