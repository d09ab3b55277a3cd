import { foundIn } from '../../kit/found-in.ts'
import { MINUTE, type Instant } from '../../kit/time.ts'
import type { Random } from '../../kit/random.ts'
import { currentAt, ticketAt, type Counter, type QueueDay, type Range, type Waiting } from '../day.ts'
import {
  awaitedOf,
  bookedComers,
  bookedGhosts,
  expectedComers,
  lastHour,
  onwardGhosts,
  walkInComers,
} from './estimate-arrivals.ts'
import { after, breaksAhead, oneOf, firstFree, gapsOf, pacesOf, tempoOf, urnOf, withGoing } from './estimate-paces.ts'
import { absencesAhead } from './absences.ts'
import { paceAt } from './clock-pace.ts'
import { play, type Comer, type Ghost } from './futures.ts'
import { isAttended } from '../leaving.ts'
import { UNLEARNED, type Learned } from './learned.ts'
import { isOpen } from '../places.ts'
import { runAt, servicesOf } from '../steps/planning.ts'
import { standstillOf } from '../standstill.ts'
import { recencyOf } from './recency.ts'
import { told } from './told.ts'
import { reachOf, type Tracker } from './tracker.ts'

/** When the waiting will be called, and when somebody who took a number now would be. */
export interface Estimates {
  readonly at: Instant
  /** Per service: the range for somebody who arrives now; `null` when nothing can be said. */
  readonly services: Readonly<Record<string, Range | null>>
  /** Per ticket `no`: those who wait, and bookings of the next hour, should they come in time. */
  readonly tickets: Readonly<Record<number, Range>>
}

/** The line into which a visit goes on from its counter, and when it would be called that came into it now. */
export interface Onward {
  readonly serviceId: string
  readonly range: Range
}

/** Estimates with what is promised of the next line of those at the counters, by `no`. */
export interface Played extends Estimates {
  readonly onward: Readonly<Record<number, Onward>>
}

const RUNS = 60
const LEAST_RUNS = 12
const MOST_CALLS = 30_000
const LOW = 0.1
const HIGH = 0.9
const USUAL_PACE = 10 * MINUTE
const SWAY = 0.15

/**
 * Ranges by playing the rest of the day forward many times with the very
 * call rule, the office's own recent paces and its open counters; bookings come as often as they did so far. Somebody who
 * would arrive now is a ghost: it is called in its turn and takes nobody's time; `creditMs` is how much earlier it would
 * stand with priority. Bounded work: fewer runs when many wait or come.
 * How far a range reaches about the median is what the office has learned, and it is told in steps.
 */
export function estimate(
  day: QueueDay,
  now: Instant,
  random: Random,
  creditMs = 0,
  learned: Learned = UNLEARNED,
): Played {
  const playing = estimating(day, now, random, creditMs, learned)
  for (;;) {
    const step = playing.next()
    if (step.done) return step.value
  }
}

