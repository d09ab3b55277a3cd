import { mountSurveys } from '../http/api/surveys.ts'
import type { Door } from '../http/mount.ts'
import type { Offices } from '../services/office/offices.ts'
import { createSurveys } from '../services/survey/surveys.ts'
import type { Ground } from './ground.ts'

/** Surveys behind their links. */
export function composeSurvey({ config, db, now, surveyLinks }: Ground, offices: Offices) {
  const surveys = createSurveys({ db, offices, signer: surveyLinks, now, demo: config.demo })
  return { surveys, mount: (door: Door) => mountSurveys(door, surveys) }
}
