import type { LowContext } from '../../kiosk/low/low-option.ts'
import { cardsOf, seriesOf, type Card } from '../../kiosk/parts/services.ts'
import type { Taken } from '../../kiosk/parts/flow.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { MINUTE, atClock } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { emptyDay, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import type { Estimates } from '../../shared/queue/estimate/estimate.ts'
import { DEFAULT_RULES, DEFAULT_TIMES } from '../../shared/queue/whole-plan.ts'

/** A Tuesday morning in the demo office, as a kiosk knows it. */
export const DATE = '2026-06-09'
export const NOW = atClock(DATE, '10:24', 'WITA')
export const office: OfficeInfo = { ...demoOffice, alwaysOpen: false }

const SLOT = atClock(DATE, '11:00', 'WITA')
export const slot = { start: SLOT, end: SLOT + 30 * MINUTE }

const line = (n: number) => Array.from({ length: n }, (_, no) => ({ no, due: NOW + no }))

function booked(no: number): Ticket {
  const line = { no, number: '', serviceId: 'ktp-el', priority: false, joined: 'booked', state: 'booked' } as const
  return { ...line, takenAt: NOW, due: SLOT, since: NOW, calls: 0, heldMs: 0, ahead: 0 }
}

export const day: QueueDay = {
  ...emptyDay('samarinda', DATE),
  seq: 7,
  plan: {
    doors: { from: atClock(DATE, '08:00', 'WITA'), to: atClock(DATE, '15:00', 'WITA'), breaks: [] },
    services: office.services.map(s => ({ id: s.id, letter: s.letter, typicalMs: 1, open: s.id !== 'legalisir' })),
    counters: [],
    ...DEFAULT_RULES,
    priorityCreditMs: 0,
    returnGraceMs: 0,
    returnPlaces: 0,
    slots: {
      ...DEFAULT_TIMES,
      starts: [SLOT],
      slotMs: 30 * MINUTE,
      creditMs: 0,
      earlyMs: 20 * MINUTE,
      graceMs: 10 * MINUTE,
    },
  },
  tickets: [[{ ...booked(0), number: 'AR-12', slot }]],
  waiting: { 'ktp-el': line(12), 'kartu-keluarga': line(9) },
  counters: Object.fromEntries(
    office.counters.map(c => [c.id, { id: c.id, state: 'open' as const, since: NOW, services: c.services }]),
  ),
}

export const estimates: Estimates = {
  at: NOW,
  services: Object.fromEntries(office.services.map(s => [s.id, { from: NOW + 20 * MINUTE, to: NOW + 35 * MINUTE }])),
  tickets: {},
}

export const cards: readonly Card[] = cardsOf(office, day, estimates, NOW, true)

export const taken: Taken = {
  ticket: {
    id: 't47',
    no: 46,
    number: 'A-047',
    serviceId: 'ktp-el',
    state: 'waiting',
    priority: false,
    takenAt: NOW,
    due: NOW,
    calls: 0,
  },
  token: 'invented-token-of-a-ticket',
  path: '/t/invented-token-of-a-ticket',
  ahead: 12,
  range: { from: NOW + 20 * MINUTE, to: NOW + 35 * MINUTE },
}

/** A number for a birth, whose visit has three steps. */
export const takenForBirth: Taken = {
  ...taken,
  ticket: { ...taken.ticket, number: 'DC-005', serviceId: 'akta-kelahiran' },
  visit: {
    ...{ eventId: 'anak-lahir', at: 1, of: 3 },
    steps: [
      { parts: [{ serviceId: 'akta-kelahiran' }], counters: ['5'] },
      { parts: [{ serviceId: 'kartu-keluarga' }], counters: ['2', '4'] },
      { parts: [{ serviceId: 'kartu-identitas-anak' }], counters: ['3'] },
    ],
  },
}

/** The booking of `day`, checked in. */
export const checkedIn = (late = false): Taken => ({
  ...taken,
  ticket: { ...taken.ticket, id: 'b12', no: 0, number: 'AR-12' },
  ahead: 3,
  late,
})

const ktp = { id: 'ktp-el', letter: 'A', typicalMs: 1, open: true }
const onlyKtp = (change: Partial<QueueDay>, quota: number): QueueDay => ({
  ...day,
  ...change,
  plan: { ...day.plan!, services: [{ ...ktp, quota }, ...day.plan!.services.slice(1)] },
})

/** KTP-el has given all its numbers but `left`. */
export const nearlyFull = (left: number): QueueDay => onlyKtp({ counted: { 'ktp-el': 40 - left } }, 40)

/** KTP-el is closed for a while. */
export const paused: QueueDay = {
  ...day,
  closures: { 'ktp-el': { since: NOW, reason: 'systemDown', until: atClock(DATE, '11:30', 'WITA') } },
}

/** What the accessible mode knows of this morning. */
export const lowContextOf = (change: Partial<LowContext>): LowContext => {
  const known = {
    office,
    cards,
    tiles: [],
    series: seriesOf(office, day),
    zone: 'WITA',
    offline: false,
    now: NOW,
  } as const
  return { ...known, arrival: () => '', ...change }
}
