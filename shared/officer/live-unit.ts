import { foundIn } from '../kit/found-in.ts'
import type { Instant } from '../kit/time.ts'
import { MINUTE } from '../kit/time.ts'
import type { HallOffice } from '../office/office.ts'
import { arrivedAt, queuedAt } from '../queue/line.ts'
import { openMs, type Outage } from './facts.ts'
import { promisedMs } from './waits.ts'
import { currentAt, ticketAt, ticketsOf, type Counter, type QueueDay, type Ticket } from '../queue/day.ts'

/** A ticket in line: how long it has waited there, and how much of that before its booked slot. */
export interface WaitNow {
  readonly number: string
  readonly ms: number
  readonly earlyMs: number
}

/** One service now: who waits, how long the longest, and whether somebody waits past its promise. */
export interface ServiceNow {
  readonly id: string
  readonly waiting: number
  /** The ticket that has waited longest; undefined when nobody waits. */
  readonly longest: WaitNow | undefined
  /** The ticket that is furthest past the promise; undefined when none is. */
  readonly late: WaitNow | undefined
  /** How many wait past the promise. */
  readonly pastPromise: number
  /** Since when the first of them waits to be called; undefined while nobody does, or all came before their slot. */
  readonly first: Instant | undefined
}

/** One counter now. */
export interface CounterNow {
  readonly id: string
  readonly state: Counter['state']
  readonly services: readonly string[]
  readonly ticket: Ticket | undefined
  /** Milliseconds for which it serves or calls its ticket, or stands free; undefined while closed or on a break. */
  readonly forMs: number | undefined
  /** Since when it could call; undefined unless it is open and free. */
  readonly freeSince: Instant | undefined
  /** End of a break. */
  readonly until: Instant | undefined
  /** Since when nobody is there. */
  readonly leftAt: Instant | undefined
  /** When its officer was asked, who has not answered yet. */
  readonly nudgedAt: Instant | undefined
  /** Tickets finished there today. */
  readonly done: number
}

/** The unit at this moment, for the manager's first look. */
export interface LiveUnit {
  readonly waiting: number
  readonly longest: ServiceNow['longest']
  /** Counters that are open and attended. */
  readonly open: number
  /** Tickets whose holders came. */
  readonly tickets: number
  readonly done: number
  readonly services: readonly ServiceNow[]
  readonly counters: readonly CounterNow[]
}

/** What a queue day says of the unit at `now`; services and counters in the order of the office. */
export function liveUnit(day: QueueDay, office: Pick<HallOffice, 'services' | 'counters'>, now: Instant): LiveUnit {
  const finished = new Map<string, number>()
  let done = 0
  let tickets = 0
  // An agency's office holds its own services alone, its day the tickets of the whole hall.
  const own = new Set(office.services.map(s => s.id))
  for (const ticket of ticketsOf(day)) {
    const { cameFor = ticket.serviceId } = ticket
    if (own.has(cameFor) && arrivedAt(ticket) !== undefined) tickets += 1
    if (own.has(cameFor) && ticket.state === 'done') done += 1
    // Each desk has its own step, also of a visit that has gone on to another agency.
    const last = ticket.state === 'done' && ticket.counterId !== undefined ? [ticket.counterId] : []
    for (const id of ticket.been?.map(step => step.counterId) ?? last) finished.set(id, (finished.get(id) ?? 0) + 1)
  }
  const services = office.services.map(s => serviceNow(day, s.id, s.waitPromiseMinutes, now))
  const counters = office.counters.map(c => counterNow(day, c.id, finished.get(c.id) ?? 0, now))
  return {
    waiting: services.reduce((sum, s) => sum + s.waiting, 0),
    longest: services.map(s => s.longest).reduce((a, b) => (b && (!a || b.ms > a.ms) ? b : a), undefined),
    open: counters.filter(c => c.state === 'open' && c.leftAt === undefined).length,
    tickets,
    done,
    services,
    counters,
  }
}

function serviceNow(day: QueueDay, id: string, promiseMinutes: number, now: Instant): ServiceNow {
  const line = (foundIn(day.waiting, id) ?? []).flatMap(w => waitNow(day, ticketAt(day, w.no), now) ?? [])
  const most = (of: (w: WaitNow) => number) =>
    line.reduce<WaitNow | undefined>((a, b) => (a && of(a) >= of(b) ? a : b), undefined)
  const late = most(promisedMs)
  const isPast = (w: WaitNow) => promisedMs(w) > promiseMinutes * MINUTE
  const firsts = (foundIn(day.waiting, id) ?? []).map(({ no, opens = 0 }) =>
    Math.max(opens, ticketAt(day, no)?.since ?? now),
  )
  const first = Math.min(...firsts)
  return {
    id,
    waiting: foundIn(day.waiting, id)?.length ?? 0,
    longest: most(w => w.ms),
    late: late && isPast(late) ? late : undefined,
    pastPromise: line.filter(isPast).length,
    first: first <= now ? first : undefined,
  }
}

/** How long a ticket has waited by now, as in every figure without the time in which its service was closed; undefined when it does not. */
function waitNow(day: QueueDay, ticket: Ticket | undefined, now: Instant): WaitNow | undefined {
  if (ticket?.state !== 'waiting') return undefined
  const { number, slot, serviceId } = ticket
  const from = queuedAt(ticket)!
  const part = (until: Instant) => openMs(outagesOf(day, serviceId), serviceId, from, until)
  return { number, ms: part(now), earlyMs: slot === undefined ? 0 : part(Math.min(slot.start, now)) }
}

/** When a service was closed today, with the closure that still runs. */
function outagesOf({ closures, pastClosures }: QueueDay, serviceId: string): readonly Outage[] {
  const past = (foundIn(pastClosures, serviceId) ?? []).map(closure => ({ serviceId, ...closure }))
  const running = foundIn(closures, serviceId)
  return running ? [...past, { serviceId, since: running.since, until: null }] : past
}

function counterNow(day: QueueDay, id: string, done: number, now: Instant): CounterNow {
  const counter = foundIn(day.counters, id)
  const ticket = currentAt(day, id)
  const state = counter?.state ?? 'closed'
  const freeSince = ticket === undefined && state === 'open' ? counter && latest(counter) : undefined
  const began = ticket ? (ticket.startedAt ?? ticket.calledAt) : freeSince
  return {
    id,
    state,
    services: counter?.services ?? [],
    ticket,
    forMs: began === undefined ? undefined : Math.max(0, now - began),
    freeSince,
    until: state === 'break' ? counter?.until : undefined,
    leftAt: state === 'closed' ? undefined : counter?.leftAt,
    nudgedAt: state === 'closed' ? undefined : counter?.nudgedAt,
    done,
  }
}

/** Free since its last visit ended, or since it opened or came back from a break. */
function latest({ freeSince, since }: Counter): Instant {
  return Math.max(freeSince ?? 0, since)
}
