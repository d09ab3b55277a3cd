import type { Database } from '../../store/open/database.ts'
import { createExtraUnsur } from '../figures/extra-unsur.ts'
import { createPeriodFigures, type FiguresOfPeriods } from '../figures/figures.ts'
import { programmeResult, type AskedProgramme, type ClosedResult } from '../instruments/programme-result.ts'
import type { Offices } from '../office/offices.ts'
import { createOpenings } from '../score/openings.ts'
import { createAnswerMonths } from '../survey/answer-months.ts'
import { createAnswerShowings } from '../survey/answer-showings.ts'
import { createQuality, type Quality } from '../survey/quality.ts'
import { createReasons, type Reasons } from '../survey/reasons.ts'

/** What citizens said, as far as it may be shown: what reads much and computes long. */
export interface Answering {
  readonly figures: FiguresOfPeriods
  readonly quality: Quality
  readonly reasons: Reasons
  /** What a programme of an office brought that is over. */
  readonly programme: (office: string, of: AskedProgramme) => Promise<ClosedResult>
}

/** What of the offices it needs: of the one that is asked for. */
export type OfficesAsked = Pick<Offices, 'get' | 'byDay' | 'today'>

/** The same in the program and in its thread. */
export function createAnswering(db: Database, offices: OfficesAsked): Answering {
  const openings = createOpenings({ db, offices })
  const months = createAnswerMonths({ db, today: offices.today })
  const answers = createAnswerShowings({ db, offices, openings, months })
  return {
    figures: createPeriodFigures({ offices, months, answers, extras: createExtraUnsur({ db, offices, months }) }),
    quality: createQuality({ db, offices, answers }),
    reasons: createReasons({ db, offices, openings }),
    programme: (_, of) => programmeResult(db, of),
  }
}

/** Answers one question by its name, as it was asked. */
export function answersOf({ figures, quality, reasons, programme }: Answering) {
  return {
    figures: figures.of,
    ikm: quality.ikm,
    ratings: quality.ratings,
    days: quality.days,
    reasons: reasons.view,
    suggestions: reasons.suggestions,
    programme,
  }
}

export type Question = keyof ReturnType<typeof answersOf>
