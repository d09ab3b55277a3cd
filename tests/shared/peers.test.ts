import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { mayCompare, settledMonths } from '../../shared/officer/peers.ts'
import { peersOf, plainPeers, type TimedStay } from '../helpers/peers-of.ts'
import { fc } from '../helpers/property.ts'

const TODAY = '2026-06-20'
const YEAR = { from: '2026-01-01', to: '2026-06-20' }

const stay = (officerId: string, minutes: number, { date = '2026-04-10', serviceId = 'ktp-el' } = {}): TimedStay => ({
  ...{ officerId, serviceId, date, serveMs: minutes * MINUTE },
})
const times = (
  officers: readonly string[],
  each: number,
  minutes = 5,
  of: { date?: string; serviceId?: string } = {},
) => officers.flatMap(id => Array.from({ length: each }, () => stay(id, minutes, of)))
const OTHERS = ['p2', 'p3', 'p4', 'p5']

describe('colleagues beside an own record', () => {
  it('are told only from four others on with twenty times, and none of nearly all of them [O167]', () => {
    const some = (...each: readonly number[]) => each.map((n, i) => ({ officerId: `p${i}`, n }))
    expect(mayCompare(some(5, 5, 5, 5))).toBe(true)
    expect(mayCompare(some(5, 5, 5, 4))).toBe(false)
    expect(mayCompare(some(10, 10, 10))).toBe(false)
    expect(mayCompare(some(15, 2, 2, 1))).toBe(true)
    expect(mayCompare(some(16, 2, 1, 1))).toBe(false)
  })

  it('come from whole months in which no clock can be marked any more [O167]', () => {
    expect(settledMonths(YEAR, TODAY)).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'])
    expect(settledMonths({ from: '2026-01-02', to: '2026-05-30' }, TODAY)).toEqual(['2026-02', '2026-03', '2026-04'])
    expect(settledMonths(YEAR, '2026-06-07')).not.toContain('2026-05')
    expect(settledMonths(YEAR, '2026-06-08')).toContain('2026-05')
    expect(settledMonths({ from: '2026-06-01', to: '2026-06-20' }, TODAY)).toEqual([])
    const december = { from: '2025-12-01', to: '2026-01-31' }
    expect(settledMonths(december, TODAY)).toEqual(['2025-12', '2026-01'])
  })

  it('leave the own times out, and say so where nobody else is there [O167]', () => {
    const own = times(['p1'], 100, 20)
    expect(peersOf('p1', [...own, ...times(OTHERS.slice(1), 50)], YEAR, TODAY)).toBeUndefined()
    const peers = peersOf('p1', [...own, ...times(OTHERS, 5)], YEAR, TODAY)!
    expect(peers).toMatchObject({ services: ['ktp-el'], n: 20, p50: 5 * MINUTE, own: { n: 100, p50: 20 * MINUTE } })
    expect(peers.bins[2]).toBe(100)
  })

  it('have the mix of services of the officer, and none that the officer did not do [O167]', () => {
    const own = [...times(['p1'], 3, 5), ...times(['p1'], 1, 9, { serviceId: 'kk' })]
    const others = [...times(OTHERS, 10, 5), ...times(OTHERS, 90, 11, { serviceId: 'kk' })]
    const elsewhere = times(OTHERS, 50, 1, { serviceId: 'kia' })
    const peers = peersOf('p1', [...own, ...others, ...elsewhere], YEAR, TODAY)!
    expect(peers).toMatchObject({ services: ['kk', 'ktp-el'], p50: 5 * MINUTE })
    expect([peers.bins[2], peers.bins[5]]).toEqual([75, 25])
  })

  it('are told in whole per cent by way and standard, with the mix of the officer [O235]', () => {
    const own = times(['p1'], 4)
    const office = (...standards: readonly number[]) => ({
      services: standards.map(standardMinutes => ({ ...demoOffice.services[0]!, id: 'ktp-el', standardMinutes })),
    })
    const others = times(OTHERS, 10).map((s, i) => ({
      ...s,
      way: i % 4 === 0 ? ('booked' as const) : ('walkIn' as const),
      serveMs: i % 10 === 0 ? 5 * MINUTE + 1 : 5 * MINUTE,
    }))
    const of = (...standards: readonly number[]) =>
      peersOf('p1', [...own, ...others], YEAR, TODAY, undefined, office(...standards))!
    expect(of(5)).toMatchObject({ ways: { walkIn: 75, booked: 25, sentOn: 0 }, within: 90 })
    expect(of().within).toBeNull()
  })

  it('are told to somebody else only together with as many whom they do not know each by itself [O234]', () => {
    const all = [...times(['p1'], 10), ...times([...OTHERS, 'p6', 'p7', 'p8'], 10)]
    const told = (...known: readonly string[]) =>
      peersOf('p1', all, YEAR, TODAY, { days: [YEAR], isKnown: s => known.includes(s.officerId) })?.n
    expect(told()).toBe(70)
    expect(told('p2', 'p3', 'p4')).toBe(70)
    expect(told('p2', 'p3', 'p4', 'p5')).toBeUndefined()
    expect(told(...OTHERS, 'p6', 'p7', 'p8')).toBe(70)
  })

  it('are of the months that lie as a whole in the days that somebody else may read [O234]', () => {
    const all = [...times(['p1'], 10), ...times(OTHERS, 10), ...times(OTHERS, 10, 5, { date: '2026-03-10' })]
    const days = [
      { from: '2026-01-01', to: '2026-03-30' },
      { from: '2026-04-01', to: '2026-05-05' },
    ]
    expect(peersOf('p1', all, YEAR, TODAY, { days, isKnown: () => false })!.n).toBe(40)
  })

  it('are of any days what they are when each time is looked at by itself [O330]', () => {
    const one = fc.record({
      officerId: fc.constantFrom('p1', ...OTHERS),
      serviceId: fc.constantFrom('ktp-el', 'kk', 'kia'),
      date: fc.constantFrom('2026-04-10', '2026-04-30', '2026-05-02', '2026-06-02'),
      serveMs: fc.oneof(
        fc.integer({ min: 0, max: 40 * MINUTE }),
        fc.integer({ min: 0, max: 80 }).map(n => n * 15_000),
      ),
      way: fc.constantFrom('walkIn', 'booked', 'sentOn'),
    })
    const [plain] = demoOffice.services
    const services = [
      { ...plain!, id: 'ktp-el', standardMinutes: 6 },
      { ...plain!, id: 'kk', standardMinutes: 12 },
    ]
    fc.assert(
      fc.property(fc.array(one, { maxLength: 300, size: 'max' }), stays => {
        const quick = peersOf('p1', stays, YEAR, TODAY, undefined, { services })
        expect(quick).toEqual(plainPeers('p1', stays, YEAR, TODAY, { services }))
      }),
      { numRuns: 60 },
    )
  })

  it('of any period are those of its settled months, each of which is told by itself or not at all [O167]', () => {
    const MONTHS = ['2026-03', '2026-04', '2026-05', '2026-06']
    const date = fc.tuple(fc.constantFrom(...MONTHS), fc.constantFrom('01', '15', '30')).map(([m, d]) => `${m}-${d}`)
    const officerId = fc.constantFrom('p1', ...OTHERS, 'p6')
    const one = fc.record({ officerId, date, minutes: fc.integer({ min: 1, max: 30 }) })
    const day = fc.constantFrom(
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
      '2026-04-01',
      '2026-04-30',
      '2026-05-31',
      TODAY,
    )
    fc.assert(
      fc.property(fc.array(one, { maxLength: 200 }), day, day, (visits, from, to) => {
        const all = [
          ...MONTHS.map(month => stay('p1', 5, { date: `${month}-15` })),
          ...visits.map(v => stay(v.officerId, v.minutes, { date: v.date })),
        ]
        const of = (period: { from: string; to: string }) => {
          const within = all.filter(s => s.date >= period.from && s.date <= period.to)
          return peersOf('p1', within, period, TODAY)?.n ?? 0
        }
        const each = settledMonths({ from, to }, TODAY).map(month => of(monthOf(month)))
        expect(of({ from, to })).toBe(each.reduce((sum, n) => sum + n, 0))
        expect(each.filter(n => n > 0 && n < 20)).toEqual([])
      }),
    )
  })
})

/** A month as a period, by its days in the year of these tests. */
function monthOf(month: string) {
  return { from: `${month}-01`, to: month === '2026-04' ? '2026-04-30' : `${month}-31` }
}
