import { FLOOR } from '../answered.ts'

/** Questionnaires of a quarter that no other figure can tell apart: of one week of a month, service and counter, of the same officers. */
export interface Cell {
  readonly week: string
  readonly service: string
  readonly counter: string
  /** The counter, and each officer who may have served, such as `['counter 8', 'officer p8']`. */
  readonly by: readonly string[]
  /** Of each question how many answered, of those that are left and those that are marked. */
  readonly kept: readonly number[]
  readonly marked: readonly number[]
}

/**
 * Why a figure without what is marked stays closed: nothing is marked, too few would be laid open, one counter or officer would with
 * fewer than its minimum, or with enough but before others may read of officers.
 */
export type NotCompared = 'none' | 'few' | 'alone' | 'officer'

/** The minimum of one counter or officer, and whether others must still wait for what is said of one. */
export interface OfOne {
  readonly alone: number
  readonly waits: boolean
}

/**
 * Whether a figure without the marked questionnaires may stand beside the one with them; undefined if it may. `cells` are all of the
 * quarter, so far as it has settled. Whoever has both figures has what the marked ones said, and may add every other figure to it.
 * Each of those is of whole weeks, or of services or counters of whole quarters. So a sum that holds the marked ones says something
 * of one at least of two people of a cell of whom one is marked; and of one at least of four who stand in two weeks at two counters
 * of one service, of whom one is marked. Of ten such groups that have nobody in common it says something of ten people. This is asked
 * of every question. What the marked ones, or the others of a counter or officer, tell of this one alone, give or take fewer than
 * ten people, keeps its own minimum and its own day.
 */
export function notCompared(cells: readonly Cell[], { alone, waits }: OfOne): NotCompared | undefined {
  const asked = [...(cells[0]?.marked ?? []).keys()].filter(u => cells.some(cell => cell.marked[u]! > 0))
  if (asked.length === 0) return 'none'
  for (const u of asked) {
    const found = alongside(cells.map(({ kept, marked, ...of }) => ({ ...of, kept: kept[u]!, marked: marked[u]! })))
    if (found < FLOOR) return 'few'
    const ones = tellsOf(cells, u)
    if (ones.some(({ own, rest }) => Math.min(own, rest) < Math.max(FLOOR, alone))) return 'alone'
    if (ones.length > 0 && waits) return 'officer'
  }
  return undefined
}

interface Left extends Pick<Cell, 'week' | 'service' | 'counter'> {
  kept: number
  marked: number
}

/** How many groups without anybody in common there are, found one after the other; no more are looked for than are needed. */
function alongside(all: readonly Left[]): number {
  let groups = 0
  for (const cell of all) {
    const pairs = Math.min(cell.kept, cell.marked)
    groups += pairs
    cell.kept -= pairs
    cell.marked -= pairs
  }
  const byPlace = new Map<string, Left[]>()
  for (const cell of all) {
    const place = placeOf(cell)
    byPlace.set(place, [...(byPlace.get(place) ?? []), cell])
  }
  const keptAt = (cell: Pick<Left, 'week' | 'service' | 'counter'>) =>
    (byPlace.get(placeOf(cell)) ?? []).find(one => one.kept > 0)
  for (const cell of all) {
    const { week, service, counter } = cell
    const beside = all.filter(
      one => one.kept > 0 && one.week === week && one.service === service && one.counter !== counter,
    )
    const before = all.filter(
      one => one.kept > 0 && one.week !== week && one.service === service && one.counter === counter,
    )
    for (const other of beside)
      for (const earlier of before) {
        const across = keptAt({ week: earlier.week, service, counter: other.counter })
        if (groups >= FLOOR || cell.marked === 0) break
        if (!across) continue
        const four = Math.min(cell.marked, other.kept, earlier.kept, across.kept)
        groups += four
        cell.marked -= four
        for (const one of [other, earlier, across]) one.kept -= four
      }
  }
  return groups
}

const placeOf = ({ week, service, counter }: Pick<Left, 'week' | 'service' | 'counter'>) =>
  JSON.stringify([week, service, counter])

/** Of which counters and officers alone it tells, give or take few: how many of theirs are marked, and how many are not. */
function tellsOf(cells: readonly Cell[], u: number): readonly { readonly own: number; readonly rest: number }[] {
  const marked = sumOf(cells.map(cell => cell.marked[u]!))
  const who = new Set(cells.flatMap(cell => (cell.marked[u]! > 0 ? cell.by : [])))
  return [...who].flatMap(one => {
    const of = cells.filter(cell => cell.by.includes(one))
    const own = sumOf(of.map(cell => cell.marked[u]!))
    return marked - own < FLOOR ? [{ own, rest: sumOf(of.map(cell => cell.kept[u]!)) }] : []
  })
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0)
