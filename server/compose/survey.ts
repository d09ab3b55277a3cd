import { addressOf, type Ctx } from '../http/context.ts'
import { mountQuality } from '../http/api/quality.ts'
import { mountSurveys } from '../http/api/surveys.ts'
import { mountPeriodFigures } from '../http/api/survey/figures.ts'
import type { Door } from '../http/mount.ts'
import { mountSurveyForms } from '../http/pages/survey/form-mount.ts'
import { networkOf } from '../services/gate/network.ts'
import { createHasher, createSigner } from '../services/identity/secrets.ts'
import type { Offices } from '../services/office/offices.ts'
import { createOpenings } from '../services/score/openings.ts'
import { createSuspicion } from '../services/survey/suspicion.ts'
import { createSurveys } from '../services/survey/surveys.ts'
import { createTraces } from '../services/survey/traces.ts'
import { createAnswering } from '../services/thread/answering.ts'
import { createFiguresThread } from '../services/thread/figures-thread.ts'
import type { Ground } from './ground.ts'

/** Surveys behind their links, what is shown of their answers, and what is suspicious about them. */
export function composeSurvey(ground: Ground, offices: Offices) {
  const { around, config, db, key, now, surveyLinks, record, secure } = ground
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
  const file = around.figuresThread
  const thread = file && createFiguresThread({ file, db, offices, calm: ground.turns.calm })
  const answering = thread ?? createAnswering(db, offices)
  const { figures, quality, reasons, programme } = answering
  const answersFor = (who: string) => thread?.by(who) ?? answering
  const hash = createHasher(key, 'answer network')
  const networkAt = (c: Ctx) => hash(networkOf(addressOf(c, config.trustProxy)))
  const mount = (door: Door) => {
    mountSurveys(door, { surveys, suspicion, networkAt, secure })
    mountSurveyForms(door, { surveys, offices, web: around.web, networkAt, secure, now })
    mountQuality(door, { answersFor, record })
    mountPeriodFigures(door, who => answersFor(who).figures)
  }
  /** Ends the thread of figures, where there is one. */
  const stop = async () => thread?.stop()
  return { openings, surveys, figures, holderOf, suspicion, quality, reasons, programme, networkAt, mount, stop }
}
