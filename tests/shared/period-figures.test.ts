import { describe, expect, it } from 'vitest'
import type { AnsweredPeriod, AnsweredService } from '../../shared/survey/figures/answered-period.ts'
import { figuresOf } from '../../shared/survey/figures/figures-of.ts'
import { profileTable } from '../../shared/survey/figures/profile-table.ts'
import { periodAt } from '../../shared/survey/fixed-periods.ts'
import { computeIkm } from '../../shared/survey/ikm.ts'
import { UNSUR, type Score } from '../../shared/survey/instruments.ts'
import { ikmInterval } from '../../shared/survey/statistics/ikm-interval.ts'
import { sumsOf, together, type Respondent } from '../../shared/survey/statistics/sheet.ts'
import { fc } from '../helpers/property.ts'
import { EVEN, questionnaires, visitsOf } from '../helpers/questionnaires.ts'

const period = periodAt('quarter', '2026-02-01')
const open = { from: period.from, through: period.to }
const rules = { method: 'exact', minRatings: 10, fixed: [], gap: 5 } as const

function service(id: string, all: readonly Respondent[], hidden: boolean): AnsweredService {
  const { visits, byDay } = visitsOf(all, 3)
  const sums = sumsOf(all, UNSUR.length)
  return {
    ...{ service: id, sums, byDay, showing: hidden ? { why: 'few' } : open },
    reached: { finished: visits, invited: visits, answered: sums.n },
  }
}

const figured = (services: readonly AnsweredService[]) =>
  figuresOf({ now: { period, showing: open, services } satisfies AnsweredPeriod, earlier: [], profile: [], rules })

describe('questionnaires that are added up', () => {
  it('give the same interval in parts and together, in any order, as one by one [S56]', () => {
    fc.assert(
      fc.property(questionnaires(12, 60), fc.integer({ min: 0, max: 60 }), (all, cut) => {
        const population = visitsOf(all, 3)
        const parts = together([sumsOf(all.slice(cut), 9), sumsOf(all.slice(0, cut), 9)], 9)
        const [one, other] = [all, parts].map(respondents => ikmInterval({ respondents, weights: EVEN, population }))
        expect(other!.ikm).toBe(one!.ikm)
        expect(other!.low).toBeCloseTo(one!.low, 9)
        expect(other!.high).toBeCloseTo(one!.high, 9)
        const marks = all.map(({ marks: of }) =>
          Object.fromEntries(UNSUR.map((u, i) => [u, of[i] as Score | undefined])),
        )
        expect(figured([service('a', all, false)]).figures?.result.ikm).toBe(computeIkm(marks).ikm)
      }),
    )
  })
})

describe('forms of paper and files', () => {
  it('count as answers of the sample, and for no invitation [S48 S55]', () => {
    const all = Array.from({ length: 40 }, (_, i) => ({ day: `2026-02-${10 + (i % 9)}`, marks: UNSUR.map(() => 3) }))
    const own = service('ktp', all, false)
    const told = figured([{ ...own, reached: { finished: 60, invited: 30, answered: 40 }, brought: 25 }])
    expect(told.response).toMatchObject({ finished: 60, invited: 30, answered: 15, response: 0.5 })
    expect([told.sample.achieved, told.services[0]!.answered, told.services[0]!.response.response]).toEqual([
      40, 40, 0.5,
    ])
  })
})

describe('services of which nothing may be told', () => {
  const three = fc.tuple(questionnaires(12, 30), questionnaires(12, 30), questionnaires(12, 30), questionnaires(12, 30))

  it('stand in one group of the weighted IKM, which so tells of no two of them apart [S59]', () => {
    fc.assert(
      fc.property(three, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (all, hidden) => {
        const services = all.map((own, i) => service(`s${i}`, own, hidden[i]!))
        const groups = figured(services).figures!.weighted?.groups ?? []
        const untold = services.filter((_, i) => hidden[i]).map(one => one.service)
        expect(groups.filter(group => group.some(id => untold.includes(id))).length).toBeLessThanOrEqual(1)
        if (hidden.every(one => one)) expect(groups).toEqual([])
      }),
    )
  })
})

describe('a table of the profile', () => {
  it('puts together what too few are, and adds up to 100,0 [S57]', () => {
    const values = fc.array(fc.record({ n: fc.integer({ min: 0, max: 40 }), shown: fc.boolean() }), { maxLength: 8 })
    fc.assert(
      fc.property(values, all => {
        const { n, rows } = profileTable(
          'education',
          all.map((one, i) => ({ value: `v${i}`, ...one })),
        )
        expect(n).toBe(all.reduce((sum, one) => sum + one.n, 0))
        expect(rows.filter(row => row.kind === 'merged').length).toBeLessThanOrEqual(1)
        const tenths = rows.reduce((sum, row) => sum + Math.round(row.percent * 10), 0)
        expect(tenths).toBe(n === 0 ? 0 : 1000)
      }),
    )
  })
})
