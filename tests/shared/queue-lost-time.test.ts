import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { planOf } from '../../server/services/office/offices.ts'
import { slotGrid } from '../../shared/booking/slots.ts'
import { addDays, HOUR, MINUTE } from '../../shared/kit/time.ts'
import type { Doors } from '../../shared/office/doors.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { ticketsOf, type DayPlan, type QueueDay } from '../../shared/queue/day.ts'
import { decide } from '../../shared/queue/decide.ts'
import { nextOfSeries } from '../../shared/queue/numbers/numbering.ts'
import { outside } from '../../shared/queue/lost-time.ts'
import { bookedPlan, bookingHall, places, slot, type BookingHall } from '../helpers/booking-hall.ts'
import { DATE, OPENING, refusalOf } from '../helpers/days.ts'
import { fc, runs } from '../helpers/property.ts'

const DOORS: Doors = { from: OPENING, to: OPENING + 7 * HOUR, breaks: [] }
const rest = (from: number, to: number) => ({ from: slot(from), to: slot(to) })

/** The plan of the booking hall behind other doors, with the slots that these leave. */
function behind(doors: Doors | null, each = 2): DayPlan {
  const plan = bookedPlan(places(each))
  const starts = slotGrid(doors, 30)
  const booking = { places: starts.map(() => each), priorityPlaces: starts.map(() => 0), openings: [] }
  return {
    ...plan,
    doors,
    slots: { ...plan.slots!, starts },
    services: plan.services.map(s => (s.booking ? { ...s, booking } : s)),
  }
}

const off = (plan: DayPlan): DayPlan => ({
  ...plan,
  services: plan.services.map(s => (s.id === 'ktp' ? { ...s, open: false } : s)),
})
const planned = (hall: BookingHall, plan: DayPlan) => hall.ask('system', { verb: 'planDay', plan })
const endOf = (hall: BookingHall, no: number) => [hall.ticket(no).state, hall.ticket(no).why]

