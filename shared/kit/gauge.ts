import type { Instant } from './time.ts'

/** How often something happened lately, in constant memory: the present window and the one before it. */
export interface Gauge {
  /** Beginning of the present window. */
  readonly since: Instant
  /** Times in the window before. */
  readonly before: number
  /** Times in the present window. */
  readonly count: number
  readonly pressed: boolean
}

/** When a gauge counts as pressed; two thresholds, so that it does not flicker between. */
export interface Pressing {
  /** Length of a window in milliseconds. */
  readonly window: number
  /** More than so many times within a window press. */
  readonly press: number
  /** Fewer than so many times ease it again. */
  readonly ease: number
}

/** A gauge that has seen nothing yet. */
export const QUIET: Gauge = { since: 0, before: 0, count: 0, pressed: false }

/**
 * Times within the window that ends at `at`, estimated as if the window before had been even.
 * @example recently({ since: 10_000, before: 20, count: 3, pressed: false }, 15_000, 10_000) // 13
 */
export function recently(gauge: Gauge, at: Instant, window: number): number {
  const { since, before, count } = turned(gauge, at, window)
  return before * (1 - (at - since) / window) + count
}

/** The gauge as it stands at `at`. */
export function readGauge(gauge: Gauge, at: Instant, rule: Pressing): Gauge {
  const now = turned(gauge, at, rule.window)
  const times = recently(now, at, rule.window)
  return { ...now, pressed: times > rule.press || (now.pressed && times >= rule.ease) }
}

/** The gauge after one more time at `at`. */
export function countOnce(gauge: Gauge, at: Instant, rule: Pressing): Gauge {
  const now = turned(gauge, at, rule.window)
  return readGauge({ ...now, count: now.count + 1 }, at, rule)
}

function turned(gauge: Gauge, at: Instant, window: number): Gauge {
  const windows = Math.floor((at - gauge.since) / window)
  if (windows === 0) return gauge
  if (windows === 1) return { ...gauge, since: gauge.since + window, before: gauge.count, count: 0 }
  return { ...QUIET, since: at }
}
