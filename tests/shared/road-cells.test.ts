import { describe, expect, it } from 'vitest'
import { comparedServices, type RoadRow } from '../../shared/survey/figures/road-cells.ts'
import { fc } from '../helpers/property.ts'

const row = (service: string, counter: string, channel: RoadRow['channel'], n: number): RoadRow => ({
  ...{ service, counter, channel },
  counts: [n],
})
const service = (id: string) => ({ kind: 'service' as const, id })
const both = [
  service('a'),
  service('b'),
  ...(['tablet', 'phone'] as const).map(id => ({ kind: 'channel' as const, id })),
]
const ask = (rows: readonly RoadRow[], shown: Parameters<typeof comparedServices>[2]['shown'] = both, alone = 10) =>
  comparedServices(rows, ['tablet', 'phone'], { shown, alone })

describe('tablets beside phones', () => {
  it('are told within services that are shown and have thirty of each, and nothing left of few [S76]', () => {
    const a = [row('a', '1', 'tablet', 40), row('a', '2', 'phone', 50)]
    expect(ask(a)).toEqual(['a'])
    expect(ask([row('a', '1', 'tablet', 29), a[1]!])).toEqual([])
    expect(ask(a, both.slice(1)), 'a is not shown').toEqual([])
    // The tablet of the other service is what is left of all tablets.
    expect(ask([...a, row('b', '1', 'tablet', 3), row('b', '2', 'phone', 60)])).toEqual([])
    expect(ask([...a, row('b', '1', 'tablet', 12), row('b', '2', 'phone', 60)])).toEqual(['a'])
    expect(ask([...a, row('a', '2', 'link', 4)]), 'what is left of the service').toEqual([])
    // One counter had all of the tablet but three.
    const counter = { kind: 'counter' as const, id: '1' }
    expect(ask([...a, row('a', '1', 'phone', 3)], [...both, counter])).toEqual([])
    expect(ask(a, both, 60), 'one counter alone, under the minimum of the office').toEqual([])
  })

  it('leave of no road and no service that is shown fewer than ten, whatever came [S18 S76]', () => {
    const n = fc.integer({ min: 0, max: 70 })
    const cells = fc.array(
      fc.tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.constantFrom('1', '2', '3'),
        fc.constantFrom('tablet', 'phone', 'link'),
        n,
      ),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(cells, all => {
        const rows = all
          .filter(([, , , count]) => count > 0)
          .map(([s, c, road, count]) => row(s, c, road as 'phone', count))
        const told = ask(rows, [...both, service('c')])
        const left = (of: (one: RoadRow) => boolean) => rows.filter(of).reduce((sum, one) => sum + one.counts[0]!, 0)
        for (const road of ['tablet', 'phone'])
          if (told.length > 0) expect(few(left(one => one.channel === road && !told.includes(one.service)))).toBe(false)
        for (const id of told) expect(few(left(one => one.service === id && one.channel === 'link'))).toBe(false)
        for (const id of told)
          for (const road of ['tablet', 'phone'])
            expect(left(one => one.service === id && one.channel === road)).toBeGreaterThan(29)
      }),
    )
  })
})

const few = (n: number) => n > 0 && n < 10
