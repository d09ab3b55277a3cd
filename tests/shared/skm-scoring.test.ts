import { describe, expect, it } from 'vitest'
import type { AnsweredPeriod } from '../../shared/survey/figures/answered-period.ts'
import { figuresOf } from '../../shared/survey/figures/figures-of.ts'
import { NINE, scoringOf, weightsIn, type Scoring } from '../../shared/survey/figures/scoring.ts'
import { periodAt } from '../../shared/survey/fixed-periods.ts'
import { METHODS } from '../../shared/survey/ikm.ts'
import { extraMarks, scoringKey } from '../../shared/survey/asked.ts'
import { askedBy } from '../../shared/survey/instrument/asked-by.ts'
import { BUILT_IN } from '../../shared/survey/instrument/built-in.ts'
import type { Instrument, InstrumentQuestion } from '../../shared/survey/instrument/instrument.ts'
import { scoreOf, type Marks } from '../../shared/survey/instrument/score.ts'
import { problemsOf } from '../../shared/survey/instrument/sound.ts'
import { UNSUR } from '../../shared/survey/instruments.ts'
import { ikmInterval } from '../../shared/survey/statistics/ikm-interval.ts'
import { sumsOf, type Respondent } from '../../shared/survey/statistics/sheet.ts'
import { fc, runs } from '../helpers/property.ts'
import { questionnaires, visitsOf } from '../helpers/questionnaires.ts'

const further = (key: string, weight: number | null): InstrumentQuestion => ({
  ...{ key, name: [key, ''], wording: [`${key}?`, ''], weight },
  answers: ['1', '2', '3', '4'].map(mark => [mark, ''] as const),
})
/** The nine and two of the office. */
const eleven = (official: number | null, own: number | null): Instrument => ({
  ...BUILT_IN.skm,
  questions: [
    ...BUILT_IN.skm.questions.map(q => ({ ...q, weight: official })),
    further('zona', own),
    further('antrean', own),
  ],
})
const weights = fc.constantFrom<readonly [number | null, number | null]>([null, null], [0.1, 0.05], [0.09, 0.09])
const period = periodAt('quarter', '2026-02-01')
const before = periodAt('quarter', '2025-11-01')
const rules = { method: 'exact', minRatings: 10, fixed: [], gap: 5 } as const

function answered(all: readonly Respondent[], scoring: Scoring, of = period, more: Partial<AnsweredPeriod> = {}) {
  const { visits, byDay } = visitsOf(all, 3)
  const sums = sumsOf(all, scoring.columns.length)
  const showing = { from: of.from, through: of.to }
  const reached = { finished: visits, invited: visits, answered: sums.n }
  return { period: of, showing, scoring, services: [{ service: 'a', showing, sums, byDay, reached }], ...more }
}
const figured = (now: AnsweredPeriod, earlier: readonly AnsweredPeriod[] = []) =>
  figuresOf({ now, earlier, profile: [], rules }).figures!
const many = questionnaires(30, 60, 11)
const few = { numRuns: runs(60) }

