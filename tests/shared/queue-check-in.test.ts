import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { ticketAt } from '../../shared/queue/day.ts'
import { bookedPlan, bookingHall, places, slot, type BookingHall } from '../helpers/booking-hall.ts'
import { refusalOf } from '../helpers/days.ts'

const seats = { 1: 'sari' }
/** Calls, serves a minute and calls again; the numbers in the order called. */
const callAll = (hall: BookingHall, calls: number) =>
  Array.from({ length: calls }, () => {
    const number = hall.next('sari', '1')
    hall.staff('sari', { verb: 'start', counterId: '1' })
    return number
  })

describe('checking in', () => {
  it('opens twenty minutes before the slot, to the instant, and changes nothing before [I1]', () => {
    const hall = bookingHall()
    const no = hall.book(2)
    hall.until(slot(2) - 20 * MINUTE - 1)
    expect(refusalOf(() => hall.checkIn(no))).toBe('CHECK_IN_EARLY')
    expect(hall.ticket(no).state).toBe('booked')
    hall.until(slot(2) - 20 * MINUTE)
    hall.checkIn(no)
    expect(hall.ticket(no)).toMatchObject({
      state: 'waiting',
      joined: 'booked',
      takenAt: hall.now,
      due: slot(2) - 30 * MINUTE,
      opens: slot(2),
    })
  })

  it('at the beginning of the slot and until the grace ends is in time, with the due of the booking [I2]', () => {
    for (const late of [0, 10 * MINUTE]) {
      const hall = bookingHall()
      const no = hall.book(2)
      hall.until(slot(2) + late)
      hall.checkIn(no)
      expect(hall.ticket(no)).toMatchObject({ joined: 'booked', due: slot(2) - 30 * MINUTE })
      expect(hall.ticket(no).opens).toBeUndefined()
    }
  })

  it('past the grace stands like a walk-in who arrives now [I3]', () => {
    const hall = bookingHall()
    const no = hall.book(2)
    hall.until(slot(2) + 10 * MINUTE + 1)
    hall.checkIn(no)
    expect(hall.ticket(no)).toMatchObject({ state: 'waiting', joined: 'late', due: hall.now })
  })

  it('is once, for booked tickets, while the doors are open [I3 I5]', () => {
    const hall = bookingHall()
    const no = hall.book(2)
    const last = hall.book(13)
    hall.until(slot(2))
    hall.checkIn(no)
    expect(refusalOf(() => hall.checkIn(no))).toBe('TICKET_STATE')
    const walkIn = hall.take('ktp')
    expect(refusalOf(() => hall.checkIn(walkIn))).toBe('TICKET_STATE')
    hall.until(slot(13) + 30 * MINUTE)
    expect(refusalOf(() => hall.checkIn(last))).toBe('OFFICE_CLOSED')
  })
})

describe('the call rule with bookings', () => {
  it('calls five booked and five walk-ins, checked in alternately, in the order that is printed', () => {
    const hall = bookingHall(bookedPlan(places(5)), seats)
    const booked = Array.from({ length: 5 }, () => hall.book(1))
    // Dues: the booked stand at 08:00 all five, the walk-ins at their arrival from 08:11 on.
    hall.until(slot(1) - 20 * MINUTE)
    for (const no of booked) {
      hall.checkIn(no)
      hall.wait(1)
      hall.take('ktp')
      hall.wait(1)
    }
    hall.until(slot(1))
    expect(callAll(hall, 10)).toEqual([
      ...['AR-06', 'AR-07', 'AR-08', 'AR-09', 'AR-10'],
      ...['A-001', 'A-002', 'A-003', 'A-004', 'A-005'],
    ])
  })

  it('calls the booked citizen behind those who came before the due of the booking [I4]', () => {
    const hall = bookingHall(bookedPlan(), seats)
    const booked = hall.book(2)
    hall.until(slot(1) - 1)
    hall.take('ktp')
    hall.wait(5)
    hall.take('ktp')
    hall.until(slot(2) - 20 * MINUTE)
    hall.checkIn(booked)
    hall.until(slot(2))
    expect(callAll(hall, 3)).toEqual(['A-001', 'AR-05', 'A-002'])
  })

  it('does not call a booked citizen before the slot while anybody else waits, and does when nobody does [I4]', () => {
    const hall = bookingHall(bookedPlan(), seats)
    const booked = hall.book(2)
    hall.until(slot(2) - 20 * MINUTE)
    hall.checkIn(booked)
    hall.take('ktp')
    hall.until(slot(2) - 1)
    expect(callAll(hall, 2)).toEqual(['A-001', 'AR-05'])
  })

  it('calls the booked citizen first once the slot has begun [I4]', () => {
    const hall = bookingHall(bookedPlan(), seats)
    const booked = hall.book(2)
    hall.until(slot(2) - 20 * MINUTE)
    hall.checkIn(booked)
    hall.take('ktp')
    hall.until(slot(2))
    expect(callAll(hall, 2)).toEqual(['AR-05', 'A-001'])
    expect(hall.events.filter(e => e.type === 'ticketCalled').map(e => e.because)).toMatchObject([
      { kind: 'booked', due: slot(2) - 30 * MINUTE, among: 2 },
      { kind: 'walkIn', among: 1 },
    ])
  })

  it('calls the earlier of two booked citizens when both are before their slot and nobody else waits', () => {
    const hall = bookingHall(bookedPlan(), seats)
    const [later, earlier] = [hall.book(3), hall.book(2)]
    hall.until(slot(2) - 1)
    hall.checkIn(earlier)
    hall.until(slot(3) - 20 * MINUTE)
    hall.checkIn(later)
    expect(callAll(hall, 2)).toEqual(['AR-05', 'AR-07'])
  })

  it('puts a walk-in who comes back behind those who may be called, not behind those whose slot is to come', () => {
    const hall = bookingHall(bookedPlan(places(4)), seats)
    const booked = Array.from({ length: 3 }, () => hall.book(2))
    hall.until(slot(1))
    const missed = hall.take('ktp')
    for (let i = 0; i < 4; i++) {
      hall.wait(1)
      hall.take('ktp')
    }
    hall.next('sari', '1')
    hall.staff('sari', { verb: 'skip', counterId: '1' })
    hall.until(slot(2) - 20 * MINUTE)
    booked.forEach(no => hall.checkIn(no))
    hall.ask('holder', { verb: 'return', no: missed })
    expect(callAll(hall, 5)).toEqual(['A-002', 'A-003', 'A-004', 'A-001', 'A-005'])
  })
})

