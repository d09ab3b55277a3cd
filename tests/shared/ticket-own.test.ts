import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { faceOf, isFinal, returnUntil } from '../../shared/ticket/own-ticket.ts'
import { documentOf, hasNews, standingNow, tellsMore } from '../../shared/ticket/standing.ts'
import { at, ownTicket } from '../helpers/own-ticket.ts'

describe('the page a ticket gets', () => {
  it.each([
    ['waiting', ownTicket({ ahead: 4 })],
    ['soon', ownTicket({ ahead: 3 })],
    ['soon', ownTicket({ ahead: 0 })],
    ['waiting', ownTicket({ ahead: 0, counters: [] })],
    ['waiting', ownTicket({ ahead: 2, closed: { since: at('10:20'), reason: 'systemDown', until: null } })],
    ['waiting', ownTicket({ ahead: 1, shut: true })],
    ['called', ownTicket({ ahead: 0 }, { state: 'called' })],
    ['missed', ownTicket({}, { state: 'missed' })],
    ['unserved', ownTicket({ over: true })],
    ['over', ownTicket({ over: true }, { state: 'booked' })],
    ['over', ownTicket({ over: true }, { state: 'missed' })],
    ['done', ownTicket({ over: true }, { state: 'done' })],
    ['cancelled', ownTicket({ over: true }, { state: 'cancelled' })],
  ] as const)('is %s', (face, own) => {
    expect(faceOf(own)).toBe(face)
    expect(isFinal(own)).toBe(['over', 'unserved', 'done', 'cancelled'].includes(face))
  })
})

describe('a message of a ticket’s stream', () => {
  const own = ownTicket({ ahead: 9 })

  it('is laid over the ticket, and leaves alone what it does not name', () => {
    const now = standingNow(own, { now: at('10:30'), ahead: 7, calls: 0, document: null, service: own.service.name })
    expect(now).toEqual({ ...own, now: at('10:30'), ahead: 7 })
  })

  it('of people ahead, a range, counters or a second call is all that there is to know; any other asks for a reading', () => {
    const moves = { now: at('10:30'), ahead: 7, range: null, counters: [], calls: 2 }
    expect(tellsMore(own, moves)).toBe(false)
    expect(tellsMore(own, { now: at('10:30'), ticket: own.ticket, closed: null, document: null })).toBe(false)
    expect(tellsMore(own, { ticket: { ...own.ticket, state: 'called' } })).toBe(true)
    expect(tellsMore(own, { closed: { since: at('10:30'), reason: 'systemDown', until: null } })).toBe(true)
    expect(tellsMore(own, { document: at('10:30') })).toBe(true)
    expect(tellsMore(own, { service: own.service.name })).toBe(false)
    expect(tellsMore(own, { service: ['KTP baru', 'New ID card'] })).toBe(true)
  })

  it('can still come until the visit is over and each of its documents handed over, whichever comes first', () => {
    const done = (document: number | null) => ownTicket({ document }, { state: 'done' })
    const file = (state: 'processing' | 'handedOver', changedAt: string, delayedAt?: string) => {
      const delay = { date: '2026-06-12', cause: 'systemDown' as const, note: '', at: at(delayedAt ?? '00:00') }
      return { state, changedAt: at(changedAt), ...(delayedAt === undefined ? {} : { delay }) }
    }
    expect(hasNews(own)).toBe(true)
    for (const [files, last] of [
      [[], null],
      [[file('processing', '10:40')], at('10:40')],
      [[file('processing', '10:40', '10:50')], at('10:50')],
      [[file('handedOver', '11:10'), file('processing', '10:40')], at('11:10')],
      [[file('handedOver', '11:10'), file('handedOver', '11:20')], null],
    ] as const) {
      expect(documentOf(files)).toBe(last)
      expect(hasNews(done(documentOf(files)))).toBe(last !== null)
    }
  })

  it('may leave the end of the grace after a missed call to the rules', () => {
    const missed = ownTicket({ returnUntil: null }, { state: 'missed', since: at('10:30') })
    expect(returnUntil(missed)).toBe(at('10:30') + missed.office.rules.returnGraceMinutes * MINUTE)
  })
})
