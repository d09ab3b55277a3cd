import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { MINUTE, atClock } from '../../shared/kit/time.ts'
import { attention } from '../../shared/officer/attention.ts'
import { isLong } from '../../shared/officer/counter-trouble.ts'
import { liveUnit } from '../../shared/officer/live-unit.ts'
import { fold } from '../../shared/queue/evolve.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import type { TicketFact } from '../../shared/officer/facts.ts'
import { waitsOf } from '../../shared/officer/waits.ts'
import { emptyDay, type Counter, type QueueDay, type Ticket } from '../../shared/queue/day.ts'

const at = (clock: string) => atClock('2026-06-09', clock, 'WITA')
const NOW = at('10:00')

const ticket = (no: number, change: Partial<Ticket> = {}): Ticket => ({
  no,
  number: `A-00${no + 1}`,
  serviceId: 'ktp-el',
  priority: false,
  joined: 'walkIn',
  state: 'waiting',
  takenAt: at('09:30'),
  due: at('09:30'),
  since: at('09:30'),
  calls: 0,
  heldMs: 0,
  ahead: 0,
  ...(change.takenAt === undefined ? {} : { since: change.takenAt }),
  ...change,
})

/** The same ticket as it is written down. */
const fact = {
  ...{ date: '2026-06-09', no: 0, number: 'A-001', serviceId: 'ktp-el', state: 'waiting' },
  ...{ calledAt: null, endedAt: null, slotStart: null },
} as unknown as TicketFact

const counter = (id: string, change: Partial<Counter> = {}): Counter => ({
  id,
  state: 'open',
  since: at('08:00'),
  services: demoOffice.counters.find(c => c.id === id)!.services,
  ...change,
})

function dayOf(tickets: readonly Ticket[], counters: readonly Counter[], change: Partial<QueueDay> = {}): QueueDay {
  const waiting: Record<string, { no: number; due: number }[]> = {}
  for (const t of tickets) if (t.state === 'waiting') (waiting[t.serviceId] ??= []).push({ no: t.no, due: t.due })
  return {
    ...emptyDay('samarinda', '2026-06-09'),
    tickets: [tickets],
    taken: tickets.length,
    waiting,
    counters: Object.fromEntries(counters.map(c => [c.id, c])),
    ...change,
  }
}

const kinds = (day: QueueDay) => seen(day).items.map(item => item.kind)

const seen = (day: QueueDay) => {
  const unit = liveUnit(day, demoOffice, NOW)
  return { unit, items: attention(day, unit, demoOffice, NOW) }
}

describe('the unit at this moment', () => {
  it('counts who waits, who is done and which counters are open', () => {
    const tickets = [
      ticket(0),
      ticket(1, { takenAt: at('09:48') }),
      ticket(2, { state: 'serving', counterId: '1', calledAt: at('09:50'), startedAt: at('09:52') }),
      ticket(3, { state: 'done', counterId: '2' }),
    ]
    const { unit } = seen(
      dayOf(tickets, [counter('1', { current: 2 }), counter('2', { state: 'break', until: at('10:15') })]),
    )
    expect(unit).toMatchObject({
      waiting: 2,
      tickets: 4,
      done: 1,
      open: 1,
      longest: { number: 'A-001', ms: 30 * MINUTE },
    })
    expect(unit.counters.map(c => c.id)).toEqual(demoOffice.counters.map(c => c.id))
    expect(unit.counters[0]).toMatchObject({ state: 'open', ticket: { number: 'A-003' }, forMs: 8 * MINUTE })
    expect(unit.counters[1]).toMatchObject({ state: 'break', until: at('10:15'), forMs: undefined, done: 1 })
    expect(unit.counters[2]).toMatchObject({ state: 'closed', ticket: undefined, done: 0 })
  })

  it('lets somebody who came back wait from then on', () => {
    const back = ticket(0, { joined: 'returned', takenAt: at('08:00'), since: at('09:55'), calls: 1 })
    expect(seen(dayOf([back], [])).unit.longest).toMatchObject({ number: 'A-001', ms: 5 * MINUTE })
  })

  it('lets a booking wait from its check-in, and breaks no promise before its slot [O8] [O12]', () => {
    const booked = { joined: 'booked', bookedAt: at('07:00'), takenAt: at('08:30') } as const
    const slot = { start: at('09:50'), end: at('10:20') }
    const { unit, items } = seen(dayOf([ticket(0, { ...booked, slot })], [counter('1')]))
    expect(unit.longest).toEqual({ number: 'A-001', ms: 90 * MINUTE, earlyMs: 80 * MINUTE })
    expect([unit.services[0]!.late, items.filter(item => item.kind === 'pastPromise')]).toEqual([undefined, []])
  })

  it('waits as every figure does: not while its service was closed, before and now [O8 O15]', () => {
    const serviceId = 'ktp-el'
    const happen = (type: 'serviceClosed' | 'serviceOpened', clock: string) =>
      ({ seq: 1, at: at(clock), type, serviceId, reason: 'systemDown' }) as DayEvent
    const line = dayOf([ticket(0, { takenAt: at('09:00') })], [counter('1')])
    const before = [
      happen('serviceClosed', '09:10'),
      happen('serviceClosed', '09:15'),
      happen('serviceOpened', '09:30'),
    ]
    const again = [...before, happen('serviceClosed', '09:50')]
    const waitOf = (events: readonly DayEvent[]) => {
      const day = { ...fold(line, events) }
      const outages =
        events.length > 3
          ? [
              ['09:10', '09:30'],
              ['09:50', null],
            ]
          : [['09:10', '09:30']]
      const [wait] = waitsOf(
        {
          tickets: [{ ...fact, queuedAt: at('09:00') }],
          visits: [],
          outages: outages.map(([since, until]) => ({
            ...{ serviceId, since: at(since!), until: until ? at(until) : null },
          })),
        },
        { office: demoOffice, now: NOW },
      )
      return [seen(day).unit.longest!.ms, wait!.ms]
    }
    expect(waitOf(before)).toEqual([40 * MINUTE, 40 * MINUTE])
    expect(waitOf(again)).toEqual([30 * MINUTE, 30 * MINUTE])
  })

  it('counts tickets whose holders came, not bookings that are to come', () => {
    const awaited = ticket(1, { state: 'booked', joined: 'booked', takenAt: at('07:00'), bookedAt: at('07:00') })
    expect(seen(dayOf([ticket(0), awaited], [])).unit.tickets).toBe(1)
  })

  it('names of two who wait equally long the one of the service that the office names first', () => {
    const [first, second] = demoOffice.services.map(s => s.id) as [string, string]
    const tickets = [ticket(0, { serviceId: second }), ticket(1, { serviceId: first })]
    expect(seen(dayOf(tickets, [])).unit.longest?.number).toBe('A-002')
  })

  it('has nobody waiting longest when nobody waits', () => {
    expect(seen(dayOf([], [])).unit).toMatchObject({ waiting: 0, longest: undefined })
  })
})

