import { describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { ARRIVALS_MS, madeUpCitizens } from '../../shared/rehearsal/citizens.ts'
import { SCORES } from '../../shared/survey/instruments.ts'
import { fc } from '../helpers/property.ts'

const services = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 60 })

describe('the made-up citizens of a rehearsal', () => {
  it('are exactly forty, for services that are served, in their order, within ten minutes [A66]', () => {
    fc.assert(
      fc.property(services, fc.integer(), (served, seed) => {
        const citizens = madeUpCitizens(served, seeded(seed))
        expect(citizens).toHaveLength(40)
        expect(citizens[0]!.after).toBe(0)
        for (const [i, { after, serviceId, leaves, rating }] of citizens.entries()) {
          expect(served).toContain(serviceId)
          expect(after).toBeGreaterThanOrEqual(citizens[i - 1]?.after ?? 0)
          expect(after).toBeLessThan(ARRIVALS_MS)
          expect(leaves ?? 1).toBeGreaterThan(0)
          expect([null, ...SCORES]).toContain(rating)
        }
        // Whatever can be tried has somebody to try it with.
        expect(new Set(citizens.map(c => c.serviceId)).size).toBeGreaterThanOrEqual(Math.min(served.length, 40))
      }),
    )
  })

  it('have among them some with priority, some who give up and some who rate, and the same seed makes the same people [A66]', () => {
    const all = Array.from({ length: 50 }, (_, seed) => madeUpCitizens(['a', 'b'], seeded(seed))).flat()
    const share = (n: number) => n / all.length
    expect(share(all.filter(c => c.priority).length)).toBeCloseTo(0.15, 1)
    expect(share(all.filter(c => c.leaves !== null).length)).toBeCloseTo(0.1, 1)
    expect(share(all.filter(c => c.rating !== null).length)).toBeCloseTo(0.3, 1)
    expect(madeUpCitizens(['a', 'b'], seeded(7))).toEqual(madeUpCitizens(['a', 'b'], seeded(7)))
    expect(madeUpCitizens([], seeded(7))).toEqual([])
  })
})
