import { describe, expect, it } from 'vitest'
import { binomialTail, negativeBinomialTail } from '../../shared/kit/tails.ts'
import { studentAt, studentShare } from '../../shared/kit/student.ts'
import { whyHidden, tooFewDays } from '../../shared/survey/statistics/hidden.ts'
import { ikmInterval, type IkmInterval } from '../../shared/survey/statistics/ikm-interval.ts'
import { letterCertain, letterChances, letterOf, saidChance } from '../../shared/survey/statistics/letter.ts'
import { fc } from '../helpers/property.ts'
import { EVEN, questionnaires, visitsOf } from '../helpers/questionnaires.ts'

/** The figures that a page shows, of the whole and of each unsur. */
const shown = ({ ikm, low, high, nrr }: IkmInterval) =>
  [{ nrr: ikm, low, high }, ...nrr].flatMap(one => [one.nrr, one.low, one.high])

function expectAlike(one: readonly number[], other: readonly number[]) {
  expect(one.length).toBe(other.length)
  for (const [i, value] of one.entries()) expect(value).toBeCloseTo(other[i]!, 8)
}

describe('the interval of an IKM', () => {
  it('does not depend on the order of the questionnaires, nor on that of the unsur [S30]', () => {
    fc.assert(
      fc.property(questionnaires(12, 60), fc.integer({ min: 1, max: 8 }), (respondents, turn) => {
        const population = visitsOf(respondents, 3)
        const so = ikmInterval({ respondents, weights: EVEN, population })
        const turned = <T>(list: readonly T[]) => [...list.slice(turn), ...list.slice(0, turn)]
        const rows = ikmInterval({ respondents: turned(respondents).slice().reverse(), weights: EVEN, population })
        expectAlike(shown(rows), shown(so))
        const columns = respondents.map(one => ({ ...one, marks: turned(one.marks) }))
        const other = ikmInterval({ respondents: columns, weights: EVEN, population })
        expectAlike([other.ikm, other.low, other.high], [so.ikm, so.low, so.high])
        expectAlike(
          other.nrr.map(one => one.low),
          turned(so.nrr.map(one => one.low)),
        )
      }),
    )
  })

  it('leaves a questionnaire without any answer out, and takes a missing one for no mark [S30 S9]', () => {
    fc.assert(
      fc.property(questionnaires(12, 40), respondents => {
        const population = visitsOf(respondents, 2)
        const empty = { day: '2026-02-14', marks: EVEN.map(() => undefined) }
        const so = ikmInterval({ respondents, weights: EVEN, population })
        expectAlike(
          shown(ikmInterval({ respondents: [empty, ...respondents, empty], weights: EVEN, population })),
          shown(so),
        )
        for (const [u, one] of so.nrr.entries()) {
          const marks = respondents.flatMap(({ marks }) => marks[u] ?? [])
          expect(one.n).toBe(marks.length)
          expect(one.nrr).toBeCloseTo(marks.reduce((sum, mark) => sum + mark, 0) / marks.length, 10)
        }
      }),
    )
  })

  it('lies within 25 and 100 around the IKM, and within 1 and 4 around each NRR [S30]', () => {
    fc.assert(
      fc.property(questionnaires(2, 60), fc.option(fc.integer({ min: 1, max: 20 })), (respondents, times) => {
        const population = times === null ? undefined : visitsOf(respondents, times)
        const { ikm, low, high, nrr } = ikmInterval({ respondents, weights: EVEN, population })
        for (const value of [low, ikm, high]) expect(value >= 25 - 1e-9 && value <= 100 + 1e-9).toBe(true)
        expect(low <= ikm + 1e-9 && ikm <= high + 1e-9).toBe(true)
        for (const one of nrr) expect(one.low >= 1 && one.high <= 4 && one.low <= one.high).toBe(true)
      }),
    )
  })

  it('is a point where everybody answered, and no narrower the more did not [S30]', () => {
    fc.assert(
      fc.property(questionnaires(12, 60), respondents => {
        const widths = [1, 2, 20].map(times => {
          const { low, high } = ikmInterval({ respondents, weights: EVEN, population: visitsOf(respondents, times) })
          return high - low
        })
        expect(widths[0]).toBe(0)
        expect(widths[1]!).toBeGreaterThan(0)
      }),
    )
  })

  it('knows weights as shares: ten times each is ten times the IKM, and further unsur weigh what is said [S30]', () => {
    fc.assert(
      fc.property(
        questionnaires(12, 40, 11),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 11, maxLength: 11 }),
        (respondents, parts) => {
          const whole = parts.reduce((sum, part) => sum + part, 0)
          const weights = parts.map(part => part / whole)
          const so = ikmInterval({ respondents, weights })
          const tenfold = ikmInterval({ respondents, weights: weights.map(w => 10 * w) })
          expectAlike(
            [tenfold.ikm, tenfold.low, tenfold.high],
            [so.ikm, so.low, so.high].map(value => 10 * value),
          )
          const sum = so.nrr.reduce((all, one, u) => all + weights[u]! * one.nrr, 0)
          expect(so.ikm).toBeCloseTo(25 * sum, 8)
          const best = respondents.map(one => ({ ...one, marks: weights.map(() => 4) }))
          expect(ikmInterval({ respondents: best, weights }).ikm).toBeCloseTo(100, 8)
        },
      ),
    )
  })

  it('is wider where only some days were asked than where each was asked evenly [S30]', () => {
    const day = (d: number) => `2026-02-${String(d + 1).padStart(2, '0')}`
    const mood = (d: number) => (d % 2 === 0 ? 4 : 3)
    const respondents = Array.from({ length: 100 }, (_, i) => ({
      day: day(i % 10),
      marks: EVEN.map((_, u) => (u === i % 9 ? 2 : mood(i % 10))),
    }))
    const width = (days: number) => {
      const byDay = new Map(Array.from({ length: days }, (_, d) => [day(d), 400 / days]))
      const { low, high } = ikmInterval({ respondents, weights: EVEN, population: { visits: 400, byDay } })
      return high - low
    }
    expect(width(10)).toBeLessThan(width(20) / 1.3)
  })
})

