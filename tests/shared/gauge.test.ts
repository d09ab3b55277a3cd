import { describe, expect, it } from 'vitest'
import { countOnce, QUIET, readGauge, recently, type Gauge, type Pressing } from '../../shared/kit/gauge.ts'

const RULE: Pressing = { window: 10_000, press: 20, ease: 10 }
const START = 1_000_000

const times = (count: number, at: number, gauge: Gauge = QUIET) =>
  Array.from({ length: count }).reduce<Gauge>(g => countOnce(g, at, RULE), gauge)

describe('the gauge of a rush', () => {
  it('stays quiet at twenty in ten seconds and is pressed at one more [G2]', () => {
    expect(times(20, START).pressed).toBe(false)
    expect(times(21, START).pressed).toBe(true)
  })

  it('sees a rush that falls across the border of two windows', () => {
    const before = times(15, START + 9_000, times(1, START))
    expect(times(10, START + 10_500, before).pressed).toBe(true)
  })

  it('stays pressed between the two thresholds and eases below the lower one [G2]', () => {
    const rush = times(40, START)
    expect(readGauge(rush, START + 16_000, RULE).pressed).toBe(true)
    expect(readGauge(rush, START + 18_000, RULE).pressed).toBe(false)
    expect(times(13, START).pressed).toBe(false)
  })

  it('forgets a rush of long ago, also when the clock was set back', () => {
    expect(countOnce(times(500, START), START + 60_000, RULE)).toEqual({
      since: START + 60_000,
      before: 0,
      count: 1,
      pressed: false,
    })
    expect(recently(times(500, START), START - 60_000, RULE.window)).toBe(0)
  })
})
