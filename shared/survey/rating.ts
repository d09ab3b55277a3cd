import { roundHalfUp } from '../kit/stats.ts'
import type { Words } from '../kit/words.ts'
import { surveySettings } from '../office/settings/survey-settings.ts'
import type { Score } from './instruments.ts'

/** The four faces of the one-tap rating, worst to best; a rating of one service, not an SKM answer. */
export const RATINGS = [
  { value: 1, words: ['Tidak puas', 'Dissatisfied'] },
  { value: 2, words: ['Kurang puas', 'Less satisfied'] },
  { value: 3, words: ['Puas', 'Satisfied'] },
  { value: 4, words: ['Sangat puas', 'Very satisfied'] },
] as const satisfies readonly { value: Score; words: Words }[]

/** What a low mark may be about; things of the visit, never a person's name. */
export const REASONS = [
  { key: 'slow', words: ['Terlalu lama', 'Took too long'] },
  { key: 'refused', words: ['Berkas ditolak tanpa penjelasan', 'Papers refused without explanation'] },
  { key: 'unfriendly', words: ['Petugas kurang ramah', 'Officer was not friendly'] },
  { key: 'unclear', words: ['Informasi kurang jelas', 'Information was unclear'] },
  { key: 'room', words: ['Ruang tunggu', 'Waiting room'] },
  { key: 'system', words: ['Sistem mati', 'System was down'] },
  { key: 'other', words: ['Lainnya', 'Something else'] },
] as const satisfies readonly { key: string; words: Words }[]

/** The stored key of a reason. */
export type Reason = (typeof REASONS)[number]['key']

/** All reason keys, for checking what comes in. */
export const REASON_KEYS: readonly Reason[] = REASONS.map(reason => reason.key)

/** Ratings below this number are noise and are not shown to anybody: 60 answers for a reliability of about 0.70. */
export const DEFAULT_N_MIN: number = surveySettings.minRatings.default

/** How many ratings of 1, 2, 3 and 4. */
export type RatingCounts = readonly [number, number, number, number]

/** A mean on 25 to 100 with its 95 % interval (one decimal), or only `n` while `n` is under `nMin`. */
export type RatingSummary =
  | { readonly shown: false; readonly n: number; readonly nMin: number }
  | {
      readonly shown: true
      readonly n: number
      readonly nMin: number
      readonly counts: RatingCounts
      readonly mean100: number
      readonly low: number
      readonly high: number
    }

/**
 * Whether a mark is low enough to ask for a reason.
 * @example asksReason(2) // true
 */
export function asksReason(value: Score): boolean {
  return value <= 2
}

/**
 * Describes ratings, or keeps them closed under `nMin`.
 * @example ratingSummary([4, 4, 3], 60) // { shown: false, n: 3, nMin: 60 }
 */
export function ratingSummary(values: readonly Score[], nMin: number = DEFAULT_N_MIN): RatingSummary {
  const counts: [number, number, number, number] = [0, 0, 0, 0]
  for (const value of values) counts[value - 1]! += 1
  return ratingSummaryOf(counts, nMin)
}

/**
 * The same from counts, as a database gives them.
 * @example ratingSummaryOf([0, 0, 0, 60]) // { shown: true, n: 60, nMin: 60, counts: [0, 0, 0, 60], mean100: 100, low: 98.4, high: 100 }
 */
export function ratingSummaryOf(counts: RatingCounts, nMin: number = DEFAULT_N_MIN): RatingSummary {
  const n = counts.reduce((sum, count) => sum + count, 0)
  if (n === 0 || n < nMin) return { shown: false, n, nMin }
  const { mean, low, high } = meanInterval(counts)
  const hundred = (value: number) => roundHalfUp(value * 25, 1)
  return { shown: true, n, nMin, counts, mean100: hundred(mean), low: hundred(low), high: hundred(high) }
}

/**
 * Mean (1 to 4) with a 95 % score interval. A t interval leaves the scale near its ends and has no width when all agree;
 * Wilson's does neither. Penfield (Psychological Methods 8, 2003, 149–163) carries it to rating scales by reading a rating
 * as k = 3 binomial trials. Here the spread is measured instead of assumed, so divided opinions widen it; k stays the ceiling.
 * @example meanInterval([0, 0, 60, 0]).mean // 3
 */
export function meanInterval(counts: RatingCounts): { mean: number; low: number; high: number } {
  const n = counts.reduce((sum, count) => sum + count, 0)
  const p = counts.reduce((sum, count, step) => sum + count * step, 0) / (3 * n)
  const squares = counts.reduce((sum, count, step) => sum + count * (step / 3 - p) ** 2, 0)
  const variance = n > 1 ? squares / (n - 1) : 0
  const trials = n * (variance * 3 > p * (1 - p) ? (p * (1 - p)) / variance : 3)
  const middle = (p + Z2 / (2 * trials)) / (1 + Z2 / trials)
  const half = Math.sqrt((p * (1 - p) * Z2) / trials + (Z2 / (2 * trials)) ** 2) / (1 + Z2 / trials)
  return { mean: 1 + 3 * p, low: 1 + 3 * Math.max(0, middle - half), high: 1 + 3 * Math.min(1, middle + half) }
}

const Z2 = 1.959963984540054 ** 2
