import { describe, expect, it } from 'vitest'
import { whyNotComparable, type ComparedPeriod } from '../../shared/survey/statistics/comparable.ts'
import { chanceOfDifference, holm } from '../../shared/survey/statistics/differences.ts'
import { lowestUnsur } from '../../shared/survey/statistics/lowest.ts'
import { changesOf, stepsOf } from '../../shared/survey/statistics/periods.ts'
import { samplePlan } from '../../shared/survey/statistics/sample-plan.ts'
import { sampleSize } from '../../shared/survey/sample-size.ts'
import { serviceGroups } from '../../shared/survey/statistics/service-groups.ts'
import { mixMoved, standardisedChange, tabletAbovePhone } from '../../shared/survey/statistics/service-mix.ts'
import { sumsOf } from '../../shared/survey/statistics/sheet.ts'
import { unitIkm } from '../../shared/survey/statistics/unit.ts'
import { fc } from '../helpers/property.ts'
import { EVEN, questionnaires } from '../helpers/questionnaires.ts'

const day = (d: number) => `2026-02-${String((d % 20) + 1).padStart(2, '0')}`
/** `n` questionnaires over twenty days whose marks are `mark` of the questionnaire and the unsur. */
const answered = (n: number, mark: (i: number, u: number) => number) =>
  Array.from({ length: n }, (_, i) => ({ day: day(i), marks: EVEN.map((_, u) => mark(i, u)) }))
const usual = (i: number, u: number) => 3 + ((i * 7 + u * 3) % 10 < 4 ? 1 : 0) - ((i + u) % 13 === 0 ? 1 : 0)

describe('the plan of a sample', () => {
  it('adds up to the sample of the unit, no service with more than its visits, the larger never with less [S34]', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(30), fc.nat(5_000)), { minLength: 1, maxLength: 30 }), visits => {
        const { total, floor, perService } = samplePlan(visits)
        expect(total).toBe(sampleSize(visits.reduce((sum, n) => sum + n, 0)))
        expect(perService.reduce((sum, n) => sum + n, 0)).toBe(total)
        for (const [h, n] of perService.entries()) {
          expect(n >= Math.min(floor, visits[h]!) && n <= visits[h]!).toBe(true)
          for (const [o, other] of perService.entries())
            if (visits[h]! > visits[o]!) expect(n).toBeGreaterThanOrEqual(other)
        }
      }),
    )
  })
})

describe('differences that are looked at together', () => {
  it('are never more telling than alone, stay in their order, and count at most once for each [S35]', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }), chances => {
        const adjusted = holm(chances)
        for (const [i, p] of chances.entries()) {
          expect(adjusted[i]! >= p && adjusted[i]! <= Math.min(1, p * chances.length) + 1e-12).toBe(true)
          for (const [j, q] of chances.entries()) if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!)
        }
      }),
    )
  })
})

