import { describe, expect, it } from 'vitest'
import { kill } from '../../bench/kill.ts'

describe('a server killed without a word under load', () => {
  it('has lost nothing it had acknowledged, and the hall is right again within a second of reconnecting [J1]', async () => {
    const result = await kill(3)
    expect(Object.entries(result.wrong).filter(([, count]) => count !== 0)).toEqual([])
    expect(result.acknowledged).toBeGreaterThan(50)
    expect(result.cutOff).toBeGreaterThan(0)
  }, 150_000)
})
