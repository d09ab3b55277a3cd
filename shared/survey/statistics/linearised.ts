import type { LocalDate } from '../../kit/time.ts'
import type { Sums } from './sheet.ts'

/** Steps from the worst mark to the best. */
export const STEPS = 3

/** Answers and mean of one unsur; NaN where nobody answered it. */
export interface Nrr {
  readonly n: number
  readonly nrr: number
}

/**
 * How far questionnaires move a mean from where it is: added up on each of the `days`, with how many there are on it, and squared over
 * all. All days together they move it by 0.
 */
export interface Moves {
  readonly n: number
  readonly days: readonly LocalDate[]
  readonly sums: Float64Array
  readonly counts: Float64Array
  readonly squares: number
}

/** A weighted mean of the unsur on the scale from 0 to 1, and how far its questionnaires move it. */
export interface Linearised {
  readonly p: number
  readonly nrr: readonly Nrr[]
  readonly moves: Moves
}

/** Answers and mean (1 to 4) of each unsur, over those who answered it. */
export function nrrOf({ unsur, both, first }: Sums): readonly Nrr[] {
  return Array.from({ length: unsur }, (_, u) => {
    const own = u * unsur + u
    return { n: both[own]!, nrr: first[own]! / both[own]! }
  })
}

/**
 * The sum of the unsur by their weights as if each questionnaire added its own part: a missing answer leaves the mean of its unsur where
 * it is, so that its part is 0 (Taylor's linearisation of means with unlike numbers of answers).
 */
export function linearised(sums: Sums, weights: readonly number[]): Linearised {
  const nrr = nrrOf(sums)
  const whole = weights.reduce((sum, w) => sum + w, 0)
  const p = (weights.reduce((sum, w, u) => sum + w * nrr[u]!.nrr, 0) / whole - 1) / STEPS
  return {
    p,
    nrr,
    moves: movesOf(
      sums,
      nrr,
      weights.map(w => w / whole / STEPS),
    ),
  }
}

/** How far questionnaires move the sum of the NRR times `factors`. */
export function movesOf(of: Sums, nrr: readonly Nrr[], factors: readonly number[]): Moves {
  const { n, unsur, days, byDay, both, first, products } = of
  const used = factors.flatMap((factor, u) =>
    factor === 0 ? [] : [{ u, by: (factor * n) / nrr[u]!.n, mean: nrr[u]!.nrr }],
  )
  let squares = 0
  for (const a of used)
    for (const b of used) {
      const [ab, ba] = [a.u * unsur + b.u, b.u * unsur + a.u]
      const apart = products[ab]! - b.mean * first[ab]! - a.mean * first[ba]! + a.mean * b.mean * both[ab]!
      squares += a.by * b.by * apart
    }
  const width = 1 + 2 * unsur
  const sums = new Float64Array(days.length)
  for (let d = 0; d < days.length; d += 1)
    for (const { u, by, mean } of used)
      sums[d]! += by * (byDay[d * width + 1 + unsur + u]! - mean * byDay[d * width + 1 + u]!)
  return { n, days, sums, counts: column(of, 0), squares: Math.max(0, squares) }
}

/** The same of one unsur alone, of those who answered it. */
export function movesOfOne(of: Sums, { n, nrr }: Nrr, u: number): Moves {
  const { unsur, days, products } = of
  const [counts, marks] = [column(of, 1 + u), column(of, 1 + unsur + u)]
  return {
    ...{ n, days, counts },
    sums: marks.map((sum, d) => (sum - nrr * counts[d]!) / STEPS),
    squares: Math.max(0, products[u * unsur + u]! - nrr * nrr * n) / STEPS ** 2,
  }
}

/** One number of each day. */
function column({ unsur, days, byDay }: Sums, at: number): Float64Array {
  const width = 1 + 2 * unsur
  return Float64Array.from(days, (_, d) => byDay[d * width + at]!)
}
