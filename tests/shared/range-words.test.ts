import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { told } from '../../shared/queue/estimate/told.ts'
import { tellingOf } from '../../shared/queue/range-steps.ts'
import { clockRange, minuteRange, saidRange } from '../../shared/text/ranges.ts'
import { fc } from '../helpers/property.ts'

/** 08.02 in Samarinda. */
const NOW = Date.parse('2026-06-09T08:02:00+08:00')
const range = (low: number, high: number) => told(NOW + low * MINUTE, NOW + high * MINUTE, NOW)
const words = (low: number, high: number) => {
  const it = range(low, high)
  return [clockRange(it, NOW, 'WITA', 'id'), minuteRange(tellingOf(it, NOW), 'id')]
}

describe('the words of a range [E1]', () => {
  it.each([
    [0, 0.4, 'sebentar lagi', 'sebentar lagi'],
    [0.2, 2.9, 'sebentar lagi', 'sebentar lagi'],
    [1, 4.5, 'sebelum 08.07', 'sampai 5 menit'],
    [1, 26, 'sebelum 08.30', 'sampai 30 menit'],
    [6, 17, '08.10–08.20', '10–20 menit'],
    [21, 34, '08.25–08.35', '25–35 menit'],
  ])('for a call within %d to %d minutes are "%s" and "%s"', (low, high, clock, minutes) => {
    expect(words(low, high)).toEqual([clock, minutes])
  })

  it('are a sentence where one is read aloud', () => {
    expect(saidRange(range(0, 1), NOW, 'WITA', 'id')).toBe('Perkiraan dipanggil sebentar lagi')
    expect(saidRange(range(1, 9), NOW, 'WITA', 'id')).toBe('Perkiraan dipanggil sebelum 08.10')
    expect(saidRange(range(21, 34), NOW, 'WITA', 'en')).toBe('Call expected between 08:25 and 08:35')
  })

  it('say that the estimate is put off while everything stands still [E8]', () => {
    expect(minuteRange({ kind: 'held' }, 'id')).toBe('perkiraan ditunda')
  })

  it('never say nothing, as "0–0", or go back in time, whatever was played', () => {
    const ms = fc.integer({ min: 0, max: 180 * 60_000 })
    fc.assert(
      fc.property(ms, ms, ms, (low, more, seconds) => {
        const now = NOW + seconds
        const it = told(now + low, now + low + more, now)
        expect(it.to).toBeGreaterThan(it.from)
        expect(it.from).toBeGreaterThan(now - MINUTE)
        // By half a step at most the told ends differ from the played ones, or the range is one that begins at once.
        if (it.from > now) expect(Math.abs(it.from - now - low)).toBeLessThanOrEqual(2.5 * MINUTE)
        expect(it.to - now - low - more).toBeLessThanOrEqual(7.5 * MINUTE)
        expect(it.to - now - low - more).toBeGreaterThanOrEqual(-2.5 * MINUTE)
        const telling = tellingOf(it, now)
        expect(telling.kind === 'by' ? telling.minutes : 5).toBeGreaterThanOrEqual(5)
        if (telling.kind === 'between') expect(telling.minutes[1] - telling.minutes[0]).toBeGreaterThanOrEqual(5)
      }),
    )
  })
})
