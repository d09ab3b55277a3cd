import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { atClock } from '../../shared/kit/time.ts'
import type { TicketFact, VisitFact } from '../../shared/officer/facts.ts'
import { rowsWithin } from '../../shared/officer/rows-within.ts'
import { unitFigures } from '../../shared/officer/unit-figures.ts'

const DATE = '2026-06-09'
const at = (clock: string) => atClock(DATE, clock, 'WITA')
const [OWN, OTHER] = ['akta-kelahiran', 'ktp-el'] as const

const ticket = (no: number, change: Partial<TicketFact>): TicketFact => ({
  ...{ date: DATE, no, serviceId: OWN, state: 'waiting', slotStart: null, arrivedAt: at('09:00') },
  ...{ queuedAt: null, calledAt: null, endedAt: null, why: null, promised: null },
  ...change,
})
/** A step that was over at ten, after a wait from nine on. */
const step = (no: number, serviceId: string, change: Partial<VisitFact> = {}): VisitFact => ({
  ...{ date: DATE, no, serviceId, officerId: 'p1', counterId: '1', queuedAt: at('09:00'), calledAt: at('09:40') },
  ...{ startedAt: at('09:41'), endedAt: at('10:00'), heldMs: 0, priority: false, outcome: 'step' },
  ...{ ticketState: 'waiting', ...change },
})

const hall = {
  tickets: [
    // Came for the agency and waits since ten at a desk of another one.
    ticket(0, { serviceId: OTHER, queuedAt: at('10:00') }),
    // Came for another one and waits since ten for the agency.
    ticket(1, { serviceId: OWN, queuedAt: at('10:00') }),
    // Came for the agency by booking for half past nine, went on to the other one and was not reached there.
    ticket(2, {
      serviceId: OTHER,
      slotStart: at('09:30'),
      queuedAt: at('10:00'),
      state: 'unserved',
      endedAt: at('15:00'),
    }),
    // Booked with another agency for half past nine, and done here.
    ticket(3, { serviceId: OWN, slotStart: at('09:30'), state: 'done' }),
  ],
  visits: [
    ...[
      step(0, OWN),
      step(1, OTHER),
      step(2, OWN, { ticketState: 'unserved' }),
      step(3, OTHER, { ticketState: 'done' }),
    ],
    step(3, OWN, { queuedAt: at('09:20'), calledAt: at('09:40'), outcome: 'done', ticketState: 'done' }),
  ],
  outages: [],
}
const figures = (services?: readonly string[]) =>
  unitFigures(
    rowsWithin(
      hall,
      services?.map(service => ({ service, from: DATE, to: DATE })),
    ),
    {
      ...{ from: DATE, to: DATE, now: at('11:00'), office: demoOffice, staff: [] },
    },
  )

describe('the figures of an agency', () => {
  it('hold the waits in its own lines alone, of whoever stood there, and add up with those of the others [A22 O12]', () => {
    const [own, other, all] = [figures([OWN]), figures([OTHER]), figures()]
    const waits = (of: typeof own) => of.services.filter(s => s.wait.n > 0).map(s => [s.id, s.wait.n, s.wait.uncalled])
    // Three steps that were called here, and the one that waits here.
    expect(waits(own)).toEqual([[OWN, 4, 1]])
    expect(waits(other)).toEqual([[OTHER, 4, 2]])
    expect([own.wait.n + other.wait.n, own.wait.uncalled + other.wait.uncalled]).toEqual([
      all.wait.n,
      all.wait.uncalled,
    ])
    expect(waits(all).sort()).toEqual([...waits(own), ...waits(other)].sort())
    expect(own.tickets + other.tickets).toBe(all.tickets)
  })

  it('know before which slot somebody came, also of whoever began elsewhere [A22 O12]', () => {
    expect(figures([OWN]).wait.beforeSlot.n).toBe(2)
  })

  it('hold against its own promises its own lines alone, of all who stood there [A22 O9]', () => {
    // Of the four that waited here two waited longer than it promises; what was not served elsewhere is not its own.
    const { waitPromiseMinutes } = demoOffice.services.find(s => s.id === OWN)!
    const late = [40, 60, 10, 10].filter(minutes => minutes > waitPromiseMinutes).length
    // Told of all who stood in a line of its own, wherever they began: fewer came for it.
    expect(figures([OWN])).toMatchObject({ pastPromise: late, inLine: 4, tickets: 2 })
    expect(figures().inLine).toBe(figures().tickets)
  })
})
