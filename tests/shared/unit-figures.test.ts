import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { atClock, HOUR, MINUTE } from '../../shared/kit/time.ts'
import { closedMs, serveOf, visitOf, waitOf, type TicketFact, type VisitFact } from '../../shared/officer/facts.ts'
import { recordView } from '../../shared/officer/own-record.ts'
import { unitFigures } from '../../shared/officer/unit-figures.ts'
import { fc } from '../helpers/property.ts'

const DATE = '2026-06-09'
const at = (clock: string, date = DATE) => atClock(date, clock, 'WITA')
const frame = {
  from: DATE,
  to: DATE,
  today: DATE,
  now: at('11:00'),
  office: demoOffice,
  staff: [
    { id: 'p10', name: 'Petugas 10 (contoh)' },
    { id: 'p2', name: 'Petugas 2 (contoh)' },
    { id: 'p7', name: 'Petugas 7 (contoh)' },
  ],
}

const ticket = (change: Partial<TicketFact> = {}): TicketFact => ({
  date: DATE,
  serviceId: 'ktp-el',
  state: 'done',
  takenAt: at('09:00'),
  firstCalledAt: at('09:20'),
  promised: { from: at('09:15'), to: at('09:30') },
  ...change,
})

const visit = (change: Partial<VisitFact> = {}): VisitFact => ({
  date: DATE,
  officerId: 'p2',
  counterId: '2',
  serviceId: 'ktp-el',
  calledAt: at('09:20'),
  startedAt: at('09:21'),
  endedAt: at('09:31'),
  heldMs: 0,
  priority: false,
  outcome: 'done',
  ...change,
})

const figures = (rows: { tickets?: readonly TicketFact[]; visits?: readonly VisitFact[] }, change = {}) =>
  unitFigures({ tickets: [], visits: [], ...rows }, { ...frame, ...change })

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
    expect(waitOf(ticket({ closedMs: 10 * MINUTE }))).toBe(10 * MINUTE)
    expect(waitOf(ticket({ closedMs: HOUR }))).toBe(0)
    expect(serveOf(visit({ closedMs: 6 * MINUTE }))).toBe(4 * MINUTE)
    expect(visitOf(visit({ endedAt: at('10:00'), closedMs: 30 * MINUTE }), 10).withinStandard).toBe(true)
    const late = ticket({ firstCalledAt: at('11:00'), closedMs: HOUR })
    expect(figures({ tickets: [ticket(), late] }).estimates).toMatchObject({ n: 1, inside: 1 })
  })
})

