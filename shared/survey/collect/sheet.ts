import type { LocalDate } from '../../kit/time.ts'
import type { SkmAnswers } from '../ikm.ts'
import { FREE_SERVICE_SCORE } from '../instruments.ts'
import type { Profile } from '../profile/profile.ts'

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
