import { describe, expect, it } from 'vitest'
import type { AppError } from '../../shared/kit/errors.ts'
import { endedOn, mustFit, type Supervision } from '../../shared/oversight/supervision.ts'
import { holdsOn, observedOffices, observedPeriod, observedWork, type Read } from '../../shared/oversight/observed.ts'
import type { RatingCounts } from '../../shared/survey/mean-interval.ts'
import { ratingSummary } from '../../shared/survey/rating.ts'
import { fc, runs } from '../helpers/property.ts'

const of = (officerId: string, assessorId: string, from: string, to: string | null = null): Supervision => ({
  ...{ id: `${officerId}-${assessorId}-${from}`, officerId, assessorId, from, to },
})
const code = (act: () => unknown) => {
  try {
    return act() ?? 'fits'
  } catch (error) {
    return (error as AppError).code
  }
}
const budi = of('budi', 'ani', '2026-01-01')

describe('who assesses whom', () => {
  it('is never oneself, nor each other at one time [O43]', () => {
    expect(code(() => mustFit([], of('budi', 'budi', '2026-01-01'), undefined))).toBe('SUPERVISION_SELF')
    expect(code(() => mustFit([budi], of('ani', 'budi', '2026-05-01'), undefined))).toBe('SUPERVISION_CIRCLE')
    const over = { ...budi, to: '2026-04-30' }
    expect(code(() => mustFit([over], of('ani', 'budi', '2026-05-01'), undefined))).toBe('fits')
  })

  it('is one for each officer on each day; one that goes on ends the day before, once whoever decides knows it [O43]', () => {
    const next = of('budi', 'eko', '2026-07-01')
    expect(code(() => mustFit([budi], next, undefined))).toBe('SUPERVISION_OPEN')
    expect(mustFit([budi], next, budi.id)).toEqual({ ...budi, to: '2026-06-30' })
    expect(code(() => mustFit([budi], of('budi', 'eko', '2026-01-01'), budi.id))).toBe('SUPERVISION_OVERLAP')
    const past = { ...budi, to: '2026-06-30' }
    expect(code(() => mustFit([past], of('budi', 'eko', '2026-06-30'), undefined))).toBe('SUPERVISION_OVERLAP')
    expect(code(() => mustFit([past], next, undefined))).toBe('fits')
    expect(code(() => mustFit([next], of('budi', 'ani', '2026-01-01', '2026-06-30'), undefined))).toBe('fits')
  })

  it('ends by a day that is not over, once, and is kept [O43]', () => {
    expect(endedOn(budi, '2026-06-09', '2026-06-09')).toEqual({ ...budi, to: '2026-06-09' })
    expect(code(() => endedOn(budi, '2026-06-08', '2026-06-09'))).toBe('DATE_PAST')
    expect(code(() => endedOn({ ...budi, to: '2026-12-31' }, '2026-06-09', '2026-06-09'))).toBe('SUPERVISION_ENDED')
    expect(code(() => endedOn({ ...budi, from: '2026-08-01' }, '2026-07-01', '2026-06-09'))).toBe('BAD_REQUEST')
  })

  it('holds all of it whatever is decided, and in whatever order [O43]', () => {
    const date = fc.integer({ min: 1, max: 28 }).map(n => `2026-06-${String(n).padStart(2, '0')}`)
    const name = fc.constantFrom('ani', 'budi', 'eko')
    const wish = fc.record({ officer: name, assessor: name, from: date, to: fc.option(date, { nil: null }) })
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 25 }), wishes => {
        let all: readonly Supervision[] = []
        for (const [i, { officer, assessor, from, to }] of wishes.entries()) {
          const wanted = { ...of(officer, assessor, from, to), id: `${i}` }
          const open = all.find(s => s.officerId === officer && s.to === null)
          const ended = code(() => mustFit(all, wanted, open?.id)) as Supervision | string
          if (typeof ended === 'string' && ended !== 'fits') continue
          all = [...all.map(s => (typeof ended !== 'string' && s.id === ended.id ? ended : s)), wanted]
        }
        for (let n = 1; n <= 30; n += 1) {
          const day = `2026-06-${String(n).padStart(2, '0')}`
          const now = all.filter(s => holdsOn(s, day))
          expect(new Set(now.map(s => s.officerId)).size).toBe(now.length)
          for (const s of now)
            expect(now.some(o => o.officerId === s.assessorId && o.assessorId === s.officerId)).toBe(false)
        }
      }),
      { numRuns: runs(150) },
    )
  })
})