describe('a plan that leaves a booking no time', () => {
  it.each([
    ['whose day closes', null, 'dayClosed'],
    ['before the new opening', { ...DOORS, from: slot(3) }, 'hours'],
    ['that ends after the new closing', { ...DOORS, to: slot(2) + 29 * MINUTE }, 'hours'],
    ['within a new break', { ...DOORS, breaks: [rest(2, 4)] }, 'breakTime'],
    [
      'of which a break takes the last minute',
      { ...DOORS, breaks: [{ from: slot(3) - MINUTE, to: slot(4) }] },
      'breakTime',
    ],
  ] as const)('lets go the one %s, and says why [H12]', (_, doors, why) => {
    const hall = bookingHall()
    const no = hall.book(2)
    planned(hall, behind(doors))
    expect(endOf(hall, no)).toEqual(['cancelled', why])
  })

  it('keeps every other one as it was, with its number and its place [H12 K12]', () => {
    const hall = bookingHall()
    const kept = [hall.book(1), hall.book(5)]
    const before = kept.map(no => hall.ticket(no))
    planned(hall, behind({ ...DOORS, breaks: [rest(2, 4)] }))
    expect(kept.map(no => hall.ticket(no))).toEqual(before)
  })

  it('calls a booking by its own number, whatever letters there are by then, and gives that number to nobody else [A42]', () => {
    const hall = bookingHall(bookedPlan(), { 3: 'sari' })
    const no = hall.book(0)
    const { number } = hall.ticket(no)
    const swapped = bookedPlan().services.map(s => ({ ...s, letter: s.id === 'ktp' ? 'P' : 'A' }))
    planned(hall, { ...bookedPlan(), services: swapped.map(s => ({ ...s, booking: places(2) })) })
    // The other service has the letter now, and goes on behind it.
    expect([number, nextOfSeries(hall.day, 'A', 0)]).toEqual(['AR-01', 2])
    hall.until(slot(0))
    hall.checkIn(no)
    hall.staff('sari', { verb: 'callNext', counterId: '3' })
    expect(hall.at('3')?.number).toBe(number)
  })

  it('lets go all of a service that is switched off, offers and wishes too [H12]', () => {
    const hall = bookingHall(bookedPlan(places(1)))
    const [offered, wish] = [hall.wish(), hall.wish()]
    hall.passOn()
    expect([hall.ticket(offered).state, hall.ticket(wish).state]).toEqual(['offered', 'offered'])
    const last = hall.wish()
    planned(hall, off(bookedPlan(places(1))))
    expect([offered, wish, last].map(no => endOf(hall, no))).toEqual(Array(3).fill(['cancelled', 'serviceOff']))
    expect(hall.day.waitlist['ktp']).toEqual([])
  })

  it('ends the waitlist of a service that is not booked any more, and leaves what is booked or offered [W13 H12]', () => {
    const plan = bookedPlan(places(1))
    const hall = bookingHall(plan)
    const [offered, second] = [hall.wish(), hall.wish()]
    hall.passOn()
    const last = hall.wish()
    hall.ask('system', { verb: 'takeOffer', no: second })
    planned(hall, { ...plan, services: plan.services.map(({ booking: _, ...s }) => s) })
    expect(endOf(hall, last)).toEqual(['cancelled', 'bookingOff'])
    expect(hall.day.waitlist['ktp']).toEqual([])
    expect([offered, second].map(no => hall.ticket(no).state)).toEqual(['offered', 'booked'])
    hall.ask('system', { verb: 'takeOffer', no: offered })
    expect(hall.ticket(offered).state).toBe('booked')
  })

  it('leaves who is in line, or came too late, where they are [H7 H12]', () => {
    const hall = bookingHall(bookedPlan(), { 1: 'sari' })
    const [inLine, absent] = [hall.book(1), hall.book(0)]
    hall.until(slot(1))
    hall.checkIn(inLine)
    hall.passOn()
    expect(planned(hall, behind(null)).map(e => e.type)).toEqual(['dayPlanned'])
    expect([hall.ticket(inLine).state, hall.ticket(absent).state]).toEqual(['waiting', 'released'])
  })

  it('is found also by the passing on, and each is let go once [H12 J6]', () => {
    const hall = bookingHall()
    const no = hall.book(2)
    const closed: QueueDay = { ...hall.day, plan: behind(null) }
    const passOn = { id: 'p', by: 'system', verb: 'passOn', offerMs: 10 * MINUTE } as const
    expect(decide(closed, passOn, hall.now)).toMatchObject([{ type: 'ticketCancelled', no, why: 'dayClosed' }])
    planned(hall, behind(null))
    expect([planned(hall, behind(null)), hall.passOn()]).toEqual([[], []])
  })

  it('is told to whoever comes with it, and never released [H14]', () => {
    const hall = bookingHall()
    const no = hall.book(2)
    planned(hall, behind({ ...DOORS, breaks: [rest(2, 3)] }))
    hall.until(slot(2))
    expect(refusalOf(() => hall.checkIn(no))).toBe('TIME_LOST')
    hall.until(slot(5))
    expect(hall.passOn()).toEqual([])
  })

  it('moves once within its day, as a booking of its own that takes its place [H13]', () => {
    const hall = bookingHall()
    const no = hall.book(2)
    planned(hall, behind({ ...DOORS, breaks: [rest(2, 3)] }))
    const start = slot(3)
    const move = (ticketId: string, insteadOf: number) =>
      hall.ask('holder', { verb: 'book', serviceId: 'ktp', start, priority: false, ticketId, insteadOf })
    expect(move('new', no).map(e => e.type)).toEqual(['ticketCancelled', 'ticketBooked'])
    expect(endOf(hall, no)).toEqual(['cancelled', 'moved'])
    expect(refusalOf(() => move('again', no))).toBe('TICKET_STATE')
    expect(refusalOf(() => hall.ask('holder', { verb: 'cancel', no, why: 'moved' }))).toBe('TICKET_STATE')
  })

  it('is not moved by whoever gave the number back', () => {
    const hall = bookingHall()
    const no = hall.book(2)
    hall.cancel(no)
    expect(refusalOf(() => hall.ask('holder', { verb: 'cancel', no, why: 'moved' }))).toBe('TICKET_STATE')
  })
})

