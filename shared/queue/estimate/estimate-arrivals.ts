import type { Random } from '../../kit/random.ts'
import { HOUR, MINUTE, type Instant } from '../../kit/time.ts'
import { checkInUntil } from '../check-in-window.ts'
import { currentAt, ticketAt, ticketsOf, type QueueDay, type Ticket } from '../day.ts'
import type { SlotPlan } from '../slots.ts'
import type { Comer, Ghost } from './futures.ts'
import { isOpen } from '../places.ts'
import { runAt, servicesOf } from '../steps/planning.ts'

/** Bookings whose slot begins later than this say nothing yet of their call. */
const LOOK_AHEAD = HOUR
const AGAIN_WEIGHT = 20
const MOST_RECENT = 600
const SHORTEST_LOOK = 10 * MINUTE
/** What offices see before they know their own: eight in ten who booked come. */
const SHOW_PRIOR = { came: 8, of: 10 }

/** What the last hour says of those to come: arrivals per millisecond and service, and the share of calls that come again. */
export interface LastHour {
  readonly walkIns: ReadonlyMap<string, number>
  readonly priority: ReadonlyMap<string, number>
  /** Share of calls after which somebody stands in line again (sent on, or back after a missed call) with an old due. */
  readonly again: number
}

/** Counts who came within the last hour. */
export function lastHour(day: QueueDay, now: Instant): LastHour {
  const walkIns = new Map<string, number>()
  const priority = new Map<string, number>()
  let again = 0
  let called = 0
  let first = now
  for (let no = day.taken - 1; no >= 0 && no >= day.taken - MOST_RECENT; no--) {
    const ticket = ticketAt(day, no)
    if (!ticket) continue
    const { bookedAt, takenAt, calledAt, joined, since } = ticket
    if (bookedAt === undefined && takenAt >= now - HOUR) {
      const kind = ticket.priority ? priority : walkIns
      const cameFor = ticket.been?.[0]?.parts[0]?.serviceId ?? ticket.serviceId
      kind.set(cameFor, (kind.get(cameFor) ?? 0) + 1)
      first = takenAt
    }
    // By the call, not by the arrival: where people wait for an hour, who came within it was not called yet. Whose visit goes on
    // to its next step does not come again: every future plays that step by itself.
    const cameAgain = joined === 'transferred' || joined === 'returned'
    if ((calledAt ?? (cameAgain ? since : -Infinity)) < now - HOUR) continue
    if (cameAgain) again++
    else called++
  }
  const span = Math.max(SHORTEST_LOOK, now - first)
  for (const kind of [walkIns, priority]) for (const [id, n] of kind) kind.set(id, n / span)
  return { walkIns, priority, again: again / (again + called + AGAIN_WEIGHT) }
}

/** Those who booked and are to come, for whom a range is asked. */
export interface Awaited {
  readonly tickets: readonly Ticket[]
  /** Probability (0 to 1) that one of them comes in time. */
  readonly show: number
}

/** Bookings of the next hour, and how many of the day's bookings so far have come. */
export function awaitedOf(day: QueueDay, now: Instant): Awaited {
  const slots = day.plan?.slots
  if (!slots) return { tickets: [], show: 0 }
  let { came, of } = SHOW_PRIOR
  const tickets: Ticket[] = []
  const open = new Set(day.plan!.services.filter(s => isOpen(day, s)).map(s => s.id))
  for (const ticket of ticketsOf(day)) {
    const { slot, state, bookedAt, takenAt } = ticket
    if (!slot || bookedAt === undefined || state === 'offered') continue
    const end = checkInUntil(day, ticket.serviceId, slot, slots)
    const arrived = takenAt > bookedAt
    if (state === 'booked' && end >= now && slot.start <= now + LOOK_AHEAD && open.has(ticket.serviceId))
      tickets.push(ticket)
    // Only slots that are over: who comes early is known before who does not come. Still booked is who could not be served.
    if (end >= now || state === 'booked' || (state === 'cancelled' && !arrived)) continue
    of++
    if (arrived && takenAt <= end) came++
  }
  return { tickets, show: came / of }
}

/** One future of the bookings: each of them comes within its window, given that it has not come yet, or does not. */
export function bookedComers({ tickets, show }: Awaited, slots: SlotPlan, now: Instant, random: Random): Comer[] {
  const window = slots.earlyMs + slots.graceMs
  const comers: Comer[] = []
  for (const { no, due, slot, serviceId } of tickets) {
    const from = slot!.start - slots.earlyMs
    const passed = show * Math.min(1, Math.max(0, (now - from) / window))
    const luck = passed + (1 - passed) * random()
    if (luck >= show) continue
    const at = Math.max(now, from + (luck / show) * window)
    comers.push({ no, due, service: serviceId, at, ...(at < slot!.start ? { opens: slot!.start } : {}) })
  }
  return comers
}

/** The bookings as ghosts: when each would be called that comes now, or in the middle of its check-in before that opens. */
export function bookedGhosts({ tickets }: Awaited, slots: SlotPlan, now: Instant): readonly Ghost[] {
  return tickets.map(({ no, due, slot, serviceId }) => {
    const at = now >= slot!.start - slots.earlyMs ? now : slot!.start - slots.earlyMs / 2
    const ghost = { key: String(no), no, due, service: serviceId, at }
    return at < slot!.start ? { ...ghost, opens: slot!.start } : ghost
  })
}

/**
 * Those who stand at a counter and go on from there, as ghosts: when each would be called that came into its next line now. They
 * stand before themselves, who come into it in the played futures once their counter is free.
 */
export function onwardGhosts(day: QueueDay, now: Instant): readonly (Ghost & { readonly of: number })[] {
  return Object.values(day.counters).flatMap(({ id, services }) => {
    const ticket = currentAt(day, id)
    const later = servicesOf(ticket?.later)
    const service = later[runAt(services, later)]
    return ticket && service !== undefined
      ? [{ key: `onward ${ticket.no}`, of: ticket.no, no: -Infinity, due: ticket.due, service, at: now }]
      : []
  })
}

/** How many `walkInComers` brings within a time. */
export function expectedComers({ walkIns, priority }: LastHour, creditMs: number, ms: number): number {
  const perMs = (rates: ReadonlyMap<string, number>) => [...rates.values()].reduce((sum, rate) => sum + rate, 0)
  return perMs(walkIns) * ms + perMs(priority) * (ms + creditMs)
}

/**
 * One future of the arrivals that may be called before somebody whose call is asked for: walk-ins until `until`, and people
 * with priority so much longer as their credit reaches.
 */
export function walkInComers(
  hour: LastHour,
  creditMs: number,
  span: { readonly now: Instant; readonly until: Instant },
  random: Random,
): Comer[] {
  const comers: Comer[] = []
  const come = (rates: ReadonlyMap<string, number>, credit: number) => {
    for (const [service, perMs] of rates)
      for (let at = span.now; ;) {
        at += -Math.log(1 - random()) / perMs
        if (at - credit >= span.until) break
        comers.push({ no: Infinity, due: at - credit, service, at })
      }
  }
  come(hour.priority, creditMs)
  if (span.until > span.now) come(hour.walkIns, 0)
  return comers
}
