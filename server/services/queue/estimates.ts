import type { Random } from '../../../shared/kit/random.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { QueueDay } from '../../../shared/queue/day.ts'
import { UNLEARNED, type Learned } from '../../../shared/queue/estimate/learned.ts'
import {
  estimate,
  estimating,
  type Estimates,
  type Onward,
  type Played,
} from '../../../shared/queue/estimate/estimate.ts'

const FRESH_MS = 1_000
const UNCHANGED_MS = 10_000
/** While newer ones are played, the last ones are told up to this age. */
const OLD_MS = 3_000
/** Played in one go before the desk is let in between. */
const PIECE_MS = 2

/**
 * Ranges of every office, computed at most once a second and again when time alone has moved them. `services` holds the ranges
 * of somebody who arrives now, with or without priority.
 */
export interface EstimateBook {
  /** Those at hand: whoever presses a button does not wait for newer ones, which are played meanwhile. */
  of(day: QueueDay, priority?: boolean): Estimates
  /** Those of this moment, for whoever can wait. */
  fresh(day: QueueDay): Promise<Estimates>
  /** What somebody at a counter may be promised of the line into which the visit goes on, by the `no`. */
  onward(day: QueueDay, no: number): Onward | undefined
}

/** `calm` resolves when the desk waits for nothing, or after a moment; `learnedOf` is what the office knows from other days. */
export function createEstimateBook(
  now: () => Instant,
  random: Random,
  calm: () => Promise<void>,
  learnedOf: (day: QueueDay) => Learned = () => UNLEARNED,
): EstimateBook {
  const kept = new Map<string, { seq: number; date: string; estimates: Estimates; onward: Played['onward'] }>()
  const playing = new Map<string, Promise<Estimates>>()
  const keyOf = (day: QueueDay, priority: boolean) => `${day.office}/${priority}`
  const creditOf = (day: QueueDay, priority: boolean) => (priority ? (day.plan?.priorityCreditMs ?? 0) : 0)

  /** What is told to everybody is kept apart from what is promised to one. */
  function keep(day: QueueDay, priority: boolean, { onward, ...estimates }: Played): Estimates {
    kept.set(keyOf(day, priority), { seq: day.seq, date: day.date, estimates, onward })
    return estimates
  }

  /** The last ranges of the day with their age; as fresh as new ones while little can have changed. */
  function lastOf(day: QueueDay, priority: boolean) {
    const last = kept.get(keyOf(day, priority))
    if (last?.date !== day.date) return undefined
    const age = now() - last.estimates.at
    const isFresh = age < FRESH_MS || (last.seq === day.seq && age < UNCHANGED_MS)
    return { estimates: last.estimates, age, isFresh }
  }

  /** Plays new ranges in pieces, once for all who ask meanwhile. */
  function refreshed(day: QueueDay, priority: boolean): Promise<Estimates> {
    const key = keyOf(day, priority)
    const under = playing.get(key)
    if (under) return under
    const played = inPieces(estimating(day, now(), random, creditOf(day, priority), learnedOf(day)), calm)
      .then(estimates => keep(day, priority, estimates))
      .finally(() => playing.delete(key))
    playing.set(key, played)
    return played
  }

  function of(day: QueueDay, priority = false): Estimates {
    const last = lastOf(day, priority)
    if (last?.isFresh) return last.estimates
    if (last && last.age < OLD_MS) {
      // What fails for good is told to whoever asks once these are too old.
      refreshed(day, priority).catch(() => undefined)
      return last.estimates
    }
    return keep(day, priority, estimate(day, now(), random, creditOf(day, priority), learnedOf(day)))
  }

  return {
    of,
    onward(day, no) {
      of(day)
      return kept.get(keyOf(day, false))?.onward[no]
    },
    async fresh(day) {
      const last = lastOf(day, false)
      return last?.isFresh ? last.estimates : refreshed(day, false)
    },
  }
}

async function inPieces<T>(work: Generator<void, T>, calm: () => Promise<void>): Promise<T> {
  for (;;) {
    await calm()
    const end = performance.now() + PIECE_MS
    do {
      const step = work.next()
      if (step.done) return step.value
    } while (performance.now() < end)
  }
}
