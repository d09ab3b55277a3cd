/** People who are in the very same figures: how many they are. */
export type Sizes = readonly number[]

/** One shown sum as an equation: of which people it is the sum, by their places in `Sizes`. */
export type Equation = readonly boolean[]

type Row = readonly bigint[]

/**
 * Whether some sum or difference of these equations, with whatever factors, rests on more than nobody and fewer than `floor`
 * people: then it says something of so few. Exact, over whole numbers, by trying every way that can lead there.
 */
export function laysOpen(equations: readonly Equation[], sizes: Sizes, floor: number): boolean {
  const kinds = new Map<string, { size: number; column: Row }>()
  for (const [at, size] of sizes.entries()) {
    const column = equations.map(equation => (equation[at] ? 1n : 0n))
    const key = column.join('')
    if (size > 0 && column.some(x => x !== 0n)) kinds.set(key, { column, size: size + (kinds.get(key)?.size ?? 0) })
  }
  const columns = [...kinds.values()].sort((a, b) => b.size - a.size)
  const rows = independent(equations.map((_, r) => columns.map(({ column }) => column[r]!)))
  return reaches(
    rows,
    columns.map(c => c.size),
    0,
    floor,
  )
}

/** How many of these equations are independent of each other. */
export function rankOf(rows: readonly (readonly number[])[]): number {
  return independent(rows.map(row => row.map(BigInt))).length
}

/** Whether a combination, not nothing, rests on people of the columns from `at` on, and of those before that were paid for. */
function reaches(rows: readonly Row[], sizes: Sizes, at: number, budget: number): boolean {
  if (rows.length === 0) return false
  if (independent(rows.map(row => row.slice(at))).length < rows.length) return true
  if (at === sizes.length) return false
  if (rows.every(row => row[at] === 0n)) return reaches(rows, sizes, at + 1, budget)
  // Either nobody of this column is in it, or all of them are.
  if (reaches(without(rows, at), sizes, at + 1, budget)) return true
  return sizes[at]! < budget && reaches(rows, sizes, at + 1, budget - sizes[at]!)
}

/** The combinations of these rows in which one column is zero. */
function without(rows: readonly Row[], column: number): readonly Row[] {
  const pivot = rows.find(row => row[column] !== 0n)
  return pivot ? rows.filter(row => row !== pivot).map(row => cleared(row, pivot, column)) : rows
}

/** Rows that span the same, each with a first column of its own. */
function independent(rows: readonly Row[]): readonly Row[] {
  const kept: { row: Row; lead: number }[] = []
  for (const next of rows) {
    const row = kept.reduce((left, { row: pivot, lead }) => cleared(left, pivot, lead), next)
    const lead = row.findIndex(x => x !== 0n)
    if (lead >= 0) kept.push({ row, lead })
  }
  return kept.map(k => k.row)
}

/** `row` less as much of `pivot` as clears the column, in whole numbers without a common factor. */
function cleared(row: Row, pivot: Row, column: number): Row {
  if (row[column] === 0n) return row
  const [by, less] = [pivot[column]!, row[column]!]
  const left = row.map((x, i) => x * by - pivot[i]! * less)
  const common = left.reduce(greatestCommon, 0n)
  return common > 1n ? left.map(x => x / common) : left
}

function greatestCommon(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
