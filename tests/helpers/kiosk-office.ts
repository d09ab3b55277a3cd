import { cardsOf, type Card } from '../../kiosk/services.ts'
import type { Taken } from '../../kiosk/flow.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { MINUTE, atClock } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { emptyDay, type QueueDay } from '../../shared/queue/day.ts'
import type { Estimates } from '../../shared/queue/estimate.ts'

/** A Tuesday morning in the demo office, as a kiosk knows it. */
export const DATE = '2026-06-09'
export const NOW = atClock(DATE, '10:24', 'WITA')
export const office: OfficeInfo = { ...demoOffice, alwaysOpen: false }

const line = (n: number) => Array.from({ length: n }, (_, no) => ({ no, due: NOW + no }))

export const day: QueueDay = {
  ...emptyDay('samarinda', DATE),
  seq: 7,
  plan: {
    doors: { from: atClock(DATE, '08:00', 'WITA'), to: atClock(DATE, '15:00', 'WITA'), breaks: [] },
    services: office.services.map(s => ({ id: s.id, letter: s.letter, typicalMs: 1, open: s.id !== 'legalisir' })),
    counters: [],
    priorityCreditMs: 0,
    returnGraceMs: 0,
    returnPlaces: 0,
  },
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
