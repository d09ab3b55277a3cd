import { addressOf, type Ctx } from '../http/context.ts'
import { mountQuality } from '../http/api/quality.ts'
import { mountSurveys } from '../http/api/surveys.ts'
import { mountPeriodFigures } from '../http/api/survey/figures.ts'
import type { Door } from '../http/mount.ts'
import { mountSurveyForms } from '../http/pages/survey/form-mount.ts'
import { createPeriodFigures } from '../services/figures/figures.ts'
import { networkOf } from '../services/gate/network.ts'
import { createHasher, createSigner } from '../services/identity/secrets.ts'
import type { Offices } from '../services/office/offices.ts'
import { createOpenings } from '../services/score/openings.ts'
import { createAnswerMonths } from '../services/survey/answer-months.ts'
import { createAnswerShowings } from '../services/survey/answer-showings.ts'
import { createQuality } from '../services/survey/quality.ts'
import { createReasons } from '../services/survey/reasons.ts'
import { createSuspicion } from '../services/survey/suspicion.ts'
import { createSurveys } from '../services/survey/surveys.ts'
import { createTraces } from '../services/survey/traces.ts'
import type { Ground } from './ground.ts'

/** Surveys behind their links, what is shown of their answers, and what is suspicious about them. */
export function composeSurvey({ around, config, db, key, now, surveyLinks, record, secure }: Ground, offices: Offices) {
  const holderOf = createHasher(key, 'holder of a complaint')
  const surveys = createSurveys({
    db,
    offices,
    signer: surveyLinks,
    changes: createSigner(key, 'change of a rating'),
    holderOf,
    traces: createTraces({ db, now }),
    now,
    demo: config.demo,
  })
  const suspicion = createSuspicion({ db, offices })
  const openings = createOpenings({ db, offices })
  const months = createAnswerMonths({ db, today: offices.today })
  const answers = createAnswerShowings({ db, offices, openings, months })
  const quality = createQuality({ db, offices, answers })
  const figures = createPeriodFigures({ offices, months, answers })
  const reasons = createReasons({ db, offices, openings })
  const hash = createHasher(key, 'answer network')
  const networkAt = (c: Ctx) => hash(networkOf(addressOf(c, config.trustProxy)))
  const mount = (door: Door) => {
    mountSurveys(door, { surveys, suspicion, networkAt, secure })
    mountSurveyForms(door, { surveys, offices, web: around.web, networkAt, secure })
    mountQuality(door, { quality, reasons, record })
    mountPeriodFigures(door, figures)
  }
  return { openings, surveys, figures, holderOf, suspicion, quality, reasons, networkAt, mount }
}
