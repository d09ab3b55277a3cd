import { beforeEach, describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import type { VisitFact } from '../../shared/officer/facts.ts'
import { NO_HOURS } from '../helpers/no-hours.ts'
import { recordView } from '../../shared/officer/own-record.ts'
import { staysOf } from '../../shared/officer/stays.ts'
import { waitsOf } from '../../shared/officer/waits.ts'
import { fc } from '../helpers/property.ts'
import { anew, at, DATE, figures, frame, inLine, ticket, visit, waited } from '../helpers/unit-facts.ts'

beforeEach(anew)

describe('how tickets ended', () => {
  it('tells three figures apart: called and not come, booked and not come, cancelled by the holder [O14]', () => {
    const booked = { slotStart: at('09:10'), arrivedAt: null, calledAt: null, promised: null }
    const tickets = [
      ticket({ state: 'missed' }),
      ticket({ ...booked, state: 'released' }),
      ticket({ ...booked, state: 'released' }),
      ticket({ ...booked, state: 'cancelled' }),
      ticket({ state: 'cancelled', calledAt: null }),
      ticket({ slotStart: at('09:10') }),
      // Neither: moved to another day, let go by the office, a wish on the waitlist, a booking whose time is to come.
      ticket({ ...booked, state: 'cancelled', why: 'moved' }),
      ticket({ ...booked, state: 'cancelled', why: 'dayClosed' }),
      ticket({ ...booked, state: 'cancelled', slotStart: null }),
      ticket({ ...booked, state: 'booked' }),
    ]
    expect(figures({ tickets })).toMatchObject({
      tickets: 3,
      done: 1,
      missed: 1,
      cancelled: 2,
      bookings: { came: 1, missed: 2 },
    })
  })

  it('counts somebody who missed a call and came to a later one as come, and somebody who never came at the last call [O14]', () => {
    const missed = { outcome: 'missed', startedAt: null, ticketState: 'missed' } as const
    const visits = [
      visit({ no: 0, ...missed, ticketState: 'done' }),
      visit({ no: 1, ...missed, counterId: '1' }),
      visit({ no: 1, ...missed, counterId: '2' }),
      visit({ no: 2, ...missed, ticketState: 'waiting' }),
      visit({ no: 0 }),
    ]
    const tickets = [ticket({ no: 0 }), ticket({ no: 1, state: 'missed' }), inLine({ no: 2 })]
    const unit = figures({ tickets, visits })
    expect([unit.missed, ...unit.counters.slice(0, 2).map(c => c.missed)]).toEqual([1, 0, 1])
    expect(unit.officers[0]).toMatchObject({ missed: 1, served: 1 })
  })
})

describe('the figures of the unit', () => {
  it('keeps the walk apart from the service, and takes service time from finished visits only [O4] [O5]', () => {
    const handedOn = visit({ outcome: 'transferred', endedAt: at('09:22') })
    const nobody = visit({ outcome: 'missed', startedAt: null, ticketState: 'missed' })
    const five = Array.from({ length: 5 }, () => visit())
    const { counters } = figures({ visits: [...five, handedOn, nobody] })
    expect(counters.find(c => c.id === '2')).toEqual({
      id: '2',
      served: 5,
      missed: 1,
      transferred: 1,
      parked: 0,
      way: { n: 6, p50: MINUTE, p90: null },
      serve: { n: 5, p50: 10 * MINUTE, p90: null },
      shut: 0,
      unclocked: 0,
    })
  })

  it('adds up all parts of a visit that was put aside, and begins anew where it was sent on [O5]', () => {
    const part = (change: Partial<VisitFact>) => visit({ no: 7, ...change })
    const stays = staysOf(
      [
        part({ outcome: 'parked', endedAt: at('09:25') }),
        part({ outcome: 'parked', queuedAt: null, startedAt: null, heldMs: MINUTE }),
        part({ queuedAt: null, endedAt: at('09:24'), heldMs: 5 * MINUTE }),
      ],
      [],
    )
    expect(stays.map(s => [s.serveMs, s.heldMs])).toEqual([
      [undefined, 0],
      [undefined, 0],
      [7 * MINUTE, 6 * MINUTE],
    ])
    const sentOn = [part({ outcome: 'transferred' }), part({ serviceId: 'legalisir', endedAt: at('09:23') })]
    expect(staysOf(sentOn, []).at(-1)).toMatchObject({ serveMs: 2 * MINUTE })
    const untimed = [part({ outcome: 'parked' }), part({ queuedAt: null, startedAt: null })]
    expect(staysOf(untimed, []).at(-1)!.serveMs).toBeUndefined()
  })

  it('says nothing of a median under five, nor of an edge under ten [O13]', () => {
    const of = (n: number) => figures(waited(...Array.from({ length: n }, () => 20)))
    expect(of(4)).toMatchObject({ wait: { n: 4, p50: null, p90: null }, heat: [{ n: 4, waitMs: null }] })
    expect(of(5)).toMatchObject({
      wait: { n: 5, p50: { ms: 20 * MINUTE }, p90: null },
      heat: [{ waitMs: 20 * MINUTE }],
    })
    expect(of(9).wait.p90).toBeNull()
    expect(of(10).wait.p90).toEqual({ ms: 20 * MINUTE })
    expect(of(10).officers[0]!.serve).toEqual({ n: 10, p50: 10 * MINUTE, p90: 10 * MINUTE })
  })

  it('counts a promise as broken by a late call, by who left or waits past it, and by a day that ended first [O9]', () => {
    const promise = demoOffice.services.find(s => s.id === 'ktp-el')!.waitPromiseMinutes
    expect(figures(waited(promise, promise + 1)).pastPromise).toBe(1)
    expect(figures({ tickets: [inLine()] }).pastPromise).toBe(1)
    expect(figures({ tickets: [inLine({ queuedAt: at('10:50') })] }).pastPromise).toBe(0)
    expect(figures({ tickets: [inLine()] }, { now: at('07:00', '2026-06-10') }).pastPromise).toBe(1)
    const gone = ticket({ state: 'cancelled', queuedAt: at('09:00'), calledAt: null, endedAt: at('10:00') })
    expect(figures({ tickets: [gone] }).pastPromise).toBe(1)
    const unserved = ticket({ state: 'unserved', queuedAt: at('09:00'), calledAt: null, endedAt: at('09:02') })
    expect(figures({ tickets: [unserved] })).toMatchObject({ pastPromise: 1, unserved: 1 })
    // Before the slot nothing was promised.
    const early = inLine({ queuedAt: at('09:55'), slotStart: at('10:50') })
    expect(figures({ tickets: [early] }).pastPromise).toBe(0)
  })

  it('keeps services and counters in the order of the office, also those without work', () => {
    const { services, counters } = figures({ visits: [visit({ counterId: '8', serviceId: 'legalisir' })] })
    expect(services.map(s => s.id)).toEqual(demoOffice.services.map(s => s.id))
    expect(counters.map(c => c.id)).toEqual(demoOffice.counters.map(c => c.id))
  })

  it('still shows a counter and a service that the office has given up', () => {
    const { services, counters } = figures({ visits: [visit({ counterId: '12', serviceId: 'lama' })] })
    expect(counters.at(-1)).toMatchObject({ id: '12', served: 1 })
    expect(services.at(-1)).toMatchObject({ id: 'lama', served: 1 })
  })

  it('lists officers by the counter at which they mostly sat, then by name, whatever they achieved [O7]', () => {
    const visits = [
      visit({ officerId: 'p7', counterId: '1' }),
      visit({ officerId: 'p7', counterId: '7' }),
      visit({ officerId: 'p7', counterId: '7' }),
      visit({ officerId: 'p10', counterId: '2' }),
      visit({ officerId: 'p2', counterId: '5' }),
      visit({ officerId: 'p2', counterId: '2', outcome: 'missed', startedAt: null }),
    ]
    expect(figures({ visits }).officers.map(o => o.name)).toEqual([
      'Petugas 2 (contoh)',
      'Petugas 10 (contoh)',
      'Petugas 7 (contoh)',
    ])
  })

  it('says in which hour people waited long, by the hour of the call on the clock of the office', () => {
    expect(figures(waited(20, 58, 59, 40, 30, 60)).heat).toEqual([
      { serviceId: 'ktp-el', hour: 9, waitMs: 40 * MINUTE, n: 5 },
      { serviceId: 'ktp-el', hour: 10, waitMs: null, n: 1 },
    ])
  })

  it('holds the range first shown against the first call [E5]', () => {
    const rows = waited(14, 15, 30, 31)
    const more = [ticket({ promised: null }), inLine(), ticket({ state: 'called', queuedAt: at('09:00') })]
    expect(figures({ ...rows, tickets: [...rows.tickets, ...more] }).estimates).toMatchObject({
      n: 5,
      inside: 3,
      earlier: 1,
      later: 1,
    })
    const again = [...rows.visits, visit({ no: 0, calledAt: at('10:00') })]
    expect(figures({ ...rows, visits: again }).estimates).toMatchObject({ n: 4, later: 1 })
  })

  it('holds what was told of the line of a later step against the call from it, from when it was told [E5 D50]', () => {
    const promised = { from: at('09:40'), to: at('09:50') }
    const rows = waited(20)
    const step = (calledAt: number, change: Partial<VisitFact> = {}) =>
      visit({ no: 0, queuedAt: at('09:40'), calledAt, promised, ...change })
    // Of whoever goes on without a line nothing was told, and a closing overtook the last.
    const visits = [visit({ no: 0, calledAt: at('09:20') }), step(at('09:44')), step(at('09:58'))]
    const told = [...visits, step(at('09:58'), { queuedAt: null }), step(at('09:58'), { serviceId: 'kartu-keluarga' })]
    const outages = [{ serviceId: 'kartu-keluarga', since: at('09:45'), until: at('09:55') }]
    const { estimates } = figures({ ...rows, visits: told, outages })
    expect(estimates).toMatchObject({ n: 3, inside: 2, earlier: 0, later: 1 })
    expect(estimates.classes.map(c => c.n)).toEqual([0, 2, 1, 0])
  })

  it('says the same number by service, by counter and by officer, and no name comes with a rating [O15]', () => {
    const some = <T>(...values: readonly T[]) => fc.constantFrom(...values)
    const anyVisit = fc
      .record({
        officerId: some('p2', 'p7', 'p10', 'gone'),
        counterId: some('1', '2', '8', '99'),
        serviceId: some('ktp-el', 'legalisir', 'lama'),
        outcome: some<VisitFact['outcome']>('done', 'missed', 'transferred', 'parked'),
        startedAt: some(null, at('09:21')),
      })
      .map(visit)
    const anyTicket = fc
      .record({
        serviceId: some('ktp-el', 'legalisir', 'lama'),
        state: some('waiting', 'called', 'serving', 'parked', 'missed', 'done', 'cancelled'),
        queuedAt: some(null, at('09:00')),
        calledAt: some(null, at('09:10'), at('10:40')),
      })
      .map(ticket)
    fc.assert(
      fc.property(fc.array(anyVisit), fc.array(anyTicket), (visits, tickets) => {
        const unit = figures({ visits, tickets })
        const sum = (list: readonly object[], key: string) =>
          list.reduce((n, row) => n + (row as Record<string, number>)[key]!, 0)
        for (const [key, outcome] of [
          ['served', 'done'],
          ['missed', 'missed'],
          ['transferred', 'transferred'],
          ['parked', 'parked'],
        ] as const) {
          const rows = staysOf(visits, []).filter(s => s.outcome === outcome).length
          expect([sum(unit.services, key), sum(unit.counters, key), sum(unit.officers, key)]).toEqual([
            rows,
            rows,
            rows,
          ])
        }
        expect(sum(unit.services, 'tickets')).toBe(tickets.length)
        const waits = waitsOf({ tickets, visits, outages: [] }, frame).filter(w => w.called && w.serviceId !== 'lama')
        expect(sum(unit.heat, 'n')).toBe(waits.length)
        const n = unit.services.reduce((all, s) => all + s.wait.n, 0)
        expect(n).toBe(unit.wait.n)
        const { inside, earlier, later } = unit.estimates
        expect(inside + earlier + later).toBe(unit.estimates.n)
        const told = (part: 'n' | 'inside') => unit.estimates.classes.reduce((all, c) => all + c[part], 0)
        expect([told('n'), told('inside')]).toEqual([unit.estimates.n, inside])
        expect(JSON.stringify(unit.officers)).not.toMatch(/rating|mean100|counts/)
      }),
    )
  })
})

describe("an officer's own record", () => {
  const view = (visits: readonly VisitFact[]) =>
    recordView(
      'p2',
      { visits, outages: [] },
      { from: DATE, to: DATE, office: demoOffice, now: frame.now, hours: NO_HOURS },
    )

  it('counts only the own visits, whatever else the unit served', () => {
    const five = <T>(of: () => T) => Array.from({ length: 5 }, of)
    const own = five(() => visit())
    const colleague = five(() => visit({ officerId: 'p7', endedAt: at('09:41') }))
    const elsewhere = visit({ officerId: 'p7', serviceId: 'legalisir', endedAt: at('10:21') })
    const { record, peers, days } = view([...own, ...colleague, elsewhere])
    expect(record).toMatchObject({ called: 5, served: 5, serve: { n: 5, p50: 10 * MINUTE } })
    expect(peers).toBeNull()
    expect(days).toBe(1)
  })

  it('counts of a visit that was taken over the own part, and no call; its service counts the whole of it [D18 O5]', () => {
    const over = { queuedAt: null, calledAt: at('09:31'), startedAt: at('09:31'), endedAt: at('09:33') }
    const visits = Array.from({ length: 5 }, (_, no) => [
      visit({ no, officerId: 'p7', outcome: 'takenOver' }),
      visit({ no, ...over }),
    ]).flat()
    const { record } = view([...visits, visit({ no: 9, outcome: 'missed' })])
    expect(record).toMatchObject({ called: 1, served: 5, way: { n: 1 }, serve: { n: 5, p50: 2 * MINUTE } })
    const { services, officers } = figures({ visits })
    expect(services.find(s => s.id === 'ktp-el')!.serve).toMatchObject({ n: 5, p50: 12 * MINUTE })
    expect(officers.map(o => o.serve)).toMatchObject([{ p50: 2 * MINUTE }, { n: 0 }])
  })

  it('counts the call and the walk of a visit that came back into its line and was called from there [D17 D18]', () => {
    const again = { calledAt: at('09:40'), startedAt: at('09:41'), endedAt: at('09:44') }
    const { record } = view([visit({ no: 1, officerId: 'p7', outcome: 'takenOver' }), visit({ no: 1, ...again })])
    expect(record).toMatchObject({ called: 1, served: 1, way: { n: 1 }, serve: { n: 1 } })
  })

  it('is within the standard up to the very minute that is published [O6]', () => {
    const standard = demoOffice.services.find(s => s.id === 'ktp-el')!.standardMinutes * MINUTE
    const took = (ms: number) => visit({ endedAt: at('09:21') + ms })
    expect(view([took(standard), took(standard + 1)]).record.standard).toEqual({ n: 2, within: 1, share: 0.5 })
  })
})
