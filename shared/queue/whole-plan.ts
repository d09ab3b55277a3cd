import { bookingSettings } from '../office/settings/booking-settings.ts'
import { queueSettings } from '../office/settings/queue-settings.ts'
import { defaultsOf, plannedOf } from '../office/settings/values.ts'
import type { DayPlan } from './day.ts'
import type { SlotPlan } from './slots.ts'

/** A plan as it was written, perhaps before some of its settings were known. */
export type WrittenPlan = Pick<DayPlan, 'doors' | 'services' | 'counters'> &
  Partial<Omit<DayPlan, 'slots'>> & { readonly slots?: Pick<SlotPlan, 'starts'> & Partial<SlotPlan> }

/** The rules of the queue in the plan of an office that has not decided otherwise. */
export const DEFAULT_RULES = plannedOf(queueSettings, defaultsOf(queueSettings))
/** The times of bookings in that plan. */
export const DEFAULT_TIMES = plannedOf(bookingSettings, defaultsOf(bookingSettings))

/** A plan with every setting: what an earlier version did not write has its default. */
export function wholePlan({ slots, ...plan }: WrittenPlan): DayPlan {
  return { ...DEFAULT_RULES, ...plan, ...(slots ? { slots: { ...DEFAULT_TIMES, ...slots } } : {}) }
}