describe('letting people pass', () => {
  it('puts the holder behind so many people, under a due of their own [L10]', () => {
    const hall = bookingHall(bookedPlan(), seats)
    hall.until(slot(0))
    for (let i = 0; i < 5; i++) {
      hall.take('ktp')
      hall.wait(1)
    }
    hall.ask('holder', { verb: 'letPass', no: 0, people: 2 })
    expect(callAll(hall, 5)).toEqual(['A-002', 'A-003', 'A-001', 'A-004', 'A-005'])
  })

  it('goes to the end at most, and is refused when nobody is behind or the ticket does not wait [L10]', () => {
    const hall = bookingHall(bookedPlan(), seats)
    hall.until(slot(0))
    const [first, last] = [hall.take('ktp'), hall.take('ktp')]
    const letPass = (no: number) => hall.ask('holder', { verb: 'letPass', no, people: 20 })
    expect(refusalOf(() => letPass(last))).toBe('NOBODY_TO_PASS')
    letPass(first)
    expect(hall.next('sari', '1')).toBe('A-002')
    expect(refusalOf(() => letPass(last))).toBe('TICKET_STATE')
  })

  it('does not bring a booked citizen forward to before the slot [I9]', () => {
    const hall = bookingHall(bookedPlan(), seats)
    const booked = hall.book(2)
    hall.until(slot(2) - 20 * MINUTE)
    hall.checkIn(booked)
    for (let i = 0; i < 3; i++) {
      hall.take('ktp')
      hall.wait(1)
    }
    hall.ask('holder', { verb: 'letPass', no: booked, people: 1 })
    expect(callAll(hall, 4)).toEqual(['A-001', 'A-002', 'A-003', 'AR-05'])
  })
})

describe('a check-in by number that was somebody else', () => {
  const byNumber = (hall: BookingHall, no: number) => hall.ask('device:kiosk', { verb: 'checkIn', no, byNumber: true })
  const undo = (hall: BookingHall, no: number) => hall.ask('holder', { verb: 'undoCheckIn', no })

  it('is taken back by the holder: the booking is as it was, and its number alone opens nothing more [I11]', () => {
    const hall = bookingHall()
    const no = hall.book(2)
    const before = ticketAt(hall.day, no)!
    hall.until(slot(2) - 10 * MINUTE)
    byNumber(hall, no)
    expect(ticketAt(hall.day, no)).toMatchObject({ state: 'waiting', byNumber: true })
    undo(hall, no)
    expect(ticketAt(hall.day, no)).toEqual({ ...before, since: hall.now, byLinkOnly: true })
    expect(hall.day.waiting['ktp'] ?? []).toEqual([])
    expect(refusalOf(() => byNumber(hall, no))).toBe('CHECK_IN_PROOF')
    hall.checkIn(no)
    expect(ticketAt(hall.day, no)!.state).toBe('waiting')
  })

  it('is no way out of a check-in by one’s own link, of one that was late, or of one that was called [I11]', () => {
    const hall = bookingHall(undefined, { '1': 'p1' })
    const [own, late, called] = [hall.book(2), hall.book(1), hall.book(2)] as const
    hall.until(slot(2))
    hall.checkIn(own)
    expect(refusalOf(() => undo(hall, own))).toBe('TICKET_STATE')
    byNumber(hall, late)
    expect(ticketAt(hall.day, late)!.joined).toBe('late')
    expect(refusalOf(() => undo(hall, late))).toBe('TICKET_STATE')
    hall.cancel(own)
    byNumber(hall, called)
    hall.ask('staff:p1', { verb: 'callNext', counterId: '1' })
    expect(ticketAt(hall.day, called)!.state).toBe('called')
    expect(refusalOf(() => undo(hall, called))).toBe('TICKET_STATE')
  })
})
