/** Fewest answers with an interval, unless everybody answered. */
const FEWEST = 10
/** Days with answers from which on it is known how much days differ. */
const FEWEST_DAYS = 5

/** Why an interval is not printed. */
export type Hidden = 'fewAnswers' | 'unansweredUnsur' | 'underFloor'

/** What decides whether an interval is printed: answers, visits, answers of each unsur that was asked, and the floor of the office. */
export interface Printed {
  readonly n: number
  readonly visits?: number | undefined
  readonly unsur: readonly number[]
  readonly floor: number
}

/**
 * Why no interval stands beside a figure, undefined where it does (`floor` as of `fewestAnswers`).
 * @example whyHidden({ n: 9, visits: 40, unsur: [9], floor: 1 }) // 'fewAnswers'
 */
export function whyHidden({ n, visits, unsur, floor }: Printed): Hidden | undefined {
  if (n < floor) return 'underFloor'
  if (unsur.some(answers => answers === 0)) return 'unansweredUnsur'
  return n < FEWEST && (visits === undefined || n < visits) ? 'fewAnswers' : undefined
}

/**
 * Whether it must be said that the days are too few to tell how much they differ.
 * @example tooFewDays(4) // true
 */
export function tooFewDays(days: number): boolean {
  return days < FEWEST_DAYS
}
