/** The solution of least squares with the columns that can be told from each other. */
export interface Solvable {
  /** Places of the columns that were kept, rising; their effects in the same order. */
  readonly kept: readonly number[]
  readonly effects: readonly number[]
  /** `d'A⁻¹d` over the kept columns. */
  readonly inverse: (d: readonly number[]) => number
}

/** What may be left of a column beside those before it, by its own sum, for it to say nothing of its own. */
const NOTHING = 1e-8

/**
 * Solves `Ax = c` for a positive semidefinite `A` by Cholesky's decomposition, column by column, without those that are no more than
 * others together: of these the pivot is not above a hundred millionth of `scale`.
 */
export function solvable(a: readonly (readonly number[])[], c: readonly number[], scale: readonly number[]): Solvable {
  const kept: number[] = []
  const rows: number[][] = []
  for (let j = 0; j < c.length; j += 1) {
    const row: number[] = []
    for (const [at, k] of kept.entries()) row.push((a[j]![k]! - dot(row, rows[at]!)) / rows[at]![at]!)
    const pivot = a[j]![j]! - dot(row, row)
    if (pivot <= NOTHING * scale[j]!) continue
    rows.push([...row, Math.sqrt(pivot)])
    kept.push(j)
  }
  const forward = (d: readonly number[]) => {
    const x: number[] = []
    for (const [i, row] of rows.entries()) x.push((d[i]! - dot(x, row)) / row[i]!)
    return x
  }
  const effects = kept.map(() => 0)
  const half = forward(kept.map(j => c[j]!))
  for (let i = kept.length - 1; i >= 0; i -= 1) {
    const known = rows.slice(i + 1).reduce((sum, row, at) => sum + row[i]! * effects[i + 1 + at]!, 0)
    effects[i] = (half[i]! - known) / rows[i]![i]!
  }
  return {
    kept,
    effects,
    inverse: d => {
      const x = forward(d)
      return dot(x, x)
    },
  }
}

/** Over as many as the first has. */
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0)
