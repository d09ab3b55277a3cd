import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import { bookable, freePlaces, heldPlace, mayBook, mustBook } from '../../shared/queue/places.ts'
import { bookedPlan, bookingHall, EVENING, numbers, places, slot, type BookingHall } from '../helpers/booking-hall.ts'
import { refusalOf } from '../helpers/days.ts'

const free = (hall: BookingHall, index: number, priority = false) =>
  freePlaces(hall.day, bookable(hall.day, 'ktp'), hall.now, { priority })[index]

describe('booking a place', () => {
  it('gives the number at once, in a series of its own that rises with the slots [N3]', () => {
    const hall = bookingHall()
    const nos = [3, 1, 1, 3, 0].map(i => hall.book(i))
    expect(numbers(hall, nos)).toEqual(['AR-07', 'AR-03', 'AR-04', 'AR-08', 'AR-01'])
    expect(hall.ticket(nos[0]!)).toMatchObject({
      state: 'booked',
      joined: 'booked',
      bookedAt: EVENING,
      slot: { start: slot(3), end: slot(4) },
      due: slot(3) - 30 * MINUTE,
    })
    hall.until(slot(0))
    expect(hall.ticket(hall.take('ktp')).number).toBe('A-001')
  })

  it('sells no place twice [B1]', () => {
    const hall = bookingHall()
    hall.book(1)
    hall.book(1)
    expect(refusalOf(() => hall.book(1))).toBe('SLOT_FULL')
    expect(free(hall, 1)).toBe(0)
    expect(free(hall, 2)).toBe(2)
  })

  it('gives no number twice, whatever becomes of its ticket [N4]', () => {
    const hall = bookingHall(bookedPlan(places(1)))
    hall.cancel(hall.book(1))
    expect(numbers(hall, [hall.book(1)])).toEqual(['AR-15'])
    expect(numbers(hall, [hall.book(2)])).toEqual(['AR-03'])
  })

  it('is for slots to come: refused from the very instant at which the slot begins [B2]', () => {
    const hall = bookingHall()
    hall.until(slot(1) - 1)
    hall.book(1)
    hall.until(slot(1))
    expect(refusalOf(() => hall.book(1))).toBe('SLOT_PAST')
  })

  it('shows no free place from the very instant at which the slot begins [B2]', () => {
    const hall = bookingHall()
    hall.until(slot(1) - 1)
    expect(free(hall, 1)).toBe(2)
    hall.until(slot(1))
    expect([free(hall, 1), free(hall, 2)]).toEqual([0, 2])
  })

  it('is refused for what is no slot, no booked service, or a service that is closed', () => {
    const hall = bookingHall()
    const book = (serviceId: string, start: number) =>
      refusalOf(() => hall.ask('holder', { verb: 'book', serviceId, start, priority: false, ticketId: 'x' }))
    expect(book('ktp', slot(1) + 1)).toBe('SLOT_UNKNOWN')
    expect(book('kk', slot(1))).toBe('NOT_BOOKABLE')
    expect(book('sim', slot(1))).toBe('SERVICE_UNKNOWN')
    hall.ask('system', { verb: 'closeService', serviceId: 'ktp', reason: 'systemDown' })
    expect(book('ktp', slot(1))).toBe('SERVICE_CLOSED')
  })

  it('moves to another slot under the same number, and the place left is free again [B11]', () => {
    const hall = bookingHall(bookedPlan(places(1)))
    const no = hall.book(1)
    hall.ask('holder', { verb: 'reschedule', no, start: slot(4) })
    expect(hall.ticket(no)).toMatchObject({ number: 'AR-02', slot: { start: slot(4) }, due: slot(4) - 30 * MINUTE })
    expect([free(hall, 1), free(hall, 4)]).toEqual([1, 0])
    expect(hall.ask('holder', { verb: 'reschedule', no, start: slot(4) })).toEqual([])
    hall.book(1)
    expect(refusalOf(() => hall.ask('holder', { verb: 'reschedule', no, start: slot(1) }))).toBe('SLOT_FULL')
  })

  it('given back stays away for its while, so that it cannot be handed to somebody who pays for it [B12]', () => {
    const hall = bookingHall(bookedPlan(places(1)))
    hall.cancel(hall.book(1), 20)
    hall.wait(20)
    hall.until(hall.now - 1)
    expect(refusalOf(() => hall.book(1))).toBe('SLOT_FULL')
    hall.until(hall.now + 1)
    hall.book(1)
  })
})

