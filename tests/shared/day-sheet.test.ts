import { describe, expect, it } from 'vitest'
import { collect, rowsOf } from '../../server/services/queue/projection.ts'
import { ticketFact } from '../../server/services/officer/figures.ts'
import { HOUR, type Instant } from '../../shared/kit/time.ts'
import { endingsOf } from '../../shared/officer/endings.ts'
import { sheetOf } from '../../shared/officer/day-sheet.ts'
import { emptyDay, type QueueDay } from '../../shared/queue/day.ts'
import { needsClose } from '../../shared/queue/commands/settle-day.ts'
import { decide } from '../../shared/queue/decide.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import { evolve, fold } from '../../shared/queue/evolve.ts'
import { DATE, OFFICE, openHall } from '../helpers/days.ts'
import { histories, type History } from '../helpers/histories.ts'
import { fc, runs } from '../helpers/property.ts'

/** The tickets as the tables hold them after these events. */
function factsOf(events: readonly DayEvent[]) {
  const rows = collect(OFFICE, DATE)
  let day = emptyDay(OFFICE, DATE)
  for (const event of events) {
    const after = evolve(day, event)
    rows.add(event, rowsOf({ office: OFFICE, date: DATE }, event, day, after))
    day = after
  }
  const { tickets, invitations, visits } = rows.entry()
  const invited = new Set(invitations.map(i => i.ticket_id))
  const served = new Set(visits.filter(v => v.outcome === 'step' || v.started_at !== null).map(v => v.no))
  return tickets.map(row =>
    ticketFact({
      ...{ ...row, first_called_at: row.called_at, invited: invited.has(row.id) },
      left_part: row.state === 'missed' && served.has(row.no),
    }),
  )
}

/** The day closed by somebody, and then ended by its midnight and, unless it is asked for before, the noon after it. */
function over({ day, events, moments }: History, until: 'midnight' | 'noon' = 'noon'): readonly DayEvent[] {
  const now: Instant = (moments.at(-1)?.now ?? 0) + HOUR
  const every = [
    { id: 'close', by: 'staff:lead', verb: 'settleDay', shutAt: now },
    { id: 'midnight', by: 'system', verb: 'endDay', endsAt: now },
    { id: 'noon', by: 'system', verb: 'endDay', endsAt: now - 12 * HOUR },
  ] as const
  const ends = every.slice(0, until === 'midnight' ? -1 : undefined)
  let last: QueueDay = day
  return ends.reduce<readonly DayEvent[]>((all, command) => {
    // A day without doors on which nobody came is closed by nobody.
    const more = command.verb === 'settleDay' && !needsClose(last) ? [] : decide(last, command, now)
    last = fold(last, more)
    return [...all, ...more]
  }, events)
}

describe('the sheet of a day', () => {
  const adds = (events: readonly DayEvent[]) => {
    const facts = factsOf(events)
    const { taken, ...parts } = sheetOf(facts)
    expect(Object.values(parts).reduce((a, b) => a + b)).toBe(taken)
    const ends = endingsOf(facts)
    expect([taken, parts.served, parts.missed, parts.unserved]).toEqual([
      ends.tickets,
      ends.done,
      ends.missed,
      ends.unserved,
    ])
    return { taken, ...parts }
  }

  it('adds up to the numbers taken at every hour of any day, by the same counts as the figures [O16]', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, cut) => {
        adds(history.events.slice(0, cut % (history.events.length + 1)))
      }),
      { numRuns: runs(150) },
    )
  })

  it('adds up with nothing open once the day was closed and is over [O16 D30]', () => {
    fc.assert(
      fc.property(histories, history => {
        expect(adds(over(history)).open).toBe(0)
      }),
      { numRuns: runs(150) },
    )
  })

  it('is the same in its night as after the next noon, but for what the night says has no end yet [D57 O16]', () => {
    const known = (events: readonly DayEvent[]) => factsOf(events).map(fact => sheetOf([fact]))
    fc.assert(
      fc.property(histories, history => {
        const [night, noon] = [known(over(history, 'midnight')), known(over(history))]
        night.forEach((sheet, i) => expect(sheet.open === 1 ? sheet : noon[i]).toEqual(sheet))
      }),
      { numRuns: runs(60) },
    )
  })

  it('is not about empty days: undone acts, transfers, handed counters, bookings and unserved ones are in them', () => {
    const sample = fc.sample(histories, { numRuns: 100, seed: 7 })
    const types = new Set(sample.flatMap(h => h.events.map(e => e.type)))
    for (const type of ['actUndone', 'ticketTransferred', 'ticketTakenOver', 'ticketCheckedIn', 'daySettled'] as const)
      expect(types).toContain(type)
    const sheets = sample.map(h => sheetOf(factsOf(over(h))))
    for (const part of ['served', 'missed', 'left', 'unserved'] as const)
      expect(sheets.filter(s => s[part] > 0).length).toBeGreaterThan(3)
  })
})

describe('a visit of which a part was served', () => {
  const rowsFor = (events: readonly DayEvent[]) => {
    const rows = collect(OFFICE, DATE)
    events.reduce(
      (day, event) => {
        const after = evolve(day, event)
        rows.add(event, rowsOf({ office: OFFICE, date: DATE }, event, day, after))
        return after
      },
      emptyDay(OFFICE, DATE),
    )
    return rows.entry()
  }

  it('invites once to rate whoever served the part, when the day ends it, and is counted as served in part [D24 D14 O16]', () => {
    const hall = openHall({ 1: 'sari', 3: 'budi' })
    hall.ask('device:kiosk', { verb: 'takeTicket', serviceId: 'ktp', priority: false, ticketId: 't0' })
    hall.next('sari', '1')
    hall.staff('sari', { verb: 'start', counterId: '1' })
    hall.wait(15)
    hall.staff('sari', { verb: 'park', counterId: '1', reason: 'copy' })
    // Fetched by a colleague, and not come.
    hall.staff('budi', { verb: 'resume', counterId: '3', no: 0 })
    for (const late of [0, 13 * HOUR]) {
      hall.ask('system', { verb: 'endDay', endsAt: hall.now - late })
      expect(rowsFor(hall.events).invitations).toHaveLength(late === 0 ? 0 : 1)
    }
    expect(rowsFor(hall.events).invitations).toMatchObject([{ ticket_id: 't0', officer_id: 'sari', counter_id: '1' }])
    expect(sheetOf(factsOf(hall.events))).toMatchObject({ taken: 1, partly: 1, unserved: 0, open: 0 })
  })
})
