import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { bookable, freePlaces, walkInsLeft } from '../../shared/queue/places.ts'
import { bookedPlan, bookingHall, EVENING, places, slot, type BookingHall } from '../helpers/booking-hall.ts'
import { refusalOf } from '../helpers/days.ts'

const walkIns = (hall: BookingHall) => walkInsLeft(hall.day, 'ktp', hall.now)
const statesOf = (hall: BookingHall, nos: readonly number[]) => nos.map(no => hall.ticket(no).state)
/** Ten places in the first slot and none later, a quota of ten. */
const tenPlaces = bookedPlan(places(0, { places: [10, ...Array<number>(13).fill(0)] }), { quota: 10 })

/** Ten booked for eight, four came, and it is the last instant of the grace. */
function tenBookedFourCame() {
  const hall = bookingHall(tenPlaces, { 1: 'sari' })
  const booked = Array.from({ length: 10 }, () => hall.book(0))
  const wishes = [hall.wish(), hall.wish()]
  hall.until(slot(0) - 20 * MINUTE)
  booked.slice(0, 4).forEach(no => hall.checkIn(no))
  hall.until(slot(0) + 10 * MINUTE)
  return { hall, booked, wishes }
}

describe('ten booked and four arrived', () => {
  it('releases six at the cut-off, and none at the last instant of the grace [W1]', () => {
    const { hall, booked } = tenBookedFourCame()
    expect(hall.passOn()).toEqual([])
    hall.until(hall.now + 1)
    hall.passOn()
    expect(statesOf(hall, booked)).toEqual([...Array(4).fill('waiting'), ...Array(6).fill('released')])
  })

  it('offers the places to the waitlist in the same act, in its order, and leaves the rest to walk-ins [W1 W9]', () => {
    const { hall, wishes } = tenBookedFourCame()
    expect(walkIns(hall)).toBe(0)
    hall.wait(1)
    const made = hall.passOn()
    expect(made.filter(t => t === 'ticketReleased')).toHaveLength(6)
    expect(made.filter(t => t === 'placeOffered')).toHaveLength(2)
    expect(statesOf(hall, wishes)).toEqual(['offered', 'offered'])
    expect(walkIns(hall)).toBe(4)
    for (let i = 0; i < 4; i++) hall.take('ktp')
    expect(refusalOf(() => hall.take('ktp'))).toBe('QUOTA_FULL')
    expect(hall.passOn()).toEqual([])
  })

  it('offers a time of its own that can be reached: after the offer and the way to the office [W7]', () => {
    const { hall, wishes } = tenBookedFourCame()
    hall.wait(1)
    hall.passOn()
    const { slot: offered, offeredUntil } = hall.ticket(wishes[0]!)
    expect(offeredUntil).toBe(hall.now + 10 * MINUTE)
    expect(offered!.start).toBeGreaterThanOrEqual(offeredUntil! + 20 * MINUTE)
    expect(offered!.start % (5 * MINUTE)).toBe(0)
  })

  it('lets a released one still join, late, as a walk-in [I3]', () => {
    const { hall, booked } = tenBookedFourCame()
    hall.wait(1)
    hall.passOn()
    hall.wait(5)
    hall.checkIn(booked[9]!)
    expect(hall.ticket(booked[9]!)).toMatchObject({ state: 'waiting', joined: 'late', due: hall.now })
    expect(walkIns(hall)).toBe(3)
  })

  it('releases nobody from a service that is closed, for nobody could have been served [T4]', () => {
    const { hall, booked } = tenBookedFourCame()
    hall.ask('system', { verb: 'closeService', serviceId: 'ktp', reason: 'systemDown' })
    hall.wait(5)
    expect(hall.passOn()).toEqual([])
    expect(statesOf(hall, booked.slice(4))).toEqual(Array(6).fill('booked'))
  })

  it('lets those who waited for a closed service check in anew when it opens, and releases them a whole window later [T4]', () => {
    const { hall, booked } = tenBookedFourCame()
    const act = { serviceId: 'ktp' } as const
    hall.ask('system', { verb: 'closeService', ...act, reason: 'systemDown' })
    hall.wait(120)
    hall.ask('system', { verb: 'openService', ...act })
    expect(hall.passOn()).toEqual([])
    hall.wait(30)
    hall.checkIn(booked[9]!)
    expect(hall.ticket(booked[9]!)).toMatchObject({ state: 'waiting', joined: 'booked' })
    expect(hall.passOn()).toEqual([])
    hall.wait(1)
    expect(hall.passOn().filter(type => type === 'ticketReleased')).toHaveLength(5)
  })
})

