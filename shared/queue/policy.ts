import { foundIn } from '../kit/found-in.ts'
import { MINUTE, type Instant } from '../kit/time.ts'
import { ticketAt, type Counter, type QueueDay, type Waiting } from './day.ts'
import { isAttended } from './leaving.ts'
import { runAt } from './steps/planning.ts'

/** Order of the line: the smallest due first, ties by the order in which tickets were taken. */
export function before(a: Waiting, b: Waiting): boolean {
  return a.due < b.due || (a.due === b.due && a.no < b.no)
}

/** The place of `entry` in a line: how many stand before it. The first `from` of them have left. */
export function placeIn(line: readonly Waiting[], entry: Waiting, from = 0): number {
  let low = from
  let high = line.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (before(line[middle]!, entry)) low = middle + 1
    else high = middle
  }
  return low
}

/** The line with one more ticket at its place; the given line is left as it is. */
export function insert(line: readonly Waiting[], entry: Waiting): readonly Waiting[] {
  const last = line[line.length - 1]
  if (!last || before(last, entry)) return [...line, entry]
  const place = placeIn(line, entry)
  return [...line.slice(0, place), entry, ...line.slice(place)]
}

/** The line without one ticket; the head, which leaves most often, is cheapest. */
export function remove(line: readonly Waiting[], no: number): readonly Waiting[] {
  if (line[0]?.no === no) return line.slice(1)
  return line.filter(w => w.no !== no)
}

/** A counter, as far as the line asks. */
type At = Pick<Counter, 'id' | 'services'>

/** The counter for which somebody is held: where they were sent, while it is open and serves their line. */
export function heldFor(day: QueueDay, serviceId: string, { sentTo }: Waiting): string | undefined {
  const counter = sentTo === undefined ? undefined : foundIn(day.counters, sentTo)
  return counter?.state === 'open' && isAttended(counter) && counter.services.includes(serviceId)
    ? counter.id
    : undefined
}

/** So long a visit is left to a counter that stands free and does more of it: time enough for its officer to call. */
const LEFT_MS = MINUTE

/**
 * Whether a counter leaves somebody in the line of its service to another one: to the one where they were sent, else to one that
 * does more of what the same visit asks for next, stands free and would call it now; never to one that is busy, and for no longer
 * than its officer needs to call.
 */
export function leaves(day: QueueDay, counter: At, serviceId: string, entry: Waiting, now: Instant): boolean {
  const { next } = entry
  if (heldFor(day, serviceId, entry) !== undefined || next === undefined)
    return isHeldElsewhere(day, counter, serviceId, entry)
  const own = runAt(counter.services, next)
  return Object.values(day.counters).some(
    c =>
      c.services.includes(serviceId) &&
      runAt(c.services, next) > own &&
      isFree(c) &&
      now < Math.max(c.freeSince ?? 0, c.since, ticketAt(day, entry.no)?.since ?? 0) + LEFT_MS &&
      // Each such counter keeps back one visit, so that nobody stands idle before a whole line.
      firstOf(day, c, now, (service, w) => isHeldElsewhere(day, c, service, w))?.no === entry.no,
  )
}

function isHeldElsewhere(day: QueueDay, { id }: At, serviceId: string, entry: Waiting): boolean {
  const held = heldFor(day, serviceId, entry)
  return held !== undefined && held !== id
}

function isFree(counter: Counter): boolean {
  return counter.state === 'open' && counter.current === undefined && isAttended(counter)
}

/**
 * The call rule: among the services a counter serves, the waiting ticket with the smallest due; ties by number. Somebody who
 * checked in before the booked slot is called before it only when nobody else waits; who is left to another counter, by that one.
 */
export function nextFor(day: QueueDay, counter: At, now: Instant): Waiting | undefined {
  return firstOf(day, counter, now, (service, entry) => leaves(day, counter, service, entry, now))
}

/** The first in the lines of a counter but those who are left to others. */
function firstOf(
  day: QueueDay,
  { services }: At,
  now: Instant,
  isLeft: (serviceId: string, entry: Waiting) => boolean,
): Waiting | undefined {
  let best: Waiting | undefined
  let early: Waiting | undefined
  for (const service of services) {
    for (const entry of foundIn(day.waiting, service) ?? []) {
      if (isLeft(service, entry)) continue
      if (entry.opens !== undefined && entry.opens > now) {
        if (!early || before(entry, early)) early = entry
        continue
      }
      if (!best || before(entry, best)) best = entry
      break
    }
  }
  return best ?? early
}

/** Everybody whom a counter may call, in the order of the rule at `now`. */
export function lineFor(day: QueueDay, counter: At, now: Instant): readonly Waiting[] {
  const early = (w: Waiting) => w.opens !== undefined && w.opens > now
  return counter.services
    .flatMap(s => (foundIn(day.waiting, s) ?? []).filter(w => !leaves(day, counter, s, w, now)))
    .sort((a, b) => Number(early(a)) - Number(early(b)) || (before(a, b) ? -1 : 1))
}

/** How many a counter may call at `now`. */
export function waitingAt(day: QueueDay, counter: At, now: Instant): number {
  let sum = 0
  for (const service of counter.services)
    for (const entry of foundIn(day.waiting, service) ?? [])
      // Asked of everybody in line at each call, so the common case comes first.
      if ((entry.sentTo === undefined && entry.next === undefined) || !leaves(day, counter, service, entry, now)) sum++
  return sum
}

/** How many wait for any of these services. */
export function waitingFor(day: QueueDay, services: readonly string[]): number {
  return services.reduce((sum, s) => sum + (foundIn(day.waiting, s)?.length ?? 0), 0)
}

/** Due of a ticket taken now: arrival, earlier by the bounded credit when it has priority. */
export function arrivalDue(at: Instant, priority: boolean, priorityCreditMs: number): Instant {
  return priority ? at - priorityCreditMs : at
}

/** Due of a booking that checked in in time: the beginning of its slot, earlier by the credit of a booking. */
export function bookedDue(start: Instant, creditMs: number): Instant {
  return start - creditMs
}

/**
 * Due of somebody who lets `people` behind them pass: right behind the last of those; `undefined` when nobody is behind.
 */
export function delayedDue(line: readonly Waiting[], own: Waiting, people: number): Instant | undefined {
  const behind = line.slice(placeIn(line, own)).filter(w => w.no !== own.no)
  const last = behind[Math.min(people, behind.length) - 1]
  return last && last.due + 1
}

/**
 * Due of somebody who comes back after a missed call: a few places behind the head of the line within the grace,
 * and never earlier than before; after the grace like somebody who arrives now.
 */
export function returnDue(
  line: readonly Waiting[],
  ticket: { readonly due: Instant; readonly since: Instant },
  places: number,
  graceMs: number,
  at: Instant,
): { readonly due: Instant; readonly late: boolean } {
  if (at - ticket.since > graceMs) return { due: at, late: true }
  // Whoever is not called before a slot to come stands ahead of nobody yet.
  const called = line.filter(w => w.opens === undefined || w.opens <= at)
  const ahead = called[Math.min(places, called.length) - 1]
  // One past the due of the last one let ahead, so that a tie of dues cannot put the returner before them.
  return { due: Math.max(ticket.due, ahead ? ahead.due + 1 : ticket.due), late: false }
}

/**
 * People in the line of its own service before `entry`: all of them will be called first. People of other services may be
 * called between them, which the range reckons with and the count does not.
 */
export function aheadOf(day: QueueDay, serviceId: string, entry: Waiting): number {
  return placeIn(foundIn(day.waiting, serviceId) ?? [], entry)
}
