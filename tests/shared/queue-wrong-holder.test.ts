import { describe, expect, it } from 'vitest'
import { bookedPlan, bookingHall, slot } from '../helpers/booking-hall.ts'
import { refusalOf } from '../helpers/days.ts'

const act = { verb: 'wrongHolder', counterId: '1' } as const

/** Somebody who booked the first slot, came and was called; a walk-in waits behind. */
function called() {
  const hall = bookingHall(bookedPlan(), { 1: 'sari' })
  const booked = hall.book(0)
  hall.until(slot(0))
  hall.checkIn(booked)
  hall.take('ktp')
  hall.next('sari', '1')
  return { hall, booked }
}

describe('somebody else than the booker at the counter', () => {
  it('ends the visit and the booking, frees the counter, and gives the number of the day back [D12]', () => {
    const { hall, booked } = called()
    const before = hall.day.counted['ktp']!
    expect(hall.staff('sari', act).map(e => e.type)).toEqual(['holderRefused'])
    expect(hall.ticket(booked)).toMatchObject({ state: 'cancelled', why: 'holder' })
    expect(hall.at('1')).toBeUndefined()
    expect(hall.day.counted['ktp']).toBe(before - 1)
    expect(hall.next('sari', '1')).toBe('A-001')
  })

  it('is seen as often when the papers are looked at, within five minutes; later a visit was served and ends as one [D12 D24]', () => {
    for (const [minutes, refusal] of [
      [5, undefined],
      [5.01, 'HOLDER_LATE'],
    ] as const) {
      const { hall, booked } = called()
      hall.staff('sari', { verb: 'start', counterId: '1' })
      hall.wait(minutes)
      expect(refusalOf(() => hall.staff('sari', act))).toBe(refusal)
      expect(hall.ticket(booked).state).toBe(refusal ? 'serving' : 'cancelled')
    }
    const { hall } = called()
    hall.wait(30)
    expect(refusalOf(() => hall.staff('sari', act))).toBeUndefined()
  })

  it('is taken back like any other act: booking, counter and quota are as before [Y1 D12]', () => {
    for (const before of [[], [{ verb: 'start', counterId: '1' }]] as const) {
      const { hall } = called()
      for (const request of before) hall.staff('sari', request)
      const { seq: _, lastActs: _l, counters: _c, ...day } = hall.day
      hall.staff('sari', act)
      hall.wait(0.2)
      hall.staff('sari', { verb: 'undo', counterId: '1' })
      expect(hall.day).toMatchObject(day)
      expect(hall.at('1')).not.toHaveProperty('why')
      expect(refusalOf(() => hall.staff('sari', { verb: 'undo', counterId: '1' }))).toBe('UNDO_NOTHING')
    }
  })

  it('cannot come back with that number', () => {
    const { hall, booked } = called()
    hall.staff('sari', act)
    expect(refusalOf(() => hall.staff('sari', { verb: 'return', no: booked }))).toBe('TICKET_STATE')
    expect(refusalOf(() => hall.staff('sari', { verb: 'resume', counterId: '1', no: booked }))).toBe('TICKET_STATE')
  })

  it('does not exist for a number taken in the hall, which belongs to whoever holds it [D12]', () => {
    const hall = bookingHall(bookedPlan(), { 1: 'sari' })
    hall.until(slot(0))
    hall.take('ktp')
    hall.next('sari', '1')
    expect(refusalOf(() => hall.staff('sari', act))).toBe('TICKET_STATE')
    expect(hall.at('1')).toBeDefined()
  })
})
