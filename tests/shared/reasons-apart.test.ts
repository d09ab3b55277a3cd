import { describe, expect, it } from 'vitest'
import { reasonsApart, type RatedIn } from '../../shared/officer/score/reasons-apart.ts'
import { fc, runs } from '../helpers/property.ts'

const at = (officer: string, service: string, n: number, counts = true, month = '2026-01'): RatedIn => ({
  ...{ officer, service, month, n, counts },
})
const told = (rated: readonly RatedIn[], candidates: readonly string[], least = 30) =>
  [...reasonsApart(rated, new Set(candidates), least)].sort()

describe('reasons of officers beside those of services', () => {
  it('are kept back of whoever gave a service alone but for one citizen of another [O365]', () => {
    const others = [at('c', 'kk', 90), at('d', 'kk', 90)]
    expect(told([at('a', 'ktp', 100), at('b', 'ktp', 1), ...others], ['a', 'c', 'd'])).toEqual(['c', 'd'])
    expect(told([at('a', 'ktp', 100), at('b', 'ktp', 30), ...others], ['a', 'c', 'd'])).toEqual(['a', 'c', 'd'])
  })

  it('are kept back of one on each side where two services are shared by a few of one officer, in whatever months [O365]', () => {
    const months = ['2026-01', '2026-02', '2026-03']
    const rows = months.flatMap(month => [
      ...[at('a', 'ktp', 50, true, month), at('c', 'ktp', 50, true, month), at('b', 'ktp', 4, true, month)],
      ...['b', 'd', 'e'].map(one => at(one, 'kk', 40, true, month)),
    ])
    expect(told(rows, ['a', 'b', 'c', 'd', 'e'])).toEqual(['c', 'd', 'e'])
  })

  it('are of everybody where services are shared, and where each has a service alone [O365]', () => {
    const all = ['a', 'b', 'c']
    expect(told([...all.map(one => at(one, 'ktp', 40)), ...all.map(one => at(one, 'kk', 4))], all)).toEqual(all)
    expect(
      told(
        all.map(one => at(one, `alone ${one}`, 40)),
        all,
      ),
    ).toEqual(all)
  })

  it('are kept back where a few of the only officer of a service were left out of the score [O365]', () => {
    expect(told([at('a', 'ktp', 100), at('a', 'ktp', 5, false)], ['a'])).toEqual([])
    expect(told([at('a', 'ktp', 100), at('a', 'ktp', 30, false)], ['a'])).toEqual(['a'])
  })

  it('leave no sum or difference with those of services that rests on fewer, but of services alone [O365]', () => {
    const officers = ['a', 'b', 'c']
    const services = ['s', 't', 'u']
    const rows = fc
      .tuple(
        ...officers.flatMap(o =>
          services.map(s =>
            fc
              .tuple(fc.constantFrom(0, 0, 1, 4, 9, 12, 20, 35, 60), fc.boolean())
              .map(([n, counts]) => at(o, s, n, counts)),
          ),
        ),
      )
      .map(all => all.filter(({ n }) => n > 0))
    let some = 0
    fc.assert(
      fc.property(rows, fc.subarray(officers, { minLength: 1 }), (rated, candidates) => {
        const open = told(rated, candidates)
        some += open.length
        const shown = services.filter(s => rated.filter(r => r.service === s).reduce((sum, r) => sum + r.n, 0) >= 10)
        const nodes = [...shown, ...open]
        for (let i = 0; i < 3 ** nodes.length; i++) {
          const times = new Map(nodes.map((node, at) => [node, (Math.floor(i / 3 ** at) % 3) - 1]))
          const share = (r: RatedIn) => (times.get(r.service) ?? 0) - (r.counts ? (times.get(r.officer) ?? 0) : 0)
          // Officers taken alike whatever else there is of those they are joined to: a figure of services alone.
          const rest = rated.filter(r => share(r) !== 0).reduce((sum, r) => sum + r.n, 0)
          if (rest === 0 || rest >= 30) continue
          expect(ofServices(rated, times, open, shown)).toBe(true)
        }
      }),
      { numRuns: runs(60) },
    )
    expect(some).toBeGreaterThan(30)
  })
})

/** Whether a sum is the same as one of services alone: then every officer can be taken out of it by adding nothing. */
function ofServices(
  rated: readonly RatedIn[],
  times: ReadonlyMap<string, number>,
  open: readonly string[],
  shown: readonly string[],
): boolean {
  const value = (r: RatedIn, t: ReadonlyMap<string, number>) =>
    (t.get(r.service) ?? 0) - (r.counts && open.includes(r.officer) ? (t.get(r.officer) ?? 0) : 0)
  for (let i = 0; i < 5 ** shown.length; i++) {
    const alone = new Map(shown.map((s, at) => [s, (Math.floor(i / 5 ** at) % 5) - 2]))
    if (rated.every(r => value(r, times) === value(r, alone))) return true
  }
  return false
}
