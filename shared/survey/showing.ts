import { grouped } from '../kit/grouped.ts'
import { addDays, type LocalDate } from '../kit/time.ts'
import { FLOOR, isSound, sum, within, type Answered, type Block, type Floors, type Span } from './answered.ts'
import { lastSettled, PART_KINDS, periodAt, periodsWithin, settlesOn, type FixedPeriod } from './fixed-periods.ts'
import { isOfEnough, partKey, shownParts, type Beside } from './parts-shown.ts'

/*
 * Which figures of ratings and answers may be shown, decided from how many answered and never from what they said.
 *
 * Whoever has two figures has their difference. So a figure is shown only if no sum or difference of shown figures, of whatever
 * times, with whatever factors, rests on fewer people than the floor, or lays open how one officer was rated. Why this holds:
 * docs/decisions/0022.
 */

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

/**
 * Shown of the days from one to another, of which the first comes after the quarters that had too few at the beginning and the
 * last before what still runs; or held back: `running` until more is there, at the latest `on` a day; `officer` until the figures of
 * whoever served it may be read by others, at the latest `on` a day; `few`, because too few
 * answered; `alone`, because one counter or one officer served all but few of them; `difference`, because subtracted from what is shown it would lay few of them open.
 */
export type Showing =
  | { readonly from: LocalDate; readonly through: LocalDate }
  | { readonly why: 'running' | 'officer'; readonly on: LocalDate }
  | { readonly why: 'few' | 'alone' | 'difference' }

/** The days whose answers decide about a period: those of the quarters that it touches. */
export function decidingDays({ from, to }: Span): Span {
  return { from: periodAt('quarter', from).from, to: periodAt('quarter', to).to }
}

/**
 * Whether the figures of a period may be shown. `rows` are all who answered on its `decidingDays`. An office may change its
 * floors: whatever it shows, before and after, is also shown under the lowest of all, so that no change lays anybody open.
 */
export function showing(rows: readonly Answered[], wanted: Wanted): Showing {
  return showings(rows, wanted)(wanted.part)
}

/** The same of every part, decided once: what is shown of one depends on all the others. */
export function showings(rows: readonly Answered[], wanted: Omit<Wanted, 'part'>): (part: Part | undefined) => Showing {
  const { period, floors, today } = wanted
  const last = lastSettled(today)
  const settled = rows.filter(row => row.date <= last && row.counts.some(n => n > 0))
  const under = (those: readonly Answered[]) => [floors, lowest(floors)].map(one => spansUnder(one, those, wanted))
  const decided = under(settled)
  // Whoever brought answers in takes them away again: what the others said must be of enough by itself.
  const others = settled.filter(row => !row.brought)
  const byOthers = others.length < settled.length ? under(others) : []
  return part => {
    const asksOthers = within(others, period).some(row => !part || row.of[part.kind] === part.id)
    const [first, ...further] = [...decided, ...(asksOthers ? byOthers : [])].map(spans => spans(part))
    const span = first!.find(one => further.every(all => all.some(other => isSame(one, other))))
    if (span) return { from: span.from, through: span.to }
    const on = settlesOn(period.to)
    if (today < on) return { why: 'running', on }
    const asked = within(settled, period).filter(row => !part || row.of[part.kind] === part.id)
    const floor = part ? floors.parts[part.kind]! : floors.whole
    if (asked.length === 0 || !isSound(sum(asked), floor)) return { why: 'few' }
    return { why: part && !isOfEnough(asked, { floor, alone: floors.alone }) ? 'alone' : 'difference' }
  }
}

/**
 * Which parts of a kind may be shown of a whole period that is settled, all at once; decided as `showing` does.
 */
export function partsShown(
  rows: readonly Answered[],
  kind: string,
  wanted: Omit<Wanted, 'part'> & { readonly beside?: Beside },
): ReadonlySet<string> {
  const { period, floors, today } = wanted
  const settled = rows.filter(row => row.date <= lastSettled(today) && row.counts.some(n => n > 0))
  const [now, least] = [floors, lowest(floors)].map(under => partsUnder(under, settled, wanted).shown)
  const ids = new Set(settled.map(row => row.of[kind]!))
  return new Set([...ids].filter(id => [now!, least!].every(shown => shown.has(partKey(kind, id, period)))))
}

function lowest({ parts, partsOf }: Floors): Floors {
  return { whole: FLOOR, parts: Object.fromEntries(Object.keys(parts).map(kind => [kind, FLOOR])), partsOf }
}

/** The days of which the figures may be shown under these floors, the latest first; of a part only up to its period's last. */
function spansUnder(floors: Floors, rows: readonly Answered[], wanted: Omit<Wanted, 'part'>) {
  const { period, today } = wanted
  let parts: ReturnType<typeof partsUnder> | undefined
  return (part: Part | undefined): readonly Span[] => {
    if (!part) return shownWhole(period, blocksFor(period, rows, floors, today), floors.whole, today)
    const { whole, shown } = (parts ??= partsUnder(floors, rows, wanted))
    return whole.filter(span => span.to === period.to && shown.has(partKey(part.kind, part.id, span)))
  }
}

/** The days of which the whole may be shown, and every part that may be shown beside it. */
function partsUnder(
  floors: Floors,
  rows: readonly Answered[],
  { period, today, beside }: Omit<Wanted, 'part' | 'floors'> & { readonly beside?: Beside },
) {
  const blocks = blocksFor(period, rows, floors, today)
  const whole = (asked: FixedPeriod) => shownWhole(asked, blocks, floors.whole, today)
  const kinds = floors.partsOf ?? PART_KINDS
  const closed = kinds
    .flatMap(kind => periodsWithin(kind, decidingDays(period)))
    .flatMap(p => whole(p).filter(s => s.to === p.to))
  return { whole: whole(period), shown: shownParts(blocks, floors, closed, beside) }
}

function blocksFor(period: FixedPeriod, rows: readonly Answered[], floors: Floors, today: LocalDate): readonly Block[] {
  return periodsWithin('quarter', decidingDays(period)).flatMap(quarter =>
    blocksOf(quarter, within(rows, quarter), floors.whole, today),
  )
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

function isSame(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to
}
