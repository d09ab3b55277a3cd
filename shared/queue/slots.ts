import type { Opening } from '../booking/release.ts'
import type { Instant } from '../kit/time.ts'
import type { Stretch } from '../office/doors.ts'
import type { bookingSettings } from '../office/settings/booking-settings.ts'
import type { PlannedOf } from '../office/settings/setting.ts'

/** The grid of slots with the times by which a booking is bound. */
export interface SlotPlan extends PlannedOf<typeof bookingSettings> {
  readonly starts: readonly Instant[]
}

/** The bookable places of one service; the lists go with `SlotPlan.starts`. */
export interface PlannedBooking {
  readonly places: readonly number[]
  /** Of those, how many each slot sells over what it has, because some stay away; absent where there are none. */
  readonly over?: readonly number[]
  /** Of those, the places that only people with priority get. */
  readonly priorityPlaces: readonly number[]
  /** When which share of the places is given out, rising; empty: all of them at once. */
  readonly openings: readonly Opening[]
  /** The window of the draw by which the places are given; absent where there is none. */
  readonly draw?: Stretch
}

/** A draw of a service, as it was promised when its window opened. */
export interface Draw extends Stretch {
  /** When it was held; absent before. */
  readonly held?: Instant
}

/** What is used of the places of one service in one slot. */
export interface SlotUse {
  readonly taken: number
  /** Of those, people with priority. */
  readonly priority: number
  /** Places held while a form is filled; they count until their instant. */
  readonly holds: readonly Hold[]
  /** Places given back that are offered again from these instants on. */
  readonly back: readonly Instant[]
}

export interface Hold {
  readonly id?: string
  /** `seq` of the event that made it: its name for those who may not see its id. */
  readonly seq: number
  readonly until: Instant
  readonly priority: boolean
}

/** The key of a service's slot in `QueueDay.slots`. */
export function slotKey(serviceId: string, start: Instant): string {
  return `${serviceId}@${start}`
}

/** What `slotKey` was made of. */
export function slotOf(key: string): { readonly serviceId: string; readonly start: Instant } {
  const at = key.lastIndexOf('@')
  return { serviceId: key.slice(0, at), start: Number(key.slice(at + 1)) }
}

/** A slot of which nothing is used. */
export const UNUSED: SlotUse = { taken: 0, priority: 0, holds: [], back: [] }
