import { describe, expect, it } from 'vitest'
import type { Cell } from '../../shared/officer/score/cells.ts'
import { changeOf } from '../../shared/officer/score/change.ts'
import { computed } from '../../shared/officer/score/computed.ts'
import {
  programmeChange,
  windowsAround,
  type Programme,
  type RatedWindow,
} from '../../shared/officer/score/programme.ts'
import { addDays } from '../../shared/kit/time.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import type { RatingCounts } from '../../shared/survey/mean-interval.ts'
import { fc } from '../helpers/property.ts'

const PROGRAMME: Programme = { trained: ['p0'], from: '2026-05-04', to: '2026-05-08', sentFor: null }
const OPTIONS = { shownFrom: 60, otherProgrammes: [] }
const NINE = Array.from({ length: 9 }, (_, i) => `p${i}`)

/** Ten days of ratings of each, some of a second service; `more` fours for whoever is named. */
function window(key: string, change: Partial<RatedWindow> = {}, more: Readonly<Record<string, number>> = {}) {
  const period = fixedPeriod(key)!
  const cells = NINE.flatMap((who, i) =>
    Array.from({ length: 10 }, (_, day): Cell => {
      const counts: RatingCounts = [day % 3 === 0 ? 1 : 0, 1, 3 + ((i + day) % 2), 4 + (more[who] ?? 0)]
      const service = (i + day) % 4 === 0 ? 'kk' : 'ktp'
      const date = addDays(period.from, day)
      return { who, date, service, channel: 'datang', hour: 'pagi', wait: '0-15', counts }
    }),
  )
  return { period, cells, disturbed: new Map<string, number>(), ...change }
}
const told = (change: Partial<Programme> = {}, windows = [window('2026-Q1'), window('2026-Q3')] as const) =>
  programmeChange({ ...PROGRAMME, ...change }, [windows[0]!, windows[1]!], OPTIONS)

