import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import type { DrawnEntry } from '../../shared/queue/command.ts'
import { ticketsOf, type PlannedService } from '../../shared/queue/day.ts'
import type { PlannedBooking } from '../../shared/queue/slots.ts'
import { bookable, freePlaces } from '../../shared/queue/places.ts'
import { bookedPlan, bookingHall, EVENING, places, slot, type BookingHall } from '../helpers/booking-hall.ts'
import { refusalOf } from '../helpers/days.ts'

const WINDOW = { from: EVENING + HOUR, to: EVENING + 3 * HOUR }
const starts = [0, 1, 2, 3].map(slot)

/** A hall whose identity cards are drawn; `opened` in its window. */
function drawHall(each = 2, change: Partial<PlannedBooking> = {}, ktp: Partial<PlannedService> = {}): BookingHall {
  return bookingHall(bookedPlan(places(each, { draw: WINDOW, ...change }), ktp))
}
const open = (hall: BookingHall, window = WINDOW) =>
  hall.ask('system', { verb: 'openDraw', serviceId: 'ktp', ...window })
function opened(hall: BookingHall): BookingHall {
  hall.until(WINDOW.from)
  open(hall)
  return hall
}
const wants = (ticketId: string, wishes: number[], more: Partial<DrawnEntry> = {}): DrawnEntry => ({
  ...{ ticketId, wishes, anySlot: false, priority: false },
  ...more,
})
const hold = (hall: BookingHall, ...entries: DrawnEntry[]) =>
  hall.ask('system', { verb: 'holdDraw', serviceId: 'ktp', starts, slotMs: 30 * MINUTE, entries })
const drawnPlaces = (hall: BookingHall) =>
  hall.events.flatMap(e => (e.type === 'drawHeld' ? e.places.map(p => p.places) : []))
const free = (hall: BookingHall) => freePlaces(hall.day, bookable(hall.day, 'ktp'), hall.now, { priority: true })

/** What every way to a place answers. */
const ways = (hall: BookingHall, moving: number) => [
  refusalOf(() => hall.book(1)),
  refusalOf(() => hall.book(1, { ahead: true })),
  refusalOf(() => hall.book(1, { priority: true })),
  refusalOf(() => hall.hold(1, 'mine')),
  refusalOf(() => hall.wish(false, 'own')),
  refusalOf(() => hall.ask('holder', { verb: 'reschedule', no: moving, start: slot(1) })),
]
const PENDING = Array<string>(6).fill('DRAW_PENDING')

describe('until its draw is held, a place', () => {
  it('is given by no other way, from the plan on and after the window until the stroke [U9]', () => {
    const hall = bookingHall(bookedPlan(places(2)))
    const moving = hall.book(0)
    hall.ask('system', { verb: 'planDay', plan: bookedPlan(places(2, { draw: WINDOW })) })
    expect(ways(hall, moving)).toEqual(PENDING)
    opened(hall)
    expect(ways(hall, moving)).toEqual(PENDING)
    hall.until(WINDOW.to + HOUR)
    expect(ways(hall, moving)).toEqual(PENDING)
    expect(free(hall).every(n => n === 0)).toBe(true)
    hold(hall)
    expect(free(hall)[1]).toBe(2)
    hall.book(1)
  })

  it('is offered to nobody who waited under an earlier rule [U9]', () => {
    const hall = bookingHall(bookedPlan(places(0)))
    hall.wish(false, 'own')
    hall.ask('system', { verb: 'planDay', plan: bookedPlan(places(1, { draw: WINDOW })) })
    expect(hall.passOn()).toEqual([])
    opened(hall)
    hall.until(WINDOW.to)
    expect(hall.passOn()).toEqual([])
    hold(hall)
    expect(hall.passOn()).toEqual(['placeOffered'])
  })

  it('stays with a draw that has opened, whatever the plan says by now [U10]', () => {
    const hall = opened(drawHall())
    hall.ask('system', { verb: 'planDay', plan: bookedPlan(places(2)) })
    hall.until(WINDOW.to)
    expect(refusalOf(() => hall.book(1))).toBe('DRAW_PENDING')
    hold(hall)
    hall.book(1)
    const later = { from: hall.now, to: hall.now + HOUR }
    hall.ask('system', { verb: 'planDay', plan: bookedPlan(places(2, { draw: later })) })
    hall.book(1)
  })

  it('is given by it though waves were to release it later [U10 K11]', () => {
    const hall = opened(drawHall())
    const later = { openings: [{ at: slot(0) - MINUTE, share: 1 }] }
    hall.ask('system', { verb: 'planDay', plan: bookedPlan(places(2, later)) })
    hall.until(WINDOW.to)
    hold(hall, wants('a', [1]))
    expect(drawnPlaces(hall)).toEqual([2, 2, 2, 2])
    expect(refusalOf(() => hall.book(1))).toBe('NOT_RELEASED')
  })

  it('is open to all at the end of a window that never opened, and not an instant before [U9]', () => {
    const hall = drawHall()
    hall.until(WINDOW.to - 1)
    expect(refusalOf(() => hall.book(1))).toBe('DRAW_PENDING')
    hall.until(WINDOW.to)
    hall.book(1)
  })
})