describe('no place where nobody serves', () => {
  it('is offered within a break or past the closing to who waits for the place of somebody absent [W11]', () => {
    const hall = bookingHall(behind({ ...DOORS, breaks: [rest(1, 3)] }, 1))
    hall.book(0)
    const wish = hall.wish()
    hall.until(slot(0) + 10 * MINUTE + 1)
    hall.passOn()
    // The way to the office would end within the break: the first time after it is offered.
    expect(hall.ticket(wish).slot).toEqual({ start: slot(3), end: slot(4) })
    const short = bookingHall(behind({ ...DOORS, to: slot(2) }, 1))
    short.book(0)
    short.book(1)
    const none = short.wish()
    short.until(slot(0) + 10 * MINUTE + 1)
    short.passOn()
    expect(short.ticket(none).state).toBe('waitlisted')
  })

  it('is reached by a move within the day while the service is closed or switched off [T2 W11]', () => {
    const hall = bookingHall()
    const no = hall.book(2)
    const move = () => hall.ask('holder', { verb: 'reschedule', no, start: slot(4) })
    hall.ask('system', { verb: 'closeService', serviceId: 'ktp', reason: 'systemDown' })
    expect(refusalOf(move)).toBe('SERVICE_CLOSED')
  })

  it('is taken from an offer while the service is closed; once it opens the whole time is left [T2 W11]', () => {
    const hall = bookingHall(bookedPlan(places(1)))
    const wish = hall.wish()
    hall.passOn()
    const take = () => hall.ask('holder', { verb: 'takeOffer', no: wish })
    hall.ask('system', { verb: 'closeService', serviceId: 'ktp', reason: 'systemDown' })
    expect(refusalOf(take)).toBe('SERVICE_CLOSED')
    hall.wait(60)
    expect(hall.passOn()).toEqual([])
    hall.ask('system', { verb: 'openService', serviceId: 'ktp' })
    hall.wait(10)
    hall.until(hall.now - 1)
    expect(hall.passOn()).toEqual([])
    take()
    expect(hall.ticket(wish).state).toBe('booked')
  })

  it('is left after any change of the doors, whatever was booked, held, offered or moved before [H12 W11]', () => {
    const act = fc.record({ verb: fc.nat(6), index: fc.nat(13), which: fc.nat(30), minutes: fc.nat(40) })
    const doors = fc.record({ from: fc.nat(5), to: fc.integer({ min: 6, max: 14 }), rest: fc.nat(12), kind: fc.nat(5) })
    fc.assert(
      fc.property(fc.array(fc.tuple(act, doors), { minLength: 5, maxLength: 60 }), steps => {
        const hall = bookingHall(behind(DOORS, 1))
        let now = hall.now
        for (const [{ verb, index, which, minutes }, { from, to, rest: at, kind }] of steps) {
          hall.until((now += minutes * MINUTE))
          const no = which % Math.max(1, hall.day.taken)
          const breaks = at > from && at + 1 < to ? [{ from: slot(at), to: slot(at) + 20 * MINUTE }] : []
          const changed = behind({ from: slot(from), to: OPENING + to * 30 * MINUTE, breaks }, 1)
          const tries: (() => unknown)[] = [
            () => hall.book(index),
            () => hall.hold(index, `h${which}`),
            () => hall.wish(),
            () => hall.ask('holder', { verb: 'reschedule', no, start: slot(index) }),
            () => hall.ask('holder', { verb: 'takeOffer', no }),
            () => hall.cancel(no),
            () => planned(hall, kind === 0 ? off(changed) : kind === 1 ? behind(null) : changed),
          ]
          refusalOf(tries[verb]!)
          hall.passOn()
          const { plan } = hall.day
          for (const t of ticketsOf(hall.day)) {
            if (t.state !== 'booked' && t.state !== 'offered') continue
            expect(t.slot && outside(plan!.doors, t.slot)).toBeUndefined()
            expect(plan!.services.find(s => s.id === t.serviceId)?.open).toBe(true)
          }
        }
      }),
      { numRuns: runs(150) },
    )
  })
})

describe('a plan that nobody has changed', () => {
  it('leaves every slot that it gives its time, on the evening before as on the day itself [H12 K1]', () => {
    const hour = fc.integer({ min: 0, max: 22 })
    const day = fc
      .tuple(hour, hour, hour)
      .map(sorted => [...sorted].sort((a, b) => a - b))
      .filter(([open, rest, close]) => open! < rest! && rest! < close!)
      .map(([open, rest, close]) => {
        const at = (h: number, minutes = '00') => `${String(h).padStart(2, '0')}:${minutes}`
        return { open: at(open!), close: at(close!), breaks: [{ from: at(rest!, '05'), to: at(rest!, '50') }] }
      })
    const offices = fc.record({
      hours: fc.array(fc.option(day), { minLength: 7, maxLength: 7 }),
      zone: fc.constantFrom('WIB', 'WITA', 'WIT'),
      alwaysOpen: fc.boolean(),
      holidays: fc.constantFrom([], [DATE]),
      slotMinutes: fc.constantFrom(10, 15, 20, 30, 45, 60),
    })
    fc.assert(
      fc.property(offices, ({ slotMinutes, ...change }) => {
        const office = { ...demoOffice, ...change, booking: { ...demoOffice.booking, slotMinutes } } as OfficeInfo
        const [before, onTheDay] = [planOf(office, DATE, addDays(DATE, -1)), planOf(office, DATE, DATE)]
        const slots = (plan: DayPlan) => plan.slots!.starts.map(start => ({ start, end: start + plan.slots!.slotMs }))
        expect(slots(before).flatMap(s => outside(onTheDay.doors, s) ?? [])).toEqual([])
        expect(slots(before).flatMap(s => outside(before.doors, s) ?? [])).toEqual([])
        expect(slots(onTheDay).flatMap(s => outside(onTheDay.doors, s) ?? [])).toEqual([])
      }),
      { numRuns: runs(300) },
    )
  })
})
