import type { Random } from '../../../shared/kit/random.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { QueueDay } from '../../../shared/queue/day.ts'
import { estimate, type Estimates } from '../../../shared/queue/estimate/estimate.ts'

const FRESH_MS = 1_000
const UNCHANGED_MS = 10_000

/** Ranges of every office, computed at most once a second and again when time alone has moved them. */
export interface EstimateBook {
  /** `services` holds the ranges of somebody who arrives now, with or without priority. */
  of(day: QueueDay, priority?: boolean): Estimates
}

export function createEstimateBook(now: () => Instant, random: Random): EstimateBook {
  const kept = new Map<string, { seq: number; date: string; estimates: Estimates }>()
  return {
    of(day, priority = false) {
      const at = now()
      const key = `${day.office}/${priority}`
      const last = kept.get(key)
      if (last && last.date === day.date) {
        const age = at - last.estimates.at
        if (age < FRESH_MS || (last.seq === day.seq && age < UNCHANGED_MS)) return last.estimates
      }
      const estimates = estimate(day, at, random, priority ? (day.plan?.priorityCreditMs ?? 0) : 0)
      kept.set(key, { seq: day.seq, date: day.date, estimates })
      return estimates
    },
  }
}
