import { describe, expect, it } from 'vitest'
import { wholeShares } from '../../shared/kit/whole-shares.ts'
import { fc } from '../helpers/property.ts'

describe('shares in whole per cent', () => {
  it('add up to 100, each less than one from what it is, and the larger part never the smaller share [O387]', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 40 }), parts => {
        const sum = parts.reduce((all, part) => all + part, 0)
        const shares = wholeShares(parts)
        expect(shares.reduce((all, share) => all + share, 0)).toBe(sum === 0 ? 0 : 100)
        for (const [i, share] of shares.entries()) {
          if (sum > 0) expect(Math.abs(share - (parts[i]! / sum) * 100)).toBeLessThan(1)
          for (const [j, other] of shares.entries()) if (parts[i]! > parts[j]!) expect(share >= other).toBe(true)
        }
      }),
    )
  })
})
