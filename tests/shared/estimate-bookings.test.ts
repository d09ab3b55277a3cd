import { describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { mean } from '../../shared/kit/stats.ts'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { Range } from '../../shared/queue/day.ts'
import { estimate } from '../../shared/queue/estimate/estimate.ts'
import { SOON_MS } from '../../shared/queue/range-steps.ts'
import { bookedPlan, bookingHall, places, slot, type BookingHall } from '../helpers/booking-hall.ts'

const look = (hall: BookingHall, now: Instant = hall.now) => estimate(hall.day, now, seeded(1))
const middle = ({ from, to }: Range) => (from + to) / 2

/** A counter, bookings for nine and a morning in which nobody has come yet. */
function hallWith(bookings: number): BookingHall {
  const hall = bookingHall(bookedPlan(places(20)), { 1: 'sari' })
  for (let i = 0; i < bookings; i++) hall.book(2)
  return hall
}

describe('the range with bookings', () => {
  it('of a walk-in is later when people who booked will pass [E4]', () => {
    const of = (bookings: number) => {
      const hall = hallWith(bookings)
      hall.until(slot(2) - 5 * MINUTE)
      for (let i = 0; i < 4; i++) hall.take('ktp')
      return middle(look(hall).services['ktp']!)
    }
    const waits = [0, 4, 8].map(of)
    expect(waits[1]! - waits[0]!).toBeGreaterThan(10 * MINUTE)
    expect(waits[2]! - waits[1]!).toBeGreaterThan(10 * MINUTE)
  })

  it('reckons with fewer of them the more have stayed away so far', () => {
    const of = (come: boolean) => {
      const hall = bookingHall(bookedPlan(places(20)), { 1: 'sari' })
      const before = Array.from({ length: 12 }, () => hall.book(0))
      for (let i = 0; i < 8; i++) hall.book(2)
      hall.until(slot(0))
      if (come)
        for (const no of before) {
          hall.checkIn(no)
          hall.next('sari', '1')
          hall.wait(1)
          hall.staff('sari', { verb: 'finish', counterId: '1' })
        }
      hall.until(slot(2) - 15 * MINUTE)
      // The same pace in both mornings.
      for (let i = come ? 0 : 12; i > 0; i--) {
        hall.take('ktp')
        hall.next('sari', '1')
        hall.wait(1)
        hall.staff('sari', { verb: 'finish', counterId: '1' })
      }
      hall.until(slot(2) - 5 * MINUTE)
      for (let i = 0; i < 20; i++) hall.take('ktp')
      // Told in steps of five minutes, so that one look alone may not tell the two apart.
      const looks = Array.from({ length: 20 }, (_, i) => estimate(hall.day, hall.now, seeded(i)).services['ktp']!.to)
      return mean(looks)!
    }
    expect(of(false)).toBeLessThan(of(true))
  })

  it('of somebody who booked is there before the check-in, and begins at the slot when others wait', () => {
    const hall = hallWith(1)
    hall.until(slot(2) - 20 * MINUTE)
    for (let i = 0; i < 12; i++) hall.take('ktp')
    const before = look(hall).tickets[0]!
    expect(before.from).toBeGreaterThanOrEqual(slot(2))
    hall.checkIn(0)
    const after = look(hall).tickets[0]!
    expect(Math.abs(middle(after) - middle(before))).toBeLessThanOrEqual(4 * MINUTE)
  })

  it('of somebody who checked in early is now when nobody else waits or comes', () => {
    const hall = hallWith(1)
    hall.until(slot(2) - 10 * MINUTE)
    hall.checkIn(0)
    const { from, to } = look(hall).tickets[0]!
    expect(from).toBe(hall.now)
    expect(to - hall.now).toBe(SOON_MS)
  })

  it('says nothing of a slot more than an hour away, nor of bookings of a closed service [E3]', () => {
    const hall = hallWith(1)
    hall.until(slot(2) - 61 * MINUTE)
    expect(look(hall).tickets).toEqual({})
    hall.until(slot(2) - 30 * MINUTE)
    expect(Object.keys(look(hall).tickets)).toEqual(['0'])
    hall.ask('system', { verb: 'closeService', serviceId: 'ktp', reason: 'systemDown' })
    expect([look(hall).tickets, look(hall).services['ktp']]).toEqual([{}, null])
  })
})
