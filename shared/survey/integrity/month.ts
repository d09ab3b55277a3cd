import { grouped } from '../../kit/grouped.ts'
import { DAY, HOUR, officeDate, type Instant, type LocalDate, type Zone } from '../../kit/time.ts'
import { burstOf, BURST_WINDOWS, type KeyAnswers } from '../statistics/bursts.ts'
import { monthEnd } from '../statistics/month-end.ts'
import { outlyingShares } from '../statistics/outlying-shares.ts'
import { sameTexts } from '../statistics/same-text.ts'
import { DEVICE_CLASSES, type DeviceClass, type Flag, type Mark, type MonthFlags } from './flag.ts'

/** Under so many seconds a question nobody has read it. */
const FAST_SECONDS = 1
/** Fewest questions answered alike that are straight-lining. */
const FEWEST_ALIKE = 8
/** The last days of a month, in which answers may be put in. */
const LAST_DAYS = 3
/** Fewest answers of one key within a window for a burst among them. */
const FEWEST_OF_KEY = 8

/** One questionnaire of a month as it is looked at, with what is kept of its way for a short time. */
export interface TracedAnswer {
  readonly id: string
  /** Of the visit. */
  readonly date: LocalDate
  readonly counterId: string
  readonly at: Instant
  readonly device: DeviceClass
  /** Tells one phone or tablet from the others of the month. */
  readonly key: string
  /** Undefined where it is the office's own. */
  readonly network: string | undefined
  /** From the first display to sending, by the device's own clock; undefined where it is not known. */
  readonly seconds: number | undefined
  readonly asked: number
  /** The marks of the questions that were asked; without a mark that the law sets. */
  readonly marks: readonly number[]
  readonly suggestion: string | null
}

/** Visits of one counter and date: how many ended with an outcome, when those of them that were invited were, and how many answered. */
export interface CounterDay {
  readonly date: LocalDate
  readonly counterId: string
  readonly finished: number
  readonly minted: readonly Instant[]
  readonly answered: number
}

/** A closed month of an office. */
export interface ClosedMonth {
  readonly zone: Zone
  /** All days of the month, in their order. */
  readonly days: readonly LocalDate[]
  readonly answers: readonly TracedAnswer[]
  readonly visits: readonly CounterDay[]
}

/** What one look found: its flags, and the answers that it marks. */
export interface Found {
  readonly flags: readonly Flag[]
  readonly marked: ReadonlyMap<Mark, readonly string[]>
}

/**
 * Everything that is looked at, one thing after the other, so that others can be served between. Source: SKM-NUMBERS §5, in
 * `docs/decisions/0062`.
 */
export function* checksOf(month: ClosedMonth): Generator<Found> {
  yield* burstsOf({ ...month, minted: month.visits.flatMap(day => day.minted) })
  for (const device of DEVICE_CLASSES)
    for (const kind of ['alike', 'fast'] as const) yield outlyingAnswers(month, device, kind)
  yield outlyingRates(month, 'response')
  yield outlyingRates(month, 'invitation')
  yield endOf(month)
  yield sameOf(month)
}

/** What the parts found, put together. */
export function together(found: readonly Found[]): MonthFlags {
  const marks = new Map<string, Mark[]>()
  for (const { marked } of found)
    for (const [mark, ids] of marked)
      for (const id of ids) marks.set(id, [...new Set([...(marks.get(id) ?? []), mark])])
  return { flags: found.flatMap(one => one.flags), marks }
}

/** All of it at once. */
export const flagsOfMonth = (month: ClosedMonth): MonthFlags => together([...checksOf(month)])

/** What is known of an answer without anything that it says. */
type Came = Pick<TracedAnswer, 'id' | 'counterId' | 'at' | 'device' | 'key' | 'network'>

