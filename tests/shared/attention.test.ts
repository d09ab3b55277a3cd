import { PLAIN_COUNTER } from '../../shared/office/defaults.ts'
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { attention, DEVICE_SILENT_MS, harmOf, type HallDevice } from '../../shared/officer/attention.ts'
import { BREAK_OVER_MS, CALLED_MS, IDLE_MS } from '../../shared/officer/counter-trouble.ts'
import { liveUnit } from '../../shared/officer/live-unit.ts'
import { emptyDay, type Counter, type QueueDay, type Ticket, type Waiting } from '../../shared/queue/day.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { fc } from '../helpers/property.ts'

const NOW = 1_780_970_400_000
const PROMISE = 30
const SERVICE_IDS = ['a', 'b', 'c', 'd']
/** `d` is served at counter 5 alone, which is closed on a good day. */
const COUNTERS = [
  { id: '1', name: 'Loket 1', services: ['a'] },
  { id: '2', name: 'Loket 2', services: ['a', 'b'] },
  { id: '3', name: 'Loket 3', services: ['b', 'c'] },
  { id: '4', name: 'Loket 4', services: ['c'] },
  { id: '5', name: 'Loket 5', services: ['d'] },
]
const office = {
  services: SERVICE_IDS.map(id => ({
    ...demoOffice.services[0]!,
    id,
    waitPromiseMinutes: PROMISE,
    typicalMinutes: 5,
    standardMinutes: 10,
  })),
  counters: COUNTERS.map(counter => ({ ...counter, ...PLAIN_COUNTER })),
}

/** A counter and a line as they are planted: times in milliseconds before now. */
interface Seat {
  readonly state: 'closed' | 'free' | 'called' | 'serving' | 'break'
  readonly ms: number
  readonly left?: number
}
interface Hall {
  readonly seats: Readonly<Record<string, Seat>>
  readonly lines: Readonly<Record<string, readonly number[]>>
  readonly devices: readonly number[]
}

function dayOf({ seats, lines }: Hall): QueueDay {
  const tickets: Ticket[] = []
  const add = (serviceId: string, since: number, change: Partial<Ticket> = {}): number => {
    const no = tickets.length
    const base = {
      no,
      number: `${serviceId}-${no}`,
      serviceId,
      priority: false,
      joined: 'walkIn',
      state: 'waiting',
    } as const
    tickets.push({ ...base, takenAt: since, due: since, since, calls: 0, heldMs: 0, ahead: 0, ...change })
    return no
  }
  const waiting: Record<string, Waiting[]> = {}
  for (const [id, ages] of Object.entries(lines))
    waiting[id] = ages.map(age => ({ no: add(id, NOW - age), due: NOW - age })).sort((a, b) => a.due - b.due)
  const counters: Record<string, Counter> = {}
  for (const { id, services } of COUNTERS) {
    const { state, ms, left } = seats[id]!
    const [since, early] = [NOW - ms, NOW - 120 * MINUTE]
    const ticket =
      state === 'called' || state === 'serving'
        ? add(services[0]!, since, {
            ...{ state, counterId: id, calledAt: since, calls: 1 },
            ...(state === 'serving' ? { startedAt: since } : {}),
          })
        : undefined
    counters[id] = {
      ...{ id, services, since: early },
      state: state === 'closed' || state === 'break' ? state : 'open',
      ...(state === 'free' ? { freeSince: since } : {}),
      ...(state === 'break' ? { until: since } : {}),
      ...(ticket === undefined ? {} : { current: ticket }),
      ...(left === undefined ? {} : { leftAt: NOW - left }),
    }
  }
  return { ...emptyDay('o', '2026-06-09'), tickets: [tickets], taken: tickets.length, waiting, counters }
}

function devicesOf({ devices }: Hall): readonly HallDevice[] {
  return devices.map((ms, i) => ({
    ...{ id: `d${i}`, kind: 'display', name: `Layar ${i}`, pairedAt: 0, lastSeenAt: NOW - ms },
  }))
}

