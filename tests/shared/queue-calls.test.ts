import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import type { Request } from '../../shared/queue/command.ts'
import { wholePlan } from '../../shared/queue/whole-plan.ts'
import { returnDue } from '../../shared/queue/policy.ts'
import {
  after,
  callNext,
  comeBack,
  finish,
  park,
  recall,
  resume,
  skip,
  start,
  takeTicket,
  withTickets,
  openCounter,
  takeBreak,
} from '../helpers/acts.ts'
import { aPlan, openHall, OPENING, refusalOf, type Hall } from '../helpers/days.ts'

describe('a call', () => {
  const heard = { skipAfterMs: 60_000, mostCalls: 3 }
  const called = (plan = aPlan(heard)) => after(withTickets(openHall({ 1: 'sari' }, plan)), callNext)
  const skipped = (hall: Hall) => refusalOf(() => hall.staff('sari', skip))

  it('may be passed over once it has been heard, a minute after it was last repeated, and no sooner [C12]', () => {
    const hall = called()
    hall.until(hall.now + 59_999)
    expect(skipped(hall)).toBe('SKIP_EARLY')
    after(hall, recall)
    hall.until(hall.now + 59_999)
    expect(skipped(hall)).toBe('SKIP_EARLY')
    hall.until(hall.now + 1)
    expect(skipped(hall)).toBeUndefined()
  })

  it('says in how many seconds it may be passed over, and at once where the office waits for nothing [C12]', () => {
    const hall = called()
    hall.until(hall.now + 21_500)
    expect(() => hall.staff('sari', skip)).toThrow(expect.objectContaining({ data: { seconds: 39 } }))
    expect(skipped(called(aPlan({ skipAfterMs: 0 })))).toBeUndefined()
  })

  it('is repeated until it was heard three times, and anew for a new visit [C12]', () => {
    const hall = after(called(), recall, recall)
    expect(() => hall.staff('sari', recall)).toThrow(expect.objectContaining({ code: 'CALLS_SPENT', data: { n: 3 } }))
    hall.wait(1)
    after(hall, skip, comeBack)
    while (hall.next('sari', '1') !== 'A-001') after(hall, start)
    expect(refusalOf(() => after(hall, recall, recall))).toBeUndefined()
    expect(refusalOf(() => hall.staff('sari', recall))).toBe('CALLS_SPENT')
  })

  it('counts on where the visit was put aside or skipped and called back, which is always possible [C12]', () => {
    for (const away of [[start, park], [skip]]) {
      const hall = after(called(), recall, recall)
      hall.wait(1)
      after(hall, ...away, resume)
      expect(hall.at('1')!.calls).toBe(4)
      expect(() => hall.staff('sari', recall)).toThrow(expect.objectContaining({ code: 'CALLS_SPENT', data: { n: 4 } }))
      after(hall, { verb: 'undo', counterId: '1' })
      expect(hall.ticket(0).calls).toBe(3)
    }
  })

  it('puts nobody aside who has not come: such a call is skipped [C12 D7]', () => {
    const hall = called()
    expect(refusalOf(() => hall.staff('sari', park))).toBe('TICKET_STATE')
    expect(refusalOf(() => after(hall, start, park))).toBeUndefined()
  })

  it('of a day whose plan was written before goes by what an office starts with [C12]', () => {
    const { skipAfterMs: _s, mostCalls: _m, ...earlier } = aPlan()
    expect(wholePlan(earlier)).toMatchObject({ skipAfterMs: 60_000, mostCalls: 3 })
  })
})

