import type { Instant, Zone } from '../../shared/kit/time.ts'
import type { HallOffice, HallService } from '../../shared/office/office.ts'
import type { Words } from '../../shared/kit/words.ts'
import type { CloseReason, QueueDay } from '../../shared/queue/day.ts'
import type { Estimates } from '../../shared/queue/estimate/estimate.ts'
import { isAttended } from '../../shared/queue/leaving.ts'
import { waitTeller, type Telling } from '../../shared/queue/range-steps.ts'
import { walkInsLeft } from '../../shared/queue/places.ts'
import { adviceOf, search, type Answer } from '../../shared/search/search.ts'

/** One service as the kiosk offers it now. */
export interface Card {
  readonly service: HallService
  /** Offered by the office and not closed for a while. */
  readonly open: boolean
  /** Closed for a while, and why; `null` where it is open or closed for good. */
  readonly paused: Paused | null
  /** Numbers still given to walk-ins today; `Infinity` without a quota. */
  readonly left: number
  /** It was full today, and places have come back. */
  readonly reopened: boolean
  readonly waiting: number
  /** When somebody who comes now is called; `undefined` when nothing can be said or the picture is old. */
  readonly told: Telling | undefined
  /** Counters that serve it now, as they are written in the hall. */
  readonly counters: readonly string[]
}

export interface Paused {
  readonly reason: CloseReason
  /** When it is meant to open again, while that lies ahead. */
  readonly until: Instant | undefined
  readonly zone: Zone
}

/** From fewer places than this on, their number is told. */
const FEW_LEFT = 10

/** Services on one sheet of the home page. */
export const PER_SHEET = 12

/** The papers that nobody has said to have in hand; all of them where none was touched or all were. */
export function missingPapers<P extends { readonly id: string }>(
  papers: readonly P[],
  have: readonly string[],
): readonly P[] {
  const missing = papers.filter(paper => !have.includes(paper.id))
  return missing.length > 0 ? missing : papers
}

/**
 * The services with their lines; `fresh` is false when the picture is old, then no range is told; `wasFull` are the
 * services that had no place at some time of this day.
 */
export function cardsOf(
  office: HallOffice,
  day: QueueDay | undefined,
  estimates: Estimates | undefined,
  now: Instant,
  fresh: boolean,
  wasFull: ReadonlySet<string> = new Set(),
): readonly Card[] {
  const plans = new Map(day?.plan?.services.map(s => [s.id, s]))
  const tell = fresh && day ? waitTeller(day, now) : () => undefined
  const attended = countersOf(office, day)
  return office.services
    .filter(s => !s.retired)
    .map(service => {
      const planned = plans.get(service.id)
      const closure = day?.closures[service.id]
      const left = day && planned?.quota !== undefined ? walkInsLeft(day, service.id, now) : Infinity
      const until = closure?.until !== undefined && closure.until > now ? closure.until : undefined
      return {
        service,
        open: (planned?.open ?? service.open) && !closure,
        paused: closure ? { reason: closure.reason, until, zone: office.zone } : null,
        left,
        reopened: left >= 1 && wasFull.has(service.id),
        waiting: day?.waiting[service.id]?.length ?? 0,
        told: tell(estimates?.services[service.id]),
        counters: attended.get(service.id) ?? [],
      }
    })
}

/** Open, but every number of today is given. */
export function isFull({ open, left }: Pick<Card, 'open' | 'left'>): boolean {
  return open && left < 1
}

/** How many places are left, where that is worth telling. */
export function fewLeft({ open, left }: Pick<Card, 'open' | 'left'>): number | null {
  return open && left >= 1 && left < FEW_LEFT ? left : null
}

/** A series of bookings, and whose it is. */
export interface Series {
  readonly letter: string
  readonly name: Words
}

/** So many series find room beside a keypad; of more only those are offered in which something is booked today. */
const MOST_SERIES = 24

/** Series in which somebody may have booked for today, in the order of the office; of an agency by its name. */
export function seriesOf(office: HallOffice, day: QueueDay | undefined): readonly Series[] {
  const agencies = new Map(office.agencies.map(a => [a.id, a.name]))
  const all = new Map<string, Series>()
  for (const { booking, letter, name, agency } of office.services) {
    if (booking === null || all.has(letter)) continue
    all.set(letter, { letter, name: (agency !== null && agencies.get(agency)) || name })
  }
  const series = [...all.values()]
  if (series.length <= MOST_SERIES || !day) return series
  return series.filter(({ letter }) => (day.bookedNumbers[`${letter}R`] ?? []).length > 0).slice(0, MOST_SERIES)
}

/** What answers a search; with `none`, nothing but advice. */
interface FoundCards extends Pick<Answer, 'elsewhere' | 'asked'> {
  readonly cards: readonly Card[]
  readonly none: boolean
}

/** The cards that answer a search, best first and advice last, with what another office does. */
export function found(cards: readonly Card[], office: HallOffice, query: string): FoundCards {
  const { services, elsewhere, asked } = search(office, query)
  if (!asked) return { cards, elsewhere, asked, none: false }
  const advice = adviceOf(office)
  const ids = new Set([...services.slice(0, PER_SHEET - 1), ...(advice ? [advice] : [])].map(s => s.id))
  return {
    cards: [...ids].flatMap(id => cards.find(card => card.service.id === id) ?? []),
    elsewhere,
    asked,
    none: services.length === 0 && elsewhere.length === 0,
  }
}

/** Where whoever knows none of a service's cases goes first, as on the phone: to advice, while it gives numbers. */
export function adviceBeside(cards: readonly Card[], service: HallService): HallService | undefined {
  const advice = adviceOf({ services: cards.filter(card => card.open && !isFull(card)).map(card => card.service) })
  return advice?.id === service.id ? undefined : advice
}

/** One page of a list, and how many pages there are; a page past the end is the last one. */
export function sheetOf<T>(
  list: readonly T[],
  sheet: number,
  size: number,
): { items: readonly T[]; sheet: number; of: number } {
  const of = Math.max(1, Math.ceil(list.length / size))
  const at = Math.min(Math.max(0, sheet), of - 1)
  return { items: list.slice(at * size, (at + 1) * size), sheet: at, of }
}

/** Counters by their marks, as short as they can be told in the hall. */
export function marksOf(office: Pick<HallOffice, 'counters'>, ids: readonly string[]): readonly string[] {
  return office.counters.filter(c => ids.includes(c.id)).map(c => markOf(c.name))
}

const markOf = (name: string) => name.replace(/^loket /i, '')

/** The counters that serve each service now, by their marks. */
function countersOf(office: HallOffice, day: QueueDay | undefined): ReadonlyMap<string, readonly string[]> {
  const marks = new Map<string, string[]>()
  for (const { id, name } of office.counters) {
    const counter = day?.counters[id]
    if (counter === undefined || !isAttended(counter)) continue
    const mark = markOf(name)
    for (const service of counter.services) {
      const known = marks.get(service)
      if (known) known.push(mark)
      else marks.set(service, [mark])
    }
  }
  return marks
}
