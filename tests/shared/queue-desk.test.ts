import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { currentAt } from '../../shared/queue/day.ts'
import { decide } from '../../shared/queue/decide.ts'
import { kindOf } from '../../shared/queue/result.ts'
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
  takeBreak,
  transfer,
  withTickets,
} from '../helpers/acts.ts'
import { openHall, OPENING, refusalOf } from '../helpers/days.ts'

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