describe('the figures of the unit', () => {
  it('keeps the walk apart from the service, and takes service time from finished stays only [O4]', () => {
    const handedOn = visit({ outcome: 'transferred', endedAt: at('09:22') })
    const nobody = visit({ outcome: 'missed', startedAt: null })
    const { counters } = figures({ visits: [visit(), handedOn, nobody] })
    expect(counters.find(c => c.id === '2')).toEqual({
      id: '2',
      served: 1,
      missed: 1,
      transferred: 1,
      parked: 0,
      wayMs: MINUTE,
      serveMs: 10 * MINUTE,
      serveP90Ms: 10 * MINUTE,
    })
  })

  it('measures the wait to the first call and leaves those never called out of it [O8]', () => {
    const tickets = [
      ticket(),
      ticket({ firstCalledAt: at('09:40') }),
      ticket({ state: 'cancelled', firstCalledAt: null }),
    ]
    const { waitMs, services } = figures({ tickets })
    expect(waitMs).toEqual({ mean: 30 * MINUTE, p50: 30 * MINUTE, p90: 38 * MINUTE })
    expect(services.find(s => s.id === 'ktp-el')).toMatchObject({ tickets: 3, waitMs: 30 * MINUTE })
    expect(services.find(s => s.id === 'legalisir')).toMatchObject({ tickets: 0, waitMs: null, serveMs: null })
  })

  it('counts a promise as broken by a late call, by a day that ended first, and today also while still waiting [O9]', () => {
    const promise = demoOffice.services.find(s => s.id === 'ktp-el')!.waitPromiseMinutes
    const late = ticket({ firstCalledAt: at('09:00') + promise * MINUTE + 1 })
    const just = ticket({ firstCalledAt: at('09:00') + promise * MINUTE })
    const stillHere = ticket({ state: 'waiting', firstCalledAt: null })
    const gone = ticket({ state: 'cancelled', firstCalledAt: null })
    const unserved = ticket({ state: 'unserved', firstCalledAt: null })
    expect(figures({ tickets: [late, just, stillHere, gone] }).pastPromise).toBe(2)
    expect(figures({ tickets: [late, just, stillHere, gone] }, { today: '2026-06-10' }).pastPromise).toBe(1)
    expect(figures({ tickets: [just, unserved] }, { today: '2026-06-10' }).pastPromise).toBe(1)
    expect(figures({ tickets: [just, unserved] }).unserved).toBe(1)
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
    const tickets = [ticket(), ticket({ firstCalledAt: at('09:58') }), ticket({ firstCalledAt: at('10:00') })]
    expect(figures({ tickets }).heat).toEqual([
      { serviceId: 'ktp-el', hour: 9, waitMs: 39 * MINUTE, n: 2 },
      { serviceId: 'ktp-el', hour: 10, waitMs: 60 * MINUTE, n: 1 },
    ])
  })

  it('holds the range first shown against the first call [E5]', () => {
    const called = (clock: string) => ticket({ firstCalledAt: at(clock) })
    const tickets = [
      called('09:14'),
      called('09:15'),
      called('09:30'),
      called('09:31'),
      ticket({ promised: null }),
      ticket({ firstCalledAt: null, state: 'waiting' }),
    ]
    expect(figures({ tickets }).estimates).toEqual({ n: 4, inside: 2, earlier: 1, later: 1 })
  })

  it('says the same number by service, by counter and by officer, and no name comes with a rating', () => {
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
        firstCalledAt: some(null, at('09:10'), at('10:40')),
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
          const rows = visits.filter(v => v.outcome === outcome).length
          expect([sum(unit.services, key), sum(unit.counters, key), sum(unit.officers, key)]).toEqual([
            rows,
            rows,
            rows,
          ])
        }
        expect(sum(unit.services, 'tickets')).toBe(tickets.length)
        expect(sum(unit.heat, 'n')).toBe(tickets.filter(t => t.firstCalledAt !== null && t.serviceId !== 'lama').length)
        const { n, inside, earlier, later } = unit.estimates
        expect(inside + earlier + later).toBe(n)
        expect(JSON.stringify(unit.officers)).not.toMatch(/rating|mean100|counts/)
      }),
    )
  })
})

describe("an officer's own record", () => {
  const view = (visits: readonly VisitFact[]) =>
    recordView('p2', visits, { from: DATE, to: DATE, office: demoOffice, now: frame.now })

  it('counts only the own visits, beside the service times of the unit on the same services', () => {
    const colleague = visit({ officerId: 'p7', endedAt: at('09:41') })
    const elsewhere = visit({ officerId: 'p7', serviceId: 'legalisir', endedAt: at('10:21') })
    const { record, unitServe, days } = view([visit(), colleague, elsewhere])
    expect(record).toMatchObject({ called: 1, served: 1, serve: { n: 1, p50: 10 * MINUTE } })
    expect(unitServe).toMatchObject({ n: 2, p50: 15 * MINUTE })
    expect(days).toBe(1)
  })

  it('is within the standard up to the very minute that is published [O6]', () => {
    const standard = demoOffice.services.find(s => s.id === 'ktp-el')!.standardMinutes * MINUTE
    const took = (ms: number) => visit({ endedAt: at('09:21') + ms })
    expect(view([took(standard), took(standard + 1)]).record.standard).toEqual({ n: 2, within: 1, share: 0.5 })
  })
})
