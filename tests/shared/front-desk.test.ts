import { describe, expect, it } from 'vitest'
import {
  bookingRows,
  dayName,
  expectedFor,
  isNamed,
  isOf,
  readCheckIn,
  ticketNumbered,
  toPrepare,
  type Booking,
} from '../../console/parts/bookings.ts'
import { isPhone, MOST_PEOPLE, readPeople } from '../../console/front/people-list.ts'
import { atClock, MINUTE } from '../../shared/kit/time.ts'
import { emptyDay, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import type { TicketState } from '../../shared/queue/states.ts'
import { DEFAULT_TIMES } from '../../shared/queue/whole-plan.ts'
import { aPlan } from '../helpers/days.ts'

const at = (clock: string) => atClock('2026-06-09', clock, 'WITA')

describe('a pasted list of names', () => {
  it('has one person a line, with a phone after a comma, a semicolon or a tab', () => {
    expect(readPeople('Budi, 0812 0000 0001\n\nSiti\nNur Aini;+62 812-0000-0002\r\nJoko\t08120000003')).toEqual([
      { line: 1, name: 'Budi', phone: '0812 0000 0001' },
      { line: 3, name: 'Siti' },
      { line: 4, name: 'Nur Aini', phone: '+62 812-0000-0002' },
      { line: 5, name: 'Joko', phone: '08120000003' },
    ])
  })

  it('may be counted or have bullets, and spaces as they come', () => {
    expect(readPeople(' 1. Budi \n2) Siti\n- Nur   Aini\n• Joko').map(p => p.name)).toEqual([
      'Budi',
      'Siti',
      'Nur Aini',
      'Joko',
    ])
  })

  it('says for each line what is wrong with it', () => {
    const lines = readPeople(`, 08120000001\nBudi, rumah\n${'a'.repeat(61)}\nSiti, 0812`)
    expect(lines.map(p => p.problem)).toEqual(['name', 'phone', 'long', 'phone'])
  })

  it('notes a name that stands twice, because two people may bear it', () => {
    const lines = readPeople('Budi\nSiti\nbudi')
    expect(lines.map(p => [p.problem, p.twice])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [undefined, 1],
    ])
  })

  it('takes sixty people and marks every further one [B13]', () => {
    const lines = readPeople(Array.from({ length: 62 }, (_, i) => `Warga ${i + 1}`).join('\n'))
    expect(lines.filter(p => p.problem === undefined)).toHaveLength(MOST_PEOPLE)
    expect(lines.slice(MOST_PEOPLE).map(p => p.problem)).toEqual(['many', 'many'])
  })

  it('is empty for nothing', () => {
    expect(readPeople(' \n\n')).toEqual([])
  })

  it('knows a phone by its digits', () => {
    expect(['0812 0000 0001', '+62(812)00000001'].map(isPhone)).toEqual([true, true])
    expect(['0812', 'rumah', '0812 0000 0001 ext 5'].map(isPhone)).toEqual([false, false, false])
  })
})

describe('what is typed or scanned for a check-in', () => {
  it('is a number in any spelling', () => {
    expect(readCheckIn('ar12')).toEqual({ number: 'AR-12' })
    expect(readCheckIn(' AR-7 ')).toEqual({ number: 'AR-07' })
    expect(readCheckIn('ar 012')).toEqual({ number: 'AR-12' })
    expect(readCheckIn('a24')).toEqual({ number: 'A-024' })
  })

  it('is the link of a ticket, as a scanner types it', () => {
    const token = 'x'.repeat(22)
    expect(readCheckIn(`https://antrean.example.id/t/${token}`)).toEqual({ token })
    expect(readCheckIn(`https://antrean.example.id/t/${token}?lihat`)).toEqual({ token })
  })

  it('is nothing else: no name, no foreign link', () => {
    for (const text of ['', 'budi', '12', 'https://antrean.example.id/s/abc', 'https://x.example/t/short'])
      expect(readCheckIn(text)).toBeUndefined()
  })
})

const booking = (number: string, start: string, name: string | null = null): Booking => ({
  ticketId: `id-${number}`,
  number,
  serviceId: 'ktp-el',
  slot: { start: at(start), end: at(start) + 30 * MINUTE },
  state: 'booked',
  priority: false,
  name,
  papers: [],
  files: [],
})

