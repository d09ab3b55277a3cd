import type { LocalDate } from '../../kit/time.ts'

/** One questionnaire: the date of the visit, and a mark of 1 to 4 for each unsur; what was not answered is undefined. */
export interface Respondent {
  readonly day: LocalDate
  readonly marks: readonly (number | undefined)[]
}

/** How many visits of the period could have answered, of all days and of each; `byDay` is left out where only the sum is known. */
export interface Population {
  readonly visits: number
  readonly byDay?: ReadonlyMap<LocalDate, number> | undefined
}

/** Questionnaires with at least one answer as a table: a row each, a column for each unsur, 0 for no answer. */
export interface Sheet {
  readonly n: number
  readonly unsur: number
  readonly marks: Uint8Array
  /** For each row the place of its day in `days`. */
  readonly day: Int32Array
  readonly days: readonly LocalDate[]
}

/**
 * Puts questionnaires into a table once, so that many figures come of it quickly; those without any answer are left out.
 * @example sheetOf([{ day: '2026-01-05', marks: [3, undefined] }, { day: '2026-01-05', marks: [undefined, undefined] }], 2).n // 1
 */
export function sheetOf(respondents: readonly Respondent[], unsur: number): Sheet {
  const answered = respondents.filter(hasAnswer)
  const places = new Map<LocalDate, number>()
  const marks = new Uint8Array(answered.length * unsur)
  const day = new Int32Array(answered.length)
  let at = 0
  for (const [row, one] of answered.entries()) {
    let place = places.get(one.day)
    if (place === undefined) places.set(one.day, (place = places.size))
    day[row] = place
    for (let u = 0; u < unsur; u += 1) marks[at++] = one.marks[u] ?? 0
  }
  return { n: answered.length, unsur, marks, day, days: [...places.keys()] }
}

/** Whether any unsur was answered. */
export function hasAnswer({ marks }: Respondent): boolean {
  return marks.some(mark => mark !== undefined)
}

/** The rows of a table for which `keep` is true, over the same days. */
export function rowsOf({ n, unsur, marks, day, days }: Sheet, keep: (row: number) => boolean): Sheet {
  const kept = new Uint8Array(n * unsur)
  const keptDay = new Int32Array(n)
  let rows = 0
  for (let row = 0; row < n; row += 1) {
    if (!keep(row)) continue
    for (let u = 0; u < unsur; u += 1) kept[rows * unsur + u] = marks[row * unsur + u]!
    keptDay[rows] = day[row]!
    rows += 1
  }
  return { n: rows, unsur, marks: kept.subarray(0, rows * unsur), day: keptDay.subarray(0, rows), days }
}
