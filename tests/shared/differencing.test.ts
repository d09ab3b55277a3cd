import { describe, expect, it } from 'vitest'
import { laysOpen, rankOf, type Equation } from '../helpers/differencing.ts'
import { fc, runs } from '../helpers/property.ts'

const of = (...rows: string[]): readonly Equation[] => rows.map(row => [...row].map(x => x === '1'))

/** By the definition: some few people without whom the equations would say less. */
function byEverySubset(equations: readonly Equation[], sizes: readonly number[], floor: number): boolean {
  const matrix = equations.map(row => row.map(Number))
  const rank = rankOf(matrix)
  return Array.from({ length: 2 ** sizes.length }, (_, set) => sizes.map((_, i) => (set >> i) & 1)).some(
    few =>
      few.reduce((total, inside, i) => total + inside * sizes[i]!, 0) < floor &&
      rankOf(matrix.map(row => row.filter((_, i) => few[i] === 0))) < rank,
  )
}

describe('the search for few people in what was shown', () => {
  it('finds a day between two periods, a rest and a sum of both', () => {
    expect(laysOpen(of('11', '10'), [40, 3], 10)).toBe(true)
    expect(laysOpen(of('11', '10'), [40, 30], 10)).toBe(false)
    expect(laysOpen(of('1111', '1100', '0110'), [20, 20, 20, 3], 10)).toBe(false)
    expect(laysOpen(of('1111', '1100', '0110', '1010'), [20, 20, 20, 3], 10)).toBe(true)
  })

  it('finds what takes three figures and a factor', () => {
    // a + b, b + c and a + c give twice a.
    expect(laysOpen(of('110', '011', '101'), [4, 50, 50], 10)).toBe(true)
    expect(laysOpen(of('110', '011'), [6, 50, 6], 10)).toBe(false)
    expect(laysOpen(of('110', '011'), [4, 50, 5], 10)).toBe(true)
  })

  it('agrees with trying every set of people', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 8 })
    fc.assert(
      fc.property(
        sizes.chain(s =>
          fc.tuple(
            fc.constant(s),
            fc.array(fc.array(fc.boolean(), { minLength: s.length, maxLength: s.length }), { maxLength: 6 }),
          ),
        ),
        fc.integer({ min: 1, max: 12 }),
        ([people, equations], floor) => {
          const known = people.map((_, i) => i).filter(i => people[i]! > 0)
          const some = equations.map(row => known.map(i => row[i]!))
          expect(laysOpen(equations, people, floor)).toBe(
            byEverySubset(
              some,
              known.map(i => people[i]!),
              floor,
            ),
          )
        },
      ),
      { numRuns: runs(150) },
    )
  })
})
