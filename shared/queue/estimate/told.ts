import { MINUTE, type Instant } from '../../kit/time.ts'
import type { Range } from '../day.ts'
import { SOON_MS, STEP_MS } from '../range-steps.ts'

/** Shares of the played calls that rounding may leave out before a range and after it. */
const LEFT_BEFORE = 0.1
const LEFT_AFTER = 0.15

/**
 * The range as people are told it, in steps that suit its width: soon, within five minutes, then from and to by the nearest five
 * minutes of the clock. Calls lie close together where a break ends or a desk has one visit before: an end that would be rounded
 * past many of the calls that were played goes the other way. What is told is what is kept with the ticket, held against its call,
 * and learned from.
 */
export function told(low: Instant, high: Instant, now: Instant, calls: readonly Instant[]): Range {
  const moment = Math.floor(now / MINUTE) * MINUTE
  if (high <= now + SOON_MS) return { from: moment, to: moment + SOON_MS }
  if (high <= now + STEP_MS) return { from: moment, to: moment + STEP_MS }
  const from = Math.max(moment, beginOf(low, calls))
  return { from, to: Math.max(endOf(high, calls), nextStep(Math.max(now, from))) }
}

function beginOf(low: Instant, calls: readonly Instant[]): Instant {
  const at = nearest(low)
  const leftOut = calls.filter(call => low <= call && call < at).length
  return leftOut > LEFT_BEFORE * calls.length ? at - STEP_MS : at
}

function endOf(high: Instant, calls: readonly Instant[]): Instant {
  const at = nearest(high)
  const leftOut = calls.filter(call => at < call && call <= high).length
  return leftOut > LEFT_AFTER * calls.length ? at + STEP_MS : at
}

function nearest(at: Instant): Instant {
  return Math.round(at / STEP_MS) * STEP_MS
}

function nextStep(at: Instant): Instant {
  return (Math.floor(at / STEP_MS) + 1) * STEP_MS
}
