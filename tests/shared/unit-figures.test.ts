import { beforeEach, describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { atClock, MINUTE } from '../../shared/kit/time.ts'
import { closedMs, type TicketFact, type UnitRows, type VisitFact } from '../../shared/officer/facts.ts'
import { recordView } from '../../shared/officer/own-record.ts'
import { staysOf, visitOf } from '../../shared/officer/stays.ts'
import { unitFigures } from '../../shared/officer/unit-figures.ts'
import { promisedMs, waitFigures, waitsOf } from '../../shared/officer/waits.ts'
import { fc } from '../helpers/property.ts'

const DATE = '2026-06-09'
const at = (clock: string, date = DATE) => atClock(date, clock, 'WITA')
const frame = {
  from: DATE,
  to: DATE,
  now: at('11:00'),
  office: demoOffice,
  staff: [
    { id: 'p10', name: 'Petugas 10 (contoh)' },
    { id: 'p2', name: 'Petugas 2 (contoh)' },
    { id: 'p7', name: 'Petugas 7 (contoh)' },
  ],
}

/** The same office on a day whose doors shut at three. */
const shutAtThree = {
  ...frame,
  office: { ...demoOffice, alwaysOpen: false, hours: Array(7).fill({ open: '08:00', close: '15:00', breaks: [] }) },
}

let numbers = 0
beforeEach(() => void (numbers = 0))

/** A ticket that came at nine, of which nothing else is known than what its visits say. */
const ticket = (change: Partial<TicketFact> = {}): TicketFact => ({
  date: DATE,
  no: numbers++,
  serviceId: 'ktp-el',
  state: 'done',
  slotStart: null,
  arrivedAt: at('09:00'),
  queuedAt: null,
  calledAt: at('09:20'),
  endedAt: at('09:31'),
  why: null,
  promised: { from: at('09:15'), to: at('09:30') },
  ...change,
})

/** A ticket in line since nine that nobody has called. */
const inLine = (change: Partial<TicketFact> = {}) =>
  ticket({ state: 'waiting', queuedAt: at('09:00'), calledAt: null, endedAt: null, ...change })

const visit = (change: Partial<VisitFact> = {}): VisitFact => ({
  date: DATE,
  no: numbers++,
  officerId: 'p2',
  counterId: '2',
  serviceId: 'ktp-el',
  queuedAt: at('09:00'),
  calledAt: at('09:20'),
  startedAt: at('09:21'),
  endedAt: at('09:31'),
  heldMs: 0,
  priority: false,
  outcome: 'done',
  ticketState: 'done',
  ...change,
})

/** Tickets that were finished, each called as many minutes after nine. */
const waited = (...minutes: readonly number[]): UnitRows => {
  const tickets = minutes.map(() => ticket())
  const visits = tickets.map(({ no }, i) => visit({ no, calledAt: at('09:00') + minutes[i]! * MINUTE }))
  return { tickets, visits, outages: [] }
}

const figures = (rows: Partial<UnitRows>, change = {}) =>
  unitFigures({ tickets: [], visits: [], outages: [], ...rows }, { ...frame, ...change })

describe('a service that was closed meanwhile', () => {
  const outages = [
    { serviceId: 'ktp-el', since: at('09:05'), until: at('09:15') },
    { serviceId: 'ktp-el', since: at('09:25'), until: null },
    { serviceId: 'kk', since: at('09:00'), until: at('10:00') },
  ]

  it('counts as closed only its own stretches, and one that goes on until the end of what is looked at', () => {
    expect(closedMs(outages, 'ktp-el', at('09:00'), at('09:20'))).toBe(10 * MINUTE)
    expect(closedMs(outages, 'ktp-el', at('09:10'), at('09:31'))).toBe((5 + 6) * MINUTE)
    expect(closedMs(outages, 'ktp-el', at('09:16'), at('09:20'))).toBe(0)
    expect(closedMs([], 'ktp-el', at('09:00'), at('09:20'))).toBe(0)
  })

  it('blames nobody: not the wait, not the service, not the range that was promised [T7]', () => {
    const rows = waited(20, 60)
    const one = (closed: UnitRows['outages']) => waitsOf({ ...rows, outages: closed }, frame).map(w => w.ms / MINUTE)
    expect(one([])).toEqual([20, 60])
    expect(one(outages)).toEqual([10, 60 - 10 - 35])
    const served = staysOf([visit()], outages).map(s => s.serveMs! / MINUTE)
    expect(served).toEqual([4])
    const slow = staysOf(
      [visit({ endedAt: at('10:00') })],
      [{ ...outages[0]!, since: at('09:25'), until: at('09:55') }],
    )
    expect(visitOf(slow[0]!, 10).withinStandard).toBe(true)
    const late = waited(15, 120)
    const down = [{ serviceId: 'ktp-el', since: at('09:30'), until: at('10:30') }]
    expect(figures(late).estimates).toMatchObject({ n: 2, inside: 1, earlier: 0, later: 1 })
    expect(figures({ ...late, outages: down }).estimates).toMatchObject({ n: 1, inside: 1, earlier: 0, later: 0 })
  })
})

describe('the wait', () => {
  it('runs from the coming to the call, of a booking from its check-in, the part before its slot apart [O8] [O12]', () => {
    const booked = ticket({ slotStart: at('09:10') })
    const late = ticket({ slotStart: at('08:30') })
    const rows = { tickets: [booked, late, ticket()], visits: [visit({ no: 0 }), visit({ no: 1 }), visit({ no: 2 })] }
    const waits = waitsOf({ ...rows, outages: [] }, frame)
    expect(waits.map(w => [w.ms / MINUTE, w.earlyMs === undefined ? null : w.earlyMs / MINUTE])).toEqual([
      [20, 10],
      [20, 0],
      [20, null],
    ])
    expect(waits.map(w => promisedMs(w) / MINUTE)).toEqual([10, 20, 20])
    expect(waitFigures(waits)).toMatchObject({ n: 3, beforeSlot: { n: 1 }, fromSlot: { n: 2 } })
  })

  it('belongs to the service in whose line it was, and each line counts: sent on, come back [O8]', () => {
    const sentOn = ticket({ serviceId: 'legalisir' })
    const visits = [
      visit({ no: 0, outcome: 'transferred' }),
      visit({ no: 0, serviceId: 'legalisir', queuedAt: at('09:31'), calledAt: at('09:45'), outcome: 'done' }),
    ]
    const unit = figures({ tickets: [sentOn], visits })
    const of = (id: string) => unit.services.find(s => s.id === id)!
    expect(unit.wait.n).toBe(2)
    expect([of('ktp-el').wait.n, of('legalisir').wait.n]).toEqual([1, 1])
    expect([of('ktp-el').tickets, of('legalisir').tickets]).toEqual([1, 0])
    const waits = waitsOf({ tickets: [sentOn], visits, outages: [] }, frame)
    expect(waits.map(w => [w.serviceId, w.ms / MINUTE])).toEqual([
      ['ktp-el', 20],
      ['legalisir', 14],
    ])
  })

  it('has none of a visit that was fetched without a line, put aside or missed by mistake', () => {
    expect(waitsOf({ tickets: [ticket()], visits: [visit({ no: 0, queuedAt: null })], outages: [] }, frame)).toEqual([])
  })

  it('counts who was not called with what they have waited, so that a jam does not hide [O12]', () => {
    const called = waited(1, 2, 3)
    const line = Array.from({ length: 6 }, () => inLine())
    const jam = figures({ ...called, tickets: [...called.tickets, ...line] }).wait
    expect(jam).toMatchObject({ n: 9, uncalled: 6, p50: { ms: 120 * MINUTE, over: true }, p90: null })
    const few = figures({ ...called, tickets: [...called.tickets, inLine({ queuedAt: at('10:58') })] }).wait
    expect(few).toMatchObject({ n: 4, uncalled: 1, p50: null })
  })

  it('is the ordinary median where everybody was called, and Kaplan and Meier’s where not [O12]', () => {
    expect(figures(waited(10, 50, 20, 40, 30)).wait.p50).toEqual({ ms: 30 * MINUTE })
    expect(figures(waited(10, 60, 20, 40, 30, 50)).wait.p50).toEqual({ ms: 35 * MINUTE })
    // Of those called the middle is the minute 30; two who left after 45 without a call move it.
    const left = () => ticket({ state: 'cancelled', queuedAt: at('09:00'), calledAt: null, endedAt: at('09:45') })
    const rows = waited(10, 20, 30, 40, 50)
    expect(figures({ ...rows, tickets: [...rows.tickets, left(), left()] }).wait.p50).toEqual({ ms: 40 * MINUTE })
  })

  it('lasts of whom the office did not get to until its doors shut, not to the last call and not until midnight [O12]', () => {
    const unserved = (endedAt: number) => ticket({ state: 'unserved', queuedAt: at('09:00'), calledAt: null, endedAt })
    const rows = waited(20)
    const lasted = (...more: readonly TicketFact[]) =>
      waitsOf({ ...rows, tickets: [...rows.tickets, ...more] }, shutAtThree).map(w => [w.called, w.ms / MINUTE])
    expect(lasted(unserved(at('23:59')), unserved(at('14:00')), inLine({ queuedAt: at('15:10') }))).toEqual([
      [true, 20],
      [false, 6 * 60],
      [false, 5 * 60],
      [false, 0],
    ])
  })

  it('of a day is the same in the evening, on the next morning, and however the day was ended [O12] [O15]', () => {
    const minute = fc.integer({ min: 0, max: 6 * 60 }).map(m => at('09:00') + m * MINUTE)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(minute, fc.boolean()), { maxLength: 30 }),
        fc.integer({ min: 0, max: 30 * 60 }),
        (people, later) => {
          numbers = 0
          const shut = at('15:00')
          const waiting = people.map(([queuedAt, called]) =>
            called ? ticket({ queuedAt, calledAt: queuedAt + 7 * MINUTE }) : inLine({ queuedAt }),
          )
          const ended = waiting.map(t =>
            t.state === 'waiting' ? { ...t, state: 'unserved', endedAt: shut + later * MINUTE } : t,
          )
          const evening = figures({ tickets: waiting }, { ...shutAtThree, now: shut }).wait
          expect(figures({ tickets: waiting }, { ...shutAtThree, now: shut + later * MINUTE }).wait).toEqual(evening)
          expect(figures({ tickets: ended }, { ...shutAtThree, now: at('12:00', '2026-06-10') }).wait).toEqual(evening)
          expect(evening.n).toBe(people.length)
        },
      ),
    )
  })
})

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
    recordView('p2', { visits, outages: [] }, { from: DATE, to: DATE, office: demoOffice, now: frame.now })

  it('counts only the own visits, beside the service times of the unit on the same services', () => {
    const five = <T>(of: () => T) => Array.from({ length: 5 }, of)
    const own = five(() => visit())
    const colleague = five(() => visit({ officerId: 'p7', endedAt: at('09:41') }))
    const elsewhere = visit({ officerId: 'p7', serviceId: 'legalisir', endedAt: at('10:21') })
    const { record, unitServe, days } = view([...own, ...colleague, elsewhere])
    expect(record).toMatchObject({ called: 5, served: 5, serve: { n: 5, p50: 10 * MINUTE } })
    expect(unitServe).toMatchObject({ n: 10, p50: 15 * MINUTE })
    expect(days).toBe(1)
  })

  it('is within the standard up to the very minute that is published [O6]', () => {
    const standard = demoOffice.services.find(s => s.id === 'ktp-el')!.standardMinutes * MINUTE
    const took = (ms: number) => visit({ endedAt: at('09:21') + ms })
    expect(view([took(standard), took(standard + 1)]).record.standard).toEqual({ n: 2, within: 1, share: 0.5 })
  })
})
