import { roundHalfUp } from '../../kit/stats.ts'
import { mutuOf, type Mutu } from '../ikm.ts'
import { STEPS } from './linearised.ts'
import { chanceOfAtLeast, type Range, type Uncertain } from './score-interval.ts'

/** The lowest IKM, before it is rounded half-up to two decimals, that has the letter. */
export const LETTER_FROM = { A: 88.305, B: 76.605, C: 64.995 } as const

/** Fewest questionnaires from which on a letter is called certain, unless everybody answered. */
const FEWEST = 30
/** Probabilities are said in so many steps, never as 0 or 100 %. */
const SAID_STEPS = 20

/**
 * The letter of an IKM in full precision.
 * @example letterOf(76.605) // 'B'
 */
export function letterOf(ikm: number): Mutu {
  return mutuOf(roundHalfUp(ikm, 2))
}

/** How likely (0 to 1) each letter is the true one; they add up to 1. */
export function letterChances(estimate: Uncertain, weights: readonly number[]): Readonly<Record<Mutu, number>> {
  const whole = weights.reduce((sum, w) => sum + w, 0)
  const atLeast = (ikm: number) => chanceOfAtLeast((ikm / (25 * whole) - 1) / STEPS, estimate)
  const [a, b, c] = [atLeast(LETTER_FROM.A), atLeast(LETTER_FROM.B), atLeast(LETTER_FROM.C)]
  return { A: a, B: b - a, C: c - b, D: 1 - c }
}

/**
 * Whether the letter is certain at 95 %: both ends of the interval have it, and thirty answered or everybody did.
 * @example letterCertain({ n: 29, low: 80, high: 84, everybody: false }) // false
 */
export function letterCertain({
  n,
  low,
  high,
  everybody,
}: Range & { readonly n: number; readonly everybody: boolean }) {
  return letterOf(low) === letterOf(high) && (n >= FEWEST || everybody)
}

/**
 * A probability (0 to 1) as it is said, in per cent by steps of 5 from 5 to 95.
 * @example saidChance(0.001) // 5
 */
export function saidChance(chance: number): number {
  return Math.min(SAID_STEPS - 1, Math.max(1, Math.round(chance * SAID_STEPS))) * (100 / SAID_STEPS)
}
