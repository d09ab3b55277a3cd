import { betaShare, logBeta } from './beta.ts'
import { normalQuantile } from './normal.ts'
import { Z95 } from './stats.ts'

/** Under so many degrees of freedom nothing is known, beyond so many the normal distribution is as good. */
const [FEWEST, MANY] = [4, 60]
const MOST_STEPS = 200
const NEARLY = 4e-15

/**
 * How many standard deviations hold 95 % of Student's t with `df` degrees of freedom, of the normal distribution beyond 60;
 * infinite under 4, of which nothing is known here.
 * @example Math.round(studentQuantile(6) * 1e9) // 2446911851
 */
export function studentQuantile(df: number): number {
  return df < FEWEST ? Infinity : df > MANY ? Z95 : studentAt(0.975, df)
}

/**
 * The share (0 to 1) of Student's t with `df` (above 0) degrees of freedom that lies below `t`, to 10 digits (Abramowitz and
 * Stegun, Handbook of Mathematical Functions, 1964, 26.7.1).
 * @example studentShare(0, 5) // 0.5
 */
export function studentShare(t: number, df: number): number {
  const beyond = betaShare(df / (t * t), df / 2, 0.5) / 2
  return t > 0 ? 1 - beyond : beyond
}

/**
 * The `t` below which the share `p` (above 0, below 1) of Student's t with `df` (above 0) degrees of freedom lies, to 10 digits:
 * Newton's steps from the normal distribution, halved where they leave the bounds known so far.
 * @example studentAt(0.5, 5) // 0
 */
export function studentAt(p: number, df: number): number {
  if (p === 0.5) return 0
  if (p > 0.5) return -studentAt(1 - p, df)
  let [low, high] = [-Infinity, 0]
  let t = normalQuantile(p)
  for (let i = 0; i < MOST_STEPS; i += 1) {
    const off = studentShare(t, df) - p
    if (off > 0) high = t
    else low = t
    const newton = t - off / density(t, df)
    const next = newton >= low && newton <= high ? newton : low === -Infinity ? t * 2 : (low + high) / 2
    if (Math.abs(next - t) <= NEARLY * Math.abs(next)) return next
    t = next
  }
  return t
}

function density(t: number, df: number): number {
  return Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df) - logBeta(df / 2, 0.5)) / Math.sqrt(df)
}
