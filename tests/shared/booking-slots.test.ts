import { describe, expect, it } from 'vitest'
import { bookablePlaces, priorityPlaces, slotGrid, slotId, slotStart } from '../../shared/booking/slots.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { atClock, clockText, MINUTE, type Zone } from '../../shared/kit/time.ts'
import { publishedDoors } from '../../shared/office/hours.ts'
import type { Doors } from '../../shared/office/doors.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { DEFAULT_SERVICE_BOOKING, PLAIN_COUNTER } from '../../shared/office/defaults.ts'
import { fc } from '../helpers/property.ts'

const TUESDAY = '2026-06-09'
const at = (time: string) => atClock(TUESDAY, time, 'WITA')
const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0)
const doorsFrom = (open: string, close: string, ...breaks: readonly (readonly [string, string])[]): Doors => ({
  from: at(open),
  to: at(close),
  breaks: breaks.map(([from, to]) => ({ from: at(from), to: at(to) })),
})
const grid = (doors: Doors | null, minutes: number) => slotGrid(doors, minutes).map(start => clockText(start, 'WITA'))

describe('the slots of a day', () => {
  it.each([
    ['a morning', doorsFrom('08:00', '10:00'), 30, ['08.00', '08.30', '09.00', '09.30']],
    ['a day with a rest', doorsFrom('11:00', '14:00', ['12:00', '13:00']), 30, ['11.00', '11.30', '13.00', '13.30']],
    ['a rest at no full slot', doorsFrom('11:00', '13:15', ['11:45', '12:10']), 30, ['11.00', '12.10', '12.40']],
    ['two rests', doorsFrom('08:00', '10:00', ['08:20', '08:30'], ['09:00', '09:40']), 20, ['08.00', '08.30', '09.40']],
    ['doors that close within a slot', doorsFrom('08:00', '09:20'), 30, ['08.00', '08.30']],
    ['doors open for less than a slot', doorsFrom('08:00', '08:20'), 30, []],
    ['a closed day', null, 30, []],
  ])('lie within the doors and outside the rests: %s [K1]', (_, doors, minutes, starts) => {
    expect(grid(doors, minutes)).toEqual(starts)
  })

  it('never overlap, never touch a rest, never run past closing [K1]', () => {
    const minute = fc.integer({ min: 0, max: 600 })
    const anyDoors = fc
      .record({ open: minute, long: minute, rests: fc.array(fc.tuple(minute, minute), { maxLength: 4 }) })
      .map(({ open, long, rests }) => ({
        from: open * MINUTE,
        to: (open + long) * MINUTE,
        breaks: rests.map(([from, minutes]) => ({ from: from * MINUTE, to: (from + minutes + 1) * MINUTE })),
      }))
    fc.assert(
      fc.property(anyDoors, fc.integer({ min: 5, max: 240 }), (doors, minutes) => {
        const starts = slotGrid(doors, minutes)
        starts.forEach((start, i) => {
          const end = start + minutes * MINUTE
          expect(start).toBeGreaterThanOrEqual(i === 0 ? doors.from : starts[i - 1]! + minutes * MINUTE)
          expect(end).toBeLessThanOrEqual(doors.to)
          expect(doors.breaks.some(b => b.from < end && b.to > start)).toBe(false)
        })
      }),
    )
  })
})

describe("a slot's name", () => {
  it('is the time on the clock of the office', () => {
    expect(slotId(at('10:30'), 'WITA')).toBe('2026-06-09T10:30')
    expect(slotId(at('10:30'), 'WIB')).toBe('2026-06-09T09:30')
  })

  it('leads back to its beginning in every zone', () => {
    const minutes = fc.integer({ min: 0, max: 40_000_000 })
    fc.assert(
      fc.property(minutes, fc.constantFrom<Zone>('WIB', 'WITA', 'WIT'), (minute, zone) => {
        expect(slotStart(slotId(minute * MINUTE, zone), zone)).toBe(minute * MINUTE)
      }),
    )
  })

  it.each(['', 'besok', '2026-06-09', '2026-02-30T08:00', '2026-13-01T08:00', '2026-06-09T24:00', '2026-06-09T08:61'])(
    'is not %j',
    nonsense => {
      expect(slotStart(nonsense, 'WITA')).toBeUndefined()
    },
  )

  it.each(['2026-06-09T8:00', '2026-06-09T08:00Z', ' 2026-06-09T08:00', '2026-06-09T08:00:00'])(
    'is only what it is written like, not %j',
    text => {
      expect(slotStart(text, 'WITA')).toBeUndefined()
    },
  )
})

