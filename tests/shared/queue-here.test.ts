import { describe, expect, it } from 'vitest'
import { projectDay, projectEvent } from '../../shared/contracts/views.ts'
import { ticketAt } from '../../shared/queue/day.ts'
import { fold } from '../../shared/queue/evolve.ts'
import { saysHere } from '../../shared/queue/line.ts'
import { bookedPlan, bookingHall, places, slot } from '../helpers/booking-hall.ts'
import { refusalOf } from '../helpers/days.ts'

/** Two numbers taken in the hall, and a booking that was checked in; Sari sits at counter 1. */
function waiting() {
  const hall = bookingHall(bookedPlan(places(2)), { 1: 'sari' })
  const booked = hall.book(0)
  hall.until(slot(0))
  hall.checkIn(booked)
  hall.wait(1)
  const [first, second] = [hall.take('ktp'), hall.take('ktp')]
  return { hall, booked, first, second, here: (no: number) => hall.ask('holder', { verb: 'here', no }) }
}

describe('“I am here”', () => {
  it('tells the desk since when, once, and changes nothing in the order [L12]', () => {
    const { hall, second, here } = waiting()
    const before = hall.day
    const said = hall.now
    here(second)
    expect(hall.ticket(second)).toEqual({ ...ticketAt(before, second), hereAt: said })
    expect({ ...hall.day, seq: 0, tickets: [] }).toEqual({ ...before, seq: 0, tickets: [] })
    const after = hall.day
    hall.wait(1)
    here(second)
    expect(hall.day).toBe(after)
  })

  it('can be said at the call too, and an undone call leaves it [L12 Y1]', () => {
    const { hall, booked, first, here } = waiting()
    hall.cancel(booked)
    hall.next('sari', '1')
    here(first)
    const said = hall.now
    expect(hall.at('1')).toMatchObject({ no: first, state: 'called', hereAt: said })
    hall.staff('sari', { verb: 'undo', counterId: '1' })
    expect(hall.ticket(first)).toMatchObject({ state: 'waiting', hereAt: said })
  })

  it('is not asked of whoever is there already: checked in, sent on or served [L12]', () => {
    const { hall, booked, here } = waiting()
    expect(saysHere(hall.ticket(booked))).toBe(false)
    expect(refusalOf(() => here(booked))).toBe('TICKET_STATE')
    hall.next('sari', '1')
    expect(refusalOf(() => here(booked))).toBe('TICKET_STATE')
    hall.staff('sari', { verb: 'start', counterId: '1' })
    expect(refusalOf(() => here(booked))).toBe('TICKET_STATE')
    expect(refusalOf(() => here(77))).toBe('TICKET_UNKNOWN')
  })

  it('brings a number back into line after a missed call, and says no more of it [L8 L12]', () => {
    const { hall, booked, first, here } = waiting()
    hall.cancel(booked)
    hall.next('sari', '1')
    hall.staff('sari', { verb: 'skip', counterId: '1' })
    here(first)
    expect(hall.ticket(first)).toMatchObject({ state: 'waiting', joined: 'returned' })
    expect(saysHere(hall.ticket(first))).toBe(false)
  })

  it('is told to the staff alone: neither hall nor public learns who said it [L12 R2]', () => {
    const { hall, second, here } = waiting()
    const before = hall.day
    const [event] = here(second)
    const hallDay = projectDay(before, 'hall')
    expect(projectEvent(event!, 'hall')).toEqual({ seq: event!.seq, at: event!.at, type: 'ticketHere' })
    expect(fold(hallDay, [projectEvent(event!, 'hall')])).toEqual({ ...hallDay, seq: event!.seq })
    for (const audience of ['hall', 'public'] as const)
      expect(JSON.stringify(projectDay(hall.day, audience))).not.toContain('hereAt')
    expect(JSON.stringify(projectDay(hall.day, 'staff'))).toContain('hereAt')
    expect(projectEvent(event!, 'staff')).toMatchObject({ no: second, by: 'holder' })
  })
})