const seen = (hall: Hall) => {
  const day = dayOf(hall)
  return attention(day, liveUnit(day, office, NOW), office, NOW, devicesOf(hall))
}

const upTo = (ms: number) => fc.integer({ min: 0, max: ms })
const over = (ms: number) => fc.integer({ min: ms + 1, max: ms + 60 * MINUTE })
/** A seat at which all is well. */
const good: fc.Arbitrary<Seat> = fc.oneof(
  fc.record({ state: fc.constant('closed' as const), ms: fc.constant(0) }),
  fc.record({ state: fc.constant('free' as const), ms: upTo(IDLE_MS) }),
  fc.record({ state: fc.constant('called' as const), ms: upTo(CALLED_MS) }),
  fc.record({ state: fc.constant('serving' as const), ms: upTo(10 * MINUTE) }),
  fc.record({ state: fc.constant('break' as const), ms: fc.integer({ min: -30 * MINUTE, max: BREAK_OVER_MS }) }),
)

/** A hall in which nothing stands still: every line is served, nobody is past the promise, every device is heard. */
const wellRun: fc.Arbitrary<Hall> = fc
  .record({
    seats: fc.record({ '1': good, '2': good, '3': good, '4': good }),
    lines: fc.record({
      ...Object.fromEntries(['a', 'b', 'c'].map(id => [id, fc.array(upTo(PROMISE * MINUTE), { maxLength: 5 })])),
    }),
    devices: fc.array(upTo(DEVICE_SILENT_MS), { maxLength: 3 }),
  })
  .map(({ seats, lines, devices }) => {
    const all = { ...seats, '5': { state: 'closed', ms: 0 } as const }
    const served = (id: string) => COUNTERS.some(c => c.services.includes(id) && all[c.id as '1'].state !== 'closed')
    return {
      seats: all,
      devices,
      lines: Object.fromEntries(Object.entries(lines).map(([id, line]) => [id, served(id) ? line : []])),
    }
  })

/** One thing that goes wrong in a hall, and what has to be named. */
const jam: fc.Arbitrary<{ readonly plant: (hall: Hall) => Hall; readonly named: object }> = fc.oneof(
  seatJam('left', fc.record({ state: fc.constant('free' as const), ms: upTo(MINUTE), left: over(0) })),
  seatJam('left', fc.record({ state: fc.constant('serving' as const), ms: upTo(MINUTE), left: over(0) })),
  seatJam('breakOver', fc.record({ state: fc.constant('break' as const), ms: over(BREAK_OVER_MS) })),
  seatJam('called', fc.record({ state: fc.constant('called' as const), ms: over(CALLED_MS) })),
  seatJam('long', fc.record({ state: fc.constant('serving' as const), ms: over(10 * MINUTE) })),
  over(IDLE_MS).map(ms => ({
    plant: (hall: Hall) => withLine(withSeat(hall, '4', { state: 'free', ms }), 'c', ms),
    named: { kind: 'idle', counterId: '4' },
  })),
  upTo(PROMISE * MINUTE).map(ms => ({
    plant: (hall: Hall) => withLine(hall, 'd', ms),
    named: { kind: 'nobody', serviceId: 'd', helper: '5' },
  })),
  over(PROMISE * MINUTE).map(ms => ({
    plant: (hall: Hall) => withLine(hall, 'b', ms),
    named: { kind: 'pastPromise', serviceId: 'b' },
  })),
  over(DEVICE_SILENT_MS).map(ms => ({
    plant: (hall: Hall) => withLine({ ...hall, devices: [...hall.devices, ms] }, 'a', 0),
    named: { kind: 'device' },
  })),
)

function seatJam(kind: string, seat: fc.Arbitrary<Seat>) {
  return seat.map(one => ({
    plant: (hall: Hall) => withLine(withSeat(hall, '1', one), 'a', 0),
    named: { kind, counterId: '1' },
  }))
}

function withSeat(hall: Hall, id: string, seat: Seat): Hall {
  return { ...hall, seats: { ...hall.seats, [id]: seat } }
}

