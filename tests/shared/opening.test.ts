import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { ticketAt } from '../../shared/queue/day.ts'
import { maskedName, mayOpen, OPENING_REASONS, PREPARE_MS, type Opener } from '../../shared/queue/opening.ts'
import { bookedPlan, bookingHall, slot, type BookingHall } from '../helpers/booking-hall.ts'

const sari: Opener = { staffId: 'sari', frontDesk: false }
const budi: Opener = { staffId: 'budi', frontDesk: false }
const front: Opener = { staffId: 'dewi', frontDesk: true }

const reasons = (hall: BookingHall, no: number, who: Opener, now = hall.now) =>
  OPENING_REASONS.filter(reason => mayOpen(hall.day, ticketAt(hall.day, no)!, who, reason, now))

describe('whoever may open what a booker told', () => {
  it('prepares it at a counter of its service from the hour before its slot, to the instant [R4]', () => {
    const hall = bookingHall(bookedPlan(), { 1: 'sari' })
    const no = hall.book(4)
    const from = slot(4) - PREPARE_MS
    expect(reasons(hall, no, sari, from - 1)).toEqual([])
    expect(reasons(hall, no, sari, from)).toEqual(['prepare'])
    expect(reasons(hall, no, budi, from)).toEqual([])
    hall.cancel(no)
    expect(reasons(hall, no, sari, from)).toEqual([])
  })

  it('serves it at the own counter, and nowhere else once it is called [R4]', () => {
    const hall = bookingHall(bookedPlan(), { 1: 'sari', 3: 'budi' })
    const no = hall.book(2)
    hall.until(slot(2))
    hall.checkIn(no)
    expect([reasons(hall, no, sari), reasons(hall, no, budi)]).toEqual([['prepare'], ['prepare']])
    hall.staff('sari', { verb: 'callNext', counterId: '1' })
    expect([reasons(hall, no, sari), reasons(hall, no, budi)]).toEqual([['serve'], []])
    hall.staff('sari', { verb: 'finish', counterId: '1' })
    expect(reasons(hall, no, sari)).toEqual([])
  })

  it('prepares nothing for a service that the office did not plan at the counter, only chosen by the officer there [R4]', () => {
    const plan = bookedPlan()
    const hall = bookingHall(plan, { 1: 'sari' })
    const no = hall.book(2)
    const elsewhere = plan.counters.find(c => !c.services.includes(ticketAt(hall.day, no)!.serviceId))!.id
    hall.staff('budi', { verb: 'openCounter', counterId: elsewhere, services: plan.services.map(s => s.id) })
    hall.until(slot(2))
    hall.checkIn(no)
    expect([reasons(hall, no, sari), reasons(hall, no, budi)]).toEqual([['prepare'], []])
    hall.staff('budi', { verb: 'callNext', counterId: elsewhere })
    expect([reasons(hall, no, sari), reasons(hall, no, budi)]).toEqual([[], ['serve']])
  })

  it('is not even the front desk once the booking is over: cancelled, served or not served [R4]', () => {
    const hall = bookingHall(bookedPlan(), { 1: 'sari' })
    const [gone, served] = [hall.book(4), hall.book(2)]
    hall.cancel(gone)
    hall.until(slot(2))
    hall.checkIn(served)
    hall.staff('sari', { verb: 'callNext', counterId: '1' })
    expect(reasons(hall, served, front)).toEqual(['checkIn', 'help'])
    hall.staff('sari', { verb: 'finish', counterId: '1' })
    expect([reasons(hall, gone, front), reasons(hall, served, front)]).toEqual([[], []])
  })

  it('is the front desk, to check in or to help; and nobody for a number taken in the hall [R4 R11]', () => {
    const hall = bookingHall(bookedPlan(), { 1: 'sari' })
    const no = hall.book(4)
    expect(reasons(hall, no, front, slot(4) - 300 * MINUTE)).toEqual(['checkIn', 'help'])
    hall.until(slot(2))
    const walkIn = hall.take('ktp')
    expect([reasons(hall, walkIn, front), reasons(hall, walkIn, sari)]).toEqual([[], []])
  })
})

describe('a name in a list', () => {
  it('is its first letter, also one of several signs, and says nothing of its length [R11]', () => {
    expect(['Nurhayati', ' Siti Aminah ', 'Ö', '𝒩ur', ''].map(maskedName)).toEqual([
      'N•••',
      'S•••',
      'Ö•••',
      '𝒩•••',
      '•••',
    ])
  })
})