describe('taking a number', () => {
  it('numbers each service on its own, letter and three digits [N2]', () => {
    const hall = openHall()
    const taken = ['ktp', 'kk', 'ktp'].map(s => hall.ticket(hall.take(s)).number)
    expect(taken).toEqual(['A-001', 'B-001', 'A-002'])
  })

  it('says how many stand ahead and keeps what was promised [N8 L3]', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    hall.take('ktp')
    const promised = { from: OPENING, to: OPENING + MINUTE }
    hall.ask('device:kiosk', { ...takeTicket, promised } as Request)
    expect(hall.ticket(2)).toMatchObject({ ahead: 2, promised, state: 'waiting', joined: 'walkIn', due: OPENING })
  })

  it('counts as ahead the line of its own service, as the hall shows it [N8]', () => {
    const hall = openHall({ 3: 'sari' })
    hall.take('kk')
    hall.take('ktp')
    expect(hall.ticket(hall.take('ktp')).ahead).toBe(1)
  })

  it('ends when the doors close and begins when they open [N6]', () => {
    const hall = openHall()
    hall.wait(7 * 60 - 1)
    expect(refusalOf(() => hall.take('ktp'))).toBeUndefined()
    hall.wait(1)
    expect(refusalOf(() => hall.take('ktp'))).toBe('OFFICE_CLOSED')
    const early = openHall()
    early.wait(-1)
    expect(refusalOf(() => early.take('ktp'))).toBe('OFFICE_CLOSED')
  })

  it('is refused all day on a closed day, and for a service that is closed [N7]', () => {
    const closed = openHall({}, aPlan({ doors: null }))
    expect(refusalOf(() => closed.take('ktp'))).toBe('OFFICE_CLOSED')
    const services = aPlan().services.map(s => ({ ...s, open: s.id !== 'kk' }))
    const hall = openHall({}, aPlan({ services }))
    expect(refusalOf(() => hall.take('kk'))).toBe('SERVICE_CLOSED')
    expect(refusalOf(() => hall.take('ktp'))).toBeUndefined()
  })

  it('still lets those who wait be called after the doors have closed [L11]', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    hall.wait(7 * 60 + 5)
    expect(hall.next('sari', '1')).toBe('A-001')
  })

  it('never gives one number to two people when a letter moves to another service [N5]', () => {
    const hall = openHall()
    hall.take('ktp')
    const services = [
      { id: 'kia', letter: 'A', typicalMs: MINUTE, open: true },
      { id: 'ktp', letter: 'B', typicalMs: MINUTE, open: true },
    ]
    hall.ask('system', { verb: 'planDay', plan: aPlan({ services }) })
    expect(hall.ticket(hall.take('kia')).number).toBe('A-002')
    expect(hall.ticket(hall.take('ktp')).number).toBe('B-001')
  })
})

describe('calling the next', () => {
  it('calls in the order of arrival over all services of the counter [L1]', () => {
    const hall = openHall({ 3: 'sari' })
    for (const service of ['kk', 'ktp', 'kk']) {
      hall.take(service)
      hall.wait(1)
    }
    const called = [1, 2, 3].map(() => {
      const number = hall.next('sari', '3')
      hall.staff('sari', { verb: 'finish', counterId: '3' })
      return number
    })
    expect(called).toEqual(['B-001', 'A-001', 'B-002'])
  })

  it('calls of those who came at the same instant the one who took the number first, whatever the service [L2]', () => {
    const hall = openHall({ 3: 'sari' })
    for (const service of ['kk', 'ktp', 'kk']) hall.take(service)
    const called = [1, 2, 3].map(() => {
      const number = hall.next('sari', '3')
      hall.staff('sari', { verb: 'finish', counterId: '3' })
      return number
    })
    expect(called).toEqual(['B-001', 'A-001', 'B-002'])
  })

  it('calls a priority ticket before those who came less than the credit earlier, and after those who came before that [L4]', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    hall.wait(10)
    hall.take('ktp')
    hall.wait(6)
    hall.take('ktp', true)
    expect(hall.day.waiting['ktp']!.map(w => w.no)).toEqual([0, 2, 1])
  })

  it('never puts somebody who comes back earlier than they stood [L6]', () => {
    const line = [{ no: 1, due: OPENING - 10 * MINUTE }]
    const missed = { due: OPENING, since: OPENING }
    expect(returnDue(line, missed, 3, 15 * MINUTE, OPENING + MINUTE).due).toBe(OPENING)
    expect(returnDue([], missed, 3, 15 * MINUTE, OPENING + MINUTE).due).toBe(OPENING)
  })

  it('leaves tickets of other services alone [C4]', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('kk')
    expect(refusalOf(() => hall.next('sari', '1'))).toBe('QUEUE_EMPTY')
  })

  it('passes nobody over when the button is pressed twice [C2]', () => {
    const hall = withTickets(openHall({ 1: 'sari' }))
    hall.next('sari', '1')
    expect(refusalOf(() => hall.next('sari', '1'))).toBe('COUNTER_BUSY')
    expect(hall.at('1')!.number).toBe('A-001')
    expect(hall.ticket(1).state).toBe('waiting')
  })

  it('finishes the visit in service by the same press [C3]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start)
    expect(hall.next('sari', '1')).toBe('A-002')
    expect(hall.ticket(0).state).toBe('done')
  })

  it('leaves the visit in service alone when nobody waits [C3]', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    after(hall, callNext, start)
    expect(refusalOf(() => hall.next('sari', '1'))).toBe('QUEUE_EMPTY')
    expect(hall.at('1')).toMatchObject({ number: 'A-001', state: 'serving' })
  })

  it('gives two officers who press at once two different tickets [C1]', () => {
    const hall = withTickets(openHall({ 1: 'sari', 3: 'budi' }))
    expect([hall.next('sari', '1'), hall.next('budi', '3')]).toEqual(['A-001', 'A-002'])
  })

  it('counts from when a counter is free until it calls, for who waits by then, and not through a break', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    after(hall, callNext, start, finish)
    hall.take('ktp')
    hall.wait(2)
    after(hall, callNext, start, finish, takeBreak)
    hall.take('ktp')
    hall.wait(15)
    after(hall, openCounter)
    hall.wait(1)
    after(hall, callNext)
    expect(hall.day.gaps).toEqual([2 * MINUTE, MINUTE])
  })

  it('notes counter and officer on the ticket and shows the call in the hall, newest first', () => {
    const hall = withTickets(openHall({ 1: 'sari', 3: 'budi' }))
    hall.next('sari', '1')
    hall.next('budi', '3')
    expect(hall.at('1')).toMatchObject({ counterId: '1', officerId: 'sari', calledAt: hall.now, calls: 1 })
    expect(hall.day.calls.map(c => [c.number, c.counterId])).toEqual([
      ['A-002', '3'],
      ['A-001', '1'],
    ])
  })

  it('keeps the last twelve calls, and shows a ticket once [C10]', () => {
    const hall = openHall({ 1: 'sari' })
    for (let i = 0; i < 15; i++) {
      hall.take('ktp')
      after(hall, callNext, recall, start, finish)
    }
    expect(hall.day.calls).toHaveLength(12)
    expect(new Set(hall.day.calls.map(c => c.no)).size).toBe(12)
  })
})

