import { describe, expect, it } from 'vitest'
import { slotGroups } from '../../shared/booking/parts-of-day.ts'
import { quietTimes, type SlotLoad } from '../../shared/booking/quiet.ts'
import { atClock, MINUTE } from '../../shared/kit/time.ts'
import { slotKey, UNUSED } from '../../shared/queue/slots.ts'
import { slotLoads } from '../../shared/queue/estimate/slot-loads.ts'
import { bookedPlan, places } from '../helpers/booking-hall.ts'
import { dayWith } from '../helpers/days.ts'

const at = (date: string, time: string) => atClock(date, time, 'WITA')
const slot = (date: string, time: string, load: number, free = 3): SlotLoad => ({
  id: `${date}T${time}`,
  start: at(date, time),
  date,
  free,
  load,
})

describe('the quiet times', () => {
  it('are the two quietest, on two dates, and last the soonest [Z5]', () => {
    const slots = [
      slot('2026-06-09', '11:00', 0.8),
      slot('2026-06-09', '13:00', 0.4),
      slot('2026-06-10', '08:00', 0.5),
      slot('2026-06-10', '13:30', 0.1),
      slot('2026-06-10', '14:00', 0.2),
      slot('2026-06-11', '14:00', 0.3),
    ]
    expect(quietTimes(slots)).toEqual([
      { id: '2026-06-10T13:30', why: 'quiet', crowd: 'few' },
      { id: '2026-06-11T14:00', why: 'quiet', crowd: 'few' },
      { id: '2026-06-09T11:00', why: 'soonest', crowd: 'many' },
    ])
  })

  it('are none that is full, and none so far away that it is only empty because nobody looks there yet [Z5]', () => {
    const near = [9, 10, 11, 12, 15].map(n => slot(`2026-06-${String(n).padStart(2, '0')}`, '09:00', 0.5))
    const named = quietTimes([...near, slot('2026-06-16', '09:00', 0), slot('2026-06-09', '08:00', 0, 0)])
    expect(named.map(q => q.id)).toEqual(['2026-06-10T09:00', '2026-06-11T09:00', '2026-06-09T09:00'])
    expect(quietTimes([slot('2026-06-09', '08:00', 0, 0)])).toEqual([])
    expect(quietTimes([slot('2026-06-09', '08:00', 0)])).toEqual([
      { id: '2026-06-09T08:00', why: 'soonest', crowd: 'none' },
    ])
  })
})

describe('how full a slot is', () => {
  it('counts what is booked of all services, and whoever waits now in the next slots [Z5]', () => {
    const starts = ['08:00', '08:30', '09:00'].map(time => at('2026-06-09', time))
    const booking = (each: readonly number[]) => ({ ...places(0), places: each })
    const plan = bookedPlan()
    const [a, b] = plan.services
    const day = (taken: Readonly<Record<string, number>>, waiting: number) => ({
      ...dayWith(waiting),
      plan: {
        ...plan,
        slots: { ...plan.slots!, starts },
        services: [
          { ...a!, id: 'a', booking: booking([2, 2, 2]) },
          { ...b!, id: 'b', booking: booking([2, 2, 0]) },
        ],
      },
      slots: Object.fromEntries(
        Object.entries(taken).map(([id, n]) => [slotKey(id, starts[0]!), { ...UNUSED, taken: n }]),
      ),
    })
    const before = at('2026-06-09', '07:00')
    expect(slotLoads(day({ a: 1, b: 1 }, 0), before)).toEqual([0.5, 0, 0])
    expect(slotLoads(day({ a: 1 }, 5), before)).toEqual([1, 0.25, 0])
    // The first slot has begun: nobody who waits is expected in it.
    expect(slotLoads(day({ a: 1 }, 5), starts[0]!)).toEqual([0.25, 1, 0.5])
    expect(slotLoads({ ...day({}, 0), plan: null }, before)).toEqual([])
  })
})

describe('the times of a day', () => {
  const grid = (minutes: number, from = '08:00', to = '15:00') => {
    const slots = []
    for (let start = at('2026-06-09', from); start < at('2026-06-09', to); start += minutes * MINUTE)
      slots.push({ start, end: start + minutes * MINUTE })
    return slots
  }

  it('stand in parts of the day, never more than eight together, and none is lost [Z6]', () => {
    const parts = slotGroups(grid(30), 'WITA')
    expect(parts.map(({ part, slots }) => [part, slots.length])).toEqual([
      ['morning', 4],
      ['noon', 4],
      ['afternoon', 6],
    ])
    expect([parts[0]!.from, parts[0]!.to]).toEqual([at('2026-06-09', '08:00'), at('2026-06-09', '10:00')])
    for (const minutes of [5, 10, 15, 20, 60]) {
      const slots = grid(minutes, '00:00', '24:00')
      const groups = slotGroups(slots, 'WITA')
      expect(Math.max(...groups.map(g => g.slots.length))).toBeLessThanOrEqual(8)
      expect(groups.flatMap(g => g.slots)).toEqual(slots)
    }
  })

  it('never stand in two groups of one name: what is shared out is numbered [Z6]', () => {
    for (const minutes of [5, 15, 20, 30]) {
      const names = slotGroups(grid(minutes, '00:00', '24:00'), 'WITA').map(({ part, no }) => `${part} ${no ?? ''}`)
      expect(new Set(names).size).toBe(names.length)
    }
    expect(slotGroups(grid(30), 'WITA').map(({ no }) => no)).toEqual([undefined, undefined, undefined])
  })
})
