import { describe, expect, it } from 'vitest'
import { AppError } from '../../shared/kit/errors.ts'
import { atClock, HOUR, MINUTE } from '../../shared/kit/time.ts'
import type { Request } from '../../shared/queue/command.ts'
import { ticketsOf, type QueueDay } from '../../shared/queue/day.ts'
import { slotOf } from '../../shared/queue/slots.ts'
import { placesLeft, usedOf, walkInsLeft } from '../../shared/queue/places.ts'
import { fc, runs } from '../helpers/property.ts'
import { DATE, KTP, sales, sum, type Ground } from '../helpers/sales.ts'

describe('a day that is sold', () => {
  it.each<[string, Partial<Ground>, Partial<Ground>]>([
    ['the slots become shorter', {}, { slotMinutes: 20 }],
    ['the slots become longer', { slotMinutes: 20 }, { slotMinutes: 30 }],
    ['the slots fit no longer', {}, { slotMinutes: 25 }],
    ['the quota is lowered', { quota: 40 }, { quota: 20 }],
    ['a quota comes', {}, { quota: 10 }],
    ['a quota that was lowered goes, and the counters are fewer', { quota: 30 }, { counters: 1 }],
    ['a counter goes', { counters: 2 }, { counters: 1 }],
    ['the doors open later', {}, { open: 9, hours: 3 }],
    ['the doors close earlier', {}, { hours: 2 }],
    ['a rest comes', {}, { rest: true }],
  ])('has no place to give when %s [B1 K12 K13]', (_, before, after) => {
    const it = sales(before)
    it.fill()
    it.plan(after)
    expect(it.left()).toEqual({})
  })

  it('in its morning has its afternoon to give, whatever becomes of the slots [K13]', () => {
    const it = sales()
    it.fill('08:00', '10:00')
    it.plan({ slotMinutes: 20 })
    expect(it.left()).toEqual({ '10.00': 2, '10.20': 2, '10.40': 2, '11.00': 2, '11.20': 2, '11.40': 2 })
    it.plan({ slotMinutes: 60 })
    expect(it.left()).toEqual({ '10.00': 6, '11.00': 6 })
    it.plan({})
    expect(it.left()).toEqual({ '10.00': 3, '10.30': 3, '11.00': 3, '11.30': 3 })
  })

  it('as far as a lowered quota goes has nothing more to give, though its other slots are empty [K3 K13]', () => {
    const it = sales({ quota: 24 })
    it.fill('08:00', '10:00')
    it.plan({ quota: 14 })
    expect(sum(it.free())).toBe(2)
    it.plan({ quota: 12 })
    expect(it.left()).toEqual({})
  })

  it('beyond what a slot has by now lives on the next slots, in which its people are served [K13]', () => {
    const it = sales({ counters: 2 })
    it.book('09:00', 6)
    it.plan({ counters: 1 })
    expect(it.left()).toEqual({ '08.00': 3, '08.30': 3, '10.00': 3, '10.30': 3, '11.00': 3, '11.30': 3 })
  })

  it('as far as its first wave goes has nothing more to give before the next, whatever becomes of the slots [K10 K13]', () => {
    const it = sales({ waves: true })
    it.fill()
    expect(it.day.counted[KTP]).toBe(12)
    for (const slotMinutes of [20, 45, 60, 30]) {
      it.plan({ waves: true, slotMinutes })
      expect(it.left()).toEqual({})
    }
    it.plan({ slotMinutes: 20 })
    expect(sum(it.free())).toBe(12)
  })

  it('counts who has priority among the places kept for it, in slots of before a change too [K6 K13]', () => {
    const it = sales({ priorityShare: 0.5 })
    it.book('08:00')
    const start = atClock(DATE, '08:30', 'WITA')
    it.act({ verb: 'book', serviceId: KTP, start, priority: true, ticketId: 'first' })
    it.plan({ priorityShare: 0.5, slotMinutes: 60 })
    // Of six places two are used, and of the three kept for priority two are left.
    expect([it.free()[0], it.free(true)[0]]).toEqual([2, 4])
  })

  it('gives again what is given back, and in the slot of before the change too [K13]', () => {
    const it = sales()
    it.fill()
    it.plan({ slotMinutes: 20 })
    it.act({ verb: 'cancel', no: 0 })
    it.act({ verb: 'cancel', no: 1 })
    expect(sum(it.free())).toBe(2)
  })
})

