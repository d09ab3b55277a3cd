import { roundHalfUp } from '../kit/stats.ts'
import type { Words } from '../kit/words.ts'
import { surveySettings } from '../office/settings/survey-settings.ts'
import type { Score } from './instruments.ts'
import { addedUp, meanInterval, type RatingCounts } from './mean-interval.ts'

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
 * Describes the ratings of some days, or keeps them closed under `nMin`.
 * @example ratingSummary([[0, 0, 0, 60]], 60) // { shown: true, n: 60, nMin: 60, counts: [0, 0, 0, 60], mean100: 100, low: 95.5, high: 100 }
 */
export function ratingSummary(days: readonly RatingCounts[], nMin: number = DEFAULT_N_MIN): RatingSummary {
  const counts = addedUp(days)
  const n = counts.reduce((sum, count) => sum + count, 0)
  if (n === 0 || n < nMin) return { shown: false, n, nMin }
  const { mean, low, high } = meanInterval(days)
  const hundred = (value: number) => roundHalfUp(value * 25, 1)
  return { shown: true, n, nMin, counts, mean100: hundred(mean), low: hundred(low), high: hundred(high) }
}
