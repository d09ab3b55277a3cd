import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import type { DayPlan, PlannedService } from '../../shared/queue/day.ts'
import type { PlannedBooking, SlotPlan } from '../../shared/queue/slots.ts'
import { OPENING } from './days.ts'
import { DEFAULT_RULES, DEFAULT_TIMES } from '../../shared/queue/whole-plan.ts'

export const OFFICERS = ['officer-sari', 'officer-budi', 'officer-tini', 'officer-joko'] as const
export const SERVICES = ['ktp', 'kk', 'akta'] as const
export const COUNTERS = ['1', '2', '3', '4'] as const

/** The slots of every random day; they begin a while after the doors open, so that there is something to book. */
export const SLOTS: SlotPlan = {
  ...DEFAULT_TIMES,
  starts: Array.from({ length: 46 }, (_, i) => OPENING + (i + 1) * 20 * MINUTE),
  slotMs: 20 * MINUTE,
  creditMs: 30 * MINUTE,
  earlyMs: 20 * MINUTE,
  graceMs: 5 * MINUTE,
}

/**
 * Plan 0 has everything; others strike a counter, close or strike a service, swap letters, change the times, give fewer places
 * or none, keep some for priority, give them out later, set a quota, or have services follow from others.
 */
export function plan(variant: number): DayPlan {
  // Of an agency too, whose code stands before the number.
  const letters = variant % 7 === 1 ? ['B', 'A', 'C'] : variant % 7 === 2 ? ['PA', 'SB', 'C'] : ['A', 'B', 'C']
  const services = SERVICES.map((id, i) => ({
    id,
    letter: letters[i]!,
    typicalMs: (5 + i) * MINUTE,
    open: variant % 5 !== 1 || i !== 2,
    ...nextPart(variant, i),
    ...bookedPart(variant, i),
  }))
  // Now and then other counters serve the services.
  const turned = variant % 10 === 3 ? 1 : 0
  const counters = COUNTERS.map((id, i) => ({
    id,
    services: i === 0 && turned === 0 ? [...SERVICES] : [SERVICES[(i + 2 + turned) % 3]!, ...(i === 3 ? [] : ['ktp'])],
  }))
  return {
    doors: { from: OPENING, to: OPENING + 16 * HOUR, breaks: [] },
    services: variant % 11 === 1 ? services.slice(0, 2) : services,
    counters: variant % 3 === 1 ? counters.slice(1) : counters,
    ...DEFAULT_RULES,
    skipAfterMs: (variant % 3) * 10_000,
    mostCalls: 2 + (variant % 3),
    priorityCreditMs: (variant % 2 === 1 ? 5 : 15) * MINUTE,
    returnGraceMs: 20 * MINUTE,
    returnPlaces: 3 - (variant % 3),
    slots: SLOTS,
  }
}

/** What follows: one service from another, a chain of three, or a circle. */
function nextPart(variant: number, service: number): Pick<PlannedService, 'next'> {
  if (variant % 4 === 0) return service === 1 ? { next: 'akta' } : {}
  if (variant % 4 === 3) return { next: SERVICES[(service + 1) % 3]! }
  return {}
}

function bookedPart(variant: number, service: number): Pick<PlannedService, 'booking' | 'quota'> {
  const each = variant % 6 === 1 ? 1 : 2
  const booking: PlannedBooking = {
    places: SLOTS.starts.map((_, i) => (i % 3 === service ? each + 1 : each)),
    priorityPlaces: SLOTS.starts.map((_, i) => (service === 1 && i % 2 === 0 ? 1 : 0)),
    openings: service === 0 && variant % 4 === 2 ? [{ at: OPENING + HOUR, share: 0.5 }] : [],
  }
  return {
    ...(variant % 9 === 4 && service === 2 ? {} : { booking }),
    ...(service === 2 ? { quota: 110 } : {}),
  }
}
