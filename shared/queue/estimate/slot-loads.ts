import type { QueueDay } from '../day.ts'
import { slotOf } from '../slots.ts'
import { waitingFor } from '../policy.ts'
import type { Instant } from '../../kit/time.ts'

/**
 * How full each slot of a day is, over all services, for they share counters and hall: the share of the places that is booked.
 * Whoever waits in line now fills the next slots, as people who booked would. 1 where there are no places.
 */
export function slotLoads(day: QueueDay, now: Instant): readonly number[] {
  const { starts = [] } = day.plan?.slots ?? {}
  const places = starts.map((_, i) => (day.plan?.services ?? []).reduce((n, s) => n + (s.booking?.places[i] ?? 0), 0))
  const used = starts.map(() => 0)
  for (const key in day.slots) {
    const at = starts.indexOf(slotOf(key).start)
    if (at !== -1) used[at]! += day.slots[key]!.taken
  }
  let inLine = waitingFor(day, Object.keys(day.waiting))
  return starts.map((start, i) => {
    if (places[i] === 0) return 1
    const here = start > now ? Math.min(inLine, places[i]!) : 0
    inLine -= here
    return Math.min(1, (used[i]! + here) / places[i]!)
  })
}
