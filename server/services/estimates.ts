import type { Random } from '../../shared/kit/random.ts'
import type { Instant } from '../../shared/kit/time.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { estimate, type Estimates } from '../../shared/queue/estimate.ts'

const FRESH_MS = 1_000
const UNCHANGED_MS = 10_000

/** Ranges of every office, computed at most once a second and again when time alone has moved them. */
export interface EstimateBook {
  of(day: QueueDay): Estimates
}

export function createEstimateBook(now: () => Instant, random: Random): EstimateBook {
  const kept = new Map<string, { seq: number; date: string; estimates: Estimates }>()
  return {
    of(day) {
      const at = now()
      const last = kept.get(day.office)
      if (last && last.date === day.date) {
        const age = at - last.estimates.at
        if (age < FRESH_MS || (last.seq === day.seq && age < UNCHANGED_MS)) return last.estimates
      }
      const estimates = estimate(day, at, random)
      kept.set(day.office, { seq: day.seq, date: day.date, estimates })
      return estimates
    },
  }
}
