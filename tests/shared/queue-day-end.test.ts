import { describe, expect, it } from 'vitest'
import { addDays, atClock, HOUR, MINUTE } from '../../shared/kit/time.ts'
import { UNDO_MS } from '../../shared/queue/act.ts'
import { FINISH_WITHIN_MS } from '../../shared/queue/commands/end-day.ts'
import { bookedPlan, bookingHall, places } from '../helpers/booking-hall.ts'
import { DATE, openHall, type Hall } from '../helpers/days.ts'

const MIDNIGHT = atClock(addDays(DATE, 1), '00:00', 'WITA')
const end = (hall: Hall) => hall.ask('system', { verb: 'endDay', endsAt: MIDNIGHT })
const told = (hall: Hall) => end(hall).map(e => ('no' in e ? [e.type, e.no] : [e.type]))

describe('the end of a day', () => {
  it('comes at midnight of the office and not one instant before, and once [D15]', () => {
    const hall = openHall()
    hall.take('ktp')
    hall.until(MIDNIGHT - 1)
    expect(end(hall)).toEqual([])
    hall.until(MIDNIGHT)
    expect(told(hall)).toEqual([['ticketUnserved', 0]])
    expect(end(hall)).toEqual([])
  })

  it('leaves nobody waiting: who was not served is not blamed, whatever way they came [D15]', () => {
    const hall = openHall({ 1: 'sari' })
    for (const priority of [true, false, false]) hall.take('ktp', priority)
    hall.next('sari', '1')
    hall.staff('sari', { verb: 'skip', counterId: '1' })
    hall.until(MIDNIGHT)
    end(hall)
    expect([0, 1, 2].map(no => hall.ticket(no).state)).toEqual(['missed', 'unserved', 'unserved'])
    expect(hall.day.waiting['ktp']).toEqual([])
  })

  it('closes the counters, but for one at which a visit is under way [D16]', () => {
    const hall = openHall({ 1: 'sari', 3: 'budi' })
    hall.take('ktp')
    hall.next('sari', '1')
    hall.staff('budi', { verb: 'takeBreak', counterId: '3', minutes: 180 })
    hall.until(MIDNIGHT)
    expect(told(hall)).toEqual([['counterClosed']])
    expect(['1', '3'].map(id => hall.day.counters[id]!.state)).toEqual(['open', 'closed'])
  })

  it('gives the places of who did not come on record, and blames nobody who was kept away [D16]', () => {
    const hall = bookingHall(bookedPlan(places(2)))
    const [came, absent] = [hall.book(1), hall.book(2)]
    hall.until(hall.ticket(came).slot!.start)
    hall.checkIn(came)
    hall.until(MIDNIGHT)
    end(hall)
    expect([came, absent].map(no => hall.ticket(no).state)).toEqual(['unserved', 'released'])

    const closed = bookingHall(bookedPlan(places(2)))
    const kept = closed.book(1)
    closed.ask('staff:meja', { verb: 'closeService', serviceId: 'ktp', reason: 'systemDown' })
    closed.until(MIDNIGHT)
    expect(told(closed)).toEqual([['ticketUnserved', kept], ['serviceOpened']])
  })

  it('blames nobody for a service that opened too late for a whole check-in [D16]', () => {
    for (const [minutesBefore, state] of [
      [30, 'unserved'],
      [31, 'released'],
    ] as const) {
      const hall = bookingHall(bookedPlan(places(2)))
      const no = hall.book(1)
      hall.ask('staff:meja', { verb: 'closeService', serviceId: 'ktp', reason: 'systemDown' })
      hall.until(MIDNIGHT - minutesBefore * MINUTE)
      hall.ask('staff:meja', { verb: 'openService', serviceId: 'ktp' })
      hall.until(MIDNIGHT)
      end(hall)
      expect([minutesBefore, hall.ticket(no).state]).toEqual([minutesBefore, state])
    }
  })

  it('ends the waitlist and the offers, and says why [D16]', () => {
    const hall = bookingHall(bookedPlan(places(1)))
    const booked = hall.book(8)
    const waits = [hall.wish(), hall.wish()]
    hall.cancel(booked)
    hall.passOn()
    expect(waits.map(no => hall.ticket(no).state)).toContain('offered')
    hall.until(MIDNIGHT)
    end(hall)
    expect(waits.map(no => [hall.ticket(no).state, hall.ticket(no).why])).toEqual(
      Array(2).fill(['cancelled', 'lapsed']),
    )
    expect(hall.day.waitlist['ktp']).toEqual([])
  })
})

describe('a visit that midnight overtakes', () => {
  function late() {
    const hall = openHall({ 1: 'sari', 2: 'tono', 3: 'budi' })
    for (const service of ['ktp', 'kk', 'ktp']) hall.take(service)
    hall.until(MIDNIGHT - 10 * MINUTE)
    hall.next('sari', '1')
    hall.staff('sari', { verb: 'start', counterId: '1' })
    hall.next('tono', '2')
    hall.next('budi', '3')
    hall.staff('budi', { verb: 'start', counterId: '3' })
    hall.staff('budi', { verb: 'park', counterId: '3', reason: 'copy' })
    hall.until(MIDNIGHT)
    end(hall)
    return hall
  }
  const states = (hall: Hall) => [0, 1, 2].map(no => hall.ticket(no).state)

  it('goes on at its counter: recalled, started, skipped, put aside, finished [D13]', () => {
    const hall = late()
    expect(states(hall)).toEqual(['serving', 'called', 'parked'])
    hall.wait(5)
    hall.staff('sari', { verb: 'finish', counterId: '1' })
    hall.staff('tono', { verb: 'recall', counterId: '2' })
    hall.staff('tono', { verb: 'skip', counterId: '2' })
    hall.staff('budi', { verb: 'openCounter', counterId: '3' })
    hall.staff('budi', { verb: 'resume', counterId: '3', no: 2 })
    hall.staff('budi', { verb: 'finish', counterId: '3' })
    expect(states(hall)).toEqual(['done', 'missed', 'done'])
    // The first was put aside at once; the others took as long as somebody saw.
    expect(hall.day.paces['ktp']).toEqual([0, 15 * MINUTE, 0])
    // As long as the last act may be undone.
    expect(told(hall)).toEqual([])
    hall.until(hall.now + UNDO_MS + 1)
    expect(told(hall)).toEqual([['counterClosed'], ['counterClosed'], ['counterClosed']])
  })

  it('is left to its officer for twelve hours, then it ends by itself, how long it took unknown [D14]', () => {
    expect(FINISH_WITHIN_MS).toBe(12 * HOUR)
    const hall = late()
    hall.until(MIDNIGHT + 12 * HOUR - 1)
    expect(end(hall)).toEqual([])
    hall.until(MIDNIGHT + 12 * HOUR)
    const events = end(hall)
    expect(events).toMatchObject([
      { type: 'ticketFinished', no: 0, counterId: '1', untimed: true },
      { type: 'ticketUnserved', no: 1, counterId: '2' },
      { type: 'ticketUnserved', no: 2 },
      { type: 'counterClosed', counterId: '1' },
      { type: 'counterClosed', counterId: '2' },
    ])
    expect(states(hall)).toEqual(['done', 'unserved', 'unserved'])
    expect(hall.day.paces).toEqual({ ktp: [0] })
    expect(Object.values(hall.day.counters).filter(c => c.state !== 'closed' || c.current !== undefined)).toEqual([])
    expect(end(hall)).toEqual([])
  })
})
