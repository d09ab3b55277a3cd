import { describe, expect, it } from 'vitest'
import { check } from '../../bench/checker.ts'

describe('random clients of a server that is killed, paused and denied its disk', () => {
  it('find every acknowledged command once, in its order, with its holder, and every feed whole [J1 J3 J4 J12]', async () => {
    const result = await check(800, 4)
    expect(Object.entries(result.wrong).filter(([, count]) => count !== 0)).toEqual([])
    expect(result.acknowledged).toBeGreaterThanOrEqual(800)
    expect(result.repeats).toBeGreaterThan(20)
    expect(result.keysReused).toBeGreaterThan(20)
    expect(result.kills + result.pauses + result.diskErrors).toBeGreaterThan(0)
  }, 150_000)
})
