import type { Instant } from '../kit/time.ts'
import { MINUTE } from '../kit/time.ts'
import type { OfficeInfo } from '../office/office.ts'
import { currentAt, ticketAt, ticketsOf, type Counter, type QueueDay, type Ticket } from '../queue/day.ts'

/** One service now: who waits, how long the longest, and whether that breaks its promise. */
export interface ServiceNow {
  readonly id: string
  readonly waiting: number
  /** The ticket that has waited longest; undefined when nobody waits. */
  readonly longest: { readonly number: string; readonly ms: number } | undefined
  readonly past: boolean
}

/** One counter now. */
export interface CounterNow {
  readonly id: string
  readonly state: Counter['state']
  readonly services: readonly string[]
  readonly ticket: Ticket | undefined
  /** Milliseconds for which it serves or calls its ticket, or stands free; undefined while closed or on a break. */
  readonly forMs: number | undefined
  /** End of a break. */
  readonly until: Instant | undefined
  /** Tickets finished there today. */
  readonly done: number
}

/** The unit at this moment, for the manager's first look. */
export interface LiveUnit {
  readonly waiting: number
  readonly longest: ServiceNow['longest']
  readonly open: number
  readonly taken: number
  readonly done: number
  readonly services: readonly ServiceNow[]
  readonly counters: readonly CounterNow[]
}

/** What a queue day says of the unit at `now`; services and counters in the order of the office. */
export function liveUnit(day: QueueDay, office: Pick<OfficeInfo, 'services' | 'counters'>, now: Instant): LiveUnit {
  const finished = new Map<string, number>()
  let done = 0
  for (const ticket of ticketsOf(day)) {
    if (ticket.state !== 'done') continue
    done += 1
    if (ticket.counterId !== undefined) finished.set(ticket.counterId, (finished.get(ticket.counterId) ?? 0) + 1)
  }
  const services = office.services.map(s => serviceNow(day, s.id, s.waitPromiseMinutes, now))
  const counters = office.counters.map(c => counterNow(day, c.id, finished.get(c.id) ?? 0, now))
  return {
    waiting: services.reduce((sum, s) => sum + s.waiting, 0),
    longest: services.map(s => s.longest).reduce((a, b) => (b && (!a || b.ms > a.ms) ? b : a), undefined),
    open: counters.filter(c => c.state === 'open').length,
    taken: day.taken,
    done,
    services,
    counters,
  }
}

/**
 * Since when a waiting ticket waits for its call: since it was taken, or since it came back to the line.
 * @example waitsSince({ joined: 'returned', takenAt: 1000, since: 5000 }) // 5000
 */
export function waitsSince({ joined, takenAt, since }: Pick<Ticket, 'joined' | 'takenAt' | 'since'>): Instant {
  return joined === 'walkIn' || joined === 'priority' ? takenAt : since
}

function serviceNow(day: QueueDay, id: string, promiseMinutes: number, now: Instant): ServiceNow {
  const line = (day.waiting[id] ?? []).flatMap(w => ticketAt(day, w.no) ?? [])
  const first = line.reduce<Ticket | undefined>((a, b) => (a && waitsSince(a) <= waitsSince(b) ? a : b), undefined)
  const longest = first && { number: first.number, ms: Math.max(0, now - waitsSince(first)) }
  return {
    id,
    waiting: day.waiting[id]?.length ?? 0,
    longest,
    past: longest !== undefined && longest.ms > promiseMinutes * MINUTE,
  }
}

function counterNow(day: QueueDay, id: string, done: number, now: Instant): CounterNow {
  const counter = day.counters[id]
  const ticket = currentAt(day, id)
  const state = counter?.state ?? 'closed'
  const began = ticket
    ? (ticket.startedAt ?? ticket.calledAt)
    : state === 'open'
      ? (counter?.freeSince ?? counter?.since)
      : undefined
  return {
    id,
    state,
    services: counter?.services ?? [],
    ticket,
    forMs: began === undefined ? undefined : Math.max(0, now - began),
    until: state === 'break' ? counter?.until : undefined,
    done,
  }
}
