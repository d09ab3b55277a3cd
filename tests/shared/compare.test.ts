import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pooled } from '../../shared/kit/pool.ts'
import { compared } from '../../shared/oversight/compare.ts'
import type { RatingCounts } from '../../shared/survey/mean-interval.ts'
import { fc, runs } from '../helpers/property.ts'

const read = (name: string) => JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8'))
interface PoolCase {
  readonly id: string
  readonly y: readonly number[]
  readonly v: readonly number[]
  readonly [of: string]: number | string | readonly number[]
}
interface Unit {
  readonly days: readonly RatingCounts[]
  readonly estimate: number | null
  readonly low: number
  readonly high: number
  readonly reliability: number
  readonly status: string
}
const near = (got: number, wanted: number, what: string) =>
  expect(Math.abs(got - wanted), `${what}: ${got}, not ${wanted}`).toBeLessThanOrEqual(
    1e-9 * Math.max(1, Math.abs(wanted)),
  )

describe('units seen together', () => {
  it.each(read('pool-cases').cases as readonly PoolCase[])('are estimated as by metafor in $id [O40]', one => {
    const pool = pooled(one.y.map((mean, i) => ({ mean, variance: one.v[i]! })))!
    near(pool.mean, one['mu'] as number, 'mean')
    near(pool.between, one['tau2'] as number, 'between')
    for (const [i, unit] of pool.units.entries())
      for (const part of ['estimate', 'low', 'high', 'reliability'] as const)
        near(unit[part], (one[part] as readonly number[])[i]!, `${part} ${i}`)
  })

  it('are not compared where there are fewer than four [O40]', () => {
    const days: readonly RatingCounts[] = [[0, 10, 50, 40]]
    expect(compared([days, days, days])).toBeUndefined()
    expect(pooled([{ mean: 3, variance: 0.1 }])).toBeUndefined()
  })

  it.each(read('compare-cases').cases as readonly { id: string; units: readonly Unit[] }[])(
    'stand to the others as in R in $id [O40]',
    ({ units }) => {
      const all = compared(units.map(u => u.days))!
      for (const [i, unit] of units.entries()) {
        const known = ['below', 'above'].includes(unit.status) ? unit.status : 'within'
        expect(all[i]!.standing, `unit ${i}`).toBe(known)
        if (unit.estimate === null) continue
        for (const part of ['estimate', 'low', 'high', 'reliability'] as const)
          near(all[i]![part], unit[part]!, `${part} ${i}`)
      }
    },
  )

  it('stand the same in whatever order they come [O40]', () => {
    const count = fc.integer({ min: 1, max: 30 })
    const day = fc.tuple(count, count, count, count)
    fc.assert(
      fc.property(fc.array(fc.array(day, { minLength: 1, maxLength: 6 }), { minLength: 4, maxLength: 9 }), units => {
        const [there, back] = [compared(units)!, [...compared([...units].reverse())!].reverse()]
        for (const [i, unit] of there.entries()) {
          expect(back[i]!.standing).toBe(unit.standing)
          near(back[i]!.estimate, unit.estimate, 'estimate')
          expect(unit.low).toBeLessThanOrEqual(unit.estimate)
        }
      }),
      { numRuns: runs(60) },
    )
  })
})