describe('why this number was next', () => {
  const becauseOf = (hall: Hall, request: Request) =>
    hall.staff('sari', request).flatMap(e => (e.type === 'ticketCalled' ? [e.because] : []))[0]

  it('says the way a ticket joined, its due, and among how many it stood [C5]', () => {
    const hall = withTickets(openHall({ 1: 'sari' }))
    expect(becauseOf(hall, callNext)).toEqual({ kind: 'walkIn', due: OPENING, among: 2 })
  })

  it('says priority, with the due that the credit gave [C5] [L4]', () => {
    const hall = withTickets(openHall({ 1: 'sari' }))
    hall.take('ktp', true)
    expect(becauseOf(hall, callNext)).toEqual({ kind: 'priority', due: hall.now - 15 * MINUTE, among: 3 })
  })

  it('says transferred, returned in time and returned late [C5]', () => {
    const sent = openHall({ 2: 'budi', 3: 'sari' })
    sent.take('kk')
    sent.next('budi', '2')
    sent.staff('budi', { verb: 'transfer', counterId: '2', serviceId: 'ktp' })
    expect(becauseOf(sent, { verb: 'callNext', counterId: '3' })).toMatchObject({ kind: 'transferred' })
    for (const [minutes, kind] of [
      [5, 'returned'],
      [25, 'late'],
    ] as const) {
      const hall = openHall({ 1: 'sari' })
      hall.take('ktp')
      after(hall, callNext, skip)
      hall.wait(minutes)
      after(hall, comeBack)
      expect(becauseOf(hall, callNext)).toMatchObject({ kind, among: 1 })
    }
  })

  it('says resumed for a ticket fetched back, itself counted', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start, park)
    expect(becauseOf(hall, resume)).toEqual({ kind: 'resumed', due: OPENING, among: 2 })
  })

  it('says picked, with the reason, for a call out of order [C6]', () => {
    const hall = withTickets(openHall({ 1: 'sari' }))
    const pick = { no: 1, reason: 'emergency' } as const
    expect(becauseOf(hall, { verb: 'callNext', counterId: '1', pick })).toEqual({
      kind: 'picked',
      due: OPENING + MINUTE,
      among: 2,
      reason: 'emergency',
    })
    expect(hall.ticket(0).state).toBe('waiting')
  })

  it('counts a ticket picked from another service among those who waited', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('kk')
    const pick = { no: 0, reason: 'correction' } as const
    expect(becauseOf(hall, { verb: 'callNext', counterId: '1', pick })).toMatchObject({ among: 1 })
  })
})
