import { describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { addDays, HOUR, MINUTE, type Instant } from '../../shared/kit/time.ts'
import { absencesAhead, type Absence } from '../../shared/queue/estimate/absences.ts'
import { estimate } from '../../shared/queue/estimate/estimate.ts'
import { learnedOf, UNLEARNED, type Learned } from '../../shared/queue/estimate/learned.ts'
import type { PastVisit } from '../../shared/queue/estimate/clock-pace.ts'
import { UNTAUGHT } from '../../shared/queue/estimate/tracker.ts'
import { aPlan, DATE, openHall, OPENING, type Hall } from '../helpers/days.ts'
import { fc, runs } from '../helpers/property.ts'

const at = (minute: number): Instant => OPENING + minute * MINUTE
const minuteOf = (instant: Instant) => (instant - OPENING) / MINUTE

interface Worked {
  readonly from: number
  readonly to: number
  /** Minutes for which its people had waited when they were called. */
  readonly waited: number
  readonly takes?: number
}

/** Visits of one counter on a day `back` days before, one after another from minute to minute. */
function worked(counterId: string, back: number, stretches: readonly Worked[]): readonly PastVisit[] {
  const shift = back * 24 * HOUR
  return stretches.flatMap(({ from, to, waited, takes = 6 }) =>
    Array.from({ length: Math.floor((to - from) / takes) }, (_, i) => {
      const calledAt = at(from + i * takes) - shift
      const times = { queuedAt: calledAt - waited * MINUTE, calledAt, endedAt: calledAt + takes * MINUTE }
      return { date: addDays(DATE, -back), serviceId: 'ktp', counterId, ...times }
    }),
  )
}

/** What an office knows whose second counter rested on each of so many days, not to the minute at the same time. */
function lunches(days: number, waited = 10): Learned {
  const visits = Array.from({ length: days }, (_, i) => [
    ...worked('1', i + 1, [{ from: 0, to: 420, waited }]),
    ...worked('2', i + 1, [
      { from: 0, to: 180 + (i % 3), waited },
      { from: 240 - (i % 2), to: 420, waited },
    ]),
  ]).flat()
  return learnedOf(visits, DATE, UNTAUGHT)
}

const PLAN = aPlan({ counters: ['1', '2'].map(id => ({ id, services: ['ktp'] })) })

/** A hall in which both counters have served since the opening until a minute, and eight wait. */
function hallAt(minute: number, seats: Readonly<Record<string, string>>): Hall {
  const hall = openHall(seats, PLAN)
  for (let i = 0; i < 10; i++) hall.take('ktp')
  hall.until(at(minute))
  for (const [counter, who] of Object.entries(seats)) hall.next(who, counter)
  return hall
}

const newcomer = (hall: Hall, learned: Learned) => estimate(hall.day, hall.now, seeded(1), 0, learned).services['ktp']!
const without = (learned: Learned): Learned => ({ ...learned, absences: {} })

describe('when a counter takes nobody on any day [E9]', () => {
  it('is known from days on which it called nobody though people waited, by the clock of this day', () => {
    const [lunch, ...others] = lunches(6).absences['2']!
    expect(others).toEqual([])
    expect(minuteOf(lunch!.from)).toBeCloseTo(180, -1)
    expect(minuteOf(lunch!.to)).toBeCloseTo(240, -1)
    expect(lunches(6).absences['1']).toEqual([])
  })

  it('is not known of a counter that only had nobody to call, nor from few days', () => {
    const idle = Array.from({ length: 6 }, (_, i) =>
      worked('2', i + 1, [
        { from: 0, to: 180, waited: 0 },
        { from: 240, to: 420, waited: 0 },
      ]),
    ).flat()
    expect(learnedOf(idle, DATE, UNTAUGHT).absences['2']).toEqual([])
    expect(lunches(3).absences['2']).toEqual([])
  })

  it('begins when people wait there in vain: a counter that had nobody to call before takes one more until then', () => {
    const days = Array.from({ length: 6 }, (_, i) =>
      worked('2', i + 1, [
        // On every other day nobody was left ten minutes before it rested.
        { from: 0, to: i % 2 === 0 ? 168 : 180, waited: 10 },
        { from: 240, to: 420, waited: 60 },
      ]),
    ).flat()
    const known = learnedOf(days, DATE, UNTAUGHT)
    expect(known.absences['2']!.map(a => [a.from, a.by, a.to].map(minuteOf))).toEqual([[180, 180, 240]])
    const hall = openHall({ 2: 'budi' }, PLAN)
    hall.until(at(176))
    expect(newcomer(hall, known).to).toBeLessThanOrEqual(hall.now + 3 * MINUTE)
  })

  it('is known of a counter that opens late', () => {
    const days = Array.from({ length: 6 }, (_, i) => [
      ...worked('1', i + 1, [{ from: 0, to: 420, waited: 10 }]),
      ...worked('2', i + 1, [{ from: 45, to: 420, waited: 10 }]),
    ]).flat()
    const known = learnedOf(days, DATE, UNTAUGHT)
    expect(known.absences['2']!.map(a => minuteOf(a.to))).toEqual([45])

    const hall = hallAt(10, { 1: 'sari' })
    // Eight more and six minutes each: with one counter about an hour, from minute 45 on with two.
    expect(newcomer(hall, known).to).toBeLessThan(newcomer(hall, without(known)).to)
    hall.until(at(60))
    // It did not open when it should have: nobody knows whether it comes.
    expect(newcomer(hall, known)).toEqual(newcomer(hall, without(known)))
  })

  it('does not make the pace of the days slower', () => {
    const days = Array.from({ length: 6 }, (_, i) =>
      worked('1', i + 1, [
        { from: 0, to: 120, waited: 10 },
        { from: 117, to: 165, waited: 10, takes: 48 },
        { from: 165, to: 420, waited: 10 },
      ]),
    ).flat()
    const known = learnedOf(days, DATE, UNTAUGHT)
    expect(known.absences['1']).toHaveLength(1)
    expect(Math.max(...known.history['ktp']!)).toBe(6 * MINUTE)
  })

  it('is reckoned with before it begins, and no more once the counter is at work in it', () => {
    const known = lunches(6)
    const before = hallAt(170, { 1: 'sari', 2: 'budi' })
    expect(newcomer(before, known).to).toBeGreaterThan(newcomer(before, without(known)).to)
    const within = hallAt(190, { 1: 'sari', 2: 'budi' })
    expect(absencesAhead(within.day, '2', known.absences, within.now)).toEqual([])
    expect(newcomer(within, known)).toEqual(newcomer(within, without(known)))
  })

  it('is within the silences of every day, in their order, on whichever dates the days were', () => {
    const silence = fc.record({ from: fc.integer({ min: 60, max: 200 }), long: fc.integer({ min: 5, max: 90 }) })
    fc.assert(
      fc.property(fc.array(silence, { minLength: 4, maxLength: 8 }), fc.integer({ min: 1, max: 200 }), (days, ago) => {
        const visits = (first: number) =>
          days.flatMap(({ from, long }, i) =>
            worked('1', first + i, [
              { from: 0, to: from, waited: 10 },
              { from: from + long, to: 420, waited: 10 },
            ]),
          )
        const absences = learnedOf(visits(1), DATE, UNTAUGHT).absences['1']!
        expect(learnedOf(visits(ago), DATE, UNTAUGHT).absences['1']).toEqual(absences)
        const ordered = (a: Absence) => a.from <= a.by && a.by < a.to
        expect(absences.every(ordered)).toBe(true)
        // What begins when the last of them had begun and ends when the first had ended was silent on all days.
        for (const { by } of absences)
          for (const { from, long } of days) expect(minuteOf(by)).toBeLessThanOrEqual(from + long)
        expect(absences.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: runs(100) },
    )
  })
})

describe('somebody who is held for a counter [E10]', () => {
  it('is called in no future by another one, and lets those behind pass', () => {
    const plan = aPlan({ counters: ['1', '2', '3'].map(id => ({ id, services: ['ktp', 'kk'] })) })
    const hall = openHall({ 1: 'sari', 2: 'budi', 3: 'dewi' }, plan)
    for (const [who, counter] of [
      ['sari', '1'],
      ['budi', '2'],
      ['dewi', '3'],
    ] as const) {
      hall.take('ktp')
      hall.next(who, counter)
    }
    const behind = hall.take('kk')
    hall.wait(1)
    // Sent to the second counter, whose visit has just begun, while the first is free.
    hall.staff('sari', { verb: 'start', counterId: '1' })
    hall.staff('sari', { verb: 'transfer', counterId: '1', serviceId: 'kk', sentTo: '2' })
    const learned = { ...UNLEARNED, history: { ktp: times(60, 30 * MINUTE), kk: times(60, 30 * MINUTE) } }
    const { tickets } = estimate(hall.day, hall.now, seeded(1), 0, learned)
    expect(tickets[0]!.to).toBeGreaterThan(hall.now + 15 * MINUTE)
    expect(tickets[behind]!.to).toBeLessThan(hall.now + 10 * MINUTE)
  })
})

const times = <T>(n: number, one: T) => Array.from({ length: n }, () => one)
