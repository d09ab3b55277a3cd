import { describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { MINUTE, SECOND } from '../../shared/kit/time.ts'
import { burstOf, BURST_WINDOWS } from '../../shared/survey/statistics/bursts.ts'
import { monthEnd } from '../../shared/survey/statistics/month-end.ts'
import { outlyingShares } from '../../shared/survey/statistics/outlying-shares.ts'
import { ratesOf, unansweredLower } from '../../shared/survey/statistics/response.ts'
import { plainText, sameTexts } from '../../shared/survey/statistics/same-text.ts'
import { flagsOf } from '../../bench/lib/skm/flags.ts'
import { FRAUDS, honestMonth } from '../../bench/lib/skm/months.ts'
import { coverageOf } from '../../bench/skm-intervals.ts'
import { REGIMES } from '../../bench/lib/skm/offices.ts'
import { fc } from '../helpers/property.ts'

const DAY = 22
const counter = (share: number, perDay = 10) => ({
  hits: Array.from({ length: DAY }, () => share * perDay),
  of: Array.from({ length: DAY }, () => perDay),
})

describe('a burst', () => {
  const phone = (at: readonly number[]) => burstOf({ key: 'phone', at, beside: [], daily: [], looks: 900 })

  it('is eight answers of one phone within five minutes, and no family of seven [S38]', () => {
    const every = (n: number, step: number) => Array.from({ length: n }, (_, i) => i * step)
    expect(phone(every(30, 10 * SECOND)).flagged).toHaveLength(23)
    expect(phone(every(8, 40 * SECOND)).flagged).toEqual([7])
    expect(phone(every(7, SECOND)).flagged).toEqual([])
    expect(phone(every(60, MINUTE)).flagged).toEqual([])
  })

  it('is also told of a whole day on one phone, however slowly [S38]', () => {
    const at = Array.from({ length: 8 }, (_, i) => i * 30 * MINUTE)
    const slow = burstOf({ key: 'phone', at, beside: [], daily: [], looks: 900 }, BURST_WINDOWS.day)
    expect([phone(at).flagged, slow.flagged]).toEqual([[], [7]])
  })

  it('of an office tablet is measured against the invitations of the half hour, in whatever order answers come [S38]', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 8, maxLength: 8 }), fc.nat(7), (gaps, turn) => {
        let t = 60 * MINUTE
        const at = gaps.map(gap => (t += gap * SECOND))
        const daily = Array.from({ length: 20 }, () => ({ own: 40, beside: 100 }))
        const looks = { key: 'device', daily, looks: 1_000 } as const
        const beside = (n: number) => Array.from({ length: n }, (_, i) => (40 + (20 * i) / n) * MINUTE)
        const turned = [...at.slice(turn), ...at.slice(0, turn)]
        const quiet = burstOf({ ...looks, at, beside: beside(3) })
        expect(burstOf({ ...looks, at: turned, beside: beside(3) })).toEqual(quiet)
        const rush = burstOf({ ...looks, at, beside: beside(90) })
        expect(rush.flagged.length).toBeLessThanOrEqual(quiet.flagged.length)
        for (const [i, look] of rush.looks.entries()) expect(look.p).toBeGreaterThanOrEqual(quiet.looks[i]!.p)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the share of a counter', () => {
  it('is told where it is far from the others, both ways where asked, and never of under thirty [S38]', () => {
    const alike = [counter(0.4), counter(0.4), counter(0.4), counter(0.4)]
    const flagged = (more: ReturnType<typeof counter>, twoSided: boolean) =>
      outlyingShares([...alike, more], twoSided).counters.map(one => one.flagged)
    expect(flagged(counter(0.9), false)).toEqual([false, false, false, false, true])
    expect(flagged(counter(0.1), false)).toEqual([false, false, false, false, false])
    expect(flagged(counter(0.1), true)).toEqual([false, false, false, false, true])
    expect(flagged(counter(0.48), true)).toEqual([false, false, false, false, false])
    expect(flagged({ hits: [29], of: [29] }, false)).toEqual([false, false, false, false, false])
  })

  it('is not compared of one counter alone, nor of one without any case [S38]', () => {
    expect(outlyingShares([counter(0.9)], false).counters).toEqual([
      { share: expect.closeTo(0.9, 10) as number, others: undefined, z: undefined, flagged: false },
    ])
    const [none] = outlyingShares([{ hits: [0], of: [0] }, counter(0.4)], false).counters
    expect(none).toEqual({ share: undefined, others: undefined, z: undefined, flagged: false })
  })
})

describe('the end of a month', () => {
  it('is told where answers go beyond their invitations, not where it is busy [S38]', () => {
    const invitations = [50, 60, 40, 50, 55, 45, 50, 120, 130, 120]
    const honest = invitations.map(n => n / 2)
    expect(monthEnd(honest, invitations, 3)).toMatchObject({ inflation: 1, flagged: false })
    const stuffed = honest.map((n, day) => (day < 7 ? n / 4 : n * 1.5))
    expect(monthEnd(stuffed, invitations, 3)!.flagged).toBe(true)
    expect(monthEnd([], [], 0)).toBeUndefined()
    expect(monthEnd([1, 2], [0, 0], 1)).toBeUndefined()
  })
})

describe('suggestions that are alike', () => {
  it('are told from three long ones on, whatever their case and marks, and short ones never [S38]', () => {
    const copied = [
      'Pelayanan SANGAT baik, pertahankan!',
      'pelayanan sangat  baik pertahankan',
      'Pelayanan sangat baik: pertahankan',
    ]
    const so = sameTexts([
      ...copied,
      'Terima kasih',
      'terima kasih',
      'Terima kasih',
      'Kursi ruang tunggu kurang banyak',
    ])
    expect(so.flagged).toEqual([{ text: 'pelayanan sangat baik pertahankan', count: 3, places: [0, 1, 2] }])
    expect([so.eligible, so.distinct]).toEqual([4, 2])
    expect(sameTexts([]).flagged).toEqual([])
    expect(plainText(' Loket—3: “lama” ')).toBe('loket 3 lama')
  })
})

describe('those who did not answer', () => {
  it('are told as shares, and as what they could change [S39]', () => {
    expect(ratesOf({ finished: 0, invited: 0, answered: 0 })).toEqual({
      invitation: undefined,
      response: undefined,
      reach: undefined,
    })
    expect(unansweredLower(80, 1, 5)).toEqual({ shifted: 80, gapToLowerLetter: undefined })
    expect(unansweredLower(60, 0.5, 4)).toEqual({ shifted: 58, gapToLowerLetter: undefined })
    const { gapToLowerLetter } = unansweredLower(80, 0.2, 5)
    expect(unansweredLower(80, 0.2, gapToLowerLetter!).shifted).toBeCloseTo(76.605, 10)
  })
})

describe('simulated offices', () => {
  it('have intervals that hold the truth of some hundred of them in about 95 of 100 [S30]', () => {
    const held = REGIMES.slice(0, 8).map((regime, i) => coverageOf(regime, 20, 100 + i).ikm)
    const mean = held.reduce((sum, share) => sum + share, 0) / held.length
    expect(mean).toBeGreaterThan(0.9)
    expect(mean).toBeLessThan(0.995)
  })

  it('have less than one mark in an honest month, and one for thirty answers of a phone in five minutes [S38]', () => {
    const random = seeded(7)
    let marks = 0
    for (let i = 0; i < 6; i += 1) {
      const month = honestMonth(random)
      marks += Object.values(flagsOf(month)).reduce((sum, n) => sum + n, 0)
      FRAUDS.phone(month, 30, random)
      expect(flagsOf(month).phone).toBe(1)
    }
    expect(marks).toBeLessThanOrEqual(6)
  })
})