describe('what needs a decision', () => {
  it('is nothing while all goes as promised', () => {
    expect(kinds(dayOf([ticket(0, { takenAt: at('09:58') })], [counter('1')]))).toEqual([])
  })

  it('names the ticket that waits past the promise, and a counter that could open', () => {
    const promise = demoOffice.services.find(s => s.id === 'ktp-el')!.waitPromiseMinutes
    const late = ticket(0, { takenAt: NOW - promise * MINUTE - 1 })
    expect(seen(dayOf([late], [counter('1')])).items).toEqual([
      expect.objectContaining({ kind: 'idle', counterId: '1' }),
      {
        ...{ kind: 'pastPromise', serviceId: 'ktp-el', number: 'A-001', waited: promise, promise, helper: '2' },
        ...{ people: 1, since: NOW - 1 },
      },
    ])
    const just = ticket(0, { takenAt: NOW - promise * MINUTE })
    expect(kinds(dayOf([just], [counter('1')]))).toEqual(['idle'])
  })

  it('offers no counter when all that serve it are open', () => {
    const late = ticket(0, { takenAt: at('08:00') })
    const all = ['1', '2', '3'].map(id => counter(id))
    expect(seen(dayOf([late], all)).items).toContainEqual(
      expect.objectContaining({ kind: 'pastPromise', helper: undefined }),
    )
  })

  it('tells when people wait for a service that no counter serves', () => {
    const items = seen(dayOf([ticket(0, { serviceId: 'legalisir', takenAt: at('09:50') })], [counter('2')])).items
    expect(items).toEqual([{ kind: 'nobody', serviceId: 'legalisir', helper: '1', people: 1, since: at('09:50') }])
    expect(
      seen(dayOf([ticket(0, { serviceId: 'legalisir', takenAt: at('09:50') })], [counter('1', { state: 'break' })]))
        .items,
    ).toEqual([])
  })

  it('asks of no visit that takes just its standard, or just one and a half times the usual', () => {
    expect([isLong(15, 5, 15), isLong(15.1, 5, 15)]).toEqual([false, true])
    expect([isLong(15, 10, 14), isLong(15.1, 10, 14)]).toEqual([false, true])
  })

  it('tells of a visit over its standard and much longer than usual today', () => {
    const serving = ticket(0, { state: 'serving', counterId: '1', calledAt: at('09:40'), startedAt: at('09:42') })
    const open = [counter('1', { current: 0 })]
    expect(seen(dayOf([serving], open)).items).toEqual([
      {
        ...{ kind: 'long', counterId: '1', number: 'A-001', minutes: 18, usual: 5 },
        ...{ people: 1, since: at('09:47') },
      },
    ])
    const slowDay = { paces: { 'ktp-el': Array.from({ length: 6 }, () => 14 * MINUTE) } }
    expect(seen(dayOf([serving], open, slowDay)).items).toEqual([])
    const within = { ...serving, startedAt: at('09:46') }
    expect(seen(dayOf([within], open)).items).toEqual([])
  })

  it('does not hurry a counter whose visitor is still walking', () => {
    const called = ticket(0, { state: 'called', counterId: '1', calledAt: at('09:55') })
    expect(seen(dayOf([called], [counter('1', { current: 0 })])).items).toEqual([])
  })
})