describe('the letter of an IKM', () => {
  it('has chances that add up to 1, the likeliest that of a certain one [S31]', () => {
    fc.assert(
      fc.property(questionnaires(30, 80), fc.integer({ min: 1, max: 9 }), (respondents, times) => {
        const { n, ikm, low, high, estimate } = ikmInterval({
          respondents,
          weights: EVEN,
          population: visitsOf(respondents, times),
        })
        const chances = letterChances(estimate, EVEN)
        expect(Object.values(chances).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10)
        for (const chance of Object.values(chances)) expect(chance).toBeGreaterThanOrEqual(-1e-12)
        if (letterCertain({ n, low, high, everybody: times === 1 }))
          expect(chances[letterOf(ikm)]).toBeGreaterThan(0.949)
      }),
    )
  })

  it('is not certain of fewer than thirty unless everybody answered, nor over an edge [S31]', () => {
    const range = { low: 78, high: 82 }
    expect(letterCertain({ n: 30, ...range, everybody: false })).toBe(true)
    expect(letterCertain({ n: 29, ...range, everybody: false })).toBe(false)
    expect(letterCertain({ n: 29, ...range, everybody: true })).toBe(true)
    expect(letterCertain({ n: 300, low: 76.604, high: 82, everybody: false })).toBe(false)
    expect([64.9949, 64.995, 76.605, 88.3049, 88.305].map(letterOf)).toEqual(['D', 'C', 'B', 'B', 'A'])
    expect([0, 0.024, 0.26, 0.5, 0.99, 1].map(saidChance)).toEqual([5, 5, 25, 50, 95, 95])
  })
})

describe('an interval that would say too much', () => {
  it('is not printed, with the reason [S32]', () => {
    const printed = { n: 30, visits: 200, unsur: [30, 29], floor: 10 }
    expect(whyHidden(printed)).toBeUndefined()
    expect(whyHidden({ ...printed, floor: 31 })).toBe('underFloor')
    expect(whyHidden({ ...printed, unsur: [30, 0] })).toBe('unansweredUnsur')
    expect(whyHidden({ n: 9, visits: 10, unsur: [9, 9], floor: 1 })).toBe('fewAnswers')
    expect(whyHidden({ n: 9, unsur: [9, 9], floor: 1 })).toBe('fewAnswers')
    expect(whyHidden({ n: 9, visits: 9, unsur: [9, 9], floor: 1 })).toBeUndefined()
    expect([4, 5].map(tooFewDays)).toEqual([true, false])
  })
})

describe('the distributions', () => {
  it('are those of R in the middle and far out [S30]', () => {
    const quantiles = [
      [0.975, 1, 12.7062047361747],
      [0.975, 2.5, 3.57465484200368],
      [0.975, 29, 2.0452296421327],
      [0.975, 1_000, 1.96233908082641],
      [0.001, 7, -4.78528962863834],
    ] as const
    for (const [p, df, t] of quantiles) {
      expect(studentAt(p, df)).toBeCloseTo(t, 11)
      expect(studentShare(t, df)).toBeCloseTo(p, 12)
    }
    expect(binomialTail(3, 10, 0.01)).toBeCloseTo(1.138491179057795e-4, 14)
    expect(negativeBinomialTail(8, 4, 0.5)).toBeCloseTo(2.807075385521271e-6, 15)
  })

  it('of counts are the sums of their terms [S38]', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 99 }),
        fc.nat(60),
        (trials, percent, count) => {
          const p = percent / 100
          let [term, tail] = [(1 - p) ** trials, 0]
          for (let k = 0; k <= trials; k += 1) {
            if (k >= count) tail += term
            term *= ((trials - k) / (k + 1)) * (p / (1 - p))
          }
          expect(binomialTail(count, trials, p)).toBeCloseTo(tail, 10)
          const mean = trials / 10
          let [point, below] = [(4 / (4 + mean)) ** 4, 0]
          for (let k = 0; k < count; k += 1) {
            below += point
            point *= ((k + 4) / (k + 1)) * (mean / (4 + mean))
          }
          expect(negativeBinomialTail(count, 4, mean)).toBeCloseTo(1 - below, 10)
        },
      ),
    )
  })
})
