import { describe, expect, it } from 'vitest'
import { planOf } from '../../server/services/office/offices.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { soldOver } from '../../shared/queue/places.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { bookedPlan, bookingHall, places, slot, type BookingHall } from '../helpers/booking-hall.ts'
import { DATE } from '../helpers/days.ts'
import { fc } from '../helpers/property.ts'

const rest = Array<number>(12).fill(0)
/** Two slots of four places that sell five each, and twenty who wait. */
const soldOverPlan = bookedPlan(places(0, { places: [5, 5, ...rest], over: [1, 1, ...rest] }))

/** All ten places are booked and twenty wait; the first `came` of each slot come, and all check-ins of the first slot are over. */
function tenSoldOfEight(came: readonly [number, number]) {
  const hall = bookingHall(soldOverPlan)
  const booked = [0, 1].map(i => Array.from({ length: 5 }, () => hall.book(i)))
  Array.from({ length: 20 }, () => hall.wish())
  for (const i of [0, 1]) {
    hall.until(slot(i))
    booked[i]!.slice(0, came[i]).forEach(no => hall.checkIn(no))
    hall.passOn()
  }
  return hall
}
const inState = (hall: BookingHall, state: string) => tickets(hall).filter(t => t.state === state)
const tickets = (hall: BookingHall) => Array.from({ length: hall.day.taken }, (_, no) => hall.ticket(no))
/** Past all check-ins. */
function after(hall: BookingHall): BookingHall {
  hall.until(slot(1) + 10 * MINUTE + 1)
  passedOn(hall)
  return hall
}
/** Until nothing is left to pass on. */
function passedOn(hall: BookingHall): void {
  while (hall.passOn().length > 0);
}

describe('a day that was sold over', () => {
  it('offers no place of those who stay away until as many stayed away as were sold over [W12]', () => {
    for (const [came, offered] of [
      [[5, 5], 0],
      [[4, 5], 0],
      [[5, 4], 0],
      [[4, 4], 0],
      [[3, 4], 1],
      [[5, 2], 1],
      [[1, 4], 3],
    ] as const) {
      const hall = after(tenSoldOfEight([...came]))
      expect([came, inState(hall, 'released').length, inState(hall, 'offered').length]).toEqual([
        came,
        10 - came[0] - came[1],
        offered,
      ])
    }
  })

  it('pays back slot by slot: what the first had too many, those of the second who stay away pay [W12]', () => {
    const hall = tenSoldOfEight([5, 2])
    // All of the first slot came, one more than it has places.
    expect([inState(hall, 'released').length, inState(hall, 'offered').length]).toEqual([0, 0])
    after(hall)
    expect([inState(hall, 'released').length, inState(hall, 'offered').length]).toEqual([3, 1])
    // Three of the first slot stayed away, one pays for that slot; the second pays for itself when its time has come.
    const other = tenSoldOfEight([2, 0])
    expect([inState(other, 'released').length, inState(other, 'offered').length]).toEqual([3, 2])
  })

  it('offers a place that nobody took once more, and no other beside it [W8 W12]', () => {
    const hall = tenSoldOfEight([2, 4])
    hall.wait(10)
    passedOn(hall)
    expect([inState(hall, 'cancelled').length, inState(hall, 'offered').length]).toEqual([2, 2])
  })

  it('gives each of its places to one person who comes: those who came, and the offers of those who did not [K8 W12]', () => {
    const five = fc.integer({ min: 0, max: 5 })
    fc.assert(
      fc.property(five, five, (first, second) => {
        const hall = after(tenSoldOfEight([first, second]))
        expect(first + second + inState(hall, 'offered').length).toBe(Math.max(8, first + second))
      }),
    )
  })

  it('owes nothing for what was booked in slots before and lives on the next ones [K13 W12]', () => {
    const owed = (each: readonly number[], booked: readonly number[]) => {
      const hall = bookingHall(bookedPlan(places(0, { places: [...booked, ...rest] })))
      booked.forEach((n, i) => Array.from({ length: n }, () => hall.book(i)))
      const plan = bookedPlan(places(0, { places: [...each, ...rest] }))
      hall.ask('system', { verb: 'planDay', plan })
      const service = hall.day.plan!.services.find(s => s.id === 'ktp')!
      return soldOver(hall.day, { service, booking: service.booking!, slots: hall.day.plan!.slots! }, slot(2))
    }
    expect(owed([3, 3], [4, 2])).toBe(0)
    expect(owed([3, 3], [4, 3])).toBe(1)
    // Nobody is served before the time for which they booked.
    expect(owed([3, 3], [2, 4])).toBe(1)
  })
})

describe('the plan of a day', () => {
  it('says of each slot how many are sold over what it has [K8 W12]', () => {
    const office = { ...demoOffice, booking: { ...demoOffice.booking, slotMinutes: 120 } }
    const shown = (cameCount: number) => new Map([['ktp-el', { booked: 2_000, cameCount }]])
    const bookingOf = (cameCount: number) =>
      planOf(office, DATE, DATE, shown(cameCount)).services.find(s => s.id === 'ktp-el')!.booking!
    const [all, some] = [bookingOf(2_000), bookingOf(1_400)]
    expect(all.over).toBeUndefined()
    expect(some.over!.some(n => n > 0)).toBe(true)
    expect(some.places.map((n, i) => n - some.over![i]!)).toEqual(all.places)
  })
})
