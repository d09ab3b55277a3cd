import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { FLOOR } from '../../shared/survey/answered.ts'
import { isChosen } from '../../shared/survey/integrity/chosen.ts'
import { told } from '../../shared/survey/integrity/told.ts'
import { notCompared, type Cell } from '../../shared/survey/integrity/without.ts'
import { fc, runs } from '../helpers/property.ts'

const ALONE = { alone: 60, waits: false }

const cell = (week: number, counter: number, kept: number, marked: number, service = 'ktp'): Cell => ({
  ...{ week: `w${week}`, service, counter: `${counter}`, by: [`counter ${counter}`, `officer p${counter}`] },
  ...{ kept: [kept], marked: [marked] },
})

describe('a figure without what is marked', () => {
  it('stands beside the one with it where ten others of the same week, service and counter are not marked [S52]', () => {
    expect(notCompared([cell(1, 1, 5, 15), cell(1, 2, 5, 15), cell(1, 3, 5, 15)], ALONE)).toBeUndefined()
    expect(notCompared([cell(1, 1, 4, 15), cell(1, 2, 5, 15)], ALONE)).toBe('few')
    expect(notCompared([cell(1, 1, 40, 9)], ALONE)).toBe('few')
    expect(notCompared([cell(1, 1, 40, 0)], ALONE)).toBe('none')
    expect(notCompared([], ALONE)).toBe('none')
  })

  it('tells of one counter or officer no sooner than of enough of theirs, marked and not, and when others may read it [S52]', () => {
    const one = (marked: number, kept: number) => [cell(1, 1, kept, marked), cell(1, 2, 90, 5)]
    expect(notCompared(one(59, 90), ALONE)).toBe('alone')
    expect(notCompared(one(60, 59), ALONE)).toBe('alone')
    expect(notCompared(one(60, 60), ALONE)).toBeUndefined()
    expect(notCompared(one(60, 60), { ...ALONE, waits: true })).toBe('officer')
    expect(notCompared([cell(1, 1, 90, 20), cell(1, 2, 90, 20)], { ...ALONE, waits: true })).toBeUndefined()
  })

  it('tells nothing of one officer by the figure of the other counter, nor by that of the week [S52]', () => {
    // 57 marked, less the 40 of counter 1: the twenty marked of counter 2, give or take three.
    const two = [cell(1, 1, 3, 37), cell(1, 2, 40, 20)]
    expect(notCompared(two, { ...ALONE, alone: 30 })).toBe('alone')
    expect(notCompared([...two, cell(1, 3, 30, 20)], { ...ALONE, alone: 30 })).toBeUndefined()
    // The week less the seventy that are marked: the twelve whom counter 2 served in it.
    const week = [cell(1, 1, 0, 70), cell(2, 1, 70, 0), cell(1, 2, 12, 0), cell(2, 2, 70, 0)]
    expect(notCompared(week, ALONE)).toBe('alone')
  })

  it('of a whole counter rests on the same counter in other weeks and on its neighbours in the same one [S52]', () => {
    const beside = [cell(1, 1, 0, 70), cell(2, 1, 70, 0), cell(1, 2, 70, 0), cell(2, 2, 70, 0)]
    expect(notCompared(beside, ALONE)).toBeUndefined()
    expect(notCompared(beside.slice(0, 3), ALONE)).toBe('few')
  })

  it('never lays few open, nor fewer of one counter than its minimum, whatever else is added to it and subtracted [S52]', () => {
    const weeks = ['w1', 'w2', 'w3']
    const counters = [1, 2, 3]
    let shown = 0
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.integer({ min: 8, max: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, size, share) => {
          const random = seeded(seed)
          const people = weeks.flatMap(week =>
            counters.flatMap(counter =>
              ['a', 'b'].flatMap(service =>
                Array.from({ length: Math.floor(random() * size * 2) }, () => ({
                  ...{ week, counter, service },
                  marked: week === 'w1' && random() < (counter === 1 ? share : share / 3),
                })),
              ),
            ),
          )
          const of = (week: string, counter: number, service: string) =>
            people.filter(p => p.week === week && p.counter === counter && p.service === service)
          const cells = weeks.flatMap(week =>
            counters.flatMap(counter =>
              ['a', 'b'].map(service => {
                const own = of(week, counter, service)
                const marked = own.filter(p => p.marked).length
                return cell(Number(week[1]), counter, own.length - marked, marked, service)
              }),
            ),
          )
          if (notCompared(cells, { alone: LEAST, waits: false }) !== undefined) return
          shown += 1
          // Every figure that there may be, also of parts that would themselves be held back.
          const figures = [
            ...weeks.map(week => people.map(p => Number(p.week === week))),
            ...counters.map(counter => people.map(p => Number(p.counter === counter))),
            ...['a', 'b'].map(service => people.map(p => Number(p.service === service))),
          ]
          const marked = people.map(p => Number(p.marked))
          expect(opensFew(figures, marked, people)).toBe(false)
        },
      ),
      { numRuns: runs(300) },
    )
    expect(shown).toBeGreaterThan(5)
  })
})

