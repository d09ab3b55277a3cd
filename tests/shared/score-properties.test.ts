import { describe, expect, it } from 'vitest'
import type { Cell } from '../../shared/officer/score/cells.ts'
import { changeOf } from '../../shared/officer/score/change.ts'
import { computed } from '../../shared/officer/score/computed.ts'
import { guardOf } from '../../shared/officer/score/confirmed.ts'
import { auditOf } from '../../shared/officer/score/judgement-audit.ts'
import { solvable } from '../../shared/officer/score/normal-equations.ts'
import type { PersonScore, ScoreStatus } from '../../shared/officer/score/score.ts'
import { scoresOf } from '../../shared/officer/score/scores-of.ts'
import type { RatingCounts } from '../../shared/survey/mean-interval.ts'
import { fc, runs } from '../helpers/property.ts'

const OPTIONS = { shownFrom: 60 }
const base: Cell = {
  who: 'p1',
  date: '2026-03-02',
  service: 'ktp',
  channel: 'datang',
  hour: 'pagi',
  wait: '0-15',
  counts: [0, 0, 0, 0],
}
const cell = (who: string, counts: RatingCounts, rest: Partial<Cell> = {}): Cell => ({ ...base, who, counts, ...rest })

const count = fc.integer({ min: 0, max: 12 })
const cells: fc.Arbitrary<readonly Cell[]> = fc.array(
  fc.record({
    who: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6'),
    date: fc.constantFrom('2026-03-02', '2026-03-03', '2026-03-04'),
    service: fc.constantFrom('ktp', 'kk', 'akta'),
    channel: fc.constantFrom('datang', 'daring'),
    hour: fc.constantFrom('pagi', 'siang', 'sore'),
    wait: fc.constantFrom('0-15', '15-30', '>30', 'unknown'),
    counts: fc.tuple(count, count, count, count),
  }) as fc.Arbitrary<Cell>,
  { minLength: 10, maxLength: 120 },
)
const near = (got: number, wanted: number) => expect(Math.abs(got - wanted)).toBeLessThan(1e-8)
const numbersOf = (score: PersonScore): readonly number[] =>
  Object.values(score).flatMap(v => (typeof v === 'number' ? [v] : []))

