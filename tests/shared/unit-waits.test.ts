import { beforeEach, describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { planOf } from '../../server/services/office/offices.ts'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import { closedMs, type TicketFact, type UnitRows, type VisitFact } from '../../shared/officer/facts.ts'
import { staysOf, visitOf } from '../../shared/officer/stays.ts'
import { promisedMs, waitFigures, waitsOf } from '../../shared/officer/waits.ts'
import { officersTable, servicesTable } from '../../shared/tables/work-tables.ts'
import { fc } from '../helpers/property.ts'
import { anew, at, DATE, figures, frame, inLine, shutAtThree, ticket, visit, waited } from '../helpers/unit-facts.ts'
import { workRecord } from '../helpers/work-record.ts'

beforeEach(anew)

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

  it('blames nobody: not the wait, not the range that was promised [T7]', () => {
    const rows = waited(20, 60)
    const one = (closed: UnitRows['outages']) => waitsOf({ ...rows, outages: closed }, frame).map(w => w.ms / MINUTE)
    expect(one([])).toEqual([20, 60])
    expect(one(outages)).toEqual([10, 60 - 10 - 35])
    const late = waited(15, 120)
    const down = [{ serviceId: 'ktp-el', since: at('09:30'), until: at('10:30') }]
    expect(figures(late).estimates).toMatchObject({ n: 2, inside: 1, earlier: 0, later: 1 })
    expect(figures({ ...late, outages: down }).estimates).toMatchObject({ n: 1, inside: 1, earlier: 0, later: 0 })
  })

  it('leaves no service time of what it touched, neither zero nor a part: how many those are is told [T7 O10]', () => {
    const taken = (from: string, to: string, change: Partial<VisitFact> = {}) =>
      visit({ calledAt: at(from) - MINUTE, startedAt: at(from), endedAt: at(to), ...change })
    const visits = [
      ...Array.from({ length: 5 }, () => taken('09:16', '09:24')),
      taken('09:06', '09:09'),
      taken('09:24', '09:26'),
      taken('09:00', '09:04', { no: 99, outcome: 'parked' }),
      taken('09:26', '09:40', { no: 99, outcome: 'parked' }),
    ]
    const later = taken('10:05', '10:08', { no: 99, queuedAt: null })
    const closed = [outages[0]!, { ...outages[1]!, until: at('10:00') }]
    const rows = { visits: [...visits, later], outages: closed }
    const stays = staysOf(rows.visits, closed)
    expect(stays.map(s => s.serveMs)).toEqual([...Array(5).fill(8 * MINUTE), ...Array(5).fill(undefined)])
    expect(visitOf(stays[5]!, 15).withinStandard).toBeUndefined()
    const times = { served: 8, shut: 3, serve: { n: 5, p50: 8 * MINUTE } }
    const unit = figures(rows)
    expect([unit.services.find(s => s.id === 'ktp-el'), unit.officers[0]]).toMatchObject([times, times])
    expect(workRecord('p2', rows.visits, closed, demoOffice)).toMatchObject({ ...times, standard: { n: 5, within: 5 } })
    for (const table of [servicesTable(unit, demoOffice, 'id'), officersTable(unit, 'id')])
      expect(table.rows[0]![table.columns.indexOf('Tidak dihitung: layanan ditutup')]).toEqual({ n: 3, digits: 0 })
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

  it('lasts in a trial office until midnight, whatever hours it publishes: until then its number may be called [O12 H5]', () => {
    const trial = { ...demoOffice, alwaysOpen: true }
    const doors = new Map([[DATE, planOf(trial, DATE, DATE).doors]])
    const rows = { tickets: [inLine({ queuedAt: at('14:00') })], visits: [], outages: [] }
    const [wait] = waitsOf(rows, { now: at('23:59') + 9 * HOUR, office: trial, doors })
    expect(wait).toMatchObject({ called: false, ms: 10 * HOUR })
  })

  it('of a day is the same in the evening, on the next morning, and however the day was ended [O12] [O15]', () => {
    const minute = fc.integer({ min: 0, max: 6 * 60 }).map(m => at('09:00') + m * MINUTE)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(minute, fc.boolean()), { maxLength: 30 }),
        fc.integer({ min: 0, max: 30 * 60 }),
        (people, later) => {
          anew()
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
