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

/**
 * Whether some sum or difference of these equations rests on people of `own` (by their places in `sizes`) and on fewer than `floor`
 * others: then it says what those of `own` said but for so few.
 */
export function laysOpenAllBut(
  equations: readonly Equation[],
  sizes: Sizes,
  own: readonly boolean[],
  floor: number,
): boolean {
  const kinds = new Map<string, { size: number; column: Equation; own: boolean }>()
  for (const [at, size] of sizes.entries()) {
    const column = equations.map(equation => equation[at]!)
    const key = `${own[at]} ${column.map(Number).join('')}`
    if (size > 0) kinds.set(key, { column, own: own[at]!, size: size + (kinds.get(key)?.size ?? 0) })
  }
  const columns = [...kinds.values()]
  const others = columns.filter(column => !column.own)
  const rows = (of: typeof columns) => equations.map((_, r) => of.map(({ column }) => column[r]!))
  const rank = (of: typeof columns) => rankOf(rows(of).map(row => row.map(Number)))
  if (rank(columns) > rank(others)) return true
  return laysOpen(
    rows(others),
    others.map(({ size }) => size),
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
  const least = fewestOutside(rows, sizes, at, budget)
  if (least >= budget) return false
  if (least === 0 && independent(rows.map(row => row.slice(at))).length < rows.length) return true
  if (at === sizes.length) return false
  if (rows.every(row => row[at] === 0n)) return reaches(rows, sizes, at + 1, budget)
  // Either nobody of this column is in it, or all of them are.
  if (reaches(without(rows, at), sizes, at + 1, budget)) return true
  return sizes[at]! < budget && reaches(rows, sizes, at + 1, budget - sizes[at]!)
}

/** A prime whose products of two remainders are exact; what is independent by remainders is independent. */
const PRIME = 67_108_859

/**
 * At least so many people are in every combination: columns that span everything cannot all be zero in it, so each such set that
 * uses other people adds the smallest of its columns. Up to `enough`; 0 when no such set was found.
 */
function fewestOutside(rows: readonly Row[], sizes: Sizes, at: number, enough: number): number {
  const columns = sizes.slice(at).map((size, i) => ({
    left: size,
    entries: rows.map(row => Number(((row[at + i]! % BigInt(PRIME)) + BigInt(PRIME)) % BigInt(PRIME))),
  }))
  let least = 0
  while (least < enough) {
    const spanning = spanOf(
      columns.filter(c => c.left > 0).sort((a, b) => b.left - a.left),
      rows.length,
    )
    if (!spanning) break
    const size = Math.min(...spanning.map(c => c.left))
    for (const column of spanning) column.left -= size
    least += size
  }
  return least
}

/** The first of these columns that span all `rank` dimensions; undefined when they do not. */
function spanOf<C extends { readonly entries: readonly number[] }>(columns: readonly C[], rank: number) {
  const span: { readonly column: C; readonly entries: readonly number[]; readonly lead: number }[] = []
  for (const column of columns) {
    const entries = [...column.entries]
    for (const { entries: pivot, lead } of span) {
      const times = entries[lead]!
      if (times !== 0)
        for (let i = lead; i < rank; i += 1) entries[i] = (entries[i]! + (PRIME - times) * pivot[i]!) % PRIME
    }
    const lead = entries.findIndex(x => x !== 0)
    if (lead < 0) continue
    const scale = inverse(entries[lead]!)
    span.push({ column, entries: entries.map(x => (x * scale) % PRIME), lead })
    if (span.length === rank) return span.map(s => s.column)
  }
  return undefined
}

function inverse(x: number): number {
  let [a, b, u, v] = [x, PRIME, 1, 0]
  while (b !== 0) {
    const q = Math.floor(a / b)
    ;[a, b, u, v] = [b, a - q * b, v, u - q * v]
  }
  return ((u % PRIME) + PRIME) % PRIME
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