describe('the scores of a closed period', () => {
  it('are the same to the last digit in whatever order the ratings come, also in parts [O51]', () => {
    fc.assert(
      fc.property(cells, fc.nat(), (list, at) => {
        const turned = [...list.slice(at % list.length), ...list.slice(0, at % list.length)].reverse()
        const halves = turned.flatMap(c => {
          const [a, b, d, e] = c.counts
          return [
            { ...c, counts: [a, 0, d, 0] as const },
            { ...c, counts: [0, b, 0, e] as const },
          ]
        })
        expect(scoresOf(turned, OPTIONS)).toEqual(scoresOf(list, OPTIONS))
        expect(scoresOf(halves, OPTIONS)).toEqual(scoresOf(list, OPTIONS))
      }),
      { numRuns: runs(60) },
    )
  })

  it('stand in the order of the ids and tell nothing but n of whoever has few ratings [O56]', () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 200 }), (list, shownFrom) => {
        const { people, pools } = scoresOf(list, { shownFrom })
        expect(people.map(p => p.who)).toEqual([...people.map(p => p.who)].sort())
        for (const score of people)
          if (score.n < Math.max(30, shownFrom))
            expect(score).toEqual({ who: score.who, n: score.n, status: 'fewRatings' })
          else {
            expect(score.status).not.toBe('fewRatings')
            for (const number of numbersOf(score)) expect(Number.isFinite(number)).toBe(true)
          }
        for (const pool of pools) expect(pool.who.length).toBeGreaterThanOrEqual(4)
      }),
      { numRuns: runs(80) },
    )
  })

  it('all rise by one where every mark is one better, and nobody stands otherwise [O53]', () => {
    const low: fc.Arbitrary<readonly Cell[]> = cells.map(list =>
      list.map(c => ({ ...c, counts: [c.counts[0], c.counts[1], c.counts[2], 0] as const })),
    )
    fc.assert(
      fc.property(low, list => {
        const before = computed(list).pools
        const after = computed(
          list.map(c => ({ ...c, counts: [0, c.counts[0], c.counts[1], c.counts[2]] as const })),
        ).pools
        for (const [i, { fit, among }] of before.entries()) {
          near(after[i]!.fit.variance, fit.variance)
          near(after[i]!.fit.dayEffect, fit.dayEffect)
          for (const [j, person] of (among?.people ?? []).entries()) {
            const raised = after[i]!.among!.people[j]!
            for (const part of ['adjusted', 'estimate', 'estimateLow', 'estimateHigh'] as const)
              near(raised[part], person[part] + 1)
            near(raised.usual.lowFlag, person.usual.lowFlag + 1)
            expect(raised.standing).toBe(person.standing)
          }
        }
      }),
      { numRuns: runs(60) },
    )
  })

  it('are one for each office in which somebody worked: two halves are scored as two people [O56]', () => {
    const day = (who: string, date: string, counts: RatingCounts) => cell(who, counts, { date })
    const colleagues = ['p2', 'p3', 'p4', 'p5'].flatMap(who => [
      day(who, '2026-03-02', [2, 3, 25, 40]),
      day(who, '2026-03-03', [1, 2, 20, 37]),
    ])
    const first = day('p1', '2026-03-02', [1, 4, 20, 45])
    const later = day('p1', '2026-03-03', [3, 2, 24, 41])
    const scored = (list: readonly Cell[]) => scoresOf(list, OPTIONS).people.find(p => p.who === 'p1')!
    expect(scored([...colleagues, first])).toMatchObject({ n: 70, mean: (1 + 8 + 60 + 180) / 70 })
    expect(scored([...colleagues, later])).toMatchObject({ n: 70, mean: (3 + 4 + 72 + 164) / 70 })
    // Within one office a moved desk makes no second person.
    const whole = scored([...colleagues, first, later])
    expect(whole.n).toBe(140)
    const apart = scoresOf([...colleagues, first, { ...later, who: 'p1b' }], OPTIONS)
    expect(apart.people.map(p => [p.who, p.n])).toContainEqual(['p1b', 70])
    expect(apart.people.every(p => p.status === 'within')).toBe(true)
  })

  it('tell nobody apart where all said four, and all the same where they said anything else alike [O56]', () => {
    for (const counts of [
      [0, 0, 0, 80],
      [0, 80, 0, 0],
    ] as const) {
      const { people, pools } = scoresOf(
        ['p1', 'p2', 'p3', 'p4'].map(who => cell(who, counts)),
        OPTIONS,
      )
      expect(people.map(p => p.status)).toEqual(Array(4).fill('noVariation'))
      expect(pools[0]).toMatchObject({ variance: 0, skew: 0, dayEffect: 1 })
      expect(pools[0]!.among).toBeUndefined()
    }
  })

  const USUAL = 3.090232306167813
  it.each([
    ...[1, 2, 3, 4, 5, 12, 25].map(k => [k, USUAL] as const),
    [26, 3.1018618337400943],
    [60, 3.3414789560385953],
    [100, 3.480756404346213],
  ] as const)('are given for an office of %i, outside of the usual from %f on [O52 O55]', (k, limit) => {
    const { people, pools } = scoresOf(
      Array.from({ length: k }, (_, i) => cell(`p${i}`, [1 + (i % 3), 3, 20 + (i % 7), 50 - (i % 5)])),
      OPTIONS,
    )
    expect(people).toHaveLength(k)
    if (k < 4) expect(people.every(p => p.status === 'fewColleagues')).toBe(true)
    else {
      expect(people.every(p => p.status === 'within')).toBe(true)
      expect(pools[0]!.among!.limit).toBeCloseTo(limit, 11)
    }
  })

  it('compare nobody over services that nothing joins, and say so apart from having few colleagues [O52]', () => {
    const at = (who: string, service: string) => cell(who, [2, 3, 25, 40], { service })
    const islands = ['p1', 'p2', 'p3', 'p4'].map(who => at(who, 'ktp'))
    const { people, pools } = scoresOf([...islands, at('p5', 'kk'), at('p6', 'kk')], OPTIONS)
    expect(people.map(p => p.status)).toEqual([...Array<string>(4).fill('within'), 'notComparable', 'notComparable'])
    expect(pools).toHaveLength(1)
    // A bridge of one rating at the other service joins them.
    const bridge = cell('p5', [0, 0, 1, 0], { service: 'ktp' })
    const joined = scoresOf([...islands, at('p5', 'kk'), at('p6', 'kk'), bridge], OPTIONS)
    expect(joined.pools.map(p => p.who)).toEqual([['p1', 'p2', 'p3', 'p4', 'p5', 'p6']])
  })

  it('leave whoever has under twenty ratings out of the comparison of the others [O52]', () => {
    const four = ['p1', 'p2', 'p3', 'p4'].map(who => cell(who, [2, 3, 25, 40]))
    const few = cell('p5', [19, 0, 0, 0])
    const { people, pools } = scoresOf([...four, few], OPTIONS)
    expect(pools).toEqual(scoresOf(four, OPTIONS).pools)
    expect(people.at(-1)).toEqual({ who: 'p5', n: 19, status: 'fewRatings' })
    expect(scoresOf([...four.slice(1), few], OPTIONS).people[0]!.status).toBe('fewColleagues')
  })
})

