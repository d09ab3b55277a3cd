import { describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { addDays, weekday, type LocalDate } from '../../shared/kit/time.ts'
import { FLOOR, type Answered, type Floors } from '../../shared/survey/answered.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { hasParts } from '../../shared/survey/quality.ts'
import { showing, type Part } from '../../shared/survey/showing.ts'
import { allSeen, isIn, type Seen } from '../helpers/answered-days.ts'
import { laysOpen } from '../helpers/differencing.ts'
import { fc, runs } from '../helpers/property.ts'

const ALONE = 60
const FLOORS: Floors = { whole: FLOOR, parts: { service: FLOOR, counter: ALONE }, alone: ALONE }

/** `n` people of a service whom an officer served at a counter. */
const at = (counter: string, service: string, n: number, officer = counter): Answered => ({
  date: '2026-05-05',
  of: { service, counter },
  by: [`counter ${counter}`, `officer ${officer}`],
  counts: [n],
})

describe('a service that one counter or one officer alone serves', () => {
  const ask = (rows: readonly Answered[], part?: Part) =>
    showing(rows, { period: fixedPeriod('2026-Q2')!, part, floors: FLOORS, today: '2026-07-08' })
  const shown = (rows: readonly Answered[]) =>
    ['ktp', 'kk', 'legalisir', 'konsultasi'].filter(id => 'through' in ask(rows, { kind: 'service', id }))
  const hall = (service: string, n: number) => ['1', '2', '3'].map(counter => at(counter, service, n))

  it('keeps the floor of the counter, and the services whose difference it is stay closed with it [S26]', () => {
    const lone = (n: number) => [at('8', 'legalisir', n), at('8', 'konsultasi', n)]
    expect(shown([...hall('ktp', 80), ...lone(15)])).toEqual([])
    expect(shown([...hall('ktp', 80), ...hall('kk', 30), ...lone(15)])).toEqual(['ktp'])
    expect(shown([...hall('ktp', 80), ...lone(60)])).toEqual(['ktp', 'legalisir', 'konsultasi'])
    expect('through' in ask([...hall('ktp', 80), ...lone(15)])).toBe(true)
  })

  it('is told apart from one of which ten were served by others [S26]', () => {
    const mostly = (others: number) => [...hall('ktp', 80), at('8', 'legalisir', 30), at('1', 'legalisir', others)]
    expect(shown(mostly(9))).not.toContain('legalisir')
    expect(shown(mostly(10))).toEqual(['ktp', 'legalisir'])
  })

  it('keeps that floor also where its officer sat at several counters [S26]', () => {
    const moved = ['6', '7', '8'].map(counter => at(counter, 'legalisir', 15, 'p8'))
    expect(shown([...hall('ktp', 80), ...moved])).toEqual([])
    expect(shown([...hall('ktp', 80), ...moved.map(row => ({ ...row, counts: [20] }))])).toEqual(['ktp', 'legalisir'])
  })

  it('is said to be one, while what it is told apart from says that it would be the difference [S26]', () => {
    const rows = [...hall('ktp', 80), at('8', 'legalisir', 15)]
    expect(ask(rows, { kind: 'service', id: 'legalisir' })).toEqual({ why: 'alone' })
    expect(ask(rows, { kind: 'service', id: 'ktp' })).toEqual({ why: 'difference' })
  })

  it('changes nothing where every service is served at several counters [S26]', () => {
    const rows = [...hall('ktp', 80), ...hall('kk', 20), ...hall('legalisir', 5)]
    expect(shown(rows)).toEqual(['ktp', 'kk', 'legalisir'])
  })
})

const FROM: LocalDate = '2026-01-05'
const TO: LocalDate = '2026-06-30'
const DONE: LocalDate = '2026-07-08'

/** An office with a hall where most is served at any counter, and beside it counters that have services of their own. */
interface Small {
  readonly seed: number
  /** People of a day in the hall, and at each counter beside it, on average. */
  readonly hall: number
  readonly beside: number
  readonly counters: number
  readonly lone: number
  /** Share of the services of the hall that are asked for there alone, and of the days on which everybody sits elsewhere. */
  readonly mixed: number
  readonly moved: number
}

const smalls: fc.Arbitrary<Small> = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  hall: fc.constantFrom(6, 12, 25),
  beside: fc.constantFrom(0.1, 0.3, 0.5, 1),
  counters: fc.integer({ min: 2, max: 3 }),
  lone: fc.integer({ min: 1, max: 3 }),
  mixed: fc.constantFrom(0, 0.05, 0.3),
  moved: fc.constantFrom(0, 0, 0.1, 0.5),
})

