import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import type { Request } from '../../shared/queue/command.ts'
import { currentAt } from '../../shared/queue/day.ts'
import { decide } from '../../shared/queue/decide.ts'
import { kindOf } from '../../shared/queue/result.ts'
import {
  after,
  callNext,
  closeCounter,
  comeBack,
  finish,
  openCounter,
  park,
  recall,
  resume,
  skip,
  start,
  takeBreak,
  transfer,
  withTickets,
} from '../helpers/acts.ts'
import { aPlan, openHall, OPENING, refusalOf, type Hall } from '../helpers/days.ts'

describe('at the counter', () => {
  it('recalls the same ticket: its place, clock and state stay, its calls rise, the hall shows it anew [C7]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext)
    const before = hall.ticket(0)
    hall.wait(2)
    after(hall, recall)
    expect(hall.ticket(0)).toEqual({ ...before, calls: 2 })
    expect(hall.day.calls).toHaveLength(1)
    expect(hall.day.calls[0]).toMatchObject({ no: 0, at: hall.now, seq: hall.day.seq })
  })

  it('touches nobody but whom the officer means, though the act comes late or once more [C11]', () => {
    const wrongHolder = { verb: 'wrongHolder', counterId: '1' } as const
    for (const act of [recall, skip, start, finish, park, transfer, callNext, wrongHolder]) {
      const hall = after(withTickets(openHall({ 1: 'sari' })), callNext)
      const meant = hall.ticket(0).id!
      after(hall, start, { ...callNext, meant })
      const late = () => hall.staff('sari', { ...act, meant })
      expect(refusalOf(late), act.verb).toBe('TICKET_OTHER')
      after(hall, finish)
      expect(refusalOf(late), act.verb).toBe('NO_CURRENT_TICKET')
    }
  })

  it('calls from an empty counter only while it is empty, so that a repeat finishes nobody [C11]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start)
    expect(refusalOf(() => hall.staff('sari', { ...callNext, meant: null }))).toBe('TICKET_OTHER')
    expect(hall.ticket(0).state).toBe('serving')
    after(hall, finish, { ...callNext, meant: null })
    expect(hall.ticket(1).state).toBe('called')
  })

  it('lets no colleague act at a counter that is on its break [D3]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari', 2: 'budi' })), takeBreak)
    expect(refusalOf(() => hall.staff('budi', { ...takeBreak, counterId: '1' }))).toBe('NOT_YOUR_COUNTER')
    expect(refusalOf(() => hall.staff('budi', { verb: 'closeCounter', counterId: '1' }))).toBe('NOT_YOUR_COUNTER')
  })

  it('counts a visit finished without start as served, with its service time unknown [D9]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, finish)
    expect(hall.ticket(0).state).toBe('done')
    expect(hall.ticket(0)).not.toHaveProperty('startedAt')
    expect(hall.at('1')).toBeUndefined()
  })

  it('keeps on record that a visit asked for no document, by either press that ends it', () => {
    for (const last of [finish, callNext]) {
      const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start)
      const [ended] = hall.staff('sari', { ...last, document: false })
      expect(ended).toMatchObject({ type: 'ticketFinished', no: 0, document: false })
    }
    const [ended] = after(withTickets(openHall({ 1: 'sari' })), callNext).staff('sari', finish)
    expect(ended).not.toHaveProperty('document')
  })

  it('keeps how a visit ended, by either press that ends it, and says nothing of one that was complete [D24]', () => {
    const result = { kind: 'papersMissing', papers: ['Kartu Keluarga'] } as const
    for (const last of [finish, callNext]) {
      const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start)
      hall.staff('sari', { ...last, result })
      expect(hall.ticket(0)).toMatchObject({ state: 'done', result })
    }
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start, finish)
    expect(hall.ticket(0)).not.toHaveProperty('result')
    expect(kindOf(hall.ticket(0).result)).toBe('complete')
  })

  it('keeps number and due of a ticket sent to another service, and forgets the counter [D8]', () => {
    const hall = openHall({ 1: 'sari', 2: 'budi' })
    hall.wait(3)
    hall.take('kk')
    hall.wait(-3)
    hall.take('ktp')
    hall.wait(10)
    after(hall, callNext, start, transfer)
    expect(hall.ticket(1)).toMatchObject({ number: 'A-001', serviceId: 'kk', state: 'waiting', due: OPENING })
    expect(hall.ticket(1)).not.toHaveProperty('counterId')
    expect(hall.ticket(1)).not.toHaveProperty('startedAt')
    expect(hall.at('1')).toBeUndefined()
    expect(hall.day.waiting['kk']!.map(w => w.no)).toEqual([1, 0])
    expect(hall.next('budi', '2')).toBe('A-001')
  })

  describe('sent to a counter', () => {
    const toTwo = { ...transfer, sentTo: '2' } as const
    const sent = () => {
      const hall = after(withTickets(openHall({ 1: 'sari', 2: 'budi', 3: 'dewi' })), callNext, start)
      hall.take('kk')
      after(hall, toTwo)
      return hall
    }

    it('is called by that counter in its own turn, and left alone by the others [D27]', () => {
      const hall = sent()
      expect(hall.ticket(0)).toMatchObject({ number: 'A-001', serviceId: 'kk', sentTo: '2', due: OPENING })
      expect(hall.day.counters['3']!.services).toContain('kk')
      expect(hall.next('dewi', '3')).not.toBe('A-001')
      expect(hall.next('budi', '2')).toBe('A-001')
    })

    it('falls back to the line once that counter closes, rests or serves something else [D27]', () => {
      for (const act of [
        { verb: 'closeCounter', counterId: '2' },
        { verb: 'takeBreak', counterId: '2', minutes: 15 },
      ] as const) {
        const hall = sent()
        hall.staff('budi', act)
        expect(hall.next('dewi', '3'), act.verb).toBe('A-001')
      }
    })

    it('waits for it again after a missed call, and keeps its note [D27 D28]', () => {
      const hall = after(withTickets(openHall({ 1: 'sari', 2: 'budi', 3: 'dewi' })), callNext, start)
      after(hall, { ...toTwo, noteId: 'n1' })
      hall.next('budi', '2')
      hall.staff('budi', { verb: 'skip', counterId: '2' })
      after(hall, comeBack)
      expect(hall.ticket(0)).toMatchObject({ state: 'waiting', sentTo: '2', noteId: 'n1' })
      expect(hall.day.waiting['kk']).toMatchObject([{ no: 0, sentTo: '2' }])
    })

    it('may stay with its service, but not with its counter, and goes to no counter that does not serve it [D27]', () => {
      const hall = after(withTickets(openHall({ 1: 'sari', 2: 'budi' })), callNext, start)
      const refused = (change: object) => refusalOf(() => hall.staff('sari', { ...toTwo, ...change }))
      expect(refused({ sentTo: '3' })).toBe('COUNTER_CLOSED')
      expect(refused({ sentTo: '99' })).toBe('COUNTER_UNKNOWN')
      hall.ask('system', { verb: 'leaveCounter', counterId: '2', why: 'silent' })
      expect(refused({}), 'a counter whose officer left').toBe('COUNTER_CLOSED')
      expect(refused({ serviceId: 'ktp', sentTo: '1' })).toBe('SAME_SERVICE')
    })
  })

  it('counts the time for which a visit was parked, and lets the counter call others meanwhile [D7]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start, park)
    hall.wait(1)
    expect(hall.next('sari', '1')).toBe('A-002')
    hall.wait(6)
    after(hall, finish, resume)
    expect(hall.at('1')).toMatchObject({ no: 0, state: 'called', heldMs: 7 * MINUTE, calls: 2 })
    expect(hall.at('1')).not.toHaveProperty('startedAt')
  })

  it('lets another officer resume a parked visit [D7]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari', 3: 'budi' })), callNext, start, park)
    hall.staff('budi', { verb: 'resume', counterId: '3', no: 0 })
    expect(hall.at('3')).toMatchObject({ no: 0, officerId: 'budi' })
    expect(hall.at('1')).toBeUndefined()
  })

  it('undoes a skip by resuming, with no time held [C9]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, skip)
    hall.wait(1)
    after(hall, resume)
    expect(hall.at('1')).toMatchObject({ no: 0, state: 'called', heldMs: 0 })
  })

  it('frees the counter when a ticket is skipped, and the cancelled leave the line [C8]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, skip)
    expect(hall.at('1')).toBeUndefined()
    after(hall, { verb: 'cancel', no: 1 })
    expect(hall.day.waiting['ktp']).toEqual([])
    expect(refusalOf(() => hall.next('sari', '1'))).toBe('QUEUE_EMPTY')
  })
})