describe('the numbers of a quota', () => {
  it('keep those for walk-ins, also when nobody stayed away for months [K2 K3]', () => {
    const it = sales({ quota: 40, reserve: 0.3 })
    it.fill()
    expect([it.day.counted[KTP], walkInsLeft(it.day, KTP, it.now)]).toEqual([28, 12])
  })

  it('that walk-ins have taken are not booked any more when the quota is lowered [K3 K13]', () => {
    const it = sales({ quota: 24, reserve: 0.5 })
    it.wait(12 * HOUR)
    const walkIn = () => it.act({ verb: 'takeTicket', serviceId: KTP, priority: false, ticketId: `t${it.day.taken}` })
    for (let i = 0; i < 12; i++) walkIn()
    it.plan({ quota: 14, reserve: 0 })
    it.book('11:00')
    it.act({
      verb: 'holdSlot',
      serviceId: KTP,
      start: atClock(DATE, '11:30', 'WITA'),
      priority: false,
      holdId: 'h',
      holdMs: HOUR,
    })
    expect(it.left()).toEqual({})
    it.plan({ quota: 5, reserve: 0 })
    expect(new Set(it.free())).toEqual(new Set([0]))
    expect(walkIn).toThrow(expect.objectContaining({ code: 'QUOTA_FULL' }))
  })

  it('of people who did not come go either to walk-ins or to those who wait, not to both [K3 W8]', () => {
    const it = sales({ quota: 3, hours: 8 })
    it.fill()
    it.wait(18 * HOUR)
    it.act({ verb: 'passOn' })
    const walkIn = () => it.act({ verb: 'takeTicket', serviceId: KTP, priority: false, ticketId: `t${it.day.taken}` })
    while (walkInsLeft(it.day, KTP, it.now) > 0) walkIn()
    expect(it.day.unclaimed[KTP]).toBe(2)
    it.act({ verb: 'joinWaitlist', serviceId: KTP, priority: false, ticketId: 'waits' })
    it.act({ verb: 'passOn' })
    expect([it.day.counted[KTP], it.day.unclaimed[KTP]]).toEqual([3, 2])
  })
})

describe('places left', () => {
  it('of a day are those that it has less those that are used, whatever slot they are used in [K13]', () => {
    const slots = fc.array(fc.tuple(fc.nat(6), fc.nat(9)), { maxLength: 40 })
    fc.assert(
      fc.property(slots, pairs => {
        const left = placesLeft(
          pairs.map(([n]) => n),
          pairs.map(([, n]) => n),
        )
        expect(sum(left)).toBe(Math.max(0, sum(pairs.map(([has, used]) => has - used))))
        // And no slot gives more than it has itself.
        left.forEach((n, i) => expect(n).toBeLessThanOrEqual(Math.max(0, pairs[i]![0] - pairs[i]![1])))
      }),
    )
  })
})

const ground: fc.Arbitrary<Ground> = fc.record({
  slotMinutes: fc.constantFrom(10, 15, 20, 25, 30, 45, 60),
  quota: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
  counters: fc.integer({ min: 0, max: 3 }),
  open: fc.integer({ min: 7, max: 13 }),
  hours: fc.integer({ min: 1, max: 5 }),
  rest: fc.boolean(),
  reserve: fc.constantFrom(0, 0.3),
  priorityShare: fc.constantFrom(0, 0.2),
  waves: fc.boolean(),
})
const step = fc.oneof(
  { arbitrary: fc.record({ verb: fc.constant('plan' as const), ground }), weight: 1 },
  {
    arbitrary: fc.record({
      verb: fc.constantFrom('book', 'book', 'book', 'hold', 'move', 'cancel', 'walkIn', 'wait', 'passOn', 'later'),
      which: fc.nat(999),
      times: fc.integer({ min: 1, max: 9 }),
    }),
    weight: 12,
  },
)

