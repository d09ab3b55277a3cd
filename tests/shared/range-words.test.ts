import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { told } from '../../shared/queue/estimate/told.ts'
import { tellingOf } from '../../shared/queue/range-steps.ts'
import { clockRange, minuteRange, saidRange } from '../../shared/text/ranges.ts'
import { fc } from '../helpers/property.ts'

/** 08.02 in Samarinda. */
const NOW = Date.parse('2026-06-09T08:02:00+08:00')
const at = (clock: string) => Date.parse(`2026-06-09T${clock}+08:00`)
const range = (low: number, high: number) => told(NOW + low * MINUTE, NOW + high * MINUTE, NOW, [])
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

  it('begin five minutes earlier, or end later, where rounding would leave out many of the calls that were played [E1 E2]', () => {
    // Back from lunch at 12.29.34: most calls come in the half minute before the half hour.
    const [told1204, back] = [at('12:04:43'), at('12:29:34')]
    const calls = (early: number) => Array.from({ length: 20 }, (_, i) => (i < early ? back : at('12:32:00')))
    const between = (early: number) => {
      const { from, to } = told(back, at('12:34:00'), told1204, calls(early))
      return [from, to].map(end => (end - at('12:00:00')) / MINUTE)
    }
    expect(between(20)).toEqual([25, 35])
    expect(between(3)).toEqual([25, 35])
    expect(between(2)).toEqual([30, 35])
    const late = (many: number) => Array.from({ length: 20 }, (_, i) => at(i < many ? '12:31:30' : '12:28:00'))
    const end = (many: number) =>
      (told(at('12:20:00'), at('12:32:00'), told1204, late(many)).to - at('12:00:00')) / MINUTE
    expect([end(20), end(4), end(3)]).toEqual([35, 35, 30])
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
        const it = told(now + low, now + low + more, now, [])
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