describe('whether a service may be booked', () => {
  const said = (hall: BookingHall) => [
    mayBook(hall.day, 'ktp') !== undefined,
    refusalOf(() => mustBook(hall.day, 'ktp', hall.now)),
  ]

  it('is one question with one answer, and a reason when it is no', () => {
    const { booking: _, ...walkIn } = bookedPlan().services.find(s => s.id === 'ktp')!
    const plan = bookedPlan()
    const others = plan.services.filter(s => s.id !== 'ktp')
    expect(said(bookingHall())).toEqual([true, undefined])
    expect(said(bookingHall(bookedPlan(places(2), { open: false })))).toEqual([false, 'SERVICE_CLOSED'])
    expect(said(bookingHall({ ...plan, services: [walkIn, ...others] }))).toEqual([false, 'NOT_BOOKABLE'])
    expect(said(bookingHall({ ...plan, services: others }))).toEqual([false, 'SERVICE_UNKNOWN'])
  })

  it('is no while it is closed for a while, and yes again afterwards', () => {
    const hall = bookingHall()
    hall.staff('sari', { verb: 'closeService', serviceId: 'ktp', reason: 'systemDown' })
    expect(said(hall)).toEqual([false, 'SERVICE_CLOSED'])
    hall.staff('sari', { verb: 'openService', serviceId: 'ktp' })
    expect(said(hall)).toEqual([true, undefined])
  })
})

describe('a place held while the form is filled', () => {
  it('counts until its minute, and not at it [B7]', () => {
    const hall = bookingHall(bookedPlan(places(1)))
    hall.hold(1, 'mine', { minutes: 5 })
    expect(refusalOf(() => hall.book(1))).toBe('SLOT_FULL')
    expect(refusalOf(() => hall.hold(1, 'other'))).toBe('SLOT_FULL')
    hall.wait(5)
    expect(free(hall, 1)).toBe(1)
    expect(hall.ask('holder', { verb: 'endHold', serviceId: 'ktp', start: slot(1), holdId: 'mine' })).toEqual([])
    hall.book(1)
  })

  it('is found in the day under its id, by its service and slot, until it is over', () => {
    const hall = bookingHall(bookedPlan(places(2)))
    hall.hold(1, 'mine', { minutes: 5 })
    hall.hold(2, 'other', { minutes: 9 })
    expect(heldPlace(hall.day, 'mine', hall.now)).toEqual({ serviceId: 'ktp', start: slot(1) })
    expect(heldPlace(hall.day, 'nobody', hall.now)).toBeUndefined()
    hall.wait(5)
    expect(heldPlace(hall.day, 'mine', hall.now)).toBeUndefined()
    expect(heldPlace(hall.day, 'other', hall.now)).toEqual({ serviceId: 'ktp', start: slot(2) })
  })

  it('becomes the booking of the form, and of no other [B7]', () => {
    const hall = bookingHall(bookedPlan(places(2)))
    hall.hold(1, 'mine')
    hall.book(1)
    expect(refusalOf(() => hall.book(1, { holdId: 'other' }))).toBe('HOLD_ENDED')
    hall.book(1, { holdId: 'mine' })
    expect(hall.day.slots[`ktp@${slot(1)}`]).toMatchObject({ taken: 2, holds: [] })
  })

  it('that is over can still be booked while a place is free, and is said to be over when none is [B8]', () => {
    const hall = bookingHall(bookedPlan(places(1)))
    hall.hold(1, 'mine')
    hall.wait(5)
    hall.hold(1, 'other')
    expect(refusalOf(() => hall.book(1, { holdId: 'mine' }))).toBe('HOLD_ENDED')
    hall.ask('holder', { verb: 'endHold', serviceId: 'ktp', start: slot(1), holdId: 'other' })
    hall.book(1, { holdId: 'mine' })
  })
})

