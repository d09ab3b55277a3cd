import { describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import type { Score } from '../../shared/survey/instruments.ts'
import { asksReason, meanInterval, ratingSummary, ratingSummaryOf, RATINGS } from '../../shared/survey/rating.ts'
import { REASON_KEYS, type RatingCounts } from '../../shared/survey/rating.ts'
import { fc } from '../helpers/property.ts'

const many = (n: number, value: Score): Score[] => Array.from({ length: n }, () => value)

describe('one-tap ratings', () => {
  it('go from Tidak puas to Sangat puas and ask a reason only for the low two [S3]', () => {
    expect(RATINGS.map(({ value, words }) => [value, words[0], asksReason(value)])).toEqual([
      [1, 'Tidak puas', true],
      [2, 'Kurang puas', true],
      [3, 'Puas', false],
      [4, 'Sangat puas', false],
    ])
  })

  it('offer each reason once', () => {
    expect(new Set(REASON_KEYS).size).toBe(REASON_KEYS.length)
    expect(REASON_KEYS).toContain('other')
  })

  it('stay closed with 59 answers and open with 60 [O2]', () => {
    expect(ratingSummary(many(59, 4))).toEqual({ shown: false, n: 59, nMin: 60 })
    expect(ratingSummary(many(60, 4))).toMatchObject({ shown: true, n: 60, mean100: 100 })
  })

  it('stay closed without any answer even when the office asks for none', () => {
    expect(ratingSummary([], 0)).toEqual({ shown: false, n: 0, nMin: 0 })
  })

  it('are told as counts, a mean on 25 to 100 and an interval around it [O2]', () => {
    const values = [...many(6, 1), ...many(17, 2), ...many(96, 3), ...many(112, 4)]
    expect(ratingSummary(values)).toEqual({
      shown: true,
      n: 231,
      nMin: 60,
      counts: [6, 17, 96, 112],
      mean100: 84,
      low: 81.5,
      high: 86.2,
    })
  })

  it('keep some doubt when all agree, and never leave the scale', () => {
    const all = ratingSummaryOf([0, 0, 0, 60])
    expect(all).toMatchObject({ mean100: 100, high: 100 })
    expect(all.shown && all.low).toBeLessThan(100)
    expect(ratingSummaryOf([60, 0, 0, 0])).toMatchObject({ mean100: 25, low: 25 })
  })

  it('are less certain the more people disagree and more certain the more answer', () => {
    const width = (counts: RatingCounts) => meanInterval(counts).high - meanInterval(counts).low
    expect(width([30, 0, 0, 30])).toBeGreaterThan(width([0, 30, 30, 0]))
    expect(width([10, 20, 40, 50])).toBeGreaterThan(width([20, 40, 80, 100]))
  })

  it('count the spread of a sample: two opposite answers tell as much as one yes or no', () => {
    const { low, high } = meanInterval([1, 0, 0, 1])
    expect([low, high].map(v => v.toFixed(3))).toEqual(['1.164', '3.836'])
  })

  it('have an interval that holds the mean and stays within 1 and 4, for any answers', () => {
    const counts = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300), fc.nat(300)).filter(list => list.some(n => n > 0))
    fc.assert(
      fc.property(counts, list => {
        const { mean, low, high } = meanInterval(list)
        expect(low).toBeGreaterThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(mean + 1e-9)
        expect(high).toBeGreaterThanOrEqual(mean - 1e-9)
        expect(high).toBeLessThanOrEqual(4)
        expect(high).toBeGreaterThan(low)
      }),
    )
  })

  it.each([
    ['mostly content', [0.03, 0.07, 0.42, 0.48]],
    ['delighted', [0.005, 0.01, 0.1, 0.885]],
    ['split in two camps', [0.3, 0.05, 0.05, 0.6]],
    ['displeased', [0.5, 0.3, 0.15, 0.05]],
  ] as const)('cover the truth about 95 times in 100 with 60 answers of people %s', (_, shares) => {
    const truth = shares.reduce((sum, share, i) => sum + share * (i + 1), 0)
    const random = seeded(7)
    const trials = 4000
    let hits = 0
    for (let t = 0; t < trials; t += 1) {
      const { low, high } = meanInterval(draw(shares, 60, random))
      if (low <= truth && truth <= high) hits += 1
    }
    expect(hits / trials).toBeGreaterThan(0.93)
    expect(hits / trials).toBeLessThan(0.97)
  })
})

function draw(shares: readonly number[], n: number, random: () => number): RatingCounts {
  const counts: [number, number, number, number] = [0, 0, 0, 0]
  for (let i = 0; i < n; i += 1) {
    let rest = random()
    const step = shares.findIndex(share => (rest -= share) < 0)
    counts[step < 0 ? 3 : step]! += 1
  }
  return counts
}
