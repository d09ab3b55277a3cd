import { describe, expect, it } from 'vitest'
import { createHasher, createSealer } from '../../server/services/identity/secrets.ts'

const key = Buffer.alloc(32, 7)
const phone = '+62 000 0000 0001'

describe('a sealed phone number', () => {
  it('opens again, and looks different each time', () => {
    const sealer = createSealer(key, 'message')
    const sealed = sealer.seal(phone)
    expect(sealer.open(sealed)).toBe(phone)
    expect(sealer.seal(phone)).not.toBe(sealed)
  })

  it('does not open once any byte of it was changed', () => {
    const sealer = createSealer(key, 'message')
    const bytes = Buffer.from(sealer.seal(phone), 'base64url')
    for (let i = 0; i < bytes.length; i++) {
      const changed = Buffer.from(bytes)
      changed[i]! ^= 1
      expect(sealer.open(changed.toString('base64url')), `byte ${i}`).toBeUndefined()
    }
    for (const broken of ['', 'AAAA', bytes.subarray(0, 27).toString('base64url')])
      expect(sealer.open(broken)).toBeUndefined()
  })

  it('opens for its own purpose and key alone', () => {
    const sealed = createSealer(key, 'message').seal(phone)
    expect(createSealer(key, 'holder').open(sealed)).toBeUndefined()
    expect(createSealer(Buffer.alloc(32, 8), 'message').open(sealed)).toBeUndefined()
  })
})

describe('a keyed hash', () => {
  it('is the same for the same text, and another for another purpose or key', () => {
    const hash = createHasher(key, 'phone')
    expect(hash(phone)).toBe(hash(phone))
    expect(hash(phone)).toMatch(/^[\w-]{43}$/)
    const others = [
      createHasher(key, 'nik')(phone),
      createHasher(Buffer.alloc(32, 8), 'phone')(phone),
      hash(phone + '0'),
    ]
    expect(new Set([hash(phone), ...others]).size).toBe(4)
  })
})