describe('coming back after a missed call', () => {
  function missedWith(waiting: number): Hall {
    const hall = openHall({ 1: 'sari' })
    for (let i = 0; i <= waiting; i++) {
      hall.take('ktp')
      hall.wait(1)
    }
    return after(hall, callNext, skip)
  }
  const line = (hall: Hall) => hall.day.waiting['ktp']!.map(w => w.no)

  it.each([
    [5, [1, 2, 3, 0, 4, 5]],
    [3, [1, 2, 3, 0]],
    [2, [1, 2, 0]],
    [0, [0]],
  ])('within the grace, with %i in line, stands three places behind the head [L8]', (waiting, expected) => {
    const hall = missedWith(waiting)
    hall.wait(20)
    after(hall, comeBack)
    expect(line(hall)).toEqual(expected)
    expect(hall.ticket(0).joined).toBe('returned')
  })

  it('after the grace stands at the end, by the time of coming back [L9]', () => {
    const hall = missedWith(4)
    hall.wait(20.001)
    after(hall, comeBack)
    expect(line(hall)).toEqual([1, 2, 3, 4, 0])
    expect(hall.ticket(0)).toMatchObject({ joined: 'late', due: hall.now })
  })

  it('is never earlier than before: who was called out of order comes back to their own place [L8]', () => {
    const hall = openHall({ 1: 'sari' })
    for (let i = 0; i < 6; i++) {
      hall.take('ktp')
      hall.wait(1)
    }
    after(hall, { verb: 'callNext', counterId: '1', pick: { no: 5, reason: 'vulnerable' } }, skip, {
      verb: 'return',
      no: 5,
    })
    expect(line(hall)).toEqual([0, 1, 2, 3, 4, 5])
    expect(hall.ticket(5).due).toBe(OPENING + 5 * MINUTE)
  })

  it('counts the grace from the miss, not from the call [L8]', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    after(hall, callNext)
    hall.wait(15)
    after(hall, skip)
    hall.wait(15)
    after(hall, comeBack)
    expect(hall.ticket(0).joined).toBe('returned')
  })
})