function withLine(hall: Hall, id: string, age: number): Hall {
  return { ...hall, lines: { ...hall.lines, [id]: [...(hall.lines[id] ?? []), age] } }
}

describe('what the board asks to decide', () => {
  it('is nothing in a hall where nothing stands still [O17]', () => {
    const quiet = fc.property(wellRun, hall => {
      expect(seen(hall)).toEqual([])
    })
    fc.assert(quiet, { numRuns: 300 })
  })

  it('names a jam wherever one is planted [O17]', () => {
    const named = fc.property(wellRun, jam, (hall, { plant, named }) => {
      expect(seen(plant(hall))).toContainEqual(expect.objectContaining(named))
    })
    fc.assert(named, { numRuns: 300 })
  })

  it('stands in the order of harm, people times minutes, and names a counter once [O18]', () => {
    const ordered = fc.property(wellRun, fc.array(jam, { minLength: 1, maxLength: 4 }), (hall, jams) => {
      const items = seen(jams.reduce((so, { plant }) => plant(so), hall))
      const harms = items.map(item => harmOf(item, NOW))
      expect(harms).toEqual([...harms].sort((a, b) => b - a))
      const counters = items.flatMap(item => ('counterId' in item ? item.counterId : []))
      expect(new Set(counters).size).toBe(counters.length)
    })
    fc.assert(ordered, { numRuns: 200 })
  })

  it('names an idle counter for whom it could call, not for who is early or sent elsewhere [O17]', () => {
    const closed = { state: 'closed', ms: 0 } as const
    const idle = {
      '1': { state: 'free', ms: 20 * MINUTE },
      '2': closed,
      '3': closed,
      '4': closed,
      '5': closed,
    } as const
    const day = dayOf({ seats: idle, lines: { a: [10 * MINUTE] }, devices: [] })
    const look = (of: QueueDay) => attention(of, liveUnit(of, office, NOW), office, NOW)
    expect(look(day)).toMatchObject([{ kind: 'idle', counterId: '1', people: 1, minutes: 10 }])
    const [entry] = day.waiting.a!
    expect(look({ ...day, waiting: { a: [{ ...entry!, opens: NOW + 1 }] } })).toEqual([])
  })

  it('names a standstill of the whole hall while people wait, with the counters at which somebody stands [O17]', () => {
    const closed = { state: 'closed', ms: 0 } as const
    const busy = { state: 'serving', ms: 9 * MINUTE } as const
    const planted = dayOf({
      seats: { '1': busy, '2': busy, '3': busy, '4': busy, '5': closed },
      lines: { a: [2 * MINUTE, MINUTE], b: [] },
      devices: [],
    })
    // Visits take half a minute on such a day: each counter has missed many ends.
    const paces = Object.fromEntries(SERVICE_IDS.map(id => [id, Array.from({ length: 8 }, () => 0.5 * MINUTE)]))
    const plan = { services: SERVICE_IDS.map(id => ({ id, typicalMs: MINUTE })) } as unknown as QueueDay['plan']
    const day = { ...planted, paces, plan }
    const look = (of: QueueDay) => attention(of, liveUnit(of, office, NOW), office, NOW)
    expect(look(day)).toContainEqual({
      ...{ kind: 'standstill', counterIds: ['1', '2', '3', '4'], people: 6, since: NOW - 9 * MINUTE },
    })
    const kinds = (of: QueueDay) => look(of).map(({ kind }) => kind)
    expect(kinds({ ...day, waiting: {} }), 'nobody waits').not.toContain('standstill')
    expect(kinds({ ...day, paces: {}, plan: null }), 'no pace is known').not.toContain('standstill')
  })

  it('asks for no device at night, when nobody waits [O17]', () => {
    const closed = { state: 'closed', ms: 0 } as const
    const seats = Object.fromEntries(COUNTERS.map(c => [c.id, closed]))
    expect(seen({ seats, lines: {}, devices: [DEVICE_SILENT_MS + 1] })).toEqual([])
  })
})
