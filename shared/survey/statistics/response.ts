import { LETTER_FROM, letterOf } from './letter.ts'

/** Visits that ended with an outcome, invitations of them, and answers. */
export interface Reached {
  readonly finished: number
  readonly invited: number
  readonly answered: number
}

/** Shares (0 to 1); undefined where there is nothing to take a share of. */
export interface Rates {
  readonly invitation: number | undefined
  readonly response: number | undefined
  readonly reach: number | undefined
}

/** What those who did not answer could change. */
export interface Unanswered {
  /** The IKM had they been so many points lower. */
  readonly shifted: number
  /** By how many points they must be lower for the letter to fall; undefined of a D, which cannot, and where everybody answered. */
  readonly gapToLowerLetter: number | undefined
}

/**
 * How many were invited, answered the invitation, and answered at all.
 * @example ratesOf({ finished: 1200, invited: 600, answered: 210 }) // { invitation: 0.5, response: 0.35, reach: 0.175 }
 */
export function ratesOf({ finished, invited, answered }: Reached): Rates {
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : undefined)
  return { invitation: share(invited, finished), response: share(answered, invited), reach: share(answered, finished) }
}

/**
 * What an IKM would be if those who did not answer were `gap` points lower, who `reach` (0 to 1) of all did: no correction, a figure
 * to think with.
 * @example unansweredLower(80, 0.5, 5).shifted // 77.5
 */
export function unansweredLower(ikm: number, reach: number, gap: number): Unanswered {
  const silent = Math.max(0, 1 - reach)
  const letter = letterOf(ikm)
  const falls = letter === 'D' || silent === 0 ? undefined : (ikm - LETTER_FROM[letter]) / silent
  return { shifted: ikm - gap * silent, gapToLowerLetter: falls }
}
