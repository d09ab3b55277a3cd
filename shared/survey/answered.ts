import type { LocalDate } from '../kit/time.ts'
import type { PeriodKind } from './fixed-periods.ts'

/** Fewest people on whom any figure and any difference of figures may rest. No office can set it lower. */
export const FLOOR = 10

/** How many answered on one day in one part of the office, for each question by itself, since some leave one out. */
export interface Answered {
  readonly date: LocalDate
  /** The part by its kinds, such as `{ service: 'ktp-el', counter: '1' }`. */
  readonly of: Readonly<Record<string, string>>
  /** The counter that served them and each officer who may have, such as `['counter 8', 'officer p8']`. */
  readonly by?: readonly string[] | undefined
  /** Somebody of the office brought them in on paper or in a file, and so knows what each of them says. */
  readonly brought?: true | undefined
  readonly counts: readonly number[]
}

/** What an office asks for: the floor of the whole, and of its parts by their kinds, those first that matter more. */
export interface Floors {
  readonly whole: number
  readonly parts: Readonly<Record<string, number>>
  /** The floor of what one counter or one officer did alone, or all but fewer than ten people of it. */
  readonly alone?: number | undefined
  /** The periods that have figures of a part, the shortest first; where nothing is said quarters and longer ones. */
  readonly partsOf?: readonly PeriodKind[] | undefined
}

/** First and last day, both included. */
export interface Span {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Consecutive days whose answers are only ever shown together. */
export interface Block extends Span {
  /** Of each question; none when nobody answered. */
  readonly counts: readonly number[]
  readonly rows: readonly Answered[]
}

/** In each question nobody, or as many as the floor. */
export function isSound(counts: readonly number[], floor: number): boolean {
  return counts.every(n => n === 0 || n >= floor)
}

/** The rows of these days. */
export function within<Row extends { readonly date: LocalDate }>(
  rows: readonly Row[],
  { from, to }: Span,
): readonly Row[] {
  return rows.filter(row => row.date >= from && row.date <= to)
}

/** The counts of each question added up; none of no rows. */
export function sum(rows: readonly { readonly counts: readonly number[] }[]): readonly number[] {
  const total = [...(rows[0]?.counts ?? [])].fill(0)
  for (const { counts } of rows) addTo(total, counts)
  return total
}

/** Adds the counts of each question to a total. */
export function addTo(total: number[], counts: readonly number[]): void {
  for (let q = 0; q < counts.length; q += 1) total[q]! += counts[q]!
}
