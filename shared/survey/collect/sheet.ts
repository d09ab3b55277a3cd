import type { LocalDate } from '../../kit/time.ts'
import type { SkmAnswers } from '../ikm.ts'
import { BODY_ORDER, FREE_SERVICE_SCORE } from '../instruments.ts'
import { PROFILE_KEYS, type Profile } from '../profile/profile.ts'

/** Fewest minutes are enough to see that the wrong form lay there: so long what was typed in last can be taken back. */
export const UNDO_MINUTES = 10
/** Letters of a suggestion, on paper as on a phone. */
export const MOST_LETTERS = 1000
/** Signs of the number that stands on a form. */
export const MOST_NUMBER = 20

/** A questionnaire that somebody else brings: of a visit on a date for a service, of no counter and no officer. */
export interface CollectedSheet {
  readonly date: LocalDate
  readonly service: string
  readonly answers: SkmAnswers
  readonly suggestion?: string | undefined
  readonly profile: Profile
}

/**
 * Biaya of a free service by definition, whatever was sent; but a sheet on which nobody answered anything else stays empty.
 * @example withFixedBiaya({ waktu: 3, biaya: 1 }) // { waktu: 3, biaya: 4 }
 */
export function withFixedBiaya({ biaya: _, ...given }: SkmAnswers): SkmAnswers {
  return Object.keys(given).length === 0 ? {} : { ...given, biaya: FREE_SERVICE_SCORE }
}

/**
 * All that a questionnaire says, as text: alike for two that say the same, whatever blanks and line ends stand in the suggestion.
 * @example sheetText({ date: '2026-06-09', service: 'ktp', answers: { waktu: 3 }, profile: {} }).startsWith('["2026-06-09","ktp",') // true
 */
export function sheetText({ date, service, answers, profile, suggestion = '' }: CollectedSheet): string {
  const marks = BODY_ORDER.map(unsur => answers[unsur] ?? 0)
  const values = PROFILE_KEYS.map(key => profile[key] ?? '')
  return JSON.stringify([date, service, marks, values, suggestion.replace(/\s+/g, ' ').trim()])
}