describe('further unsur of an office', () => {
  it('count by their weight as the instrument is scored, missing answers and all, and the nine stand beside them [S75]', () => {
    fc.assert(
      fc.property(many, weights, (all, [official, own]) => {
        const instrument = eleven(official, own)
        expect(problemsOf(instrument, 'skm')).toEqual([])
        const scoring = scoringOf(askedBy(1, instrument))
        const rows = all.map(({ marks }) =>
          Object.fromEntries(scoring.columns.flatMap((key, u) => (marks[u] === undefined ? [] : [[key, marks[u]]]))),
        ) as readonly Marks[]
        const shown = figured(answered(all, scoring))
        const score = scoreOf(instrument, rows)
        expect([shown.result.ikm, shown.result.mutu, shown.result.n]).toEqual([score.index, score.mutu, score.n])
        const nine = scoreOf(
          BUILT_IN.skm,
          rows.map(({ zona: _, antrean: __, ...rest }) => rest),
        )
        expect(shown.audit.find(line => line.method === 'exact')!.ikm).toBe(nine.index)
        for (const one of shown.unsur) {
          const own = score.questions.find(q => q.key === one.unsur)!
          expect([one.n, one.sum, one.nrr]).toEqual([own.n, own.sum, own.mean])
        }
        const printed = shown.unsur.reduce((sum, one) => sum + one.weighted!, 0) * 25
        expect(printed).toBeCloseTo(shown.result.ikm!, 1)
        const { low, high } = ikmInterval({
          ...{ respondents: all, population: visitsOf(all, 3) },
          weights: weightsIn(scoring, 'exact'),
        })
        expect(shown.certainty.interval).toEqual({ low, high })
      }),
      few,
    )
  })

  it('may be the lowest, of which the plan begins, and the nine beside them only where they are lower [S46 S75]', () => {
    const scoring = scoringOf(askedBy(1, eleven(null, null)))
    const mark = (i: number, u: number) =>
      scoring.columns[u] === 'antrean' ? 1 + (i % 2) : u === 2 ? 2 + (i % 2) : 3 + (i % 2)
    const all = Array.from({ length: 80 }, (_, i) => ({
      day: `2026-02-${10 + (i % 9)}`,
      marks: scoring.columns.map((_, u) => mark(i, u)),
    }))
    const { lowest } = figured(answered(all, scoring))
    expect(lowest.three.slice(0, 2)).toEqual(['antrean', scoring.columns[2]])
    expect(lowest.mayBe).toEqual(['antrean'])
  })

  it('and the nine give the same figures in whatever order they are asked [S74 S75]', () => {
    const orders = fc.shuffledSubarray([...Array(11).keys()], { minLength: 11 })
    fc.assert(
      fc.property(many, weights, orders, (all, [official, own], order) => {
        const instrument = eleven(official, own)
        const turned = { ...instrument, questions: order.map(i => instrument.questions[i]!) }
        const [one, other] = [instrument, turned].map(of => figured(answered(all, scoringOf(askedBy(1, of)))))
        expect(other!.unsur.map(u => u.unsur)).toEqual(turned.questions.map(q => q.key))
        const sorted = ({ unsur, ...rest }: typeof one & {}) => ({
          ...rest,
          unsur: [...unsur].sort((a, b) => (a.unsur < b.unsur ? -1 : 1)),
        })
        expect(sorted(other!)).toEqual(sorted(one!))
        expect(scoringKey(askedBy(2, turned))).toBe(scoringKey(askedBy(1, instrument)))
      }),
      few,
    )
  })

  it('that nobody asks leave the office’s method, in any order of the nine [S10 S74]', () => {
    const back = { ...BUILT_IN.skm, questions: [...BUILT_IN.skm.questions].reverse() }
    const scoring = scoringOf(askedBy(3, back))
    expect(scoring.order.map(u => scoring.columns[u])).toEqual([...UNSUR].reverse())
    for (const method of METHODS) expect(weightsIn(scoring, method)).toEqual(weightsIn(NINE, method))
    expect(scoring.key).toBe(NINE.key)
  })

  it('make a period comparable with none that asked or weighed otherwise, nor one that mixes versions with any [S35 S75]', () => {
    fc.assert(
      fc.property(questionnaires(40, 60, 11), all => {
        const [nine, light, heavy] = [NINE, ...[0.05, 0.1].map(own => scoringOf(askedBy(1, eleven(0.1, own))))]
        const compared = (a: AnsweredPeriod, b: AnsweredPeriod) => {
          const { compared: so, trend } = figured(b, [a])
          return ['whyNot' in so ? so.whyNot : 'compared', trend.map(point => point.step !== undefined)]
        }
        const then = (scoring: Scoring, more = {}) => answered(all, scoring, before, more)
        const now = (scoring: Scoring, more = {}) => answered(all, scoring, period, more)
        const apart = ['instrument', [false, false]]
        expect(compared(then(nine!), now(light!))).toEqual(apart)
        expect(compared(then(light!), now(heavy!))).toEqual(apart)
        const mixed = { nineOnly: 'mixed' as const }
        expect(compared(then(nine!, mixed), now(nine!, mixed))).toEqual(apart)
        expect(figured(now(nine!, mixed)).nineOnly).toBe('mixed')
        expect(compared(then(light!), now(light!))[0]).not.toBe('instrument')
      }),
      { numRuns: runs(10) },
    )
  })

  it('are kept of what was asked alone [S74]', () => {
    const asked = askedBy(1, eleven(null, null))
    expect(extraMarks(asked, { zona: 4, kopi: 1, waktu: 1 })).toEqual({ zona: 4 })
    expect(extraMarks(asked)).toEqual({})
    expect(asked.extra.map(one => one.key)).toEqual(['antrean', 'zona'])
  })
})