/** What one counter keeps to itself. */
const LEAST = 14

/**
 * Whether some sum of the figures with the marked ones in it is of fewer than the floor, or but for fewer than that of one counter with
 * fewer than its minimum; tried over small whole factors.
 */
function opensFew(
  figures: readonly (readonly number[])[],
  marked: readonly number[],
  people: readonly { readonly counter: number }[],
): boolean {
  const opens = (sum: readonly number[]) => {
    const held = people.filter((_, i) => sum[i] !== 0)
    if (held.length < FLOOR) return true
    return [1, 2, 3].some(counter => {
      const own = held.filter(p => p.counter === counter).length
      return own > 0 && own < LEAST && held.length - own < FLOOR
    })
  }
  const factors = [-1, 0, 1]
  const tried = (at: number, sum: readonly number[]): boolean => {
    if (at === figures.length) return opens(sum)
    return factors.some(f => tried(at + 1, f === 0 ? sum : sum.map((n, i) => n + f * figures[at]![i]!)))
  }
  return tried(0, marked)
}

describe('a flag', () => {
  it('says no number under eight, and no share of the answers of a counter under its minimum [S52]', () => {
    expect(told({ kind: 'same', answers: 5 }, 60)).toEqual({ kind: 'same' })
    expect(told({ kind: 'same', answers: 8 }, 60)).toEqual({ kind: 'same', answers: 8 })
    const alike = { kind: 'alike', device: 'office', counterId: '3', answers: 40, of: 59, others: 0.41 } as const
    expect(told(alike, 60)).toEqual({ kind: 'alike', device: 'office', counterId: '3' })
    expect(told({ ...alike, of: 80 }, 60)).toMatchObject({ answers: 40, percent: 50, others: 41 })
  })
})

describe('the draw of who is invited to the nine questions', () => {
  it('takes one in so many, and whoever is in a smaller draw is in every larger one [S54]', () => {
    const random = seeded(54)
    const drawn = Array.from({ length: 20_000 }, random)
    for (const oneIn of [1, 2, 4, 20]) {
      const share = drawn.filter(d => isChosen(d, oneIn)).length / drawn.length
      expect(Math.abs(share - 1 / oneIn)).toBeLessThan(0.01)
      if (oneIn > 1) for (const d of drawn) if (isChosen(d, oneIn)) expect(isChosen(d, oneIn - 1)).toBe(true)
    }
  })
})

describe('how a questionnaire came', () => {
  it('is read by the look at a month alone, which nothing else asks for it [S51]', () => {
    const files = readdirSync('server', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
    const naming = (pattern: RegExp) =>
      files.filter(file => pattern.test(readFileSync(`server/${file}`, 'utf8'))).sort()
    expect(naming(/'(answer_traces|trace_keys)( as \w+)?'/)).toEqual([
      'store/schema/survey/integrity-tables.ts',
      'store/survey/traces.ts',
    ])
    expect(naming(/\/survey\/traces\.ts'/)).toEqual([
      'compose/survey.ts',
      'http/api/surveys.ts',
      'services/integrity/integrity.ts',
      'services/integrity/looking.ts',
      'services/survey/traces.ts',
    ])
    expect(naming(/\b(tracedRows|runningTraces)\b[^']*'[./]*\/store\/survey\/traces\.ts'/)).toEqual([
      'services/integrity/looking.ts',
    ])
  })
})
