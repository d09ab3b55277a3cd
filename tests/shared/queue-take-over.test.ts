import { describe, expect, it } from 'vitest'
import { atClock, addDays, MINUTE } from '../../shared/kit/time.ts'
import { seeded } from '../../shared/kit/random.ts'
import type { Request } from '../../shared/queue/command.ts'
import { estimate } from '../../shared/queue/estimate/estimate.ts'
import { ANSWER_MS, silenceAt, type TakeoverEnd } from '../../shared/queue/leaving.ts'
import { deskMayCancel } from '../../shared/queue/states.ts'
import { after, callNext, closeCounter, park, start, takeBreak, withTickets } from '../helpers/acts.ts'
import { DATE, openHall, refusalOf, type Hall } from '../helpers/days.ts'

const takeOver = (end: TakeoverEnd, more: object = {}): Request =>
  ({ verb: 'takeOver', counterId: '1', reason: 'ill', end, ...more }) as Request
const left = (hall: Hall) => hall.ask('system', { verb: 'leaveCounter', counterId: '1', why: 'silent' })
const mind = { verb: 'mindCounter', counterId: '1' } as const
const MIDNIGHT = atClock(addDays(DATE, 1), '00:00', 'WITA')

/** Sari serves the first of two, then goes away. */
function deserted(): Hall {
  const hall = after(withTickets(openHall({ 1: 'sari', 3: 'budi' })), callNext, start)
  hall.wait(20)
  left(hall)
  return hall
}

describe('a counter whose officer left', () => {
  it('is served on by a colleague at the own counter: each has a part, and the ticket is finished there [D17 D18]', () => {
    const hall = deserted()
    hall.wait(2)
    const told = hall.staff('budi', takeOver('continue', { meant: 't0' }))
    expect(told.map(e => e.type)).toEqual(['counterTakenOver', 'counterClosed', 'ticketTakenOver'])
    expect(told[0]).toMatchObject({
      officerId: 'sari',
      reason: 'ill',
      number: 'A-001',
      end: 'continue',
      by: 'staff:budi',
    })
    expect(hall.ticket(0)).toMatchObject({ state: 'serving', counterId: '3', officerId: 'budi', startedAt: hall.now })
    expect(hall.at('1')).toBeUndefined()
    expect(hall.day.counters['1']).toMatchObject({ state: 'closed' })
    hall.staff('budi', { verb: 'finish', counterId: '3' })
    expect(hall.ticket(0).state).toBe('done')
  })

  it('is served on at the same counter by whoever has none yet [D17]', () => {
    const hall = deserted()
    hall.staff('wati', takeOver('continue'))
    expect(hall.day.counters['1']).toMatchObject({ state: 'open', officerId: 'wati', current: 0 })
    expect(hall.day.counters['1']!.leftAt).toBeUndefined()
    hall.staff('wati', { verb: 'finish', counterId: '1' })
    expect(hall.ticket(0)).toMatchObject({ state: 'done', officerId: 'wati' })
  })

  it('is called anew to the other counter where it had been called and not come [D17]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari', 3: 'budi' })), callNext)
    left(hall)
    hall.staff('budi', takeOver('continue'))
    expect(hall.ticket(0)).toMatchObject({ state: 'called', counterId: '3', officerId: 'budi', calls: 1 })
    expect(hall.day.calls[0]).toMatchObject({ no: 0, counterId: '3', at: hall.now })
  })

  it('gives its ticket back to the line at its old place [D17]', () => {
    const hall = deserted()
    const { due } = hall.ticket(0)
    hall.staff('budi', takeOver('back'))
    expect(hall.ticket(0)).toMatchObject({ state: 'waiting', due })
    expect(hall.day.waiting['ktp']!.map(w => w.no)).toEqual([0, 1])
    expect(hall.next('budi', '3')).toBe('A-001')
  })

  it('ends its ticket as finished, with its times unknown, or as left by the office [D17]', () => {
    const done = deserted()
    expect(done.staff('budi', takeOver('done')).at(-1)).toMatchObject({ type: 'ticketFinished', untimed: true })
    expect(done.day.paces['ktp']).toBeUndefined()
    const gone = deserted()
    gone.staff('budi', takeOver('left'))
    expect(gone.ticket(0).state).toBe('unserved')
    expect(gone.day.counters['1']!.state).toBe('closed')
  })

  it('is freed by a colleague only once it was left, by whoever leads at any time, and by nobody for themselves [D17]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari', 3: 'budi' })), callNext, start)
    expect(refusalOf(() => hall.staff('budi', takeOver('back')))).toBe('COUNTER_ATTENDED')
    expect(refusalOf(() => hall.staff('sari', takeOver('back', { leads: true })))).toBe('OWN_COUNTER')
    expect(refusalOf(() => hall.ask('holder', takeOver('back', { leads: true })))).toBe('FORBIDDEN')
    expect(refusalOf(() => hall.staff('budi', takeOver('back', { leads: true, meant: 't1' })))).toBe('TICKET_OTHER')
    hall.staff('meja', takeOver('back', { leads: true }))
    expect(refusalOf(() => hall.staff('budi', takeOver('back')))).toBe('COUNTER_CLOSED')
  })

  it('is taken from the officer who was seen there, and from nobody who came meanwhile [D17 C11]', () => {
    const hall = deserted()
    const lead = takeOver('continue', { leads: true, meant: 't0', from: 'sari' })
    hall.staff('wati', lead)
    expect(refusalOf(() => hall.staff('meja', lead))).toBe('OFFICER_OTHER')
    expect(hall.day.counters['1']).toMatchObject({ officerId: 'wati', current: 0 })
    expect(refusalOf(() => hall.staff('wati', lead))).toBe('OWN_COUNTER')
    hall.staff('meja', takeOver('back', { leads: true, from: 'wati' }))
  })

  it('goes on with nobody who is busy or rests at the own counter [D17]', () => {
    const busy = deserted()
    busy.next('budi', '3')
    expect(refusalOf(() => busy.staff('budi', takeOver('continue')))).toBe('COUNTER_BUSY')
    const resting = deserted()
    resting.staff('budi', { ...takeBreak, counterId: '3' })
    expect(refusalOf(() => resting.staff('budi', takeOver('continue')))).toBe('COUNTER_ON_BREAK')
  })

  it('counts in no range and for nobody from that moment on, until its officer acts [D19]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext)
    const range = () => estimate(hall.day, hall.now, seeded(1)).services['ktp']
    expect(range()).not.toBeNull()
    left(hall)
    expect(range()).toBeNull()
    after(hall, start)
    expect(hall.day.counters['1']!.leftAt).toBeUndefined()
    expect(range()).not.toBeNull()
  })

  it('is left with a word by its own officer only [D19]', () => {
    const hall = openHall({ 1: 'sari', 3: 'budi' })
    const leave = { verb: 'leaveCounter', counterId: '1', why: 'handed' } as const
    expect(refusalOf(() => hall.staff('budi', leave))).toBe('NOT_YOUR_COUNTER')
    expect(hall.staff('sari', leave)).toHaveLength(1)
    expect(hall.staff('sari', leave)).toEqual([])
  })
})