describe('sitting down at a counter', () => {
  it('serves what the plan says, or what the officer chooses [D5]', () => {
    const hall = openHall({ 3: 'sari' })
    expect(hall.day.counters['3']).toMatchObject({ state: 'open', officerId: 'sari', services: ['ktp', 'kk'] })
    hall.staff('sari', { verb: 'openCounter', counterId: '3', services: ['kk'] })
    expect(hall.day.counters['3']!.services).toEqual(['kk'])
    hall.staff('sari', { verb: 'openCounter', counterId: '3', services: ['ktp'] })
    expect(hall.day.counters['3']!.services).toEqual(['ktp'])
  })

  it('counts a service once that is named twice [D5]', () => {
    const hall = openHall()
    hall.staff('sari', { verb: 'openCounter', counterId: '1', services: ['ktp', 'ktp'] })
    expect(hall.day.counters['1']!.services).toEqual(['ktp'])
  })

  it('keeps the ticket at the counter when the officer changes services', () => {
    const hall = withTickets(openHall({ 3: 'sari' }))
    hall.next('sari', '3')
    hall.staff('sari', { verb: 'openCounter', counterId: '3', services: ['kk'] })
    expect(hall.at('3')!.number).toBe('A-001')
  })

  it('closes the idle counter that the officer left open [D1]', () => {
    const hall = openHall({ 1: 'sari' })
    const events = hall.staff('sari', { verb: 'openCounter', counterId: '2' })
    expect(events.map(e => e.type)).toEqual(['counterClosed', 'counterOpened'])
    expect(hall.day.counters['1']).toMatchObject({ state: 'closed' })
    expect(hall.day.counters['1']).not.toHaveProperty('officerId')
  })

  it('is refused while a ticket stands at the counter left behind [D1]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start)
    expect(refusalOf(() => hall.staff('sari', { verb: 'openCounter', counterId: '2' }))).toBe('OFFICER_ELSEWHERE')
    expect(hall.day.counters['2']!.state).toBe('closed')
  })

  it('is refused where a colleague sits, also while the colleague rests, and to anyone but staff [D2]', () => {
    const hall = after(openHall({ 1: 'sari' }), takeBreak)
    expect(refusalOf(() => hall.staff('budi', openCounter))).toBe('COUNTER_TAKEN')
    expect(refusalOf(() => hall.ask('device:kiosk', { ...openCounter, counterId: '2' }))).toBe('FORBIDDEN')
    expect(refusalOf(() => hall.ask('system', { ...openCounter, counterId: '2' }))).toBe('FORBIDDEN')
  })

  it('ends a break', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), takeBreak)
    expect(hall.day.counters['1']).toMatchObject({ state: 'break', until: hall.now + 15 * MINUTE })
    hall.wait(5)
    after(hall, openCounter)
    expect(hall.day.counters['1']!.state).toBe('open')
    expect(hall.day.counters['1']).not.toHaveProperty('until')
    expect(hall.next('sari', '1')).toBe('A-001')
  })
})

