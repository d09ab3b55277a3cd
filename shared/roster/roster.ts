import { clockText, type ClockTime, type Instant, type LocalDate, type Zone } from '../kit/time.ts'

/** A stretch of one day by the office's clock; its end is not part of it. */
export interface Turn {
  readonly from: ClockTime
  readonly to: ClockTime
}

/** Who stands where on a date, from when to when. */
export interface Shift extends Turn {
  readonly staffId: string
  readonly date: LocalDate
  /** `null` is the front desk. */
  readonly counterId: string | null
  /** The break in turn, within the shift. */
  readonly rest: Turn | null
  /** For whom this is the substitute. */
  readonly insteadOf: string | null
}

export const LEAVE_KINDS = ['annual', 'sick', 'duty', 'training'] as const
export type LeaveKind = (typeof LEAVE_KINDS)[number]

/** Somebody is away: from a date to a date, both included, whole days or the same part of each. */
export interface Leave {
  readonly id: string
  readonly staffId: string
  readonly kind: LeaveKind
  readonly from: LocalDate
  readonly to: LocalDate
  readonly part: Turn | null
}

/** What is planned, with who is away. */
export interface Roster {
  readonly shifts: readonly Shift[]
  readonly leaves: readonly Leave[]
}

/** One of the staff as the plan knows them; whoever has left stays readable by name. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly active: boolean
  /** May sit at a counter, and stand at the front desk. */
  readonly counter: boolean
  readonly front: boolean
  /** The agency of the hall; `null`: the whole office. */
  readonly agency: string | null
}

/** The usual week (pola pekan) is kept like any other, under a Monday on which no office was open. */
export const PATTERN_WEEK: LocalDate = '0001-01-01'

/** A leave without a part of the day. */
export const WHOLE_DAY: Turn = { from: '00:00', to: '24:00' }

/**
 * The office's clock as the plan writes it.
 * @example clockAt(Date.UTC(2026, 5, 9, 2, 24), 'WITA') // '10:24'
 */
export function clockAt(at: Instant, zone: Zone): ClockTime {
  return clockText(at, zone).replace('.', ':')
}

/** Minutes since midnight. */
export function minutesOf(clock: ClockTime): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

/** The clock at so many minutes since midnight. */
export function clockOf(minutes: number): ClockTime {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Whether two stretches share a moment; one that begins when the other ends does not. */
export function overlap(a: Turn, b: Turn): boolean {
  return a.from < b.to && b.from < a.to
}

/** What is left of a stretch without others, in order. */
export function without(turn: Turn, holes: readonly Turn[]): readonly Turn[] {
  let left: readonly Turn[] = turn.from < turn.to ? [turn] : []
  for (const hole of holes)
    left = left.flatMap(piece =>
      overlap(piece, hole)
        ? [
            { from: piece.from, to: hole.from },
            { from: hole.to, to: piece.to },
          ].filter(t => t.from < t.to)
        : [piece],
    )
  return left
}

/** What two stretches share. */
export function shared(a: Turn, b: Turn): Turn | undefined {
  const both = { from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to }
  return both.from < both.to ? both : undefined
}

/** When somebody is away on a date, in order of the leaves. */
export function awayOn(leaves: readonly Leave[], staffId: string, date: LocalDate): readonly Turn[] {
  return leaves.filter(l => l.staffId === staffId && l.from <= date && date <= l.to).map(l => l.part ?? WHOLE_DAY)
}

/** When the person of a shift is there: without leave, and unless told otherwise without the break. */
export function attended(shift: Shift, leaves: readonly Leave[], withRest = false): readonly Turn[] {
  const away = awayOn(leaves, shift.staffId, shift.date)
  return without(shift, shift.rest && !withRest ? [...away, shift.rest] : away)
}

/** The shifts of one person on one date, the first first: a cell of the plan. */
export function cellOf(shifts: readonly Shift[], staffId: string, date: LocalDate): readonly Shift[] {
  return shifts.filter(s => s.staffId === staffId && s.date === date).sort(inOrder)
}

/** The plan with another cell in the place of the one that it has. */
export function withCell(
  shifts: readonly Shift[],
  staffId: string,
  date: LocalDate,
  cell: readonly Shift[],
): readonly Shift[] {
  return [...shifts.filter(s => s.staffId !== staffId || s.date !== date), ...cell].sort(inOrder)
}

/** Whether two cells say the same, whatever the order in which they came. */
export function sameCell(a: readonly Shift[], b: readonly Shift[]): boolean {
  const said = (cell: readonly Shift[]) => JSON.stringify([...cell].sort(inOrder).map(wordsOf))
  return said(a) === said(b)
}

/** Whether somebody of this agency, or of the whole hall, can be at a place of the office as it is; everybody at the front desk. */
export function isPlaceOf(
  { counters }: { readonly counters: readonly { readonly id: string; readonly agency: string | null }[] },
  agency: string | null,
  counterId: string | null,
): boolean {
  return counterId === null || counters.some(c => c.id === counterId && (agency === null || c.agency === agency))
}

/** By date, beginning, counter and person, so that the same plan is always written the same way. */
export function inOrder(a: Shift, b: Shift): number {
  return compare(wordsOf(a).join(' '), wordsOf(b).join(' '))
}

function wordsOf({ staffId, date, counterId, from, to, rest, insteadOf }: Shift) {
  return [date, from, to, counterId ?? '', staffId, rest ? `${rest.from}-${rest.to}` : '', insteadOf ?? '']
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