describe('a silent counter', () => {
  const silence = (hall: Hall) => silenceAt(hall.day, hall.day.counters['1']!, hall.now)

  it('asks its officer when a call is not answered for some minutes, and is held for left 3 minutes later [D20]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext)
    hall.until(hall.now + hall.day.plan!.silentMs - 1)
    expect(silence(hall)).toBeUndefined()
    hall.until(hall.now + 1)
    expect(silence(hall)).toBe('ask')
    hall.until(hall.now + ANSWER_MS)
    expect(silence(hall)).toBe('left')
    after(hall, mind)
    expect(silence(hall)).toBeUndefined()
  })

  it('asks when whoever leads the hall wants to know, once, and any act of its officer answers [D20]', () => {
    const nudge = { verb: 'nudgeCounter', counterId: '1' } as const
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start)
    expect(silence(hall)).toBeUndefined()
    expect(hall.staff('bos', nudge)).toHaveLength(1)
    expect(silence(hall)).toBe('ask')
    expect(hall.staff('bos', nudge)).toEqual([])
    hall.until(hall.now + ANSWER_MS - 1)
    expect(silence(hall)).toBe('ask')
    hall.until(hall.now + 1)
    expect(silence(hall)).toBe('left')
    after(hall, mind)
    expect(silence(hall)).toBeUndefined()
    hall.staff('bos', nudge)
    after(hall, { verb: 'finish', counterId: '1' })
    expect(silence(hall)).toBeUndefined()
    expect(refusalOf(() => hall.staff('sari', nudge))).toBe('OWN_COUNTER')
    expect(refusalOf(() => hall.staff('bos', { ...nudge, counterId: '3' }))).toBe('COUNTER_CLOSED')
    left(hall)
    expect(hall.staff('bos', nudge)).toEqual([])
  })

  it('asks of a visit only once it takes three times what is usual, of an idle counter only while people wait [D20]', () => {
    const hall = openHall({ 1: 'sari' })
    hall.wait(60)
    expect(silence(hall)).toBeUndefined()
    withTickets(hall)
    expect(silence(hall)).toBeUndefined()
    hall.wait(4)
    expect(silence(hall)).toBe('ask')
    after(hall, callNext, start)
    hall.wait(22)
    expect(silence(hall)).toBeUndefined()
    hall.wait(1)
    expect(silence(hall)).toBe('ask')
  })

  it('asks after a break that is over, and of nobody where the office does not want it [D20]', () => {
    const hall = after(openHall({ 1: 'sari' }), takeBreak)
    hall.wait(19)
    expect(silence(hall)).toBeUndefined()
    hall.wait(1)
    expect(silence(hall)).toBe('ask')
    const plan = { ...hall.day.plan!, silentMs: 0 }
    expect(silenceAt({ ...hall.day, plan }, hall.day.counters['1']!, hall.now + 60 * MINUTE)).toBeUndefined()
  })
})

