import type { Instant, LocalDate } from '../kit/time.ts'

/** Why a document is late; a closed list, in words for its holder. */
export const DELAY_CAUSES = [
  'noMaterial',
  'systemDown',
  'otherOffice',
  'checkedAgain',
  'manyRequests',
  'other',
] as const
export type DelayCause = (typeof DELAY_CAUSES)[number]

/** The new date of a late document, and why. */
export interface NewDate {
  readonly date: LocalDate
  readonly cause: DelayCause
  /** More about the cause, never about a person. */
  readonly note: string | null
}

/** A new date as it was given. */
export interface Delay extends NewDate {
  readonly at: Instant
}
