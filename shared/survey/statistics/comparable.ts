import type { LocalDate } from '../../kit/time.ts'

/** Fewest questionnaires, answers of each unsur, and days with answers of a period that is compared. */
const [FEWEST, FEWEST_DAYS] = [30, 5]

/** What is known of a period before it is compared. */
export interface ComparedPeriod {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly closed: boolean
  /** The version of the questions, and the regulation whose bands make the letters. */
  readonly instrument: string
  readonly regulation: string
  readonly weights: readonly number[]
  readonly n: number
  readonly days: number
  /** Answers of each unsur that is compared. */
  readonly unsur: readonly number[]
}

/** Why two periods cannot be compared yet. */
export type NotComparable =
  'open' | 'overlapping' | 'instrument' | 'regulation' | 'weights' | 'fewAnswers' | 'fewDays' | 'fewOfUnsur'

/** The first reason why two periods cannot be compared; undefined where they can. */
export function whyNotComparable(earlier: ComparedPeriod, later: ComparedPeriod): NotComparable | undefined {
  const both = [earlier, later]
  if (both.some(({ closed }) => !closed)) return 'open'
  if (earlier.to >= later.from) return 'overlapping'
  if (earlier.instrument !== later.instrument) return 'instrument'
  if (earlier.regulation !== later.regulation) return 'regulation'
  if (!sameWeights(earlier.weights, later.weights)) return 'weights'
  if (both.some(({ n }) => n < FEWEST)) return 'fewAnswers'
  if (both.some(({ days }) => days < FEWEST_DAYS)) return 'fewDays'
  return both.some(({ unsur }) => unsur.some(n => n < FEWEST)) ? 'fewOfUnsur' : undefined
}

function sameWeights(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((weight, u) => weight === b[u])
}