describe('a visit without an end', () => {
  const settle = (no: number, end: string, more: object = {}) => ({ verb: 'settle', no, end, ...more }) as Request

  it('is ended for its officer only once nobody is there or its day is over, and frees the counter [D21]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start)
    expect(refusalOf(() => hall.staff('meja', settle(0, 'done')))).toBe('COUNTER_ATTENDED')
    hall.until(MIDNIGHT)
    hall.staff('meja', settle(0, 'done', { dayEnded: MIDNIGHT }))
    expect(hall.ticket(0).state).toBe('done')
    expect(hall.day.counters['1']!.state).toBe('closed')
  })

  it('has only the ends that are true of its state [D21]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start, park)
    left(hall)
    expect(refusalOf(() => hall.staff('meja', settle(0, 'missed')))).toBe('TICKET_STATE')
    hall.staff('meja', settle(0, 'gone'))
    expect(hall.ticket(0)).toMatchObject({ state: 'cancelled', why: 'gone' })
    expect(refusalOf(() => hall.staff('meja', settle(1, 'left')))).toBe('TICKET_STATE')
    after(hall, callNext)
    left(hall)
    hall.staff('meja', settle(1, 'missed'))
    expect(hall.ticket(1).state).toBe('missed')
  })

  it('waits, put aside, for its officer while the officer sits at any counter, and is ended by nobody for themselves [D21]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start, park)
    for (const end of ['done', 'left', 'gone'])
      expect(refusalOf(() => hall.staff('meja', settle(0, end)))).toBe('COUNTER_ATTENDED')
    after(hall, closeCounter)
    hall.staff('sari', { verb: 'openCounter', counterId: '2' })
    expect(refusalOf(() => hall.staff('meja', settle(0, 'left')))).toBe('COUNTER_ATTENDED')
    hall.staff('sari', { verb: 'closeCounter', counterId: '2' })
    expect(refusalOf(() => hall.staff('sari', settle(0, 'left')))).toBe('OWN_COUNTER')
    hall.until(MIDNIGHT)
    expect(refusalOf(() => hall.staff('sari', settle(0, 'left', { dayEnded: MIDNIGHT })))).toBe('OWN_COUNTER')
    hall.staff('meja', settle(0, 'left', { dayEnded: MIDNIGHT }))
    expect(hall.ticket(0).state).toBe('unserved')
  })

  it('is ended in the place of whoever went home, though a colleague sits at that counter by now [D21]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start, park, closeCounter)
    hall.staff('budi', { verb: 'openCounter', counterId: '1' })
    hall.next('budi', '1')
    const { lastActs } = hall.day
    const { actedAt } = hall.day.counters['1']!
    hall.wait(0.1)
    hall.staff('meja', settle(0, 'done'))
    expect(hall.ticket(0).state).toBe('done')
    expect(hall.day.counters['1']).toMatchObject({ actedAt, current: 1 })
    expect(hall.day.lastActs).toEqual(lastActs)
    hall.staff('budi', { verb: 'undo', counterId: '1' })
    expect(hall.ticket(1).state).toBe('waiting')
  })

  it('brings a counter at which nobody is back to nobody [D19 D21]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start, park)
    left(hall)
    const { leftAt } = hall.day.counters['1']!
    hall.wait(1)
    hall.staff('meja', settle(0, 'done'))
    expect(hall.day.counters['1']).toMatchObject({ leftAt })
  })

  it('is not given back by the desk once it was put aside, only by its holder [D21 O14]', () => {
    const cancel = { verb: 'cancel', no: 0 } as const
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start, park)
    for (const who of ['sari', 'meja']) expect(refusalOf(() => hall.staff(who, cancel))).toBe('TICKET_PARKED')
    expect(deskMayCancel('parked')).toBe(false)
    hall.ask('holder', cancel)
    expect(hall.ticket(0).state).toBe('cancelled')
  })
})