describe('whatever is changed while places are sold', () => {
  it('no day, no end of a day and no slot is sold beyond its places, and no quota is passed [B1 K3 K13]', () => {
    let [sold, changed] = [0, 0]
    fc.assert(
      fc.property(ground, fc.array(step, { maxLength: 60, size: 'max' }), (first, steps) => {
        const it = sales(first)
        for (const s of steps) {
          if (s.verb === 'plan') {
            it.plan(s.ground)
            changed++
            continue
          }
          if (s.verb === 'later') it.wait(s.which * 10_000)
          for (let i = 0; i < s.times; i++) {
            const request = requestOf(it.day, s.verb, s.which + i)
            if (!request) break
            try {
              const before = it.act(request)
              if (request.verb === 'book') sold++
              expectWithin(before, it.day, it.now)
            } catch (error) {
              if (!(error instanceof AppError)) throw error
            }
          }
        }
      }),
      { numRuns: runs(300) },
    )
    expect(sold).toBeGreaterThan(500)
    expect(changed).toBeGreaterThan(100)
  })
})

function requestOf(day: QueueDay, verb: string, which: number): Request | undefined {
  const pick = <T>(list: readonly T[]) => list[which % list.length]
  const start = pick(day.plan!.slots!.starts) ?? 0
  const priority = which % 5 === 0
  const ticketId = `t${day.taken}`
  const booked = pick([...ticketsOf(day)].filter(t => t.state === 'booked' || t.state === 'waitlisted'))
  switch (verb) {
    case 'book':
      return { verb, serviceId: KTP, start, priority, ticketId }
    case 'hold':
      return { verb: 'holdSlot', serviceId: KTP, start, priority, holdId: `h${day.seq}`, holdMs: 5 * MINUTE }
    case 'walkIn':
      return { verb: 'takeTicket', serviceId: KTP, priority, ticketId }
    case 'wait':
      return { verb: 'joinWaitlist', serviceId: KTP, priority, ticketId }
    case 'move':
      return booked && { verb: 'reschedule', no: booked.no, start, heldBackMs: (which % 3) * 10 * MINUTE }
    case 'cancel':
      return booked && { verb: 'cancel', no: booked.no, heldBackMs: (which % 3) * 10 * MINUTE }
    default:
      return { verb: 'passOn' }
  }
}

/** Of the whole day, and of what of it is left from each slot on, never more is used than it has or than was used before. */
function expectWithin(before: QueueDay, after: QueueDay, now: number): void {
  const { starts, slotMs } = after.plan!.slots!
  // What was booked for a time between two slots is served in the next.
  const from = (i: number) => (i === 0 ? 0 : starts[i - 1]! + slotMs)
  const { places = [] } = after.plan!.services.find(s => s.id === KTP)!.booking ?? {}
  const used = (day: QueueDay, begin: number, end: number) =>
    sum(
      Object.entries(day.slots)
        .filter(([key]) => slotOf(key).start >= begin && slotOf(key).start < end)
        .map(([, use]) => usedOf(use, now)),
    )
  const check = (what: string, begin: number, end: number, has: number) => {
    const [was, is] = [used(before, begin, end), used(after, begin, end)]
    if (is > Math.max(was, has)) expect.fail(`${what}: ${is} used of ${has}, ${was} before`)
  }
  check('the day', 0, Infinity, sum(places))
  starts.forEach((start, i) => {
    check(`from slot ${i} on`, from(i), Infinity, sum(places.slice(i)))
    check(`slot ${i}`, from(i), i === starts.length - 1 ? Infinity : start + slotMs, places[i]!)
  })
  const { quota = Infinity } = after.plan!.services.find(s => s.id === KTP)!
  const [was = 0, is = 0] = [before.counted[KTP], after.counted[KTP]]
  if (is > Math.max(was, quota)) expect.fail(`${is} numbers of a quota of ${quota}, ${was} before`)
}
