import { matches } from '../shared/booking/search.ts'
import { MINUTE, type Instant } from '../shared/kit/time.ts'
import type { OfficeInfo, ServiceInfo } from '../shared/office/office.ts'
import type { QueueDay } from '../shared/queue/day.ts'
import type { Estimates } from '../shared/queue/estimate.ts'

/** One service as the kiosk offers it now. */
export interface Card {
  readonly service: ServiceInfo
  readonly open: boolean
  readonly waiting: number
  /** Minutes from now to the call; `null` when nothing can be said or the picture is old. */
  readonly minutes: { readonly from: number; readonly to: number } | null
  /** Counters that serve it now, as they are written in the hall. */
  readonly counters: readonly string[]
}

/** Services on one sheet of the home page. */
export const PER_SHEET = 12

/** The services with their lines; `fresh` is false when the picture is old, then no range is told. */
export function cardsOf(
  office: OfficeInfo,
  day: QueueDay | undefined,
  estimates: Estimates | undefined,
  now: Instant,
  fresh: boolean,
): readonly Card[] {
  return office.services.map(service => {
    const range = fresh ? estimates?.services[service.id] : undefined
    return {
      service,
      open: day?.plan?.services.find(s => s.id === service.id)?.open ?? service.open,
      waiting: day?.waiting[service.id]?.length ?? 0,
      minutes: range ? { from: minutesTo(range.from, now, Math.floor), to: minutesTo(range.to, now, Math.ceil) } : null,
      counters: countersOf(office, day, service.id),
    }
  })
}

/** The cards that answer a search. */
export function found(cards: readonly Card[], query: string): readonly Card[] {
  return cards.filter(card => matches(card.service, query))
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

function countersOf(office: OfficeInfo, day: QueueDay | undefined, serviceId: string): readonly string[] {
  return office.counters
    .filter(({ id }) => {
      const counter = day?.counters[id]
      return counter !== undefined && counter.state !== 'closed' && counter.services.includes(serviceId)
    })
    .map(counter => counter.name.replace(/^loket /i, ''))
}

function minutesTo(at: Instant, now: Instant, round: (n: number) => number): number {
  return Math.max(0, round((at - now) / MINUTE))
}
