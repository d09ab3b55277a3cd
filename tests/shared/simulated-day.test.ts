import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { seeded } from '../../shared/kit/random.ts'
import { slotGrid } from '../../shared/booking/slots.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { publishedDoors } from '../../shared/office/hours.ts'
import { loadOf, simulatedDay } from '../../scripts/simulate/simulated-day.ts'

const doors = publishedDoors(demoOffice, '2026-06-09')!
const day = (tickets: number, counters = 8, seed = 1) =>
  simulatedDay(demoOffice, doors, { tickets, counters }, seeded(seed))
const withBookings = (tickets: number) =>
  simulatedDay(demoOffice, doors, { tickets, counters: 8, booked: 0.4 }, seeded(1))
const share = <T>(list: readonly T[], is: (t: T) => boolean) => list.filter(is).length / list.length

describe('a simulated day', () => {
  it('is the same day for the same seed, and another one for another', () => {
    expect(day(50)).toEqual(day(50))
    expect(day(50, 8, 2)).not.toEqual(day(50))
  })

  it('brings everybody within the published hours, in order, most of them in the morning', () => {
    const at = day(2_000).visitors.map(v => v.at)
    expect(at).toHaveLength(2_000)
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(at.every(t => t >= doors.from && t < doors.to)).toBe(true)
    const middle = (doors.from + doors.to) / 2
    expect(share(at, t => t < middle)).toBeGreaterThan(0.6)
  })

  it('asks only for what the open counters serve', () => {
    const served = new Set(demoOffice.counters.slice(0, 3).flatMap(c => c.services))
    for (const v of day(500, 3).visitors) {
      expect(served).toContain(v.serviceId)
      if (v.sentTo !== undefined) expect(served).toContain(v.sentTo)
      expect(v.sentTo).not.toBe(v.serviceId)
    }
  })

  it.each([
    [500, 8],
    [1_000, 8],
    [150, 3],
  ])('keeps the counters busy but not beyond what they can do (%i tickets, %i counters)', (tickets, counters) => {
    const load = loadOf(day(tickets, counters))
    expect(load).toBeGreaterThan(0.8)
    expect(load).toBeLessThan(0.95)
  })

  it('does not stretch a visit without end when few come', () => {
    const slow = day(20).visitors.reduce((sum, v) => sum + v.serveMs, 0) / 20
    expect(slow).toBeLessThan(16 * 60_000)
  })

  it('has priorities, people who miss their call, are sent on or put aside, and people who say how it was', () => {
    const { visitors } = day(5_000)
    expect(share(visitors, v => v.priority)).toBeCloseTo(0.08, 1)
    expect(share(visitors, v => v.missesCall)).toBeCloseTo(0.08, 1)
    expect(share(visitors, v => v.sentTo !== undefined)).toBeCloseTo(0.03, 1)
    expect(share(visitors, v => v.parkedMs !== undefined)).toBeGreaterThan(0.01)
    expect(share(visitors, v => v.rating !== undefined)).toBeCloseTo(0.45, 1)
    expect(share(visitors, v => v.answers !== undefined)).toBeCloseTo(0.2, 1)
    expect(visitors.every(v => v.backAfterMs === undefined || v.missesCall)).toBe(true)
    expect(visitors.every(v => v.reasons.length === 0 || (v.rating ?? 4) <= 2)).toBe(true)
  })

  it('has no bookings unless they are asked for, and the same visitors otherwise', () => {
    expect(day(200).visitors.every(v => v.booked === undefined)).toBe(true)
    const some = withBookings(200).visitors
    expect(some.map(v => v.serveMs).sort()).toEqual(
      day(200)
        .visitors.map(v => v.serveMs)
        .sort(),
    )
  })

  it('has people who book a slot of the day, of whom some stay away and a few come late', () => {
    const { visitors } = withBookings(5_000)
    const booked = visitors.filter(v => v.booked)
    expect(booked.length / visitors.length).toBeCloseTo(0.4, 1)
    const stayAway = share(booked, v => !v.booked!.comes)
    expect(stayAway).toBeGreaterThan(0.15)
    expect(stayAway).toBeLessThan(0.2)
    expect(share(booked, v => v.at > v.booked!.start + 10 * MINUTE)).toBeCloseTo(0.08, 1)
    expect(share(booked, v => v.at <= v.booked!.start)).toBeGreaterThan(0.8)
    const grid = slotGrid(doors, demoOffice.booking.slotMinutes)
    for (const { booked: it } of booked) {
      expect(grid).toContain(it!.start)
      expect(it!.opens).toBe(it!.start - demoOffice.booking.checkInEarlyMinutes * MINUTE)
    }
  })

  it('lets officers rest in the published break, and not at all on a day without one', () => {
    const { from, to } = doors.breaks[0]!
    expect(day(10).counters.map(c => c.break)).toEqual(Array(8).fill({ at: from, minutes: (to - from) / 60_000 }))
    const friday = publishedDoors(demoOffice, '2026-06-12')!
    const short = simulatedDay(demoOffice, friday, { tickets: 10, counters: 2 }, seeded(1))
    expect(short.counters.map(c => c.break)).toEqual([undefined, undefined])
  })
})
