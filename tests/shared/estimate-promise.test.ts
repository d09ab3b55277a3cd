import { describe, expect, it } from 'vitest'
import { quantile } from '../../shared/kit/stats.ts'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import type { Range } from '../../shared/queue/day.ts'
import { OPENING } from '../helpers/days.ts'
import { replay, scoreOf } from '../helpers/replay.ts'
import { simulatedDay, type Shown } from '../helpers/simulated-days.ts'

describe('the promise that four in five ranges hold', () => {
  const days = Array.from({ length: 20 }, (_, i) => simulatedDay(i + 1))
  const people = days.flat()
  const walkIns = people.filter(p => !p.priority)
  const parts = {
    'the first range shown to walk-ins': scored(walkIns, p => p.before),
    'the first range on the ticket page, all people': scored(people, p => p.after),
    'walk-ins of the first hour, when little is known': scored(
      walkIns.filter(p => p.takenAt < OPENING + HOUR),
      p => p.before,
    ),
    'walk-ins to whom forty minutes or more were shown': scored(
      walkIns.filter(p => p.before!.from - p.takenAt >= 40 * MINUTE),
      p => p.before,
    ),
  }

  it('is tried on days busy enough to mean something', () => {
    expect(walkIns.length).toBeGreaterThan(1_000)
    expect(people.filter(p => p.called === undefined || p.before === null)).toEqual([])
    expect(quantile(waits(walkIns), 0.5)).toBeGreaterThan(10 * MINUTE)
  })

  it.each(Object.entries(parts))('%s: %o [E2]', (part, { tickets, held }) => {
    const least = part.startsWith('the first range') ? 0.75 : 0.7
    expect(tickets).toBeGreaterThan(200)
    expect(held).toBeGreaterThanOrEqual(least)
  })

  it('is not kept by ranges too wide to be of use [E2]', () => {
    const widths = walkIns.map(p => (p.before!.to - p.before!.from) / MINUTE)
    expect(quantile(widths, 0.5)).toBeLessThanOrEqual(20)
    expect(scored(walkIns, p => p.before).held).toBeLessThan(0.95)
  })
})

describe('the promise on the day that is simulated', () => {
  // Seeds on which nothing was tuned.
  const days = (booked: number) => [101, 103, 105].map(s => replay(s, { tickets: 400, counters: 8, booked }))
  const without = days(0).flatMap(d => d.promises)
  const withBookings = days(0.4)
  const people = withBookings.flatMap(d => d.promises)
  const parts = {
    'walk-ins where nobody books': scoreOf(without),
    'walk-ins among bookings': scoreOf(people.filter(p => p.kind === 'walkIn')),
    bookings: scoreOf(people.filter(p => p.kind === 'booked')),
  }

  it('has bookings, people who stay away and people who come late', () => {
    for (const { booked, arrived, released } of withBookings) {
      expect(booked).toBeGreaterThan(100)
      expect(arrived).toBeLessThan(booked * 0.92)
      expect(released).toBeGreaterThan(5)
    }
    expect(people.some(p => p.kind === 'late')).toBe(true)
  })

  it.each(Object.entries(parts))('holds at least three in four times for %s: %o [E2]', (_, { held, shown, n }) => {
    expect(shown).toBeGreaterThan(n * 0.85)
    expect(held).toBeGreaterThanOrEqual(0.75)
  })

  it.each(Object.entries(parts))('is narrower for %s than the usual rule would have to be: %o', (_, it) => {
    expect(it.width).toBeLessThan(it.usualWidth)
  })
})

/** How often the real call fell inside the range, over those who got one. */
function scored(people: readonly Shown[], range: (p: Shown) => Range | null | undefined) {
  const hits = people.map(p => {
    const shown = range(p)
    return !!shown && p.called !== undefined && shown.from <= p.called && p.called <= shown.to
  })
  return { tickets: people.length, held: Math.round((hits.filter(h => h).length / hits.length) * 1000) / 1000 }
}

function waits(people: readonly Shown[]): readonly number[] {
  return people.map(p => p.called! - p.takenAt)
}