describe('the place of somebody who did not come', () => {
  const offeredAtHalfPast = () => {
    const hall = bookingHall(bookedPlan(places(1)), { 1: 'sari' })
    const noShow = hall.book(0)
    const others = Array.from({ length: 13 }, (_, i) => hall.book(i + 1))
    const wish = hall.wish()
    // An offer for 09:00, which is also the beginning of a slot that is full.
    hall.until(slot(1))
    hall.passOn()
    expect(hall.ticket(noShow).state).toBe('released')
    expect(hall.ticket(wish)).toMatchObject({ state: 'offered', slot: { start: slot(2) } })
    return { hall, others, wish }
  }
  const freeAt = (hall: BookingHall, index: number) =>
    freePlaces(hall.day, bookable(hall.day, 'ktp'), hall.now, { priority: false })[index]

  it('counts in no slot, also when it is offered for the beginning of one: a lapsed offer frees nothing there [W8]', () => {
    const { hall } = offeredAtHalfPast()
    hall.wait(10)
    hall.passOn()
    expect(freeAt(hall, 2)).toBe(0)
    expect(hall.day.unclaimed['ktp']).toBe(1)
  })

  it('is offered as long as the time offered ends with the doors, and no longer', () => {
    const only = places(0, { places: Array.from({ length: 14 }, (_, i) => (i === 11 ? 1 : 0)) })
    const passedOnAt = (now: number) => {
      const hall = bookingHall(bookedPlan(only))
      hall.book(11)
      hall.wish()
      hall.until(now)
      return hall.passOn()
    }
    // Ten minutes for the offer, twenty for the way, and half an hour until the doors close at the end of the last slot.
    expect(passedOnAt(slot(12))).toEqual(['ticketReleased', 'placeOffered'])
    expect(passedOnAt(slot(12) + 1)).toEqual(['ticketReleased'])
  })

  it('moved to another slot takes a place there and leaves its own to the waitlist', () => {
    const { hall, others, wish } = offeredAtHalfPast()
    hall.ask('holder', { verb: 'takeOffer', no: wish })
    hall.cancel(others[9]!)
    hall.ask('holder', { verb: 'reschedule', no: wish, start: slot(10) })
    expect([freeAt(hall, 2), freeAt(hall, 10)]).toEqual([0, 0])
    expect(hall.day.unclaimed['ktp']).toBe(1)
    hall.cancel(wish)
    expect(freeAt(hall, 10)).toBe(1)
  })
})

describe('the quota of a day', () => {
  const seven = bookedPlan(places(0, { places: [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0] }), { quota: 10 })

  it('of ten with a reserve of 30 % is full online at seven and leaves three to walk-ins [K3]', () => {
    const hall = bookingHall(seven)
    expect(walkIns(hall)).toBe(3)
    const sold = Array.from({ length: 14 }, (_, i) => i).filter(i => refusalOf(() => hall.book(i)) === undefined)
    expect(sold).toHaveLength(7)
    expect(walkIns(hall)).toBe(3)
    hall.until(slot(0))
    for (let i = 0; i < 3; i++) hall.take('ktp')
    expect(refusalOf(() => hall.take('ktp'))).toBe('QUOTA_FULL')
  })

  it('lets unsold places fall to walk-ins at the very instant at which their slot begins [K4]', () => {
    const hall = bookingHall(seven)
    hall.until(slot(0) - 1)
    expect(walkIns(hall)).toBe(3)
    hall.until(slot(0))
    expect(walkIns(hall)).toBe(4)
    hall.until(slot(6))
    expect(walkIns(hall)).toBe(10)
  })

  it('counts a number given back no longer, and one sent on for the service that it was sent to [K5]', () => {
    const hall = bookingHall(seven, { 3: 'sari' })
    hall.until(slot(0))
    hall.cancel(hall.take('ktp'))
    expect(hall.day.counted['ktp']).toBe(0)
    const sentOn = hall.take('ktp')
    hall.next('sari', '3')
    hall.staff('sari', { verb: 'transfer', counterId: '3', serviceId: 'kk' })
    expect(hall.day.counted).toEqual({ ktp: 0, kk: 1 })
    hall.cancel(sentOn)
    expect(hall.day.counted).toEqual({ ktp: 0, kk: 0 })
  })

  it('absent, gives as many numbers as people come', () => {
    const hall = bookingHall()
    expect(walkIns(hall)).toBe(Infinity)
  })
})

describe('closing a service for a while', () => {
  const close = (hall: BookingHall, until?: number) =>
    hall.ask('staff:desk', {
      verb: 'closeService',
      serviceId: 'ktp',
      reason: 'systemDown',
      ...(until === undefined ? {} : { until }),
    })

  it('gives no number, no place and no offer, while those in line are still called [L11 T2]', () => {
    const hall = bookingHall(bookedPlan(), { 1: 'sari' })
    hall.until(slot(0))
    hall.take('ktp')
    hall.wish()
    close(hall)
    expect(hall.day.closures['ktp']).toEqual({ since: slot(0), reason: 'systemDown' })
    expect(refusalOf(() => hall.take('ktp'))).toBe('SERVICE_CLOSED')
    expect(refusalOf(() => hall.hold(3, 'mine'))).toBe('SERVICE_CLOSED')
    expect(refusalOf(() => hall.wish(false, 'own'))).toBe('SERVICE_CLOSED')
    expect(hall.passOn()).toEqual([])
    expect(hall.next('sari', '1')).toBe('A-001')
    hall.take('kk')
  })

  it('is once, until the same act with another reason or end [T1]', () => {
    const hall = bookingHall()
    close(hall)
    expect(close(hall)).toEqual([])
    expect(close(hall, EVENING + MINUTE)).toHaveLength(1)
  })

  it('has an end that is still to come, or none [T1]', () => {
    const hall = bookingHall()
    for (const end of [-1, 0, hall.now - MINUTE, hall.now])
      expect([end, refusalOf(() => close(hall, end))]).toEqual([end, 'BAD_REQUEST'])
    expect(close(hall, hall.now + 1)).toHaveLength(1)
    // Asked again when it has passed it is what was so already.
    hall.wait(1)
    expect(close(hall, hall.now - MINUTE + 1)).toEqual([])
  })

  it('ends by itself at its instant, or by hand, and opening what is open changes nothing [T3]', () => {
    const hall = bookingHall()
    close(hall, EVENING + 30 * MINUTE)
    hall.wait(30)
    hall.until(hall.now - 1)
    expect(hall.passOn()).toEqual([])
    hall.until(hall.now + 1)
    expect(hall.passOn()).toEqual(['serviceOpened'])
    expect(hall.ask('staff:desk', { verb: 'openService', serviceId: 'ktp' })).toEqual([])
    close(hall)
    hall.ask('staff:desk', { verb: 'openService', serviceId: 'ktp' })
    hall.book(1)
  })
})