describe('a change after a programme', () => {
  it('is measured from the last window before it to the first that begins fourteen days after it [O270]', () => {
    const names = (from: string, to: string) => windowsAround('quarter', { from, to }).map(w => w.key)
    expect(names('2026-04-01', '2026-04-02')).toEqual(['2026-Q1', '2026-Q3'])
    expect(names('2026-06-10', '2026-06-17')).toEqual(['2026-Q1', '2026-Q3'])
    expect(names('2026-06-10', '2026-06-18')).toEqual(['2026-Q1', '2026-Q4'])
    expect(windowsAround('semester', { from: '2026-07-01', to: '2026-07-01' }).map(w => w.key)).toEqual([
      ...['2026-S1', '2027-S1'],
    ])
    const days = fc.integer({ min: 0, max: 3000 })
    fc.assert(
      fc.property(days, days, (start, long) => {
        const from = addDays('2026-01-01', start)
        const span = { from, to: addDays(from, long % 200) }
        const [before, after] = windowsAround('quarter', span)
        expect(before.to < span.from && after.from >= addDays(span.to, 14)).toBe(true)
        const [pair, asked] = [[window(before.key), window(after.key)] as const, { ...PROGRAMME, ...span }]
        expect(programmeChange({ ...asked, trained: [] }, pair, OPTIONS)).toEqual({ refused: 'nobodyTrained' })
      }),
      { numRuns: 50 },
    )
  })

  it('goes by means that each window adjusts by itself, against everybody else of the pool [O57] [O270]', () => {
    const windows = [window('2026-Q1'), window('2026-Q3', {}, { p0: 9 })] as const
    const [before, after] = windows.map(w => computed(w.cells).pools[0]!.among!.people)
    const people = NINE.map((who, i) => ({
      ...{ trained: who === 'p0' },
      before: { mean: before![i]!.adjusted, variance: before![i]!.variance },
      after: { mean: after![i]!.adjusted, variance: after![i]!.variance },
    }))
    const [change, expected] = [told({}, windows), changeOf(people)]
    if ('refused' in change || 'refused' in expected) throw new Error('refused')
    expect(change.df).toBe(7)
    expect(change.seen).toBe(true)
    for (const [key, value] of Object.entries(expected))
      if (typeof value === 'number') expect(change[key as 'effect']).toBeCloseTo(value, 11)
  })

  it('is not told where windows are unlike, touch the programme, or are the one for which somebody was sent [O271]', () => {
    const [q1, q2, q3] = ['2026-Q1', '2026-Q2', '2026-Q3'].map(key => window(key))
    expect(told({}, [window('2025-S2'), q3!])).toEqual({ refused: 'unlikeWindows' })
    expect(told({ from: '2026-03-31' })).toEqual({ refused: 'overlap' })
    expect(told({}, [q1!, q2!])).toEqual({ refused: 'overlap' })
    expect(told({ to: '2026-06-18' })).toEqual({ refused: 'overlap' })
    expect(told({ to: '2026-06-17' })).not.toHaveProperty('refused')
    const sentFor = (from: string, to: string) => told({ sentFor: { from, to } })
    expect(sentFor('2025-07-01', '2025-12-31')).not.toHaveProperty('refused')
    for (const days of [
      ['2026-01-01', '2026-03-31'],
      ['2025-10-01', '2026-01-01'],
      ['2026-03-31', '2026-04-30'],
    ] as const)
      expect(sentFor(days[0], days[1])).toEqual({ refused: 'sentForIt' })
    expect(told({ trained: [] })).toEqual({ refused: 'nobodyTrained' })
  })

  it('is not told of who was rated seldom, was kept from work for more than a fifth, or did other work [O271]', () => {
    const q1 = window('2026-Q1')
    const few = window('2026-Q3', { cells: window('2026-Q3').cells.filter(c => c.who !== 'p0') })
    expect(told({}, [q1, few])).toEqual({ refused: 'fewRatings' })
    const shut = (share: number) => window('2026-Q3', { disturbed: new Map([['p0', share]]) })
    expect(told({}, [q1, shut(0.2)])).not.toHaveProperty('refused')
    expect(told({}, [q1, shut(0.21)])).toEqual({ refused: 'disturbed' })
    const half = window('2026-Q1', { cells: q1.cells.map(c => ({ ...c, counts: [1, 1, 3, 5] as const })) })
    const swap = (many: number) =>
      window('2026-Q3', {
        cells: half.cells.map((c, i) => ({ ...c, service: c.who === 'p0' && i % 10 < many ? 'kk' : 'ktp' })),
      })
    const one = { ...half, cells: half.cells.map(c => ({ ...c, service: 'ktp' })) }
    expect(told({}, [one, swap(5)])).not.toHaveProperty('refused')
    expect(told({}, [one, swap(6)])).toMatchObject({ refused: 'otherWork' })
  })

  it('is held against nobody who was in a programme between the windows, seldom rated or kept from work [O271]', () => {
    const pair = [window('2026-Q1'), window('2026-Q3')] as const
    const of = (otherProgrammes: readonly { who: string; from: string; to: string }[], windows = pair) =>
      programmeChange(PROGRAMME, [windows[0], windows[1]], { shownFrom: 60, otherProgrammes })
    const during = (who: string) => ({ who, from: '2026-06-30', to: '2026-07-02' })
    expect(of([])).toMatchObject({ df: 7 })
    expect(of([during('p1')])).toMatchObject({ df: 6 })
    expect(of([{ who: 'p1', from: '2026-07-01', to: '2026-07-02' }])).toMatchObject({ df: 7 })
    expect(of(['p1', 'p2', 'p3'].map(during))).toMatchObject({ df: 4 })
    expect(of(['p1', 'p2', 'p3', 'p4'].map(during))).toEqual({ refused: 'fewComparators' })
    const shut = [pair[0], window('2026-Q3', { disturbed: new Map([['p8', 0.5]]) })] as const
    expect(of([], shut)).toMatchObject({ df: 6 })
  })
})