function dayWith(...states: readonly (readonly [string, TicketState])[]): QueueDay {
  const tickets = states.map(([number, state], no): Ticket => ({
    no,
    id: `id-${number}`,
    number,
    serviceId: 'ktp-el',
    priority: false,
    joined: 'booked',
    state,
    takenAt: at('08:00'),
    bookedAt: at('08:00'),
    due: at('10:00'),
    since: at('08:00'),
    calls: 0,
    heldMs: 0,
    ahead: 0,
  }))
  return { ...emptyDay('samarinda', '2026-06-09'), tickets: [tickets], taken: tickets.length }
}

describe('what is typed at the desk for a check-in', () => {
  it('may have the booking code or the end of the phone behind the number [I11]', () => {
    expect(readCheckIn('jr81 4821')).toEqual({ number: 'JR-81', proof: '4821' })
    expect(readCheckIn('AR 5 123')).toEqual({ number: 'AR-05', proof: '123' })
    expect(readCheckIn('jr81')).toEqual({ number: 'JR-81' })
    expect(readCheckIn('jr81 12')).toBeUndefined()
  })
})

describe('the bookings of today', () => {
  const list = [booking('AR-09', '10:30', 'N•••'), booking('AR-02', '09:00'), booking('AR-01', '09:00')]
  const day = dayWith(['AR-01', 'waiting'], ['AR-02', 'released'], ['AR-09', 'booked'])
  const rows = bookingRows(list, day, at('10:24'))

  it('stand in the order of their slots, with the state that the events tell', () => {
    expect(rows.map(r => [r.booking.number, r.state])).toEqual([
      ['AR-01', 'waiting'],
      ['AR-02', 'released'],
      ['AR-09', 'booked'],
    ])
  })

  it('are late once their slot has begun without them', () => {
    expect(rows.map(r => r.lateBy)).toEqual([undefined, 84, undefined])
    const later = bookingRows(list, day, at('10:34'))
    expect(later.map(r => r.lateBy)).toEqual([undefined, 94, 4])
  })

  it('are not here yet, and not late, while they may still check in [I2]', () => {
    const slots = { ...DEFAULT_TIMES, starts: [], slotMs: 0, creditMs: 0, earlyMs: 20 * MINUTE, graceMs: 10 * MINUTE }
    const expected = (now: string) =>
      bookingRows(list, { ...day, plan: { ...aPlan(), slots } }, at(now)).find(r => r.booking.number === 'AR-09')!
    expect([expected('10:34').notYet, expected('10:34').lateBy]).toEqual([true, undefined])
    expect([expected('10:40').notYet, isOf(expected('10:40'), 'expected')]).toEqual([true, true])
    expect([expected('10:41').notYet, expected('10:41').lateBy]).toEqual([undefined, 11])
  })

  it('are filtered by who is expected, late or here', () => {
    const numbers = (filter: 'all' | 'expected' | 'late' | 'here') =>
      rows.filter(r => isOf(r, filter)).map(r => r.booking.number)
    expect(numbers('all')).toHaveLength(3)
    expect([numbers('expected'), numbers('late'), numbers('here')]).toEqual([['AR-09'], ['AR-02'], ['AR-01']])
  })

  it('are found by number or by the letter with which the masked name begins', () => {
    const found = (typed: string) => rows.filter(r => isNamed(r, typed)).map(r => r.booking.number)
    expect([found('ar9'), found('n'), found('Nur'), found('uri')]).toEqual([['AR-09'], ['AR-09'], ['AR-09'], []])
    expect(found('')).toHaveLength(3)
  })

  it('are prepared at the counters of their service as long as their holder can come', () => {
    const numbers = (services: readonly string[]) => toPrepare(rows, services).map(r => r.booking.number)
    expect(numbers(['ktp-el', 'legalisir'])).toEqual(['AR-01', 'AR-09'])
    expect(numbers(['legalisir'])).toEqual([])
  })

  it('that are still expected are those who hear of a closed service', () => {
    expect([expectedFor(day, 'ktp-el'), expectedFor(day, 'legalisir')]).toEqual([1, 0])
    expect(ticketNumbered(day, 'AR-02')?.state).toBe('released')
  })
})

describe('the day of a slot', () => {
  it('is said as people say it', () => {
    const name = (date: string) => dayName(atClock(date, '10:00', 'WITA'), '2026-06-09', 'WITA', 'id')
    expect(['2026-06-09', '2026-06-10', '2026-06-11'].map(name)).toEqual(['Hari ini', 'Besok', 'Kamis, 11 Juni'])
  })
})