describe('two periods', () => {
  it('that are the same did not change, and turned around change by the opposite [S35]', () => {
    fc.assert(
      fc.property(questionnaires(30, 60), questionnaires(30, 60), (earlier, later) => {
        const same = changesOf({ earlier, later: earlier, weights: EVEN })
        expect([same.ikm.difference, same.ikm.moreThanChance]).toEqual([0, false])
        for (const { p, moreThanChance } of same.unsur) expect([p, moreThanChance]).toEqual([1, false])
        const { ikm, unsur } = changesOf({ earlier, later, weights: EVEN })
        const back = changesOf({ earlier: later, later: earlier, weights: EVEN })
        expect(back.ikm.low).toBeCloseTo(-ikm.high, 9)
        expect(back.ikm.moreThanChance).toBe(ikm.moreThanChance)
        expect(ikm.low <= ikm.difference && ikm.difference <= ikm.high).toBe(true)
        for (const [u, one] of unsur.entries()) expect(back.unsur[u]!.p).toBeCloseTo(one.p, 10)
      }),
      { numRuns: 40 },
    )
  })

  it('are told to differ where one is far better, without the unsur that nobody judges [S35]', () => {
    const [earlier, later] = [answered(80, (i, u) => usual(i, u) - 1), answered(80, usual)]
    const { ikm, smallestSeen, unsur } = changesOf({ earlier, later, weights: EVEN, fixed: [3] })
    expect(ikm.moreThanChance).toBe(true)
    expect(ikm.difference).toBeCloseTo(25, 9)
    expect(smallestSeen).toBeLessThan(10)
    expect(unsur.map(one => one.unsur)).toEqual([0, 1, 2, 4, 5, 6, 7, 8])
    const steps = stepsOf([earlier, later, later], [EVEN, EVEN, EVEN])
    expect(steps.map(step => step!.moreThanChance)).toEqual([true, false])
  })

  it('are not compared while something else would differ, with the reason [S35]', () => {
    const quarter = (from: string, to: string): ComparedPeriod => {
      const asked = { closed: true, instrument: '2', regulation: 'PermenPANRB 14/2017', weights: EVEN }
      return { from, to, ...asked, n: 30, days: 5, unsur: EVEN.map(() => 30) }
    }
    const [earlier, later] = [quarter('2026-01-01', '2026-03-31'), quarter('2026-04-01', '2026-06-30')]
    expect(whyNotComparable(earlier, later)).toBeUndefined()
    expect(whyNotComparable(earlier, { ...later, closed: false })).toBe('open')
    expect(whyNotComparable(earlier, { ...later, from: '2026-03-31' })).toBe('overlapping')
    expect(whyNotComparable(earlier, { ...later, instrument: '3' })).toBe('instrument')
    expect(whyNotComparable(earlier, { ...later, regulation: 'other' })).toBe('regulation')
    expect(whyNotComparable(earlier, { ...later, weights: EVEN.slice(1) })).toBe('weights')
    expect(whyNotComparable({ ...earlier, n: 29 }, later)).toBe('fewAnswers')
    expect(whyNotComparable(earlier, { ...later, days: 4 })).toBe('fewDays')
    expect(whyNotComparable({ ...earlier, unsur: [29] }, { ...later, unsur: [30] })).toBe('fewOfUnsur')
  })

  it('that only changed their mix of services do not differ once both have that of the later one [S36]', () => {
    const served = (simple: number, hard: number) => [
      ...answered(simple, (i, u) => Math.min(4, usual(i, u) + 1)).map(one => ({ ...one, service: 'simple' })),
      ...answered(hard, (i, u) => usual(i, u) - 1).map(one => ({ ...one, service: 'hard' })),
    ]
    expect(mixMoved([80, 40], [40, 80])).toBe(true)
    expect(mixMoved([80, 40], [78, 42])).toBe(false)
    const services = [
      { service: 'simple', visits: 100 },
      { service: 'hard', visits: 200 },
    ]
    const change = standardisedChange({ earlier: served(80, 40), later: served(40, 80), weights: EVEN, services })!
    expect(change.plain).toBeLessThan(-10)
    expect(change.moreThanChance).toBe(false)
    const alone = services.slice(0, 1)
    const one = served(40, 0)
    expect(standardisedChange({ earlier: one, later: one, weights: EVEN, services: alone })).toBeUndefined()
  })

  it('of which nothing is known to differ are no more than chance [S35]', () => {
    const alike = { p: 0.8, trials: 100, df: 30 }
    expect(chanceOfDifference(alike, alike)).toBe(1)
    expect(chanceOfDifference(alike, { ...alike, p: 0.7 })).toBeCloseTo(
      chanceOfDifference({ ...alike, p: 0.7 }, alike),
      12,
    )
  })
})

describe('a unit over its services', () => {
  const services = [
    { service: 'a', visits: 300 },
    { service: 'b', visits: 100 },
    { service: 'c', visits: 40 },
  ]
  const of = (service: string, n: number, better: number) =>
    answered(n, (i, u) => Math.min(4, usual(i, u) + better)).map(one => ({ ...one, service }))

  it('has the same figure both ways where each service answered by its visits, and another where not [S33]', () => {
    const even = unitIkm({
      respondents: [...of('a', 60, 0), ...of('b', 20, 1), ...of('c', 8, 0)],
      weights: EVEN,
      services,
    })
    expect(even.weighted!.ikm).toBeCloseTo(even.pooled.ikm, 9)
    expect([even.unlike, even.unheard]).toEqual([false, 0])
    const uneven = unitIkm({
      respondents: [...of('a', 60, -1), ...of('b', 20, 1), ...of('c', 30, 1)],
      weights: EVEN,
      services,
    })
    expect(uneven.weighted!.ikm).toBeLessThan(uneven.pooled.ikm - 3)
    expect(uneven.unlike).toBe(true)
    expect(uneven.weighted!.low < uneven.weighted!.ikm && uneven.weighted!.ikm < uneven.weighted!.high).toBe(true)
  })

  it('is never unlike where all answers are the same or everybody answered, whatever the last digit of a sum [S33]', () => {
    const unlike = (respondents: Parameters<typeof unitIkm>[0]['respondents'], visits: readonly number[]) => {
      const unit = unitIkm({
        respondents,
        weights: EVEN,
        services: services.map((s, i) => ({ ...s, visits: visits[i]! })),
      })
      return unit.unlike
    }
    const three = fc.tuple(questionnaires(6, 20), questionnaires(6, 20), questionnaires(6, 20))
    fc.assert(
      fc.property(three, all => {
        const own = all.flatMap((part, i) => part.map(one => ({ ...one, service: 'abc'[i]! })))
        const counts = all.map(part => part.filter(one => one.marks.some(mark => mark !== undefined)).length)
        expect(unlike(own, counts)).toBe(false)
        const alike = own.map(one => ({ ...one, marks: one.marks.map(() => 4) }))
        expect(unlike(alike, [301, 97, 43])).toBe(false)
      }),
    )
  })

  it('is not unlike because of what the head left out, which only the official figure leaves out [S33 S53]', () => {
    const respondents = [...of('a', 60, 0), ...of('b', 20, 0), ...of('c', 8, 0)]
    const worst = answered(30, () => 1).map(one => ({ ...one, service: 'a' }))
    const counted = new Map(
      ['a', 'b', 'c'].map(id => [
        id,
        sumsOf(
          [...respondents, ...worst].filter(one => one.service === id),
          9,
        ),
      ]),
    )
    const gone = sumsOf(worst, 9)
    const minus = (list: Float64Array) => list.map(value => -value)
    const leftOut = {
      ...{ ...gone, n: -gone.n, byDay: minus(gone.byDay), marks: minus(gone.marks) },
      ...{ both: minus(gone.both), first: minus(gone.first), products: minus(gone.products) },
    }
    const visits = [270, 60, 24]
    const asked = {
      respondents: counted,
      weights: EVEN,
      services: services.map((s, i) => ({ ...s, visits: visits[i]! })),
    }
    const [all, without] = [unitIkm(asked), unitIkm({ ...asked, leftOut })]
    expect(without.pooled.ikm).toBeGreaterThan(without.weighted!.high)
    expect([all.unlike, without.unlike]).toEqual([false, false])
  })

  it('puts services with few answers together, says what it did not hear, and is pooled only of a single group [S33]', () => {
    const unit = unitIkm({ respondents: [...of('a', 60, 0), ...of('b', 20, 1)], weights: EVEN, services })
    expect(unit.groups).toEqual([0, 1, 1])
    expect(unit.unheard).toBeCloseTo(40 / 440, 12)
    const single = unitIkm({ respondents: of('a', 60, 0), weights: EVEN, services: services.slice(0, 1) })
    expect([single.weighted, single.unlike]).toEqual([undefined, false])
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(500), fc.nat(12)), { minLength: 1, maxLength: 12 }), list => {
        const groups = serviceGroups(list.map(([visits, n]) => ({ visits, answers: [[n, n + 1]] })))
        const sums = new Map<number, number>()
        for (const [h, group] of groups.entries()) {
          sums.set(group, (sums.get(group) ?? 0) + list[h]![1])
          expect(groups[group]).toBe(group)
          expect(group <= h).toBe(true)
        }
        if (sums.size > 1) for (const n of sums.values()) expect(n).toBeGreaterThanOrEqual(5)
      }),
    )
  })
})

