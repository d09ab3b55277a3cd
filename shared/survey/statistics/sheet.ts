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
  const answered = respondents.filter(({ marks }) => marks.some(mark => mark !== undefined))
  const places = new Map<LocalDate, number>()
  const marks = new Uint8Array(answered.length * unsur)
  const day = Int32Array.from(answered, (one, row) => {
    for (let u = 0; u < unsur; u += 1) marks[row * unsur + u] = one.marks[u] ?? 0
    const place = places.get(one.day) ?? places.size
    places.set(one.day, place)
    return place
  })
  return { n: answered.length, unsur, marks, day, days: [...places.keys()] }
}

/** The rows of a table for which `keep` is true, over the same days. */
export function rowsOf({ n, unsur, marks, day, days }: Sheet, keep: (row: number) => boolean): Sheet {
  const rows = [...Array(n).keys()].filter(keep)
  const kept = new Uint8Array(rows.length * unsur)
  for (const [i, row] of rows.entries()) kept.set(marks.subarray(row * unsur, (row + 1) * unsur), i * unsur)
  return { n: rows.length, unsur, marks: kept, day: Int32Array.from(rows, row => day[row]!), days }
}