describe('a plan that changes during the day', () => {
  it('keeps open counters, their officers and their tickets [H7]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext)
    hall.ask('system', { verb: 'planDay', plan: aPlan({ returnPlaces: 5 }) })
    expect(hall.day.counters['1']).toMatchObject({ state: 'open', officerId: 'sari', current: 0 })
    expect(hall.day.plan!.returnPlaces).toBe(5)
  })

  it('strikes a closed counter at once, an open one only when its officer has left [D10]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext)
    hall.ask('system', { verb: 'planDay', plan: aPlan({ counters: [{ id: '7', services: ['kk'] }] }) })
    expect(Object.keys(hall.day.counters).sort()).toEqual(['1', '7'])
    after(hall, finish, closeCounter)
    expect(refusalOf(() => hall.staff('sari', openCounter))).toBe('COUNTER_UNKNOWN')
    expect(refusalOf(() => hall.staff('sari', { ...openCounter, services: ['ktp'] } as Request))).toBe(
      'COUNTER_UNKNOWN',
    )
  })

  it('leaves a counter on break as it is, also a struck one until its officer has left [H7]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), takeBreak)
    const resting = hall.day.counters['1']
    hall.wait(5)
    hall.ask('system', { verb: 'planDay', plan: aPlan({ returnPlaces: 5 }) })
    expect(hall.day.counters['1']).toEqual(resting)
    hall.ask('system', { verb: 'planDay', plan: aPlan({ counters: [{ id: '7', services: ['kk'] }] }) })
    expect(hall.day.counters['1']).toEqual(resting)
    after(hall, closeCounter)
    expect(refusalOf(() => hall.staff('sari', openCounter))).toBe('COUNTER_UNKNOWN')
  })

  it('lets an officer come back from a break though a service was struck meanwhile', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), takeBreak)
    const services = aPlan().services.filter(s => s.id !== 'ktp')
    hall.ask('system', { verb: 'planDay', plan: aPlan({ services }) })
    after(hall, openCounter)
    expect(hall.next('sari', '1')).toBe('A-001')
  })

  it('lets those who wait for a struck service be called, but nobody join [L11]', () => {
    const hall = withTickets(openHall({ 1: 'sari' }))
    hall.ask('system', { verb: 'planDay', plan: aPlan({ services: aPlan().services.slice(1) }) })
    expect(refusalOf(() => hall.take('ktp'))).toBe('SERVICE_UNKNOWN')
    expect(hall.next('sari', '1')).toBe('A-001')
  })
})

describe('every event', () => {
  it('carries its place, its instant, who caused it, and the command it came from with its verb [J4]', () => {
    const hall = after(withTickets(openHall({ 1: 'sari' })), callNext, start)
    hall.wait(4)
    const events = decide(hall.day, { id: 'press-7', by: 'staff:sari', verb: 'callNext', counterId: '1' }, hall.now)
    const head = { at: hall.now, by: 'staff:sari', commandId: 'press-7', verb: 'callNext' }
    expect(events).toMatchObject([
      { seq: hall.day.seq + 1, ...head },
      { seq: hall.day.seq + 2, ...head },
    ])
    expect(currentAt(hall.day, '1')!.state).toBe('serving')
  })
})