describe('those who answer on the tablet of the counter', () => {
  const services = ['a', 'b', 'c'].map(service => ({ service, visits: 100 }))
  const of = (service: string, n: number, better: number) =>
    answered(n, (i, u) => Math.min(4, usual(i, u) + better)).map(one => ({ ...one, service }))

  it('are compared with those on their phones within the services that have thirty of each [S39]', () => {
    const phone = [...of('a', 40, -1), ...of('b', 40, -1), ...of('c', 29, 0)]
    const tablet = [...of('a', 40, 0), ...of('b', 40, 0), ...of('c', 40, -1)]
    const higher = tabletAbovePhone({ tablet, phone, weights: EVEN, services })!
    expect(higher.difference).toBeCloseTo(25, 9)
    expect(higher.moreThanChance).toBe(true)
    const one = tabletAbovePhone({ tablet, phone, weights: EVEN, services: services.slice(0, 1) })!
    expect(one.difference).toBeCloseTo(25, 9)
    expect(tabletAbovePhone({ tablet, phone, weights: EVEN, services: services.slice(2) })).toBeUndefined()
  })
})

describe('what may be the lowest unsur', () => {
  it('holds the lowest of all, none that nobody judges, and points that lead to the most there is [S37]', () => {
    fc.assert(
      fc.property(questionnaires(20, 60), respondents => {
        const { nrr, gains, mayBe } = lowestUnsur({ respondents, weights: EVEN, fixed: [3] })
        const judged = [0, 1, 2, 4, 5, 6, 7, 8]
        const lowest = judged.reduce((a, b) => (nrr[b]! < nrr[a]! ? b : a))
        expect(mayBe).toContain(lowest)
        expect(mayBe).not.toContain(3)
        const ikm = (25 * nrr.reduce((sum, one) => sum + one, 0)) / 9
        expect(ikm + gains.reduce((sum, { gain }) => sum + gain, 0)).toBeCloseTo(100, 8)
        for (const { gain, low, high } of gains) expect(low <= gain + 1e-9 && gain <= high + 1e-9).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('is one where it is far below, and unclear of few answers or where all are alike [S37]', () => {
    const clear = answered(80, (i, u) => (u === 2 ? 2 : usual(i, u)))
    const so = lowestUnsur({ respondents: clear, weights: EVEN })
    expect([so.mayBe, so.unclear, so.thirdUnsure]).toEqual([[2], false, true])
    expect(so.highest, 'the third is as high as the fourth').toEqual([])
    expect(lowestUnsur({ respondents: clear.slice(0, 59), weights: EVEN }).unclear).toBe(true)
    expect(lowestUnsur({ respondents: answered(80, () => 3), weights: EVEN }).unclear).toBe(true)
  })
})
