import { studentAt, studentShare } from '../../kit/student.ts'

/** A mean on the scale from 0 to 1 with its uncertainty: as of a share of so many `trials`, Infinity where nothing is uncertain. */
export interface Uncertain {
  readonly p: number
  readonly trials: number
  readonly df: number
}

/** Lower and upper end. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** Nobody's nine marks tell more than so many yes or no, and one mark no more than its steps. */
const MOST_TRIALS = 12
const STEPS = 3
const CONFIDENCE = 0.975

/** Yes or no that the marks of one questionnaire with so many unsur are worth at most, 3 for one unsur, 12 for nine. */
export const trialsEach = (unsur: number): number => Math.min(MOST_TRIALS, STEPS * unsur)

/**
 * Of how many yes or no a share with this variance would be, `each` for one answer at most: so sixty 4s do not rule out a rare 1.
 * `chance` is what one answer counts in the variance, 0 where everybody was asked.
 * @example trialsOf(0.5, 0, 0.25, 3) // 12
 */
export function trialsOf(p: number, variance: number, chance: number, each: number): number {
  const most = chance === 0 ? Infinity : each / chance
  return variance === 0 ? most : Math.min(most, (p * (1 - p)) / variance)
}

/**
 * The 95 % score interval of such a mean, within 0 and 1 (Wilson, Journal of the American Statistical Association 22, 1927, 209–212,
 * with Student's t in the place of the normal distribution).
 * @example scoreInterval({ p: 0.5, trials: Infinity, df: 9 }) // { low: 0.5, high: 0.5 }
 */
export function scoreInterval({ p, trials, df }: Uncertain): Range {
  if (trials === Infinity) return { low: p, high: p }
  if (!(df > 0)) return { low: 0, high: 1 }
  const c = studentAt(CONFIDENCE, df) ** 2 / trials
  const middle = (p + c / 2) / (1 + c)
  const half = Math.sqrt(p * (1 - p) * c + (c / 2) ** 2) / (1 + c)
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/**
 * How likely (0 to 1) the truth is `edge` or more.
 * @example chanceOfAtLeast(0.5, { p: 0.5, trials: 30, df: 9 }) // 0.5
 */
export function chanceOfAtLeast(edge: number, { p, trials, df }: Uncertain): number {
  if (edge <= 0) return 1
  if (edge >= 1) return 0
  if (trials === Infinity) return p >= edge ? 1 : 0
  return studentShare((p - edge) / Math.sqrt((edge * (1 - edge)) / trials), df)
}
