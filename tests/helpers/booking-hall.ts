import { HOUR, MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { DayPlan, PlannedService } from '../../shared/queue/day.ts'
import type { PlannedBooking } from '../../shared/queue/slots.ts'
import { aPlan, openHall, OPENING, type Hall } from './days.ts'
import { DEFAULT_TIMES } from '../../shared/queue/whole-plan.ts'

const SLOT_MINUTES = 30
const SLOTS = 14
const starts = Array.from({ length: SLOTS }, (_, i) => OPENING + i * SLOT_MINUTES * MINUTE)
/** The evening before the day. */
export const EVENING: Instant = OPENING - 12 * HOUR

/** The beginning of a slot: 0 at eight, 1 at half past eight, 2 at nine. */
export function slot(index: number): Instant {
  return starts[index]!
}

/** Places that are the same in every slot. */
export function places(each: number, change: Partial<PlannedBooking> = {}): PlannedBooking {
  const none = starts.map(() => 0)
  return { places: starts.map(() => each), priorityPlaces: none, openings: [], ...change }
}

/** The plan of `aPlan` with half-hour slots, in which identity cards are booked: credit 30, early 20, grace 10 minutes. */
export function bookedPlan(booking: PlannedBooking = places(2), ktp: Partial<PlannedService> = {}): DayPlan {
  const plan = aPlan()
  return {
    ...plan,
    slots: {
      ...DEFAULT_TIMES,
      starts,
      slotMs: SLOT_MINUTES * MINUTE,
      creditMs: 30 * MINUTE,
      earlyMs: 20 * MINUTE,
      graceMs: 10 * MINUTE,
    },
    services: plan.services.map(s => (s.id === 'ktp' ? { ...s, booking, ...ktp } : s)),
  }
}

/** A hall on the evening before, with what holders of bookings do. */
export interface BookingHall extends Hall {
  /** Books an identity card for a slot; returns its `no`. */
  book(index: number, change?: { priority?: boolean; holdId?: string; ahead?: true }): number
  hold(index: number, holdId: string, change?: { priority?: boolean; minutes?: number }): void
  checkIn(no: number): void
  /** Waits for a place: somebody who lost a draw, and so whatever is free, or by an `own` wish. */
  wish(priority?: boolean, own?: 'own'): number
  /** The regular passing on; returns what it made happen. */
  passOn(): readonly string[]
  cancel(no: number, heldBackMinutes?: number): void
}

/** A hall in which identity cards are booked, with these officers at these counters. */
export function bookingHall(plan: DayPlan = bookedPlan(), seats: Readonly<Record<string, string>> = {}): BookingHall {
  const hall = openHall(seats, plan, EVENING)
  const added = (act: () => void) => {
    const no = hall.day.taken
    act()
    return no
  }
  // Not spread: the day and the clock of a hall are read anew each time.
  return Object.assign(Object.create(hall) as Hall, {
    book: (index: number, { priority = false, ...change } = {}) =>
      added(() => {
        const ticketId = `t${hall.day.taken}`
        hall.ask('holder', { verb: 'book', serviceId: 'ktp', start: slot(index), priority, ticketId, ...change })
      }),
    hold(index: number, holdId: string, { priority = false, minutes = 5 } = {}) {
      const holdMs = minutes * MINUTE
      hall.ask('holder', { verb: 'holdSlot', serviceId: 'ktp', start: slot(index), priority, holdId, holdMs })
    },
    checkIn(no: number) {
      hall.ask('holder', { verb: 'checkIn', no })
    },
    wish: (priority = false, own?: 'own') =>
      added(() => {
        const ticketId = `t${hall.day.taken}`
        if (own) hall.ask('holder', { verb: 'joinWaitlist', serviceId: 'ktp', priority, ticketId })
        else hall.lose('ktp', priority)
      }),
    passOn: () => hall.ask('system', { verb: 'passOn' }).map(e => e.type),
    cancel(no: number, heldBackMinutes?: number) {
      const back = heldBackMinutes === undefined ? {} : { heldBackMs: heldBackMinutes * MINUTE }
      hall.ask('holder', { verb: 'cancel', no, ...back })
    },
  })
}

/** The numbers of these tickets. */
export function numbers(hall: Hall, nos: readonly number[]): readonly string[] {
  return nos.map(no => hall.ticket(no).number)
}
