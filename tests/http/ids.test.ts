import { describe, expect, it } from 'vitest'
import { createSigner, randomId } from '../../server/services/identity/secrets.ts'

describe('an id', () => {
  it('never comes twice, has 128 bits and says nothing of its order', () => {
    const ids = Array.from({ length: 10_000 }, randomId)
    expect(new Set(ids).size).toBe(10_000)
    expect(ids.every(i => /^[\w-]{22}$/.test(i))).toBe(true)
    const rising = ids.filter((id, i) => i > 0 && id > ids[i - 1]!).length
    expect(rising / ids.length).toBeGreaterThan(0.45)
    expect(rising / ids.length).toBeLessThan(0.55)
  })

  it('is opened by its own purpose alone [A7]', () => {
    const key = Buffer.alloc(32, 7)
    const [tickets, surveys] = [createSigner(key, 'ticket'), createSigner(key, 'survey')]
    const id = randomId()
    expect(tickets.open(tickets.sign(id))).toBe(id)
    expect(surveys.open(tickets.sign(id))).toBeUndefined()
    expect(tickets.open(id)).toBeUndefined()
    expect(tickets.open(`${id}.`)).toBeUndefined()
    expect(createSigner(Buffer.alloc(32, 8), 'ticket').open(tickets.sign(id))).toBeUndefined()
  })
})
