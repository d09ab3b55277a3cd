import type { LocalDate } from '../../kit/time.ts'
import { addDays } from '../../kit/time.ts'
import { FLOOR, type Span } from '../answered.ts'
import { periodAt, settlesOn } from '../fixed-periods.ts'
import type { SkmAnswers } from '../ikm.ts'
import { UNSUR } from '../instruments.ts'

/**
 * The days around a date that no figure takes apart: those of its week that lie in its month.
 * @example pieceOf('2026-06-30') // { from: '2026-06-29', to: '2026-06-30' }
 */
export function pieceOf(date: LocalDate): Span {
  const [week, month] = [periodAt('week', date), periodAt('month', date)]
  return { from: week.from > month.from ? week.from : month.from, to: week.to < month.to ? week.to : month.to }
}

/**
 * Whether an answer for a visit of a date may still come by itself: until the first figure with its days is told. Later its marks would be
 * the difference of two figures.
 * @example comesAlone('2026-06-30', '2026-07-07') // true
 * @example comesAlone('2026-06-30', '2026-07-08') // false
 */
export function comesAlone(date: LocalDate, today: LocalDate): boolean {
  return date <= today && today < settlesOn(pieceOf(date).to)
}

/**
 * The first day for whose visits answers may still come by themselves.
 * @example aloneSince('2026-06-17') // '2026-06-08'
 */
export function aloneSince(today: LocalDate): LocalDate {
  let first = today
  while (comesAlone(addDays(first, -1), today)) first = addDays(first, -1)
  return first
}

/** An answer that comes with others, as far as it matters beside whom. */
export interface Coming {
  readonly date: LocalDate
  readonly service: string
  readonly answers: SkmAnswers
}

/** Answers of a service and some days that are too few to come so late. */
export interface TooFew extends Span {
  readonly service: string
  readonly n: number
}

/**
 * What of a file comes too late and is of too few: where figures of its days may have been told, so many answer each question of a service
 * as any figure rests on, or nobody. `isEmpty` says of which years nothing was ever there, so that no figure of them was told.
 */
export function tooFewLate(
  rows: readonly Coming[],
  { today, isEmpty }: { readonly today: LocalDate; readonly isEmpty: (year: string) => boolean },
): readonly TooFew[] {
  const cells = new Map<string, { readonly of: TooFew & { n: number }; readonly counts: number[] }>()
  // Many rows have the same date.
  const late = new Map<LocalDate, Span | undefined>()
  for (const { date, service, answers } of rows) {
    if (!late.has(date))
      late.set(date, comesAlone(date, today) || isEmpty(date.slice(0, 4)) ? undefined : pieceOf(date))
    const piece = late.get(date)
    if (piece === undefined) continue
    const key = `${piece.from} ${service}`
    let cell = cells.get(key)
    if (cell === undefined) cells.set(key, (cell = { of: { ...piece, service, n: 0 }, counts: UNSUR.map(() => 0) }))
    cell.of.n += 1
    for (const [u, unsur] of UNSUR.entries()) if (answers[unsur] !== undefined) cell.counts[u]! += 1
  }
  return [...cells.values()].flatMap(({ of, counts }) => (counts.some(n => n > 0 && n < FLOOR) ? [of] : []))
}
