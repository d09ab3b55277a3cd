import { describe, expect, it } from 'vitest'
import { coverage, SHAPES } from '../../bench/lib/raters.ts'
import { seeded } from '../../shared/kit/random.ts'
import { roundHalfUp, t95, wilsonUpper } from '../../shared/kit/stats.ts'
import { meanInterval, type RatingCounts } from '../../shared/survey/mean-interval.ts'
import { asksReason, ratingSummary, RATINGS, REASON_KEYS } from '../../shared/survey/rating.ts'
import { fc } from '../helpers/property.ts'

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
    expect(ratingSummary([[0, 0, 0, 59]])).toEqual({ shown: false, n: 59, nMin: 60 })
    expect(
      ratingSummary([
        [0, 0, 0, 30],
        [0, 0, 0, 30],
      ]),
    ).toMatchObject({ shown: true, n: 60, mean100: 100 })
  })

  it('stay closed without any answer even when the office asks for none', () => {
    expect(ratingSummary([], 0)).toEqual({ shown: false, n: 0, nMin: 0 })
  })

  it('are told as counts, a mean on 25 to 100 and an interval around it [O2]', () => {
    expect(ratingSummary([[6, 17, 96, 112]])).toEqual({
      shown: true,
      n: 231,
      nMin: 60,
      counts: [6, 17, 96, 112],
      mean100: 84,
      low: 81.4,
      high: 86.2,
    })
  })

  it('keep some doubt when all agree, and never leave the scale', () => {
    const all = ratingSummary([[0, 0, 0, 60]])
    expect(all).toMatchObject({ mean100: 100, high: 100 })
    expect(all.shown && all.low).toBeLessThan(100)
    expect(ratingSummary([[60, 0, 0, 0]])).toMatchObject({ mean100: 25, low: 25 })
  })

  it('are less certain the more people disagree and more certain the more answer', () => {
    expect(width([30, 0, 0, 30])).toBeGreaterThan(width([0, 30, 30, 0]))
    expect(width([10, 20, 40, 50])).toBeGreaterThan(width([20, 40, 80, 100]))
  })

  it('have the interval of Wilson where all say the worst or the best [O2]', () => {
    for (const [bad, good] of [
      [0, 60],
      [3, 57],
      [20, 40],
      [60, 0],
    ] as const) {
      const { low, high } = meanInterval([[bad, 0, 0, good]])
      expect((high - 1) / 3).toBeCloseTo(wilsonUpper(good, 60), 8)
      expect((4 - low) / 3).toBeCloseTo(wilsonUpper(bad, 60), 8)
    }
  })

  it('are told closely where almost all say Puas: nobody there disagrees [O2]', () => {
    expect(width([1, 1, 57, 1])).toBeLessThan(0.23)
    expect(width([0, 0, 200, 0])).toBeLessThan(0.06)
  })

  it('do not rule out a rare 1 because sixty people happen to say 4 [O2]', () => {
    expect(meanInterval([[0, 0, 0, 60]]).low).toBeLessThan(4 - 3 * 0.03)
  })

  it('have an interval that holds the mean and stays within 1 and 4, for any answers', () => {
    const counts = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300), fc.nat(300))
    const days = fc.array(counts, { minLength: 1, maxLength: 12 }).filter(list => list.flat().some(n => n > 0))
    fc.assert(
      fc.property(days, list => {
        const { mean, low, high } = meanInterval(list)
        expect(low).toBeGreaterThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(mean + 1e-9)
        expect(high).toBeGreaterThanOrEqual(mean - 1e-9)
        expect(high).toBeLessThanOrEqual(4)
        expect(high).toBeGreaterThan(low)
      }),
    )
  })

  it('count for less where days differ, and for no more where they happen to be alike [O2]', () => {
    const alike = Array.from({ length: 20 }, (): RatingCounts => [0, 0, 5, 5])
    const apart = alike.map((_, i): RatingCounts => (i % 2 === 0 ? [0, 0, 10, 0] : [0, 0, 0, 10]))
    const wide = (days: readonly RatingCounts[]) => meanInterval(days).high - meanInterval(days).low
    expect(wide(alike)).toBeCloseTo(width([0, 0, 100, 100]), 8)
    expect(wide(apart)).toBeGreaterThan(3 * wide(alike))
  })

  it('are judged by Student’s t where few days tell how much days differ [O2]', () => {
    expect([5, 10, 21, 61].map(df => roundHalfUp(t95(df), 2))).toEqual([2.57, 2.23, 2.08, 2])
  })

  const CASES = [
    ...Object.keys(SHAPES).map(name => [name, 'alike', 62, 60] as const),
    ['almost all 3', 'alike', 62, 200],
    ['rare 1s', 'alike', 62, 200],
    ['content', 'moods', 22, 200],
    ['delighted', 'moods', 62, 1_000],
    ['almost all 3', 'moods', 62, 1_000],
    ['content', 'bad days', 62, 200],
    ['rare 1s', 'bad days', 62, 200],
  ] as const
  it.each(CASES)('hold the truth about 95 times in 100: %s, %s, %i days, %i ratings [O2]', (name, kind, days, n) => {
    const raters = { shape: SHAPES[name as keyof typeof SHAPES], kind, days, n }
    const { held } = coverage(raters, { now: meanInterval }, { trials: 1_000, random: seeded(7) }).now
    expect(held).toBeGreaterThanOrEqual(0.93)
    // Of sixty who almost all say 3 a handful differ: so few whole answers cannot be held exactly as often as wanted.
    expect(held).toBeLessThanOrEqual(name === 'almost all 3' && n === 60 ? 0.99 : 0.97)
  })
})

const width = (counts: RatingCounts) => meanInterval([counts]).high - meanInterval([counts]).low
