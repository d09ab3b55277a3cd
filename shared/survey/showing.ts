import { grouped } from '../kit/grouped.ts'
import { addDays, type LocalDate } from '../kit/time.ts'
import {
  lastSettled,
  PART_KINDS,
  periodAt,
  periodsWithin,
  settlesOn,
  type FixedPeriod,
  type PeriodKind,
} from './fixed-periods.ts'

/*
 * Which figures of ratings and answers may be shown, decided from how many answered and never from what they said.
 *
 * Whoever has two figures has their difference. So a figure is shown only if no sum or difference of shown figures, of whatever
 * times, with whatever factors, rests on fewer people than the floor. Why this holds: docs/decisions/0022.
 */

/** Fewest people on whom any figure and any difference of figures may rest. No office can set it lower. */
export const FLOOR = 10

/** How many answered on one day in one part of the office, for each question by itself, since some leave one out. */
export interface Answered {
  readonly date: LocalDate
  /** The part by its kinds, such as `{ service: 'ktp-el', counter: '1' }`. */
  readonly of: Readonly<Record<string, string>>
  readonly counts: readonly number[]
}

/** What an office asks for: the floor of the whole, and of its parts by their kinds, those first that matter more. */
export interface Floors {
  readonly whole: number
  readonly parts: Readonly<Record<string, number>>
  /** The periods that have figures of a part, the shortest first; where nothing is said quarters and longer ones. */
  readonly partsOf?: readonly PeriodKind[] | undefined
}

/** One part of an office. */
export interface Part {
  readonly kind: string
  readonly id: string
}

/** What is asked for: a period, of the whole office or of one part. */
export interface Wanted {
  readonly period: FixedPeriod
  readonly part?: Part | undefined
  readonly floors: Floors
  readonly today: LocalDate
}

/** First and last day, both included. */
interface Span {
  readonly from: LocalDate
  readonly to: LocalDate
}

/**
 * Shown of the days from one to another, of which the first comes after the quarters that had too few at the beginning and the
 * last before what still runs; or held back: `running` until more is there, at the latest `on` a day; `few`, because too few
 * answered; `difference`, because subtracted from what is shown it would lay few of them open.
 */
export type Showing =
  | { readonly from: LocalDate; readonly through: LocalDate }
  | { readonly why: 'running'; readonly on: LocalDate }
  | { readonly why: 'few' | 'difference' }

/** The days whose answers decide about a period: those of the quarters that it touches. */
export function decidingDays({ from, to }: Span): Span {
  return { from: periodAt('quarter', from).from, to: periodAt('quarter', to).to }
}

/**
 * Whether the figures of a period may be shown. `rows` are all who answered on its `decidingDays`. An office may change its
 * floors: whatever it shows, before and after, is also shown under the lowest of all, so that no change lays anybody open.
 */
export function showing(rows: readonly Answered[], wanted: Wanted): Showing {
  const { period, part, floors, today } = wanted
  const last = lastSettled(today)
  const settled = rows.filter(row => row.date <= last && row.counts.some(n => n > 0))
  const least = shownUnder(lowest(floors), settled, wanted)
  const span = shownUnder(floors, settled, wanted).find(one => least.some(other => isSame(one, other)))
  if (span) return { from: span.from, through: span.to }
  const on = settlesOn(period.to)
  if (today < on) return { why: 'running', on }
  const asked = within(settled, period).filter(row => !part || row.of[part.kind] === part.id)
  const many = asked.length > 0 && isSound(sum(asked), part ? floors.parts[part.kind]! : floors.whole)
  return { why: many ? 'difference' : 'few' }
}

function lowest({ parts, partsOf }: Floors): Floors {
  return { whole: FLOOR, parts: Object.fromEntries(Object.keys(parts).map(kind => [kind, FLOOR])), partsOf }
}

/** The days of which the figures may be shown under these floors, the latest first; of a part only up to its period's last. */
function shownUnder(floors: Floors, rows: readonly Answered[], wanted: Wanted): readonly Span[] {
  const { period, part, today } = wanted
  const days = decidingDays(period)
  const blocks = periodsWithin('quarter', days).flatMap(quarter =>
    blocksOf(quarter, within(rows, quarter), floors.whole, today),
  )
  const whole = (asked: FixedPeriod) => shownWhole(asked, blocks, floors.whole, today)
  if (!part) return whole(period)
  const partKinds = floors.partsOf ?? PART_KINDS
  const closed = partKinds.flatMap(kind => periodsWithin(kind, days)).flatMap(p => whole(p).filter(s => s.to === p.to))
  const shown = shownParts(blocks, floors.parts, closed)
  return whole(period).filter(span => span.to === period.to && shown.has(nameOf(part.kind, part.id, span)))
}

/** Consecutive days whose answers are only ever shown together. */
interface Block extends Span {
  /** Of each question; none when nobody answered. */
  readonly counts: readonly number[]
  readonly rows: readonly Answered[]
}

/**
 * A quarter in blocks, cut behind weeks and months that are over. A block holds the floor, and is cut off only once as many
 * have answered behind it in its month, or behind its month in the quarter: so the month and at last the quarter can be shown.
 */
