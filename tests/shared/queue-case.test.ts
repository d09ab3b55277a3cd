import { describe, expect, it } from 'vitest'
import { projectDay, projectEvent } from '../../shared/contracts/views.ts'
import { bookedPlan, bookingHall, places, slot } from '../helpers/booking-hall.ts'
import { refusalOf } from '../helpers/days.ts'

/** Somebody who booked because the card was lost, and a walk-in who said nothing. */
function coming() {
  const hall = bookingHall(bookedPlan(places(2)), { 1: 'sari' })
  hall.ask('holder', { verb: 'book', serviceId: 'ktp', start: slot(0), priority: false, ticketId: 't0', case: 'lost' })
  hall.until(slot(0))
  hall.take('ktp')
  return hall
}

describe('what a ticket is for', () => {
  it('stands with its number from the booking on, through check-in and call [B22]', () => {
    const hall = coming()
    hall.checkIn(0)
    expect(hall.ticket(0).case).toBe('lost')
    hall.next('sari', '1')
    expect(hall.at('1')).toMatchObject({ no: 0, case: 'lost' })
    expect(hall.ticket(1).case).toBeUndefined()
  })

  it('is said anew until the visit is over, and leaves its place in line as it was [B22]', () => {
    const hall = coming()
    const before = hall.ticket(1)
    const say = (no: number, id?: string) => hall.ask('holder', { verb: 'chooseCase', no, ...(id ? { case: id } : {}) })
    say(1, 'first')
    expect(hall.ticket(1)).toEqual({ ...before, case: 'first' })
    const { seq } = hall.day
    say(1, 'first')
    expect(hall.day.seq).toBe(seq)
    say(1)
    expect(hall.ticket(1)).toEqual(before)
    hall.cancel(0)
    expect(refusalOf(() => say(0, 'first'))).toBe('TICKET_STATE')
    expect(refusalOf(() => say(7, 'first'))).toBe('TICKET_UNKNOWN')
  })

  it('stays behind when the ticket is sent to another service [B22]', () => {
    const hall = coming()
    hall.checkIn(0)
    hall.next('sari', '1')
    hall.staff('sari', { verb: 'transfer', counterId: '1', serviceId: 'kk' })
    expect(hall.ticket(0)).toMatchObject({ serviceId: 'kk' })
    expect(hall.ticket(0).case).toBeUndefined()
  })

  it('is told to the staff alone: neither hall nor public hears of it [B22 R2]', () => {
    const hall = coming()
    hall.checkIn(0)
    hall.ask('holder', { verb: 'chooseCase', no: 1, case: 'first' })
    const told = (audience: 'staff' | 'hall' | 'public') =>
      JSON.stringify([
        projectDay(hall.day, audience),
        hall.events.map(e => projectEvent(e, audience === 'staff' ? 'staff' : 'hall')),
      ])
    expect(told('staff')).toMatch(/"case":"lost"[^]*"case":"first"/)
    for (const audience of ['hall', 'public'] as const) expect(told(audience)).not.toContain('"case"')
  })
})