/** The same in pieces: stops after each future, so that whoever waits for an answer has it in between. */
export function* estimating(
  day: QueueDay,
  now: Instant,
  random: Random,
  creditMs = 0,
  learned: Learned = UNLEARNED,
): Generator<void, Played> {
  const plan = day.plan
  const staffed = Object.values(day.counters).filter(isAttended)
  // While everything stands still nobody knows for how long: a range would only be a hope.
  if (!plan || staffed.length === 0 || standstillOf(day, now) !== undefined)
    return { at: now, services: nothing(plan?.services ?? []), tickets: {}, onward: {} }

  const { lines, early } = partsOf(day, now)
  const awaited = awaitedOf(day, now)
  const known = playedPaces(
    day,
    now,
    lines.map(([id]) => id),
    learned,
  )
  const gaps = gapsOf(day)
  const hour = lastHour(day, now)
  const booked = plan.slots ? bookedGhosts(awaited, plan.slots, now) : []
  const arriving: readonly Ghost[] = plan.services
    .filter(s => isOpen(day, s))
    .map(s => ({ key: s.id, no: Infinity, due: now - creditMs, service: s.id, at: now }))
  const onward = onwardGhosts(day, now)
  // Walk-ins to come stand behind all who wait, but not before a slot that is still to open.
  const near = lastOpening(early, now)
  const far = lastOpening(booked, near)
  const standing = lines.reduce((sum, [, line]) => sum + line.length, awaited.tickets.length + early.length)
  const coming = (until: Instant) => expectedComers(hour, plan.priorityCreditMs, until - now)
  const runs = Math.max(
    LEAST_RUNS,
    Math.min(RUNS, Math.floor(MOST_CALLS / (standing + (coming(near) + coming(far)) / 2 + 1))),
  )

  const waiting = [...lines.flatMap(([, line]) => line), ...early]
  const calls = new Map(waiting.map(w => [w.no, [] as Instant[]]))
  const ghostCalls = new Map([...arriving, ...onward, ...booked].map(g => [g.key, [] as Instant[]]))
  const frees = serversOf(day, now, known, gaps, learned)
  for (let run = 0; run < runs; run++) {
    // Every second future goes on for those who booked, far beyond those who wait.
    const further = run % 2 === 0
    const urns = new Map<string, (random: Random) => number>()
    const servers = frees.map(server => ({ ...server, free: server.free(random) }))
    const comers = [
      ...early,
      ...(plan.slots ? bookedComers(awaited, plan.slots, now, random) : []),
      ...walkInComers(hour, plan.priorityCreditMs, { now, until: further ? far : near }, random),
    ]
    // And the rest of a day is a little slower or faster as a whole than what was seen of it; the futures share out how much.
    const sway = 1 + SWAY * ((2 * (run + random())) / runs - 1)
    const drawn = (service: string) => {
      let urn = urns.get(service)
      if (!urn)
        urns.set(
          service,
          (urn = urnOf(known.get(service) ?? pacesOf(day, service, USUAL_PACE, foundIn(learned.history, service)))),
        )
      return urn(random)
    }
    const visit = (services: readonly string[], at: Instant) => {
      const spent = services.reduce((sum, service) => sum + drawn(service), 0)
      return sway * (spent * paceAt(learned.clock, at) + oneOf(gaps, random))
    }
    const ghosts = further ? [...arriving, ...onward, ...booked] : [...arriving, ...onward]
    const future = { servers, lines: new Map(lines), comers, ghosts }
    play(future, {
      pace: (services, at) => visit(services, at) + (random() < hour.again ? visit(services, at) : 0),
      called: (no, at) => calls.get(no)?.push(at),
      ghostCalled: (key, at) => ghostCalls.get(key)!.push(at),
    })
    yield
  }
  const ranges = [
    ...[...calls].map(
      ([no, at]) => [no, rangeOf(at, runs, now, learned.tracker, ticketAt(day, no)?.joined === 'step')] as const,
    ),
    ...booked.map(g => [g.no, rangeOf(ghostCalls.get(g.key), Math.ceil(runs / 2), now, learned.tracker)] as const),
  ]
  return {
    at: now,
    services: Object.fromEntries(
      plan.services.map(s => [s.id, rangeOf(ghostCalls.get(s.id), runs, now, learned.tracker)]),
    ),
    tickets: Object.fromEntries(ranges.flatMap(([no, range]) => (range ? [[no, range]] : []))),
    onward: Object.fromEntries(
      onward.flatMap(({ key, of, service: serviceId }) => {
        const range = rangeOf(ghostCalls.get(key), runs, now, learned.tracker, true)
        return range ? [[of, { serviceId, range }]] : []
      }),
    ),
  }
}

