import type { Sheet } from './sheet.ts'

/** Steps from the worst mark to the best. */
export const STEPS = 3

/** Answers and mean of one unsur; NaN where nobody answered it. */
export interface Nrr {
  readonly n: number
  readonly nrr: number
}

/** A weighted mean of the unsur on the scale from 0 to 1, and how far each questionnaire moves it from there (they add up to 0). */
export interface Linearised {
  readonly p: number
  readonly nrr: readonly Nrr[]
  readonly moves: Float64Array
}

/** Answers and mean (1 to 4) of each unsur, over those who answered it. */
export function nrrOf({ n, unsur, marks }: Sheet): readonly Nrr[] {
  return Array.from({ length: unsur }, (_, u) => {
    let [answers, sum] = [0, 0]
    for (let at = u; at < n * unsur; at += unsur) {
      if (marks[at] === 0) continue
      answers += 1
      sum += marks[at]!
    }
    return { n: answers, nrr: sum / answers }
  })
}

/**
 * The sum of the unsur by their weights as if each questionnaire added its own part: a missing answer leaves the mean of its unsur where
 * it is, so that its part is 0 (Taylor's linearisation of means with unlike numbers of answers).
 */
export function linearised(sheet: Sheet, weights: readonly number[]): Linearised {
  const nrr = nrrOf(sheet)
  const whole = weights.reduce((sum, w) => sum + w, 0)
  const p = (weights.reduce((sum, w, u) => sum + w * nrr[u]!.nrr, 0) / whole - 1) / STEPS
  return {
    p,
    nrr,
    moves: movesOf(
      sheet,
      nrr,
      weights.map(w => w / whole / STEPS),
    ),
  }
}

/** How far each questionnaire moves the sum of the NRR times `factors`. */
export function movesOf({ n, unsur, marks }: Sheet, nrr: readonly Nrr[], factors: readonly number[]): Float64Array {
  const moves = new Float64Array(n)
  const used = factors.flatMap((factor, u) =>
    factor === 0 ? [] : [{ u, by: (factor * n) / nrr[u]!.n, mean: nrr[u]!.nrr }],
  )
  for (const { u, by, mean } of used)
    for (let row = 0; row < n; row += 1) {
      const mark = marks[row * unsur + u]!
      if (mark !== 0) moves[row]! += by * (mark - mean)
    }
  return moves
}
