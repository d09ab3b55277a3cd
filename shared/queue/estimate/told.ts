import { MINUTE, type Instant } from '../../kit/time.ts'
import type { Range } from '../day.ts'
import { SOON_MS, STEP_MS } from '../range-steps.ts'

/**
 * The range as people are told it, in steps that suit its width: soon, within five minutes, then from and to by the nearest five
 * minutes of the clock. What is told is what is kept with the ticket, held against its call, and learned from.
 */
export function told(low: Instant, high: Instant, now: Instant): Range {
  const moment = Math.floor(now / MINUTE) * MINUTE
  if (high <= now + SOON_MS) return { from: moment, to: moment + SOON_MS }
  if (high <= now + STEP_MS) return { from: moment, to: moment + STEP_MS }
  const from = Math.max(moment, nearest(low))
  return { from, to: Math.max(nearest(high), nextStep(Math.max(now, from))) }
}

function nearest(at: Instant): Instant {
  return Math.round(at / STEP_MS) * STEP_MS
}

function nextStep(at: Instant): Instant {
  return (Math.floor(at / STEP_MS) + 1) * STEP_MS
}