describe('places for people with priority', () => {
  const kept = bookedPlan(places(2, { priorityPlaces: Array<number>(14).fill(1) }))

  it('are theirs alone, and they may have the others too [K6]', () => {
    const hall = bookingHall(kept)
    hall.book(1)
    expect(refusalOf(() => hall.book(1))).toBe('SLOT_FULL')
    hall.book(1, { priority: true })
    hall.book(2, { priority: true })
    hall.book(2)
    expect(refusalOf(() => hall.book(2, { priority: true }))).toBe('SLOT_FULL')
  })

  it('held for somebody with priority leave the others as many as before', () => {
    const hall = bookingHall(kept)
    hall.hold(1, 'theirs', { priority: true })
    expect(free(hall, 1)).toBe(1)
    hall.book(1)
  })

  it('are not got by holding one with priority and booking without it [K7]', () => {
    const hall = bookingHall(kept)
    hall.book(1)
    hall.hold(1, 'sly', { priority: true })
    expect(refusalOf(() => hall.book(1, { holdId: 'sly' }))).toBe('HOLD_ENDED')
    hall.book(1, { holdId: 'sly', priority: true })
  })

  it('go to nobody else by way of the waitlist [K7]', () => {
    const hall = bookingHall(bookedPlan(places(1, { priorityPlaces: Array<number>(14).fill(1) })))
    const waiting = hall.wish()
    expect(hall.passOn()).toEqual([])
    hall.book(1, { priority: true })
    const theirs = hall.wish(true)
    expect(hall.passOn()).toEqual(['placeOffered'])
    expect([hall.ticket(waiting).state, hall.ticket(theirs).state]).toEqual(['waitlisted', 'offered'])
  })
})

describe('places given out in waves', () => {
  const at = EVENING + HOUR
  const later = EVENING + 2 * HOUR
  const waves = bookedPlan(
    places(1, {
      openings: [
        { at, share: 0.5 },
        { at: later, share: 1 },
      ],
    }),
  )
  const sold = (hall: BookingHall) =>
    Array.from({ length: 14 }, (_, i) => i).filter(i => refusalOf(() => hall.book(i)) === undefined).length

  it('cannot be booked before the first wave, which says when it is [K11]', () => {
    const hall = bookingHall(waves)
    expect(refusalOf(() => hall.book(1))).toBe('NOT_RELEASED')
    expect(refusalOf(() => hall.hold(1, 'mine'))).toBe('NOT_RELEASED')
    hall.until(at - 1)
    expect(sold(hall)).toBe(0)
  })

  it('are out with the share of each wave, from its very instant on [K10]', () => {
    const hall = bookingHall(waves)
    hall.until(at)
    expect(sold(hall)).toBe(7)
    hall.until(later - 1)
    expect(sold(hall)).toBe(0)
    hall.until(later)
    expect(sold(hall)).toBe(7)
  })

  it('are there for the desk and the draw before they are there for all [K11]', () => {
    const hall = bookingHall(waves)
    hall.book(1, { ahead: true })
    expect(refusalOf(() => hall.book(1, { ahead: true }))).toBe('SLOT_FULL')
  })
})

describe('a plan that changes in the middle', () => {
  const change = (hall: BookingHall, each: number) =>
    hall.ask('system', { verb: 'planDay', plan: bookedPlan(places(each)) })

  it('takes no booking away when places become fewer, and sells none until there is room [K12]', () => {
    const hall = bookingHall(bookedPlan(places(2)))
    const nos = [hall.book(1), hall.book(1)]
    change(hall, 1)
    expect(nos.map(no => hall.ticket(no).state)).toEqual(['booked', 'booked'])
    hall.cancel(nos[0]!)
    expect(refusalOf(() => hall.book(1))).toBe('SLOT_FULL')
    hall.cancel(nos[1]!)
    hall.book(1)
  })

  it('gives no number twice when the stretches of the slots move [N5]', () => {
    const hall = bookingHall(bookedPlan(places(1)))
    const nos = [0, 1, 2, 3].map(i => hall.book(i))
    change(hall, 3)
    nos.push(...[0, 0, 1, 1, 2, 2].map(i => hall.book(i)))
    expect(new Set(numbers(hall, nos)).size).toBe(nos.length)
  })

  it('lets those check in who booked when the service was still booked', () => {
    const hall = bookingHall()
    const no = hall.book(1)
    const walkInOnly = bookedPlan()
    const services = walkInOnly.services.map(({ booking: _, ...s }) => s)
    hall.ask('system', { verb: 'planDay', plan: { ...walkInOnly, services } })
    expect(refusalOf(() => hall.book(1))).toBe('NOT_BOOKABLE')
    hall.until(slot(1))
    hall.checkIn(no)
    expect(hall.ticket(no).state).toBe('waiting')
  })
})