function answeredIn({ seed, hall, beside, counters, lone, mixed, moved }: Small): readonly Answered[] {
  const random = seeded(seed)
  const below = (n: number) => Math.floor(random() * n)
  const rows = new Map<string, Answered & { counts: number[] }>()
  for (let date = FROM; date <= TO; date = addDays(date, 1)) {
    if (weekday(date) % 6 === 0) continue
    const further = random() < moved ? 1 : 0
    const serve = (service: string, counter: number) => {
      const by = [`counter c${counter}`, `officer p${(counter + further) % (counters + lone)}`]
      const key = `${date} ${service} ${by.join(' ')}`
      const row = rows.get(key) ?? { date, of: { service, counter: `c${counter}` }, by, counts: [0] }
      row.counts[0]! += 1
      rows.set(key, row)
    }
    for (let i = Math.floor(random() * 2 * hall); i > 0; i -= 1)
      serve(random() < 0.6 ? 'ktp' : random() < 0.9 ? 'kk' : 'akta', below(counters))
    for (let desk = 0; desk < lone; desk += 1)
      for (let i = Math.floor(random() * 2 * beside + random()); i > 0; i -= 1)
        serve(random() < mixed ? 'ktp' : `s${desk}${below(3)}`, counters + desk)
  }
  return [...rows.values()]
}

describe('whoever adds and subtracts all figures of services, counters and the whole', () => {
  /** Whether they tell of people whom `one` served, and of so few others that it is as good as theirs alone. */
  const tells = (rows: readonly Answered[], seen: readonly Seen[], one: string) =>
    laysOpen(
      [...new Set(seen.map(figure => rows.map(row => (isIn(row, figure) ? '1' : '0')).join('')))].map(equation =>
        [...equation].map(x => x === '1'),
      ),
      // Below the floor of one alone there are then fewer than ten others.
      rows.map(row => row.counts[0]! * (row.by?.includes(one) ? 1 : ALONE / FLOOR)),
      ALONE,
    )

  it('learns how no counter and no officer was rated under their floor, but for what the whole itself tells [S26]', () => {
    fc.assert(
      fc.property(smalls, office => {
        const rows = answeredIn(office)
        const seen = allSeen(rows, [{ today: DONE, floors: FLOORS, back: 400 }])
        const wholes = seen.filter(({ part }) => !part)
        for (const one of new Set(rows.flatMap(({ by = [] }) => by)))
          if (!tells(rows, wholes, one)) expect(tells(rows, seen, one), one).toBe(false)
      }),
      { numRuns: runs(3) },
    )
  })

  it('would learn it without that floor', () => {
    const rows = answeredIn({ seed: 7, hall: 12, beside: 0.7, counters: 3, lone: 2, mixed: 0, moved: 0 })
    const { alone: _, ...floors } = FLOORS
    const told = (by: Floors) => {
      const seen = allSeen(rows, [{ today: DONE, floors: by, back: 400 }]).filter(({ period }) => hasParts(period))
      expect(seen.some(({ part }) => part?.kind === 'service')).toBe(true)
      return ['counter c3', 'counter c4'].map(one => tells(rows, seen, one))
    }
    expect([told(floors), told(FLOORS)]).toEqual([
      [true, true],
      [false, false],
    ])
  })
})
