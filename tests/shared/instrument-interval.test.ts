import { describe, expect, it } from 'vitest'
import { roundHalfUp } from '../../shared/kit/stats.ts'
import { UNSUR } from '../../shared/survey/instruments.ts'
import { BUILT_IN } from '../../shared/survey/instrument/built-in.ts'
import { intervalOf, type Answered } from '../../shared/survey/instrument/interval.ts'
import { scoreOf } from '../../shared/survey/instrument/score.ts'
import { ikmInterval } from '../../shared/survey/statistics/ikm-interval.ts'
import { fc, runs } from '../helpers/property.ts'

const sheet = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }).map(day => `2026-05-0${day}`),
    fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 }),
  )
  .map(([day, all]): Answered => ({ day, marks: Object.fromEntries(UNSUR.map((unsur, i) => [unsur, all[i]!])) }))
const alike = (n: number, mark: number): readonly Answered[] =>
  Array.from({ length: n }, (_, i) => ({ day: `2026-05-0${1 + (i % 9)}`, marks: { puas: mark } }))

describe('the interval of an instrument', () => {
  it('of the SKM is the one of the IKM, and holds its index [S30] [S83]', () => {
    fc.assert(
      fc.property(
        fc.array(sheet, { minLength: 10, maxLength: 60 }),
        fc.option(fc.integer({ min: 60, max: 900 })),
        (people, n) => {
          const respondents = people.map(({ day, marks }) => ({ day, marks: UNSUR.map(unsur => marks[unsur]) }))
          const population = n === null ? undefined : { visits: n }
          const { low, high } = ikmInterval({ respondents, weights: UNSUR.map(() => 1 / 9), population })
          const own = intervalOf(BUILT_IN.skm, people, n)!
          expect(own).toEqual({ low: roundHalfUp(low, 2), high: roundHalfUp(high, 2) })
          const { index } = scoreOf(
            BUILT_IN.skm,
            people.map(one => one.marks),
          )
          expect(own.low).toBeLessThanOrEqual(index!)
          expect(own.high).toBeGreaterThanOrEqual(index!)
        },
      ),
      { numRuns: runs(60) },
    )
  })

  it('is none of nine people, unless they are all there are, and none on six steps [S83]', () => {
    expect(intervalOf(BUILT_IN.pulse, alike(9, 3), 40)).toBeUndefined()
    expect(intervalOf(BUILT_IN.pulse, alike(9, 3), 9)).toBeUndefined()
    expect(intervalOf(BUILT_IN.pulse, alike(10, 3), 10)).toEqual({ low: 75, high: 75 })
    expect(intervalOf(BUILT_IN.pulse, alike(10, 3), 4), 'more answered than there are').toEqual({ low: 75, high: 75 })
    const many = Array.from({ length: 40 }, () => ({ day: '2026-05-01', marks: { diskriminasi: 6 } }))
    expect(intervalOf(BUILT_IN.spak, many, 400)).toBeUndefined()
    expect(intervalOf(BUILT_IN.skm, many, 400), 'a question without any answer').toBeUndefined()
  })
})
