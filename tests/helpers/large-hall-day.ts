import { cardsOf, type Card } from '../../kiosk/parts/services.ts'
import { MINUTE, atClock } from '../../shared/kit/time.ts'
import { absentOn } from '../../shared/office/agency-days.ts'
import { oftenOf } from '../../shared/office/often.ts'
import { emptyDay, type QueueDay } from '../../shared/queue/day.ts'
import type { Estimates } from '../../shared/queue/estimate/estimate.ts'
import { DEFAULT_RULES } from '../../shared/queue/whole-plan.ts'
import { largeHall } from './large-hall.ts'

const DATE = '2026-06-09'

/** A Tuesday morning in a hall of 32 agencies; Bea Cukai comes on Wednesdays and Thursdays only. */
export const HALL_NOW = atClock(DATE, '10:24', 'WITA')

const absent = absentOn(largeHall, DATE)

/** How many wait for the service at a place of the list. */
const waitingAt = (i: number) => [9, 4, 0, 1, 12, 2, 0][i % 7]!

export const hallDay: QueueDay = {
  ...emptyDay(largeHall.id, DATE),
  seq: 7,
  plan: {
    doors: { from: atClock(DATE, '08:00', 'WITA'), to: atClock(DATE, '15:00', 'WITA'), breaks: [] },
    services: largeHall.services.map(s => ({ id: s.id, letter: s.letter, typicalMs: 1, open: !absent.has(s.id) })),
    counters: [],
    ...DEFAULT_RULES,
    priorityCreditMs: 0,
    returnGraceMs: 0,
    returnPlaces: 0,
  },
  waiting: Object.fromEntries(
    largeHall.services.map((s, i) => [
      s.id,
      Array.from({ length: waitingAt(i) }, (_, no) => ({ no: i * 20 + no, due: HALL_NOW + no })),
    ]),
  ),
  counters: Object.fromEntries(
    largeHall.counters
      .slice(0, 52)
      .map(c => [c.id, { id: c.id, state: 'open' as const, since: HALL_NOW, services: c.services }]),
  ),
}

export const hallEstimates: Estimates = {
  at: HALL_NOW,
  services: Object.fromEntries(
    largeHall.services.map((s, i) => {
      const wait = 5 + waitingAt(i) * 3
      return [s.id, { from: HALL_NOW + wait * MINUTE, to: HALL_NOW + (wait + 15) * MINUTE }]
    }),
  ),
  tickets: {},
}

export const hallCards: readonly Card[] = cardsOf(largeHall, hallDay, hallEstimates, HALL_NOW, true)

const mostAsked = ['dc-1', 'im-1', 'pl-1', 'sm-1', 'pz-1', 'bk-1']

/** What people came for most. */
export const hallOften = oftenOf(largeHall, new Map(mostAsked.map((id, i) => [id, 100 - i])))