/** Looks at each phone, tablet and network, also of a month that still runs. */
export function* burstsOf(month: {
  readonly zone: Zone
  readonly answers: readonly Came[]
  readonly minted: readonly Instant[]
}): Generator<Found> {
  const { answers, zone } = month
  const looks = answers.length
  const phones = answers.filter(one => one.device === 'phone')
  for (const rising of crowded(phones, one => one.key, DAY))
    yield burstIn({ key: 'phone', rising, zone }, { beside: [], daily: [], looks })
  yield NOTHING

  const minted = [...month.minted].sort((a, b) => a - b)
  const mintedDaily = countedByDay(minted, zone)
  const office = answers.filter(one => one.device === 'office')
  for (const rising of crowded(office, one => one.key))
    yield burstIn({ key: 'device', rising, zone }, { beside: minted, daily: dailyOf(rising, mintedDaily, zone), looks })
  yield NOTHING

  const known = phones.filter(one => one.network !== undefined).sort((a, b) => a.at - b.at)
  const daily = countedByDay(timesOf(known), zone)
  for (const rising of crowded(known, one => one.network!)) {
    const beside = timesOf(known.filter(one => one.network !== rising[0]!.network))
    const own = countedByDay(timesOf(rising), zone)
    const others = new Map([...daily].map(([day, n]) => [day, n - (own.get(day) ?? 0)]))
    yield burstIn({ key: 'network', rising, zone }, { beside, daily: dailyOf(rising, others, zone), looks })
  }
}

const NOTHING: Found = { flags: [], marked: new Map() }

/** The answers of each key in their order, where so many came together at all: of most keys it is known at once that none did. */
function crowded(answers: readonly Came[], keyOf: (one: Came) => string, window: number = BURST_WINDOWS.minutes) {
  return [...grouped(answers, keyOf).values()]
    .map(own => [...own].sort((a, b) => a.at - b.at))
    .filter(own => own.some((one, i) => one.at - (own[i - FEWEST_OF_KEY + 1]?.at ?? -Infinity) < window))
}

const timesOf = (answers: readonly Came[]) => answers.map(one => one.at)

function burstIn(
  { key, rising, zone }: { key: KeyAnswers['key']; rising: readonly Came[]; zone: Zone },
  of: Omit<KeyAnswers, 'key' | 'at'>,
): Found {
  const at = rising.map(one => one.at)
  const windows = [
    { kind: 'minutes', window: BURST_WINDOWS.minutes },
    ...(key === 'phone' ? [{ kind: 'day', window: DAY } as const] : []),
  ] as const
  const found = windows.map(({ kind, window }) => {
    const { flagged } = burstOf({ key, at, ...of }, window)
    const ends = flagged.map(i => at[i]!)
    // The answers before each look that is flagged, and it.
    const inside = rising.filter(one => ends.some(end => one.at > end - window && one.at <= end))
    return { kind, inside }
  })
  const [minutes] = found
  // What came within minutes came within a day as well: told once, unless the day had more.
  const told = found.filter(({ kind, inside }) => inside.length > (kind === 'day' ? minutes!.inside.length : 0))
  return {
    flags: told.map(({ kind, inside }) => ({
      ...{ kind, key, answers: inside.length, on: officeDate(inside[0]!.at, zone) },
      ...(key === 'device' ? { counterId: inside[0]!.counterId } : {}),
    })),
    marked: new Map(found.map(({ kind, inside }) => [kind, inside.map(one => one.id)])),
  }
}

function countedByDay(at: readonly Instant[], zone: Zone): ReadonlyMap<LocalDate, number> {
  // Each office's day begins with an hour: its date is looked up once for all that lie in the same one.
  const hours = new Map<number, number>()
  for (const instant of at) {
    const hour = Math.floor(instant / HOUR)
    hours.set(hour, (hours.get(hour) ?? 0) + 1)
  }
  const counts = new Map<LocalDate, number>()
  for (const [hour, n] of hours) {
    const day = officeDate(hour * HOUR, zone)
    counts.set(day, (counts.get(day) ?? 0) + n)
  }
  return counts
}

function dailyOf(own: readonly Came[], beside: ReadonlyMap<LocalDate, number>, zone: Zone) {
  const mine = countedByDay(
    own.map(one => one.at),
    zone,
  )
  const days = new Set([...mine.keys(), ...beside.keys()])
  return [...days].map(day => ({ own: mine.get(day) ?? 0, beside: beside.get(day) ?? 0 }))
}