type Capacity = Pick<OfficeInfo, 'services' | 'counters' | 'booking'>
const [first] = demoOffice.services
/** One booked service; its counters serve so many services each. */
function officeWith(
  set: { serves: readonly number[]; minutes: number; reserve?: number; quota?: number | null },
  slotMinutes = 30,
): Capacity {
  return {
    services: [
      {
        ...first!,
        id: 'ktp',
        typicalMinutes: set.minutes,
        booking: { ...DEFAULT_SERVICE_BOOKING, dailyQuota: set.quota ?? null },
      },
    ],
    counters: set.serves.map((n, i) => ({
      id: String(i),
      name: `Loket ${i}`,
      services: ['ktp', 'kk', 'kia', 'akta'].slice(0, n),
      ...PLAIN_COUNTER,
    })),
    booking: { ...demoOffice.booking, slotMinutes, walkInReserve: set.reserve ?? 0 },
  }
}
const slots = (n: number) => Array.from({ length: n }, (_, i) => at('08:00') + i * 30 * MINUTE)

describe('the bookable places', () => {
  it.each([
    ['one counter, ten minutes each with way and turn', officeWith({ serves: [1], minutes: 9.25 }), [3, 3, 3, 3]],
    ['two counters', officeWith({ serves: [1, 1], minutes: 9.25 }), [6, 6, 6, 6]],
    ['a counter that shares itself with another service', officeWith({ serves: [2], minutes: 9.25 }), [2, 1, 2, 1]],
    ['a whole and a third of a counter', officeWith({ serves: [1, 3], minutes: 9.25 }), [4, 4, 4, 4]],
    ['three in ten kept for walk-ins', officeWith({ serves: [1], minutes: 9.25, reserve: 0.3 }), [2, 2, 2, 2]],
    ['everything kept for walk-ins', officeWith({ serves: [1], minutes: 9.25, reserve: 1 }), [0, 0, 0, 0]],
    ['visits longer than a slot', officeWith({ serves: [1], minutes: 59.25 }), [1, 0, 1, 0]],
    ['a daily quota', officeWith({ serves: [1], minutes: 9.25, quota: 10 }), [3, 2, 3, 2]],
    ['a quota with a reserve', officeWith({ serves: [1], minutes: 9.25, quota: 10, reserve: 0.3 }), [2, 2, 1, 2]],
    ['nobody at any counter for it', officeWith({ serves: [], minutes: 9.25, quota: 10 }), [0, 0, 0, 0]],
  ])('of four slots: %s [K2]', (_, office, places) => {
    expect(bookablePlaces(office, 'ktp', slots(4))).toEqual(places)
  })

  it('are none where people only walk in, or the service does not exist', () => {
    const office = officeWith({ serves: [1], minutes: 9.25 })
    const walkIn = { ...office, services: office.services.map(s => ({ ...s, booking: null })) }
    expect(bookablePlaces(walkIn, 'ktp', slots(4))).toEqual([])
    expect(bookablePlaces(office, 'paspor', slots(4))).toEqual([])
  })

  it('are four hundred of a quota of four hundred, however many slots the day has [K3]', () => {
    for (let n = 1; n <= 40; n++) {
      const places = bookablePlaces(officeWith({ serves: [1], minutes: 9.25, quota: 400 }), 'ktp', slots(n))
      expect(sum(places)).toBe(400)
      expect(Math.max(...places) - Math.min(...places)).toBeLessThanOrEqual(1)
    }
  })

  it('lose nothing to binary fractions: nine in ten kept leave one of ten', () => {
    expect(
      sum(bookablePlaces(officeWith({ serves: [1], minutes: 9.25, quota: 10, reserve: 0.9 }), 'ktp', slots(4))),
    ).toBe(1)
  })

  it('are right over the day to within one, and like each other to within one [K2]', () => {
    const capacity = fc.record({
      serves: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 20 }),
      minutes: fc.integer({ min: 2, max: 90 }),
      reserve: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(capacity, fc.integer({ min: 1, max: 40 }), (set, n) => {
        const places = bookablePlaces(officeWith(set), 'ktp', slots(n))
        const counters = sum(set.serves.map(k => 1 / k))
        const exact = ((counters * 30 * n) / (set.minutes + 0.75)) * (1 - set.reserve)
        expect(places).toHaveLength(n)
        expect(Math.abs(sum(places) - exact)).toBeLessThanOrEqual(0.5 + 1e-6)
        expect(Math.max(...places) - Math.min(...places)).toBeLessThanOrEqual(1)
        expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('are such that whoever has one can be served within the slot, way and turn included [K2]', () => {
    // Thirty minutes of one counter: six visits of five minutes each would end four minutes and a half too late.
    const places = bookablePlaces(officeWith({ serves: [1], minutes: 5 }), 'ktp', slots(16))
    expect([Math.max(...places), sum(places)]).toEqual([6, Math.round((16 * 30) / 5.75)])
    const minutes = places.map(n => n * (5 + (25 + 20) / 60))
    expect(sum(minutes)).toBeLessThanOrEqual(16 * 30)
  })

  const stayAway = { booked: 1_000, cameCount: 700 }

  it('are booked over slot by slot as far as the history of the service bears [K8]', () => {
    const office = officeWith({ serves: [1, 1, 1, 1], minutes: 9.25 })
    expect(bookablePlaces(office, 'ktp', slots(4))).toEqual([12, 12, 12, 12])
    expect(bookablePlaces(office, 'ktp', slots(4), stayAway)).toEqual([14, 14, 14, 14])
    expect(bookablePlaces(officeWith({ serves: [1], minutes: 9.25 }), 'ktp', slots(4), stayAway)).toEqual([3, 3, 3, 3])
  })

  it('of a quota are never booked over: what is kept for walk-ins is not sold [K3 K8]', () => {
    const office = officeWith({ serves: [1], minutes: 9.25, quota: 400, reserve: 0.3 })
    expect(sum(bookablePlaces(office, 'ktp', slots(16), stayAway))).toBe(280)
  })

  it('of a whole demo day are no more than its counters can do', () => {
    const doors = publishedDoors(demoOffice, TUESDAY)!
    const starts = slotGrid(doors, demoOffice.booking.slotMinutes)
    const booked = demoOffice.services.map(s => ({ ...s, booking: DEFAULT_SERVICE_BOOKING }))
    const minutes = booked.map(
      s => sum(bookablePlaces({ ...demoOffice, services: booked }, s.id, starts)) * s.typicalMinutes,
    )
    const open = demoOffice.counters.length * starts.length * demoOffice.booking.slotMinutes
    const rounding = sum(booked.map(s => s.typicalMinutes))
    expect(sum(minutes)).toBeLessThanOrEqual(open * (1 - demoOffice.booking.walkInReserve) + rounding)
  })
})

describe('the places for priority', () => {
  it('are a tenth of the day, spread over it [K6]', () => {
    expect(priorityPlaces([4, 4, 4, 4, 4], 0.1)).toEqual([0, 1, 0, 1, 0])
    expect(priorityPlaces([1, 0, 2], 1)).toEqual([1, 0, 2])
    expect(priorityPlaces([], 0.1)).toEqual([])
  })

  it('are never more than the places of their slot, and right over the day to within one', () => {
    const anyPlaces = fc.array(fc.nat(60), { maxLength: 40 })
    fc.assert(
      fc.property(anyPlaces, fc.double({ min: 0, max: 1, noNaN: true }), (places, share) => {
        const priority = priorityPlaces(places, share)
        expect(priority.every((n, i) => n >= 0 && n <= places[i]!)).toBe(true)
        expect(Math.abs(sum(priority) - share * sum(places))).toBeLessThanOrEqual(0.5 + 1e-6)
      }),
    )
  })
})
