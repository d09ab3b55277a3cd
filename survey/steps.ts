import type { Reply } from '../shared/contracts/api.ts'

/** One survey as its link shows it. */
export type Survey = Reply<'GET /api/surveys/:token'>

/** Where somebody stands with it. */
export type Step =
  | 'loading'
  | 'offline'
  | 'error'
  | 'unknown'
  | 'atWork'
  | 'expired'
  | 'used'
  | 'rate'
  | 'reasons'
  | 'thanks'
  | 'skm'
  | 'end'

/** What is said when the survey cannot be opened. */
export const REFUSED: Readonly<Record<string, Step>> = {
  UNREACHABLE: 'offline',
  SURVEY_UNKNOWN: 'unknown',
  BAD_REQUEST: 'unknown',
  SURVEY_NOT_HERE: 'atWork',
}

/** Where a survey stands when its link is opened; `resting`: an answer waits on this phone. */
export function stepOf(survey: Survey, resting: boolean): Step {
  if (survey.state === 'expired') return 'expired'
  if (survey.state === 'complete') return 'end'
  return survey.state === 'rated' || resting ? 'thanks' : 'rate'
}
