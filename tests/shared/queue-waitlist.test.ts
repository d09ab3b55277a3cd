import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { ticketsOf } from '../../shared/queue/day.ts'
import { bookable, freePlaces } from '../../shared/queue/places.ts'
import { bookedPlan, bookingHall, numbers, places, slot } from '../helpers/booking-hall.ts'
import { refusalOf } from '../helpers/days.ts'

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

  it('leaves to priority only the places kept for it, while those who wait have none [W3]', () => {
    const kept = Array.from({ length: 14 }, () => 1)
    const hall = bookingHall(bookedPlan(places(3, { priorityPlaces: kept })))
    hall.wish()
    const free = freePlaces(hall.day, bookable(hall.day, 'ktp'), hall.now, { priority: true })
    expect(free[3]).toBe(1)
    hall.book(3, { priority: true })
    expect(refusalOf(() => hall.book(3, { priority: true }))).toBe('SLOT_FULL')
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
