import type { Hours } from '../../shared/officer/figures.ts'

/** Of an officer who was at no counter, or of whom a test does not ask. */
export const NO_HOURS: Hours = { days: 0, countersMs: 0, breaks: 0, breaksMs: 0, closedMs: 0 }
