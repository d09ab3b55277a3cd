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

/**
 * Questionnaires with at least one answer, added up as far as any figure or interval needs them, all of which are made of means and
 * squares: a million rows take no more room than thirty. Whole numbers, so they add up to the last digit in any order.
 */
export interface Sums {
  readonly n: number
  readonly unsur: number
  readonly days: readonly LocalDate[]
  /** A row for each day: how many questionnaires, then for each unsur how many answered it, then their marks added up. */
  readonly byDay: Float64Array
  /** For each unsur how many 1s, 2s, 3s and 4s. */
  readonly marks: Float64Array
  /** For each two unsur, the first by the second: who answered both; the marks of the first by them; the products of both marks. */
  readonly both: Float64Array
  readonly first: Float64Array
  readonly products: Float64Array
}

/** Questionnaires one by one, or added up already. */
export type Answers = readonly Respondent[] | Sums

/** Adds questionnaires up one after another: `marks` with 0 for no answer, so many `times`. */
export interface Adding {
  add(day: LocalDate, marks: ArrayLike<number>, times?: number): void
  sums(): Sums
}

/** Kinds of mark. */
const MARKS = 4

/** Begins to add questionnaires with so many unsur up; those without any answer are left out. */
export function adding(unsur: number): Adding {
  const days = new Map<LocalDate, Float64Array>()
  const marks = new Float64Array(unsur * MARKS)
  const [both, first, products] = [0, 0, 0].map(() => new Float64Array(unsur * unsur))
  const given = new Int32Array(unsur)
  let n = 0
  return {
    add(day, of, times = 1) {
      let answered = 0
      for (let u = 0; u < unsur; u += 1) if (of[u]! > 0) given[answered++] = u
      if (answered === 0) return
      n += times
      let own = days.get(day)
      if (own === undefined) days.set(day, (own = new Float64Array(1 + 2 * unsur)))
      own[0]! += times
      for (let i = 0; i < answered; i += 1) {
        const u = given[i]!
        const mark = of[u]!
        own[1 + u]! += times
        own[1 + unsur + u]! += times * mark
        marks[u * MARKS + mark - 1]! += times
        for (let j = 0; j < answered; j += 1) {
          const at = u * unsur + given[j]!
          both![at]! += times
          first![at]! += times * mark
          products![at]! += times * mark * of[given[j]!]!
        }
      }
    },
    sums() {
      const byDay = new Float64Array(days.size * (1 + 2 * unsur))
      for (const [row, own] of [...days.values()].entries()) byDay.set(own, row * own.length)
      return { n, unsur, days: [...days.keys()], byDay, marks, both: both!, first: first!, products: products! }
    },
  }
}

/**
 * Questionnaires added up; those that are already stay as they are.
 * @example sumsOf([{ day: '2026-01-05', marks: [3, undefined] }, { day: '2026-01-05', marks: [undefined, undefined] }], 2).n // 1
 */
export function sumsOf(answers: Answers, unsur: number): Sums {
  if ('byDay' in answers) return answers
  const all = adding(unsur)
  for (const { day, marks } of answers)
    all.add(
      day,
      Array.from({ length: unsur }, (_, u) => marks[u] ?? 0),
    )
  return all.sums()
}

/** The sums of several together. */
export function together(all: readonly Sums[], unsur: number): Sums {
  const days = new Map<LocalDate, Float64Array>()
  const width = 1 + 2 * unsur
  const added = (of: (one: Sums) => Float64Array, length: number) => {
    const total = new Float64Array(length)
    for (const one of all) addTo(total, of(one))
    return total
  }
  for (const one of all)
    for (const [row, day] of one.days.entries()) {
      const total = days.get(day) ?? new Float64Array(width)
      addTo(total, one.byDay.subarray(row * width, (row + 1) * width))
      days.set(day, total)
    }
  const byDay = new Float64Array(days.size * width)
  for (const [row, own] of [...days.values()].entries()) byDay.set(own, row * width)
  const pairs = unsur * unsur
  return {
    ...{ n: all.reduce((sum, one) => sum + one.n, 0), unsur, days: [...days.keys()], byDay },
    marks: added(one => one.marks, unsur * MARKS),
    both: added(one => one.both, pairs),
    first: added(one => one.first, pairs),
    products: added(one => one.products, pairs),
  }
}

/** Whether any unsur was answered. */
export function hasAnswer({ marks }: Respondent): boolean {
  return marks.some(mark => mark !== undefined)
}

function addTo(total: Float64Array, more: Float64Array): void {
  for (let i = 0; i < more.length; i += 1) total[i]! += more[i]!
}