describe('a draw', () => {
  it('opens once, within its window, and keeps it [U7 U10]', () => {
    const hall = drawHall()
    expect(refusalOf(() => open(hall))).toBe('DRAW_CLOSED')
    hall.until(WINDOW.from)
    expect(open(hall).map(e => e.type)).toEqual(['drawOpened'])
    expect(open(hall, { from: hall.now, to: hall.now + 9 * HOUR })).toEqual([])
    expect(hall.day.draws).toEqual({ ktp: WINDOW })
    const late = drawHall()
    late.until(WINDOW.to)
    expect(refusalOf(() => open(late))).toBe('DRAW_CLOSED')
  })

  it('gives each in turn a place or a turn on the waitlist, numbered as the slots are, in one act [U4 U5]', () => {
    const hall = opened(drawHall(1))
    hall.until(WINDOW.to)
    const entries = [
      wants('d', [2]),
      wants('a', [2, 0]),
      wants('x', [2]),
      wants('b', [9], { anySlot: true, priority: true }),
      wants('y', [0]),
    ]
    const events = hold(hall, ...entries)
    expect(events.map(e => e.type)).toEqual([
      ...['drawHeld', 'ticketBooked', 'ticketBooked', 'ticketBooked', 'waitlistJoined', 'waitlistJoined'],
    ])
    expect([...ticketsOf(hall.day)].map(t => [t.id, t.number, t.state, t.slot?.start, t.priority])).toEqual([
      ['a', 'AR-01', 'booked', slot(0), false],
      ['b', 'AR-02', 'booked', slot(1), true],
      ['d', 'AR-03', 'booked', slot(2), false],
      ['x', 'AR-15', 'waitlisted', undefined, false],
      ['y', 'AR-16', 'waitlisted', undefined, false],
    ])
    expect(hall.day.draws['ktp']).toEqual({ ...WINDOW, held: WINDOW.to })
    expect(hall.ticket(0)).toMatchObject({ due: slot(0) - 30 * MINUTE, slot: { end: slot(1) } })
    expect(refusalOf(() => hold(hall, wants('late', [0])))).toBe('DRAW_HELD')
  })

  it('has to give what nobody has and nobody is promised: no places of priority [U5]', () => {
    const hall = bookingHall(bookedPlan(places(2, { priorityPlaces: [1, 0, 0, 0, ...Array<number>(10).fill(0)] })))
    hall.book(1)
    hall.hold(2, 'somebody', { minutes: 999 })
    opened(hall)
    hall.until(WINDOW.to)
    hold(hall, wants('a', [4], { anySlot: true }))
    expect(drawnPlaces(hall)).toEqual([1, 1, 1, 2])
    expect([...ticketsOf(hall.day)].at(-1)).toMatchObject({ id: 'a', slot: { start: slot(0) } })
  })

  it('is not held on wishes that were read in other times than those of the day: they are read again [U5 U11]', () => {
    const hall = opened(drawHall())
    hall.until(WINDOW.to)
    const others = { starts: [slot(0) - MINUTE], slotMs: 30 * MINUTE, entries: [wants('a', [0])] }
    const held = () => hall.ask('system', { verb: 'holdDraw', serviceId: 'ktp', ...others })
    expect(refusalOf(held)).toBe('SETTINGS_CHANGED')
    expect(hall.day.draws['ktp']!.held).toBeUndefined()
  })

  it('never gives more than the numbers that a quota has left [K3 U5]', () => {
    const hall = opened(drawHall(2, {}, { quota: 3 }))
    hall.until(WINDOW.to)
    const entries = Array.from({ length: 5 }, (_, i) => wants(`e${i}`, [i % 4], { anySlot: true }))
    hold(hall, ...entries)
    expect(drawnPlaces(hall)).toEqual([2, 1, 0, 0])
    expect([...ticketsOf(hall.day)].map(t => t.state)).toEqual([
      ...['booked', 'booked', 'booked', 'waitlisted', 'waitlisted'],
    ])
  })

  it('has no places where its service takes nobody [U5]', () => {
    const hall = opened(drawHall(2, {}, { open: false }))
    hall.until(WINDOW.to)
    hold(hall, wants('a', [0], { anySlot: true }), wants('b', [1]))
    expect(drawnPlaces(hall)).toEqual([0, 0, 0, 0])
    expect(hall.day.waitlist['ktp']).toEqual([0, 1])
  })

  it('gives nobody a second ticket for an entry that has one already [U5]', () => {
    const hall = bookingHall(bookedPlan(places(2)))
    hall.book(0)
    const { id } = hall.ticket(0)
    hold(hall, wants(id!, [0]), wants('a', [0]))
    expect([...ticketsOf(hall.day)].map(t => t.id)).toEqual([id, 'a'])
  })
})