describe('what an observer may see', () => {
  /** An office whose ratings are these, as often each day for twenty days. */
  const one = (name: string, day: RatingCounts | null): Read => ({
    office: { id: name, name, city: 'Contoh', zone: 'WITA' },
    date: '2026-06-09',
    today: { served: null, wait: null },
    period: { served: null, wait: null },
    ikm: { showing: { why: 'few' }, result: { n: 3 } } as never,
    ratings: { ratings: ratingSummary(day ? Array<RatingCounts>(20).fill(day) : [], 60) } as never,
    days: day ? Array<RatingCounts>(20).fill(day) : [],
  })
  const plain: RatingCounts = [0, 1, 4, 5]

  it('stands in the order of names whatever the figures are, with nothing that orders them [O41]', () => {
    const all = [
      one('Kantor 10', [0, 0, 0, 10]),
      one('Kantor 2', [9, 1, 0, 0]),
      ...['c', 'b', 'a'].map(n => one(n, plain)),
    ]
    const seen = observedOffices(all)
    expect(seen.map(o => o.office.name)).toEqual(['a', 'b', 'c', 'Kantor 2', 'Kantor 10'])
    expect(seen.map(o => o.compared?.standing)).toEqual(['within', 'within', 'within', 'below', 'within'])
    expect(observedOffices([...all].reverse())).toEqual(seen)
    const keys = new Set(seen.flatMap(o => [...Object.keys(o), ...Object.keys(o.compared ?? {})]))
    expect([...keys].filter(key => /rank|place|percentile|order|best|worst/i.test(key))).toEqual([])
  })

  it('is not compared with fewer than four, nor where its own office shows no ratings [O40 O41]', () => {
    const three = ['a', 'b', 'c'].map(name => one(name, plain))
    const seen = observedOffices([...three, one('d', null)])
    expect(seen.map(o => [o.compared, o.ikm])).toEqual(Array(4).fill([null, null]))
    expect(seen.map(o => o.ratings?.n ?? null)).toEqual([200, 200, 200, null])
    const four = observedOffices([...three, one('d', plain), one('e', null)])
    expect(four.map(o => o.compared?.standing ?? null)).toEqual([...Array<string>(4).fill('within'), null])
  })

  it('is of one of the last four quarters that are over, so that none is told by two others [O41]', () => {
    expect(observedPeriod(undefined, '2026-06-09')?.key).toBe('2026-Q1')
    expect(observedPeriod('2025-Q3', '2026-06-09')?.key).toBe('2025-Q3')
    for (const key of ['2026-Q2', '2026-S1', '2025-S2', '2025', '2024-Q1', '2026-05', '2026-W20', 'kemarin'])
      expect(observedPeriod(key, '2026-06-09'), key).toBeUndefined()
  })

  it('is nothing that rests on fewer than ten people, however many desks they went to [O41]', () => {
    const figures = (done: number, n: number, tickets = n) =>
      ({ done, tickets, services: [{ served: 3 * done }], wait: { n, p50: { ms: 60_000 }, p90: null } }) as never
    expect(observedWork(figures(9, 9))).toEqual({ served: null, wait: null })
    expect(observedWork(figures(4, 12, 4))).toEqual({ served: null, wait: null })
    expect(observedWork(figures(10, 10))).toEqual({ served: 10, wait: { n: 10, p50: { ms: 60_000 }, p90: null } })
  })
})