/** The counters at work, and those that are expected to open by the clock, each with its breaks and absences to come. */
function serversOf(
  day: QueueDay,
  now: Instant,
  known: ReadonlyMap<string, readonly number[]>,
  gaps: readonly number[],
  { clock, absences }: Learned,
) {
  const breaks = breaksAhead(day.plan!.doors, now)
  return Object.values(day.counters).flatMap(counter => {
    const { id, services, state } = counter
    const ahead = absencesAhead(day, id, absences, now)
    const away = ahead.find(a => a.from <= now)
    if (!isAttended(counter) && !(state === 'closed' && away)) return []
    const free = isAttended(counter)
      ? firstFree(day, id, now, known, gaps, clock)
      : (random: Random) => away!.to + oneOf(gaps, random)
    // Whoever marked a break said when it ends.
    const stretches = [...breaks, ...ahead.filter(a => a !== away || state === 'open')].sort((a, b) => a.from - b.from)
    return [{ id, services, free, sends: sentBy(day, counter), freeAt: (at: Instant) => after(stretches, at) }]
  })
}

/** Whoever stands at a counter and goes on from there to another desk. */
function sentBy(day: QueueDay, { id, services }: Counter): Waiting | undefined {
  const ticket = currentAt(day, id)
  const next = servicesOf(ticket?.later)
  return ticket && { no: ticket.no, due: ticket.due, next: next.slice(runAt(services, next)) }
}

/** The paces that futures draw from, per service: the pool of what was seen, as slow or quick as it is just now. */
function playedPaces(day: QueueDay, now: Instant, waitedFor: readonly string[], { history, clock }: Learned) {
  const services = day.plan!.services
  const tempo = tempoOf(day, services)
  const pools = new Map(waitedFor.map(id => [id, pacesOf(day, id, USUAL_PACE, foundIn(history, id))]))
  for (const { id, typicalMs } of services) pools.set(id, pacesOf(day, id, typicalMs * tempo, foundIn(history, id)))
  const recency = recencyOf(day, now, pools, clock)
  const played = (id: string, pool: readonly number[]) =>
    withGoing(
      day,
      now,
      id,
      pool.map(p => p * recency),
      clock,
    )
  return new Map([...pools].map(([id, pool]) => [id, played(id, pool)]))
}

/** The lines of those who may be called, and apart from them those who have come before their slot. */
function partsOf(day: QueueDay, now: Instant) {
  const early: Comer[] = []
  const lines = Object.entries(day.waiting).map(([service, line]): readonly [string, readonly Waiting[]] => {
    if (!line.some(w => w.opens !== undefined && w.opens > now)) return [service, line]
    for (const w of line)
      if (w.opens !== undefined && w.opens > now) early.push({ ...w, service, at: now, waits: true })
    return [service, line.filter(w => w.opens === undefined || w.opens <= now)]
  })
  return { lines, early }
}

/** The last instant at which one of these slots opens, or `least` when that is later. */
function lastOpening(waiting: readonly Waiting[], least: Instant): Instant {
  return waiting.reduce((last, w) => Math.max(last, w.opens ?? least), least)
}

function rangeOf(
  at: readonly number[] | undefined,
  runs: number,
  now: Instant,
  tracker: Tracker,
  later = false,
): Range | null {
  // Called in most futures or nothing is said: a range over the lucky ones would lie.
  if (!at || at.length < runs * HIGH) return null
  const sorted = [...at].sort((a, b) => a - b)
  const futures = [sortedAt(sorted, LOW), sortedAt(sorted, 0.5), sortedAt(sorted, HIGH)] as const
  const { from, to } = reachOf(tracker, now, futures, later)
  return told(from, to, now, sorted)
}

/** The quantile of values in their order. */
function sortedAt(sorted: readonly number[], q: number): number {
  const place = (sorted.length - 1) * q
  const low = Math.floor(place)
  return sorted[low]! + (sorted[Math.ceil(place)]! - sorted[low]!) * (place - low)
}

function nothing(services: readonly { readonly id: string }[]): Readonly<Record<string, null>> {
  return Object.fromEntries(services.map(s => [s.id, null]))
}