describe('who stands outside of what is usual', () => {
  const CASES: readonly (readonly [readonly ScoreStatus[], string | undefined])[] = [
    [[], undefined],
    [['within'], undefined],
    [['below'], 'signal below'],
    [['within', 'above'], 'signal above'],
    [['below', 'above'], 'signal above'],
    [['below', 'below'], 'confirmed below'],
    [['below', 'within', 'below'], 'confirmed below'],
    [['above', 'above', 'within'], undefined],
    [['above', 'above', 'below'], 'signal below'],
    [['below', 'below', 'above'], 'signal above'],
    [['above', 'below', 'above'], 'confirmed above'],
    [['below', 'within', 'within', 'below'], 'signal below'],
    [['below', 'fewRatings', 'notComparable', 'fewColleagues', 'below'], 'confirmed below'],
    [['below', 'below', 'fewRatings'], undefined],
    [['below', 'noVariation', 'noVariation', 'below'], 'signal below'],
  ]
  it.each(CASES)(
    '%j is %s: acted on only when it came again on that side in two of the last three [O58]',
    (statuses, wanted) => {
      const guard = guardOf(statuses)
      expect(guard && `${guard.level} ${guard.direction}`).toBe(wanted)
    },
  )
})

describe('a change after a programme', () => {
  const person = (after: number, trained = false) => ({
    before: { mean: 3.5, variance: 0.004 },
    after: { mean: after, variance: 0.004 },
    trained,
  })
  it('is what the trained changed beyond their colleagues, whatever all of them share [O57]', () => {
    const people = [person(3.8, true), person(3.75, true), ...[3.5, 3.55, 3.45, 3.5, 3.52].map(y => person(y))]
    const change = changeOf(people)
    const later = changeOf(people.map(p => ({ ...p, after: { ...p.after, mean: p.after.mean - 0.2 } })))
    if ('refused' in change || 'refused' in later) throw new Error('refused')
    near(later.effect, change.effect)
    expect(change.seen).toBe(true)
    expect(change.low).toBeLessThan(change.effect)
  })

  it('is not told of nobody, nor against fewer than five colleagues [O57]', () => {
    const five = [3.5, 3.55, 3.45, 3.5, 3.52].map(y => person(y))
    expect(changeOf(five)).toEqual({ refused: 'nobodyTrained' })
    expect(changeOf([person(3.8, true), ...five.slice(1)])).toEqual({ refused: 'fewComparators' })
  })
})

describe('judgements beside the evidence', () => {
  const judged = (judgement: number, evidence: number) => ({ judgement, evidence, variance: 0.05 })
  it('are not tested of fewer than six officers, nor where all were judged alike [O59]', () => {
    expect(auditOf([1, 2, 3, 1, 2].map(j => judged(j, 0)))).toEqual({ refused: 'fewOfficers' })
    expect(auditOf([0, 1, 2, 3, 4, 5].map(e => judged(2, e)))).toEqual({ refused: 'oneJudgement' })
  })

  it('are a pattern only from two departures on [O59]', () => {
    const honest = [-2, -1.5, 0, 0.3, 0.6, 1].map((e, i) => judged(i < 2 ? 1 : i < 4 ? 2 : 3, e))
    expect(auditOf(honest)).toMatchObject({ pattern: false, favoured: [], harshly: [] })
    const turned = [-2, -1.9, 1, 1.2, 1.4, 1.6, 1.5, 1.3].map((e, i) => judged(i < 2 ? 3 : 2, e))
    expect(auditOf(turned)).toMatchObject({ pattern: true, favoured: [0, 1] })
  })
})

describe('columns that say the same', () => {
  it('are kept once, and the others still give their effects [O53]', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 6, maxLength: 20 }), rows => {
        const design = rows.map(([a, b]) => [a, b, a + b])
        const y = rows.map(([a, b]) => 2 * a - b)
        const a = [0, 1, 2].map(j => [0, 1, 2].map(l => design.reduce((s, r) => s + r[j]! * r[l]!, 0)))
        const c = [0, 1, 2].map(j => design.reduce((s, r, i) => s + r[j]! * y[i]!, 0))
        const { kept, effects, inverse } = solvable(
          a,
          c,
          [0, 1, 2].map(j => design.reduce((s, r) => s + r[j]!, 0)),
        )
        expect(kept.length).toBeLessThanOrEqual(2)
        const fit = (row: readonly number[]) => kept.reduce((s, j, i) => s + row[j]! * effects[i]!, 0)
        for (const [i, row] of design.entries()) near(fit(row), y[i]!)
        expect(inverse(kept.map(() => 0))).toBe(0)
      }),
      { numRuns: runs(100) },
    )
  })
})
