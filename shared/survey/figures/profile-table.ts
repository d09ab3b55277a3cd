import { wholeShares } from '../../kit/whole-shares.ts'
import { BLANK, type ProfileRow, type ProfileTable } from './period-figures.ts'

/** Percentages have one decimal, so a table adds up to so many tenths. */
const TENTHS = 1000

/** How many people have a value of an item. */
export interface Counted {
  readonly value: string
  readonly n: number
  /** Whether that may be told. */
  readonly shown: boolean
}

/**
 * A table of the profile in the order of the values: what may not be told is put together, what nobody has is left out, and the
 * percentages add up to 100,0.
 */
export function profileTable(item: ProfileTable['item'], counted: readonly Counted[]): ProfileTable {
  const present = counted.filter(one => one.n > 0)
  const told = present.filter(one => one.shown)
  const others = present.filter(one => !one.shown).reduce((sum, one) => sum + one.n, 0)
  const rows: readonly Omit<ProfileRow, 'percent'>[] = [
    ...told.map(({ value, n }) => ({ value, n, kind: value === BLANK ? ('blank' as const) : ('value' as const) })),
    ...(others > 0 ? [{ value: '', n: others, kind: 'merged' as const }] : []),
  ]
  const tenths = wholeShares(
    rows.map(row => row.n),
    TENTHS,
  )
  return {
    item,
    n: rows.reduce((sum, row) => sum + row.n, 0),
    rows: rows.map((row, i) => ({ ...row, percent: tenths[i]! / 10 })),
  }
}
