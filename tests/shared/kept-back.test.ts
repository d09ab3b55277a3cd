import { describe, expect, it } from 'vitest'
import { FLOOR, type Answered } from '../../shared/survey/answered.ts'
import { keptBack } from '../../shared/survey/kept-back.ts'
import { fc, runs } from '../helpers/property.ts'

const SERVICES: readonly string[] = ['ktp', 'kk', 'legalisir', 'konsultasi']
const at = (officer: string, service: string, n: number): Answered => ({
  date: '2026-05-05',
  of: { service },
  by: [`counter ${officer}`, `officer ${officer}`],
  counts: [n],
})
const people = (rows: readonly Answered[]) => rows.reduce((n, row) => n + row.counts[0]!, 0)
/** Whether others than one of the officers gave fewer than ten of these. */
const isOfOne = (rows: readonly Answered[]) =>
  ['p1', 'p2', 'p3'].some(p => {
    const own = rows.filter(row => row.by!.includes(`officer ${p}`))
    return own.length > 0 && people(rows) - people(own) < FLOOR
  })

const hall = fc.array(
  fc.tuple(fc.constantFrom('p1', 'p2', 'p3'), fc.constantFrom(...SERVICES), fc.integer({ min: 1, max: 90 })),
  { minLength: 1, maxLength: 14 },
)

describe('what waits for an officer’s own figures', () => {
  it('keeps back whatever one officer served alone or nearly, also as what the whole has beyond the rest [S27]', () => {
    fc.assert(
      fc.property(hall, fc.subarray([...SERVICES]), (all, shown) => {
        const rows = all.map(([officer, service, n]) => at(officer, service, n))
        const back = keptBack(rows, 'service', shown)
        const left = shown.filter(id => !back.has(id))
        const of = (ids: readonly string[]) => rows.filter(row => ids.includes(row.of['service']!))
        for (const id of left) expect(people(of([id])) === 0 || !isOfOne(of([id]))).toBe(true)
        const rest = rows.filter(row => !left.includes(row.of['service']!))
        expect(left.length === 0 || rest.length === 0 || !isOfOne(rest)).toBe(true)
        for (const id of back) expect(shown).toContain(id)
      }),
      { numRuns: runs(400) },
    )
  })

  it('leaves everything where several officers share each service', () => {
    const rows = SERVICES.flatMap(service => ['p1', 'p2', 'p3'].map(officer => at(officer, service, 30)))
    expect(keptBack(rows, 'service', SERVICES)).toEqual(new Set())
  })
})