/** Whether all marks are one and the same: eight questions at least. */
export function isAlike(marks: readonly number[]): boolean {
  return marks.length >= FEWEST_ALIKE && marks.every(mark => mark === marks[0])
}

/** Whether it was filled in faster than it can be read; undefined where nobody knows how long it took. */
export function isFast({ seconds, asked }: Pick<TracedAnswer, 'seconds' | 'asked'>): boolean | undefined {
  return seconds === undefined ? undefined : seconds < FAST_SECONDS * asked
}

function outlyingAnswers(month: ClosedMonth, device: DeviceClass, kind: 'alike' | 'fast'): Found {
  const all = month.answers.filter(one => one.device === device && (kind === 'alike' || one.seconds !== undefined))
  const isHit = (one: TracedAnswer) => (kind === 'alike' ? isAlike(one.marks) : isFast(one)!)
  const counters = [...grouped(all, one => one.counterId)].sort(([a], [b]) => (a < b ? -1 : 1))
  const compared = outlyingShares(
    counters.map(([, own]) => ({
      hits: byDay(month, own, one => (isHit(one) ? 1 : 0)),
      of: byDay(month, own, () => 1),
    })),
    false,
  )
  const hits = counters.flatMap(([counterId, own], i) => {
    const { flagged, others } = compared.counters[i]!
    return flagged ? [{ counterId, hit: own.filter(isHit), of: own.length, others: others! }] : []
  })
  return {
    flags: hits.map(({ counterId, hit, of, others }) => ({
      ...{ kind, device, counterId, answers: hit.length, of, others },
    })),
    marked: new Map([[kind, hits.flatMap(({ hit }) => hit.map(one => one.id))]]),
  }
}

function outlyingRates(month: ClosedMonth, kind: 'response' | 'invitation'): Found {
  const counters = [...grouped(month.visits, day => day.counterId)].sort(([a], [b]) => (a < b ? -1 : 1))
  const tables = counters.map(([, days]) => {
    const invited = byDay(month, days, day => day.minted.length)
    return kind === 'response'
      ? { hits: byDay(month, days, day => day.answered), of: invited }
      : { hits: invited, of: byDay(month, days, day => day.finished) }
  })
  const compared = outlyingShares(tables, true)
  return {
    flags: counters.flatMap(([counterId], i): Flag[] => {
      const { flagged, others } = compared.counters[i]!
      const { hits, of } = tables[i]!
      return flagged ? [{ kind, counterId, answers: sumOf(hits), of: sumOf(of), others: others! }] : []
    }),
    marked: new Map(),
  }
}

function endOf(month: ClosedMonth): Found {
  const answered = byDay(month, month.visits, day => day.answered)
  const invited = byDay(month, month.visits, day => day.minted.length)
  const end = monthEnd(answered, invited, LAST_DAYS)
  if (!end?.flagged) return NOTHING
  const last = month.days.slice(-LAST_DAYS)
  const ids = month.answers.filter(one => last.includes(one.date)).map(one => one.id)
  return {
    flags: [
      { kind: 'end', answers: sumOf(answered.slice(-LAST_DAYS)), of: sumOf(answered), others: end.expectedShare },
    ],
    marked: new Map([['end', ids]]),
  }
}

function sameOf({ answers }: ClosedMonth): Found {
  const written = answers.filter(one => one.suggestion !== null)
  const { flagged } = sameTexts(written.map(one => one.suggestion!))
  return {
    flags: flagged.map(({ count }) => ({ kind: 'same', answers: count })),
    marked: new Map([['same', flagged.flatMap(({ places }) => places.map(place => written[place]!.id))]]),
  }
}

/** Counts by the days of the month. */
function byDay<Row extends { readonly date: LocalDate }>(
  { days }: ClosedMonth,
  rows: readonly Row[],
  count: (row: Row) => number,
): readonly number[] {
  const at = new Map(days.map((day, i) => [day, i]))
  const table = days.map(() => 0)
  for (const row of rows) table[at.get(row.date)!]! += count(row)
  return table
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0)
