import { FLOOR } from '../answered.ts'

/** Questionnaires of a quarter that no other figure can tell apart: of one week of a month, service and counter, of the same officers. */
export interface Cell {
  readonly week: string
  /** With the road on which they came, and the agency that it was of, in a hall: figures go by these too. */
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
 * of every question. Where fewer than ten are left without one counter or officer, the sum tells of this one alone, give or take few:
 * of those who are marked there, of the others, or of the others of the weeks or services in which somebody is marked. Each of
 * these then keeps the minimum of one, and its day. Questions that the same people answered are asked about once.
 */
export function notCompared(cells: readonly Cell[], { alone, waits }: OfOne): NotCompared | undefined {
  const counts = [...(cells[0]?.marked ?? []).keys()].map(u =>
    cells.map(cell => [cell.kept[u]!, cell.marked[u]!] as const),
  )
  const asked = [...new Map(counts.map(of => [JSON.stringify(of), of])).values()].filter(of =>
    of.some(([, m]) => m > 0),
  )
  if (asked.length === 0) return 'none'
  const placed = withPlaces(cells)
  const who = [...new Set(cells.flatMap(cell => cell.by))]
  for (const of of asked) {
    const all = placed.map((cell, i) => ({ ...cell, kept: of[i]![0], marked: of[i]![1] }))
    if (alongside(all) < FLOOR) return 'few'
    const ones = who.filter(one => alongside(all.filter(cell => !cell.by.includes(one))) < FLOOR)
    if (ones.some(one => saysOf(all, one).some(n => n > 0 && n < Math.max(FLOOR, alone)))) return 'alone'
    if (ones.length > 0 && waits) return 'officer'
  }
  return undefined
}

/** Its week, service and counter as numbers from nought on. */
type Placed<T> = T & { readonly at: readonly [week: number, service: number, counter: number] }

function withPlaces(cells: readonly Cell[]): readonly Placed<Cell>[] {
  const numbered = (idOf: (cell: Cell) => string) => new Map([...new Set(cells.map(idOf))].map((id, i) => [id, i]))
  const weeks = numbered(cell => cell.week)
  const services = numbered(cell => cell.service)
  const counters = numbered(cell => cell.counter)
  return cells.map(cell => ({
    ...cell,
    at: [weeks.get(cell.week)!, services.get(cell.service)!, counters.get(cell.counter)!] as const,
  }))
}

/** Of one question. */
interface Counted extends Pick<Cell, 'week' | 'service' | 'by'> {
  readonly kept: number
  readonly marked: number
}

/** How many groups without anybody in common there are, found one after the other; no more are looked for than are needed. */
function alongside(cells: readonly Placed<Counted>[]): number {
  let groups = cells.reduce((sum, cell) => sum + Math.min(cell.kept, cell.marked), 0)
  const left: { kept: number; marked: number }[][][] = []
  for (const { kept, marked, at } of groups < FLOOR ? cells : []) {
    const [week, service, counter] = at
    const pairs = Math.min(kept, marked)
    const place = (((left[service] ??= [])[week] ??= [])[counter] ??= { kept: 0, marked: 0 })
    place.kept += kept - pairs
    place.marked += marked - pairs
  }
  for (const weeks of left)
    weeks?.forEach((own, week) =>
      own.forEach((cell, counter) => {
        if (cell.marked === 0 || groups >= FLOOR) return
        own.forEach((beside, other) => {
          weeks.forEach((places, earlier) => {
            const [before, across] = [places[counter], places[other]]
            if (groups >= FLOOR || other === counter || earlier === week || !before || !across) return
            const four = Math.min(cell.marked, beside.kept, before.kept, across.kept)
            groups += four
            cell.marked -= four
            for (const one of [beside, before, across]) one.kept -= four
          })
        })
      }),
    )
  return groups
}

/** How many of one counter or officer are marked and are not, in all, in the weeks and in the services in which somebody is marked. */
function saysOf(cells: readonly Counted[], one: string): readonly number[] {
  const marked = cells.filter(cell => cell.marked > 0)
  const own = cells.filter(cell => cell.by.includes(one))
  const keptIn = (among: readonly Counted[]) => among.reduce((sum, cell) => sum + cell.kept, 0)
  const alike = (by: 'week' | 'service') => {
    const known = new Set(marked.map(cell => cell[by]))
    return own.filter(cell => known.has(cell[by]))
  }
  const said = own.reduce((sum, cell) => sum + cell.marked, 0)
  return [said, keptIn(own), keptIn(alike('week')), keptIn(alike('service'))]
}
