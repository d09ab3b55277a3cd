import { grouped } from '../../kit/grouped.ts'
import { FLOOR } from '../../survey/answered.ts'

/** How a rating stands in a version: it counts, counters leave it out as well, or an objection leaves it out of the officer alone. */
export type Stand = 'in' | 'out' | 'contest'

/** So many ratings that one officer got at one counter and that stand alike in every version. */
export interface Lot {
  readonly counter: string
  readonly n: number
  /** In each version, the latest last. */
  readonly stands: readonly Stand[]
}

/** How many ratings each other officer got at each counter that count in all versions. */
export type OtherOfficers = readonly ReadonlyMap<string, number>[]

/**
 * Whether what objections left out of an officer's versions (`told` says which of them tell figures) may stand beside the counters,
 * which go on counting it. What is told without such a version is one and the same number all over those whom it tells apart from
 * nobody; with it at least the smaller side of each counter is left, and that must be ten. Where the objection took whole counters,
 * the colleagues who sat both there and elsewhere are left: ten, also without any one of them.
 */
export function staysWhole(lots: readonly Lot[], told: readonly boolean[], others: OtherOfficers): boolean {
  const before: number[] = []
  return told.every((isTold, at) => {
    if (!isTold) return true
    const may = isContestedLike(lots, at, before) || isSplitOfEnough(lots, at, before, others)
    before.push(at)
    return may
  })
}

const isContested = (lot: Lot, at: number) => lot.stands[at] === 'contest'

/** Whether objections leave nothing out of a version, or just what they left out of an earlier one. */
function isContestedLike(lots: readonly Lot[], at: number, before: readonly number[]): boolean {
  return (
    lots.every(lot => !isContested(lot, at)) ||
    before.some(other => lots.every(lot => isContested(lot, at) === isContested(lot, other)))
  )
}

function isSplitOfEnough(lots: readonly Lot[], at: number, before: readonly number[], others: OtherOfficers): boolean {
  const alike = (lot: Lot) =>
    [...lot.stands.map(stand => stand === 'out'), ...before.map(other => isContested(lot, other))].join()
  const cells = [...grouped(lots, alike).values()].map(cell => {
    const sides = [...grouped(cell, lot => lot.counter)].map(([counter, own]) => ({
      counter,
      within: sumOf(own.filter(lot => !isContested(lot, at))),
      without: sumOf(own.filter(lot => isContested(lot, at))),
    }))
    return { sides, isCounted: cell.every(lot => !lot.stands.includes('out')) }
  })
  const smaller = cells.flatMap(({ sides }) => sides.map(one => Math.min(one.within, one.without)))
  if (smaller.reduce((sum, n) => sum + n, 0) >= FLOOR) return true
  return cells.some(({ sides, isCounted }) => {
    const taken = sides.filter(one => one.without >= FLOOR)
    const kept = sides.filter(one => one.within >= FLOOR)
    const at = (other: ReadonlyMap<string, number>, of: typeof sides) =>
      of.reduce((sum, { counter }) => sum + (other.get(counter) ?? 0), 0)
    const both = others.map(other => Math.min(at(other, taken), at(other, kept)))
    return isCounted && both.reduce((sum, n) => sum + n, 0) - Math.max(0, ...both) >= FLOOR
  })
}

const sumOf = (lots: readonly Lot[]) => lots.reduce((sum, { n }) => sum + n, 0)
