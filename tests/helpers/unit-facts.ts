import { demoOffice } from '../../server/demo/samarinda.ts'
import { atClock, MINUTE } from '../../shared/kit/time.ts'
import type { TicketFact, UnitRows, VisitFact } from '../../shared/officer/facts.ts'
import { unitFigures } from '../../shared/officer/unit-figures.ts'

export const DATE = '2026-06-09'
export const at = (clock: string, date = DATE) => atClock(date, clock, 'WITA')
export const frame = {
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
export const shutAtThree = {
  ...frame,
  office: { ...demoOffice, alwaysOpen: false, hours: Array(7).fill({ open: '08:00', close: '15:00', breaks: [] }) },
}

let numbers = 0
/** The next ticket is the first of its day. */
export const anew = () => void (numbers = 0)

/** A ticket that came at nine, of which nothing else is known than what its visits say. */
export const ticket = (change: Partial<TicketFact> = {}): TicketFact => ({
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
export const inLine = (change: Partial<TicketFact> = {}) =>
  ticket({ state: 'waiting', queuedAt: at('09:00'), calledAt: null, endedAt: null, ...change })

export const visit = (change: Partial<VisitFact> = {}): VisitFact => ({
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
export const waited = (...minutes: readonly number[]): UnitRows => {
  const tickets = minutes.map(() => ticket())
  const visits = tickets.map(({ no }, i) => visit({ no, calledAt: at('09:00') + minutes[i]! * MINUTE }))
  return { tickets, visits, outages: [] }
}

export const figures = (rows: Partial<UnitRows>, change = {}) =>
  unitFigures({ tickets: [], visits: [], outages: [], ...rows }, { ...frame, ...change })
