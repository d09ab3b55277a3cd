import { describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { staysWhole, type Lot, type OtherOfficers, type Stand } from '../../shared/officer/score/split.ts'
import { FLOOR } from '../../shared/survey/answered.ts'
import { laysOpen } from '../helpers/differencing.ts'

const lot = (counter: string, n: number, ...stands: readonly Stand[]): Lot => ({ counter, n, stands })
const twice = [true, true]
const nobody: OtherOfficers = []

describe('what an objection left out of an officer, beside counters that go on counting it', () => {
  it('is told where ten and more of both sides sat at the same counters, however few at each [O420]', () => {
    const each = ['1', '2', '3', '4'].flatMap(no => [lot(no, 8, 'in', 'in'), lot(no, 3, 'in', 'contest')])
    expect(staysWhole(each, twice, nobody)).toBe(true)
    expect(staysWhole(each.slice(0, 6), twice, nobody)).toBe(false)
  })

  it('is told where it took whole counters only if colleagues sat both there and elsewhere, ten without any one of them [O420]', () => {
    const whole = [lot('1', 30, 'in', 'contest'), lot('2', 60, 'in', 'in')]
    const both = (n: number) => new Map(Object.entries({ 1: n, 2: 40 }))
    expect(staysWhole(whole, twice, [both(40)])).toBe(false)
    expect(staysWhole(whole, twice, [both(40), both(9)])).toBe(false)
    expect(staysWhole(whole, twice, [both(40), both(10)])).toBe(true)
    expect(staysWhole(whole, twice, [new Map([['1', 90]]), new Map([['2', 90]])])).toBe(false)
  })

  it('stands no longer once an outage left the other side of it out, and is told again where it is the same as before [O420 O421]', () => {
    const later = [
      lot('1', 3, 'in', 'in', 'in'),
      lot('1', 40, 'in', 'in', 'out'),
      lot('1', 20, 'in', 'contest', 'contest'),
    ]
    expect(staysWhole(later, [true, true, false], nobody)).toBe(false)
    const again = [lot('1', 30, 'in', 'in', 'in', 'in'), lot('1', 30, 'in', 'contest', 'in', 'contest')]
    expect(staysWhole(again, [true, true, true, true], nobody)).toBe(true)
  })

  it('lets no sum or difference of officers and counters rest on fewer than ten that did not before [O420]', () => {
    const random = seeded(420)
    const upTo = (n: number) => Math.floor(random() * n)
    const seen = { told: 0, kept: 0 }
    for (let round = 0; round < 300; round += 1) {
      const people = Array.from({ length: 3 }, () =>
        Array.from({ length: 3 }, () => [upTo(3) * upTo(12), upTo(3) * upTo(9)] as const),
      )
      const sizes = people.flatMap(counters => counters.flatMap(parts => parts))
      const at = sizes.map((_, i) => ({ who: Math.floor(i / 6), counter: Math.floor(i / 2) % 3, isOut: i % 2 === 1 }))
      const first = [0, 1, 2].flatMap(no => [at.map(one => one.who === no), at.map(one => one.counter === no)])
      if (laysOpen(first, sizes, FLOOR)) continue
      const lots = people[0]!.flatMap(([kept, out], c) => [
        lot(`${c}`, kept, 'in', 'in'),
        lot(`${c}`, out, 'in', 'contest'),
      ])
      const others = people.slice(1).map(of => new Map(of.map(([a, b], c) => [`${c}`, a + b])))
      const isTold = staysWhole(lots, twice, others)
      seen[isTold ? 'told' : 'kept'] += 1
      const second = at.map(one => one.who === 0 && !one.isOut)
      if (isTold) expect(laysOpen([...first, second], sizes, FLOOR), JSON.stringify(people)).toBe(false)
    }
    expect(seen.told).toBeGreaterThan(30)
    expect(seen.kept).toBeGreaterThan(10)
  })
})
