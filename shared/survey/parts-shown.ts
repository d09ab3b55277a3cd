import { grouped } from '../kit/grouped.ts'
import type { LocalDate } from '../kit/time.ts'
import { addTo, FLOOR, sum, within, type Answered, type Block, type Floors, type Span } from './answered.ts'

/** People of a block and a part who are not told apart by what is shown so far, while they stand in the same cell. */
interface Cohort {
  readonly date: LocalDate
  readonly of: Answered['of']
  readonly by: readonly string[]
  readonly counts: readonly number[]
  cell: number
  /** The kinds by which their part is shown in a shorter period. */
  readonly shownBy: Set<string>
}

/** Which parts are asked for at all, and of whom alone, as `officer p8`, no figure of a counter may be but for fewer than ten. */
export interface Beside {
  readonly isWanted?: (kind: string, id: string) => boolean
  readonly hidden?: readonly string[]
}

/**
 * The parts that may be shown beside the whole: the shorter periods first, in each the largest part first. Every sum or
 * difference of what is shown so far is one and the same number all over a cell. So once a new figure is added to it, at least
 * the smaller side of every cell is left, and that is what must hold the floor. The same is true of those whom one counter or
 * one officer did not serve: ten of them must be left, or the floor of what one of them did alone. A sum of shown figures, or
 * the rest of them, tells nothing new.
 */
export function shownParts(
  blocks: readonly Block[],
  floors: Floors,
  spans: readonly Span[],
  { isWanted = () => true, hidden = [] }: Beside = {},
): ReadonlySet<string> {
  const shown = new Set<string>()
  const cohorts = blocks.flatMap(cohortsOf)
  let cells = blocks.length
  for (const span of spans) {
    const inside = within(cohorts, span)
    for (const [kind, floor] of Object.entries(floors.parts)) {
      const left = new Set(inside)
      const least = { floor, alone: floors.alone, hidden: kind === 'counter' ? hidden : [] }
      for (const [id, own] of largestFirst(inside, kind)) {
        const known = own.length === left.size || own.every(cohort => cohort.shownBy.has(kind))
        if (!isWanted(kind, id) || !isOfEnough(own, least) || !(known || staysHidden(own, inside, least))) continue
        shown.add(partKey(kind, id, span))
        if (!known) cells = apart(own, cells)
        for (const cohort of own) {
          left.delete(cohort)
          cohort.shownBy.add(kind)
        }
      }
    }
  }
  return shown
}

/** Puts these cohorts into cells of their own, numbered from `next` on; the number after the last. */
function apart(own: readonly Cohort[], next: number): number {
  const into = new Map<number, number>()
  for (const cohort of own) {
    if (!into.has(cohort.cell)) into.set(cohort.cell, next + into.size)
    cohort.cell = into.get(cohort.cell)!
  }
  return next + into.size
}

/** What a figure must rest on: a floor, another one for what one counter or officer did alone, and ten without each of whom nothing is told. */
interface Least {
  readonly floor: number
  readonly alone?: number | undefined
  readonly hidden?: readonly string[]
}

/** Whether the smaller sides of all cells together are as many as a figure must rest on. */
function staysHidden(own: readonly Cohort[], all: readonly Cohort[], least: Least): boolean {
  return isEnough(sum(own), all, least, one => smallerSides(without(own, one), without(all, one)))
}

/** People with whoever may have served them. */
type Served = Pick<Answered, 'by' | 'counts'>

/** Whether a part rests on as many as its floor, and not on what one counter or one officer did under the floor `alone`. */
export function isOfEnough(rows: readonly Served[], least: Least): boolean {
  return isEnough(sum(rows), rows, least, one => sum(without(rows, one)))
}

/**
 * Whether in each question that was answered at all `left` holds the floor, and without any one counter or officer still ten
 * where it does not hold the floor `alone`.
 */
function isEnough(
  answered: readonly number[],
  all: readonly Served[],
  { floor, alone = FLOOR, hidden = [] }: Least,
  left: (without?: string) => readonly number[],
): boolean {
  const holds = (counts: readonly number[], least: number) =>
    answered.every((n, q) => n === 0 || (counts[q] ?? 0) >= least)
  const whole = left()
  if (!holds(whole, floor) || !hidden.every(one => holds(left(one), FLOOR))) return false
  return holds(whole, alone) || [...new Set(all.flatMap(({ by = [] }) => by))].every(one => holds(left(one), FLOOR))
}

function without<Row extends Served>(rows: readonly Row[], one?: string): readonly Row[] {
  return one === undefined ? rows : rows.filter(({ by }) => !by?.includes(one))
}

/** The smaller side of every cell, added up in each question. */
function smallerSides(own: readonly Cohort[], all: readonly Cohort[]): readonly number[] {
  const ownOf = totals(own)
  const sides = [...totals(all)].map(([cell, total]) => ({
    counts: total.map((n, q) => Math.min(ownOf.get(cell)?.[q] ?? 0, n - (ownOf.get(cell)?.[q] ?? 0))),
  }))
  return sum(sides)
}

/** The counts of every cell. */
function totals(cohorts: readonly Cohort[]): ReadonlyMap<number, readonly number[]> {
  const cells = new Map<number, number[]>()
  for (const { cell, counts } of cohorts) {
    const total = cells.get(cell)
    if (total) addTo(total, counts)
    else cells.set(cell, [...counts])
  }
  return cells
}

function cohortsOf({ to, rows }: Block, cell: number): readonly Cohort[] {
  const placeOf = ({ of, by = [] }: Answered) => [...Object.values(of), ...by].join(' ')
  return [...grouped(rows, placeOf).values()].map(same => ({
    date: to,
    of: same[0]!.of,
    by: same[0]!.by ?? [],
    counts: sum(same),
    cell,
    shownBy: new Set<string>(),
  }))
}

/** The parts of a kind with their cohorts; of equally large ones the first by its id. */
function largestFirst(cohorts: readonly Cohort[], kind: string): readonly (readonly [string, readonly Cohort[]])[] {
  const size = (own: readonly Cohort[]) => Math.max(...sum(own))
  return [...grouped(cohorts, cohort => cohort.of[kind]!)].sort(
    ([a, ofA], [b, ofB]) => size(ofB) - size(ofA) || (a < b ? -1 : 1),
  )
}

/** A part and the days of its figure, as one key. */
export function partKey(kind: string, id: string, { from, to }: Span): string {
  return `${kind} ${id} ${from} ${to}`
}
