import { roundHalfUp } from '../../kit/stats.ts'
import type { LocalDate } from '../../kit/time.ts'
import { FLOOR } from '../answered.ts'
import { toNumber } from '../ratio.ts'
import { whyHidden } from '../statistics/hidden.ts'
import { ikmInterval } from '../statistics/ikm-interval.ts'
import type { Range } from '../statistics/score-interval.ts'
import { sumsOf, type Sums } from '../statistics/sheet.ts'
import type { Instrument } from './instrument.ts'
import type { Marks } from './score.ts'
import { weightsOf } from './sound.ts'

/** One sheet with the day on which it came. */
export interface Answered {
  readonly day: LocalDate
  readonly marks: Marks
}

/**
 * The 95 % interval of an index from sheets, or from what they add up to with the questions in their order, as that of an IKM: what all people whom the programme is about would have given. Undefined where none may be printed, and
 * on six steps, for which it was not worked out.
 */
export function intervalOf(
  instrument: Instrument,
  people: readonly Answered[] | Sums,
  population: number | null,
): Range | undefined {
  if (instrument.steps !== 4) return undefined
  const unsur = instrument.questions.length
  const respondents =
    'byDay' in people
      ? people
      : sumsOf(
          people.map(({ day, marks }) => ({ day, marks: instrument.questions.map(q => marks[q.key]) })),
          unsur,
        )
  const { n, both } = respondents
  const visits = population === null ? undefined : Math.max(population, n)
  const answered = instrument.questions.map((_, u) => both[u * unsur + u]!)
  if (whyHidden({ n, visits, unsur: answered, floor: FLOOR }) !== undefined) return undefined
  const weights = weightsOf(instrument).map(toNumber)
  const { low, high } = ikmInterval({
    ...{ respondents, weights },
    population: visits === undefined ? undefined : { visits },
  })
  return { low: roundHalfUp(low, 2), high: roundHalfUp(high, 2) }
}
