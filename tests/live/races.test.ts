import { describe, expect, it } from 'vitest'
import { race } from '../../bench/race.ts'

describe('sixty-four officers at once', () => {
  it('never give a number twice, never call a ticket twice, and whoever loses gets the next one [N1 C1]', async () => {
    const result = await race(1_000, 64)
    expect(Object.entries(result.wrong).filter(([, count]) => count !== 0)).toEqual([])
    expect(result.taken).toBeGreaterThan(400)
    expect(result.called).toBeGreaterThan(300)
    expect(result.repeats).toBeGreaterThan(20)
  }, 150_000)
})
