import { describe, expect, it } from 'vitest'
import { isWideApart, unsolved, type RatedInQuarter } from '../../shared/officer/score/unsolved.ts'
import { FLOOR } from '../../shared/survey/answered.ts'
import { laysOpen, laysOpenAllBut } from '../helpers/differencing.ts'
import { fc } from '../helpers/property.ts'

const rated = (who: string, counted: number, never = 0): RatedInQuarter => ({ who, counted, leftOut: never, never })

/** Of whom figures are told of one quarter of an office, where all of these could have some. */
function shown(people: readonly RatedInQuarter[], from = 60): readonly string[] {
  const enough = people.filter(({ counted }) => counted >= from).map(({ who }) => who)
  const told = { quarters: [{ people, told: new Set<string>() }], half: new Set<string>() }
  return [...unsolved(told, 0, new Set(enough))].sort()
}

describe('figures of officers beside those of the whole office', () => {
  it('are of all where all have some and nothing was left out [O322]', () => {
    expect(shown([rated('a', 60), rated('b', 70)])).toEqual(['a', 'b'])
    expect(shown([rated('a', 60)])).toEqual(['a'])
  })

  it('are kept back of one more, the smallest, where the rest of the office were one of whom too few rated [O322]', () => {
    const five = [rated('a', 120), rated('b', 90), rated('c', 150), rated('d', 130), rated('e', 50)]
    expect(shown(five)).toEqual(['a', 'c', 'd'])
    // With five of the last the rest would be the ninety but for five.
    expect(shown([...five.slice(0, 4), rated('e', 5)])).toEqual(['c', 'd'])
    expect(shown([...five, rated('f', 50)])).toEqual(['a', 'b', 'c', 'd'])
  })

  it('are kept back of the two smallest where one mark was left out before it counted, and of nobody where ten were [O322]', () => {
    expect(shown([rated('a', 120), rated('b', 90), rated('c', 150, 1), rated('d', 130)])).toEqual(['c', 'd'])
    expect(shown([rated('a', 120, 3), rated('b', 90, 3), rated('c', 150, 1), rated('d', 130, 3)])).toHaveLength(4)
  })

  it('stand beside counters only where what never counted is nobody, or ten and more without any one officer [O323]', () => {
    expect(isWideApart([rated('a', 60), rated('b', 60)])).toBe(true)
    expect(isWideApart([rated('a', 60, 12), rated('b', 60)])).toBe(false)
    expect(isWideApart([rated('a', 60, 12), rated('b', 60, 10)])).toBe(true)
    expect(isWideApart([rated('a', 60, 4), rated('b', 60, 5)])).toBe(false)
  })

  it('of two quarters and their half year, in any order of small and large, are never all but fewer than ten of one person [O322]', () => {
    const many = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 20, max: 160 }))
    const never = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 14 }))
    const office = fc.array(fc.tuple(many, never, many, never), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(office, fc.constantFrom(30, 60), (people, from) => {
        const quarters = [0, 2].map(at => people.map((p, i) => rated(`p${i}`, p[at]!, p[at + 1])))
        const told = quarters.map(own => ({ people: own, told: new Set<string>() }))
        for (const at of [0, 1]) {
          const able = quarters[at]!.filter(p => p.counted >= from).map(p => p.who)
          for (const who of unsolved({ quarters: told, half: new Set() }, at, new Set(able))) told[at]!.told.add(who)
        }
        const able = people.flatMap((p, i) => (p[0] + p[2] >= from ? [`p${i}`] : []))
        const half = unsolved({ quarters: told, half: new Set() }, 'half', new Set(able))
        // Each person's ratings of a quarter that count, and those that never did.
        const cells = quarters.flatMap((own, q) =>
          own.flatMap(p => [
            { who: p.who, q, size: p.counted, counts: true },
            { who: p.who, q, size: p.never, counts: false },
          ]),
        )
        const equations = [
          ...[0, 1].map(q => cells.map(c => c.q === q)),
          ...told.flatMap((of, q) => [...of.told].map(who => cells.map(c => c.q === q && c.who === who && c.counts))),
          ...[...half].map(who => cells.map(c => c.who === who && c.counts)),
        ]
        const sizes = cells.map(c => c.size)
        // Of fewer than ten at all `showing` takes care.
        fc.pre(!laysOpen(equations, sizes, FLOOR))
        for (const [i] of people.entries()) {
          const who = `p${i}`
          const secret = (q: number) => !told[q]!.told.has(who) && !half.has(who)
          if (!secret(0) && !secret(1)) continue
          const own = cells.map(c => c.who === who && secret(c.q))
          // Where one person is all but the whole office, its own sum tells of them: no figure of an officer does.
          if (laysOpenAllBut(equations.slice(0, 2), sizes, own, FLOOR)) continue
          expect(laysOpenAllBut(equations, sizes, own, FLOOR), who).toBe(false)
        }
      }),
      { numRuns: 400 },
    )
  })
})
