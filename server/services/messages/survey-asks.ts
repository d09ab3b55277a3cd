import type { Invitation } from '../../store/surveys.ts'
import type { Offices } from '../office/offices.ts'

/** Whether a visit is one that a message asks: drawn for the nine questions, and nothing of it answered yet. */
export function asksFor(invited: Invitation, offices: Pick<Offices, 'get'>): boolean {
  return invited.chosen && !invited.rated && !invited.answered && offices.get(invited.officeId).surveyMessage
}

/** Names the end of a visit: one that was taken back and done again is another one. */
export const occasionOf = ({ mintedAt }: Invitation): string => String(mintedAt)