function blocksOf(quarter: FixedPeriod, rows: readonly Answered[], floor: number, today: LocalDate): readonly Block[] {
  const blocks: Block[] = []
  const days = [...grouped(rows, row => row.date)].map(([date, own]) => ({ date, counts: sum(own) }))
  const enough = (counts: readonly number[]) => counts.length > 0 && counts.every(n => n >= floor)
  let from = quarter.from
  const cut = (to: LocalDate, end: LocalDate) => {
    if (to > lastSettled(today)) return
    const counts = sum(within(days, { from, to }))
    const behind = sum(within(days, { from: addDays(to, 1), to: end }))
    if (to !== quarter.to && !((counts.length === 0 || enough(counts)) && enough(behind))) return
    blocks.push({ from, to, counts, rows: within(rows, { from, to }) })
    from = addDays(to, 1)
  }
  for (const month of periodsWithin('month', quarter)) {
    for (const week of periodsWithin('week', month)) if (week.to < month.to) cut(week.to, month.to)
    cut(month.to, quarter.to)
  }
  return blocks
}

/**
 * The days of which the whole of a period may be shown, the latest first: whole blocks up to the period's own end, or while it
 * runs up to any. An office that began with few answers leaves its first quarters out rather than the whole year.
 */
function shownWhole(
  { kind, from, to }: FixedPeriod,
  blocks: readonly Block[],
  floor: number,
  today: LocalDate,
): readonly Span[] {
  const inside = blocks.filter(block => block.from >= from && block.to <= to)
  const first = inside.findIndex(block => block.counts.length > 0 && isSound(block.counts, floor))
  const counted = inside.slice(first)
  if (first < 0 || inside[0]!.from !== from || !counted.every(block => isSound(block.counts, floor))) return []
  const few = inside.slice(0, first).filter(block => !isSound(block.counts, floor))
  const begun = few.length > 0 ? addDays(few.at(-1)!.to, 1) : from
  const over = kind === 'week' || to <= lastSettled(today)
  return counted
    .filter(block => !over || block.to === to)
    .map(block => ({ from: begun, to: block.to }))
    .reverse()
}

/** People of a block and a part who are not told apart by what is shown so far, while they stand in the same cell. */
interface Cohort {
  readonly date: LocalDate
  readonly of: Answered['of']
  readonly counts: readonly number[]
  cell: number
  /** The kinds by which their part is shown in a shorter period. */
  readonly shownBy: Set<string>
}

/**
 * The parts that may be shown beside the whole: the shorter periods first, in each the largest part first. Every sum or
 * difference of what is shown so far is one and the same number all over a cell. So once a new figure is added to it, at least
 * the smaller side of every cell is left, and that is what must hold the floor. A sum of shown figures, or the rest of them,
 * tells nothing new.
 */
function shownParts(blocks: readonly Block[], floors: Floors['parts'], spans: readonly Span[]): ReadonlySet<string> {
  const shown = new Set<string>()
  const cohorts = blocks.flatMap(cohortsOf)
  let cells = blocks.length
  for (const span of spans) {
    const inside = within(cohorts, span)
    for (const [kind, floor] of Object.entries(floors)) {
      const left = new Set(inside)
      for (const [id, own] of largestFirst(inside, kind)) {
        const known = own.length === left.size || own.every(cohort => cohort.shownBy.has(kind))
        if (!isSound(sum(own), floor) || !(known || staysHidden(own, inside, floor))) continue
        shown.add(nameOf(kind, id, span))
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

/** Whether, in each question that the part answered at all, the smaller sides of all cells together hold the floor. */
function staysHidden(own: readonly Cohort[], all: readonly Cohort[], floor: number): boolean {
  const ownOf = totals(own)
  const cells = [...totals(all)].map(([cell, total]) => ({ own: ownOf.get(cell), total }))
  return sum(own).every(
    (n, q) =>
      n === 0 ||
      cells.reduce((least, { own: part, total }) => least + (part ? Math.min(part[q]!, total[q]! - part[q]!) : 0), 0) >=
        floor,
  )
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
  return [...grouped(rows, row => Object.values(row.of).join(' ')).values()].map(same => ({
    date: to,
    of: same[0]!.of,
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

/** In each question nobody, or as many as the floor. */
function isSound(counts: readonly number[], floor: number): boolean {
  return counts.every(n => n === 0 || n >= floor)
}

function within<Row extends { readonly date: LocalDate }>(rows: readonly Row[], { from, to }: Span): readonly Row[] {
  return rows.filter(row => row.date >= from && row.date <= to)
}

/** The counts of each question added up; none of no rows. */
function sum(rows: readonly { readonly counts: readonly number[] }[]): readonly number[] {
  const total = [...(rows[0]?.counts ?? [])].fill(0)
  for (const { counts } of rows) addTo(total, counts)
  return total
}

function addTo(total: number[], counts: readonly number[]): void {
  for (let q = 0; q < counts.length; q += 1) total[q]! += counts[q]!
}

function isSame(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to
}

function nameOf(kind: string, id: string, { from, to }: Span): string {
  return `${kind} ${id} ${from} ${to}`
}
