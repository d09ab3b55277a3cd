import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { ticketsOf } from '../../shared/queue/day.ts'
import { bookable, freePlaces } from '../../shared/queue/places.ts'
import { bookedPlan, bookingHall, numbers, places, slot, type BookingHall } from '../helpers/booking-hall.ts'
import { refusalOf } from '../helpers/days.ts'

const free = (hall: BookingHall, priority = false) =>
  freePlaces(hall.day, bookable(hall.day, 'ktp'), hall.now, { priority })

describe('the waitlist', () => {
  it('numbers its tickets after all that can be booked, and holds no place [W2]', () => {
    const hall = bookingHall()
    expect(numbers(hall, [hall.wish(), hall.wish()])).toEqual(['AR-29', 'AR-30'])
    expect([...ticketsOf(hall.day)].map(t => t.state)).toEqual(['waitlisted', 'waitlisted'])
    expect(hall.day.counted).toEqual({})
  })

  it('comes before everybody else for what becomes free [W3]', () => {
    const hall = bookingHall(bookedPlan(places(1)))
    const booked = Array.from({ length: 14 }, (_, i) => hall.book(i))
    const waiting = hall.wish()
    hall.cancel(booked[3]!)
    expect(refusalOf(() => hall.book(3))).toBe('SLOT_FULL')
    expect(hall.passOn()).toEqual(['placeOffered'])
    expect(hall.ticket(waiting)).toMatchObject({ state: 'offered', slot: { start: slot(3) } })
    expect(refusalOf(() => hall.book(3))).toBe('SLOT_FULL')
  })

  it('leaves one place to each of those who wait, and the others to everybody [W3 W10]', () => {
    const hall = bookingHall(bookedPlan(places(2)))
    hall.wish()
    expect(free(hall)).toEqual([1, ...Array<number>(13).fill(2)])
    hall.wish()
    hall.wish()
    expect(free(hall)).toEqual([0, 1, ...Array<number>(12).fill(2)])
    hall.book(1)
    expect(refusalOf(() => hall.book(1))).toBe('SLOT_FULL')
    expect(hall.passOn()).toEqual(['placeOffered', 'placeOffered', 'placeOffered'])
    expect(free(hall)).toEqual([0, 0, ...Array<number>(12).fill(2)])
  })

  it('leaves to priority the places kept for it, for whoever else waits has none of them [W3]', () => {
    const kept = Array.from({ length: 14 }, (_, i) => (i === 3 ? 1 : 0))
    const hall = bookingHall(bookedPlan(places(0, { places: kept.map(n => 2 * n), priorityPlaces: kept })))
    hall.wish()
    hall.wish()
    expect([free(hall)[3], free(hall, true)[3]]).toEqual([0, 1])
    hall.book(3, { priority: true })
    expect(refusalOf(() => hall.book(3, { priority: true }))).toBe('SLOT_FULL')
  })

  it('is offered no more than the numbers that a quota has left [K3 W3]', () => {
    const hall = bookingHall(bookedPlan(places(1), { quota: 14 }))
    const booked = Array.from({ length: 14 }, (_, i) => hall.book(i))
    hall.wish(false, 'own')
    hall.wish(false, 'own')
    hall.cancel(booked[3]!)
    hall.cancel(booked[4]!)
    hall.ask('system', { verb: 'planDay', plan: bookedPlan(places(1), { quota: 13 }) })
    expect(hall.passOn()).toEqual(['placeOffered'])
    expect(hall.passOn()).toEqual([])
  })

  it('is offered either the place of somebody who did not come or one given back, when one number is left [K3 W8]', () => {
    const hall = bookingHall(bookedPlan(places(1), { quota: 14 }))
    const booked = Array.from({ length: 14 }, (_, i) => hall.book(i))
    hall.wish(false, 'own')
    hall.wish(false, 'own')
    hall.cancel(booked[13]!)
    hall.ask('system', { verb: 'planDay', plan: bookedPlan(places(1), { quota: 13 }) })
    hall.until(slot(0) + 10 * MINUTE + 1)
    expect(hall.passOn()).toEqual(['ticketReleased', 'placeOffered'])
    expect(hall.day.counted['ktp']).toBe(13)
  })

  it('leaves to everybody what begins before an offer would end [W10]', () => {
    const hall = bookingHall(bookedPlan(places(1)))
    const all = Array.from({ length: 14 }, (_, i) => hall.book(i))
    hall.wish(false, 'own')
    hall.cancel(all[0]!)
    hall.until(slot(0) - 9 * MINUTE)
    expect(hall.passOn()).toEqual([])
    hall.book(0)
  })

  it('takes nobody who can have a place at once, and says how many there are and the first [W10]', () => {
    const hall = bookingHall(bookedPlan(places(0, { places: [0, 0, 3, 0, 1, ...Array<number>(9).fill(0)] })))
    hall.book(2)
    const refused = { code: 'PLACES_FREE', data: { n: 3, start: slot(2) } }
    expect(() => hall.wish(false, 'own')).toThrow(expect.objectContaining(refused))
    hall.book(2)
    hall.book(2)
    const last = hall.book(4)
    const waiting = hall.wish(false, 'own')
    // A place that was given back is not free while it is kept away, and then it is for whoever waits.
    hall.cancel(last, 20)
    hall.wish(false, 'own')
    hall.wait(20)
    expect(hall.passOn()).toEqual(['placeOffered'])
    expect(hall.ticket(waiting).state).toBe('offered')
  })

  it('takes people without priority while only places for priority are left, and nobody with it [W10]', () => {
    const kept = [1, ...Array<number>(13).fill(0)]
    const hall = bookingHall(bookedPlan(places(0, { places: kept, priorityPlaces: kept })))
    hall.wish(false, 'own')
    expect(refusalOf(() => hall.wish(true, 'own'))).toBe('PLACES_FREE')
  })

  it.each([
    ['the office is closed on that day', { starts: [] }, {}, 'DATE_CLOSED'],
    ['nothing is given out yet', {}, { openings: [{ at: slot(0), share: 1 }] }, 'NOT_RELEASED'],
  ])('takes nobody when %s [W10]', (_, times, given, code) => {
    const plan = bookedPlan(places(0, given))
    const hall = bookingHall({ ...plan, slots: { ...plan.slots!, ...times } })
    expect(refusalOf(() => hall.wish(false, 'own'))).toBe(code)
  })

  it('takes nobody once the doors have closed, nor while the service is closed [W10]', () => {
    const hall = bookingHall(bookedPlan(places(0)))
    hall.ask('staff:officer-sari', { verb: 'closeService', serviceId: 'ktp', reason: 'systemDown' })
    expect(refusalOf(() => hall.wish(false, 'own'))).toBe('SERVICE_CLOSED')
    hall.ask('staff:officer-sari', { verb: 'openService', serviceId: 'ktp' })
    hall.until(hall.day.plan!.doors!.to - 1)
    hall.wish(false, 'own')
    hall.until(hall.day.plan!.doors!.to)
    expect(refusalOf(() => hall.wish(false, 'own'))).toBe('SLOT_PAST')
  })

  it('is offered a place given back only when its while is over [W4]', () => {
    const hall = bookingHall(bookedPlan(places(1)))
    const booked = Array.from({ length: 14 }, (_, i) => hall.book(i))
    hall.wish()
    hall.cancel(booked[3]!, 20)
    expect(hall.passOn()).toEqual([])
    hall.wait(20)
    expect(hall.passOn()).toEqual(['placeOffered'])
  })

  it('takes an offer until its instant, and it is a booking like any other [W5]', () => {
    const hall = bookingHall(bookedPlan(places(1)))
    const waiting = hall.wish()
    hall.passOn()
    hall.wait(10)
    hall.until(hall.now - 1)
    hall.ask('holder', { verb: 'takeOffer', no: waiting })
    expect(hall.ticket(waiting)).toMatchObject({ state: 'booked', due: slot(0) - 30 * MINUTE })
    expect(hall.ticket(waiting).offeredUntil).toBeUndefined()
    hall.until(slot(0))
    hall.checkIn(waiting)
    expect(hall.ticket(waiting).joined).toBe('booked')
  })

  it('lets an offer lapse at its instant: the ticket ends, says why, and the next one is offered the place [W5 W6]', () => {
    const hall = bookingHall(bookedPlan(places(0, { places: [1, ...Array<number>(13).fill(0)] })))
    const [first, second] = [hall.wish(), hall.wish()]
    expect(hall.passOn()).toEqual(['placeOffered'])
    hall.wait(10)
    expect(refusalOf(() => hall.ask('holder', { verb: 'takeOffer', no: first }))).toBe('OFFER_ENDED')
    expect(hall.passOn()).toEqual(['ticketCancelled'])
    expect(hall.ticket(first)).toMatchObject({ state: 'cancelled', why: 'lapsed' })
    expect(hall.passOn()).toEqual(['placeOffered'])
    expect(hall.ticket(second).state).toBe('offered')
  })

  it('keeps an offer until the instant before its end [W5]', () => {
    const hall = bookingHall(bookedPlan(places(0, { places: [1, ...Array<number>(13).fill(0)] })))
    const waiting = hall.wish()
    hall.passOn()
    hall.wait(10)
    hall.until(hall.now - 1)
    expect(hall.passOn()).toEqual([])
    expect(hall.ticket(waiting).state).toBe('offered')
  })

  it('is offered a slot that begins at the very instant at which the offer ends, and none that begins before', () => {
    const [noon, onlyNoon] = [slot(8), places(0, { places: Array.from({ length: 14 }, (_, i) => (i === 8 ? 1 : 0)) })]
    const hall = bookingHall(bookedPlan(onlyNoon))
    hall.wish()
    hall.until(noon - 10 * MINUTE + 1)
    expect(hall.passOn()).toEqual([])
    hall.until(noon - 10 * MINUTE)
    expect(hall.passOn()).toEqual(['placeOffered'])
  })

  it('gives an offered place that is given back to the next one at once: nobody could have been promised it [B12]', () => {
    const hall = bookingHall(bookedPlan(places(0, { places: [1, ...Array<number>(13).fill(0)] })))
    const [first, second] = [hall.wish(), hall.wish()]
    hall.passOn()
    hall.cancel(first, 20)
    expect(hall.passOn()).toEqual(['placeOffered'])
    expect(hall.ticket(second)).toMatchObject({ state: 'offered', slot: { start: slot(0) } })
  })

  it('that nobody left can be left, and then the others may book again', () => {
    const hall = bookingHall(bookedPlan(places(1)))
    hall.cancel(hall.wish())
    hall.book(1)
    expect(hall.day.waitlist['ktp']).toEqual([])
  })
})
