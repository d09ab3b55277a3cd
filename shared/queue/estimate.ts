import { HOUR, MINUTE, type Instant } from '../kit/time.ts'
import { mean } from '../kit/stats.ts'
import type { Random } from '../kit/random.ts'
import type { Doors } from '../office/hours.ts'
import { currentAt, ticketAt, type PlannedService, type QueueDay, type Range, type Waiting } from './day.ts'
import { before } from './policy.ts'

/** When the waiting will be called, and when somebody who took a number now would be. */
export interface Estimates {
  readonly at: Instant
  /** Per service: the range for somebody who arrives now; `null` when nothing can be said. */
  readonly services: Readonly<Record<string, Range | null>>
  /** Per waiting ticket `no`. */
  readonly tickets: Readonly<Record<number, Range>>
}

const RUNS = 60
const MOST_CALLS = 30_000
const LOW = 0.1
const HIGH = 0.9
const PRIOR_WEIGHT = 6
const MISSED_GAP = 25_000
const USUAL_PACE = 10 * MINUTE
const AGAIN_WEIGHT = 20
const SWAY = 0.1
const MOST_RECENT = 600

/**
 * Ranges (P10 to P90, rounded outwards to whole minutes) by playing the rest of the day forward many times with the very
 * call rule, the office's own recent paces and its open counters. Somebody who would arrive now is a ghost: it is called
 * in its turn and takes nobody's time; `creditMs` is how much earlier it would stand with priority. Bounded work: fewer runs
 * when many wait.
 */
export function estimate(day: QueueDay, now: Instant, random: Random, creditMs = 0): Estimates {
  const plan = day.plan
  const staffed = Object.values(day.counters).filter(c => c.state !== 'closed')
  if (!plan || staffed.length === 0) return { at: now, services: nothing(plan?.services ?? []), tickets: {} }

  const lines = Object.entries(day.waiting)
  const total = lines.reduce((sum, [, line]) => sum + line.length, 0)
  const runs = Math.max(12, Math.min(RUNS, Math.floor(MOST_CALLS / (total + 1))))
  const known = new Map(lines.map(([id]) => [id, pacesOf(day, now, id, USUAL_PACE)]))
  const tempo = tempoOf(day, plan.services)
  for (const s of plan.services) known.set(s.id, pacesOf(day, now, s.id, s.typicalMs * tempo))
  const gaps = day.gaps.length >= PRIOR_WEIGHT ? day.gaps : [...day.gaps, MISSED_GAP]
  const hour = lastHour(day, now)
  const ghosts: readonly Ghost[] = plan.services
    .filter(s => s.open)
    .map(s => ({ no: Infinity, due: now - creditMs, service: s.id }))

  const calls = new Map<number, number[]>()
  const ghostCalls = new Map<string, number[]>()
  for (let run = 0; run < runs; run++) {
    // Each future believes its own sample of what was seen: a mean known from few visits is not known well.
    const paces = new Map([...known].map(([id, seen]) => [id, seen.map(() => draw(seen, random))]))
    const servers = staffed.map(c => ({ services: c.services, free: firstFree(day, c.id, now, known, gaps, random) }))
    const future = overtakers(hour.priority, plan.priorityCreditMs, now, random)
    // And the rest of a day is a little slower or faster as a whole than what was seen of it.
    const sway = 1 + SWAY * (2 * random() - 1)
    const visit = (service: string) => sway * (draw(paces.get(service)!, random) + draw(gaps, random))
    play(servers, merge(lines, future), ghosts, {
      freeAt: at => afterBreak(plan.doors, now, at),
      pace: service => visit(service) + (random() < hour.again ? visit(service) : 0),
      called: (no, at) => push(calls, no, at),
      ghostCalled: (service, at) => push(ghostCalls, service, at),
    })
  }
  return {
    at: now,
    services: Object.fromEntries(plan.services.map(s => [s.id, rangeOf(ghostCalls.get(s.id), runs)])),
    tickets: Object.fromEntries(
      [...calls].flatMap(([no, at]) => {
        const range = no >= 0 ? rangeOf(at, runs) : null
        return range ? [[no, range]] : []
      }),
    ),
  }
}

interface Ghost extends Waiting {
  readonly service: string
}

interface Server {
  readonly services: readonly string[]
  free: Instant
}

interface Hooks {
  freeAt: (at: Instant) => Instant
  pace: (service: string) => number
  called: (no: number, at: Instant) => void
  ghostCalled: (service: string, at: Instant) => void
}

/** One future: the counter that is free first takes the smallest due of its services, again and again. */
function play(servers: Server[], lines: Map<string, readonly Waiting[]>, ghosts: readonly Ghost[], hooks: Hooks): void {
  const heads = new Map<string, number>()
  const waitingGhosts = new Map(ghosts.map(g => [g.service, g]))
  const working = servers.map(s => ({ ...s, free: hooks.freeAt(s.free) }))
  while (working.length > 0) {
    const server = working.reduce((a, b) => (b.free < a.free ? b : a))
    let best: Waiting | undefined
    let from = ''
    for (const service of server.services) {
      const head = lines.get(service)?.[heads.get(service) ?? 0]
      if (head && (!best || before(head, best))) [best, from] = [head, service]
    }
    for (const service of server.services) {
      const ghost = waitingGhosts.get(service)
      if (!ghost || (best && before(best, ghost))) continue
      waitingGhosts.delete(service)
      hooks.ghostCalled(service, server.free)
    }
    if (!best) {
      working.splice(working.indexOf(server), 1)
      continue
    }
    heads.set(from, (heads.get(from) ?? 0) + 1)
    hooks.called(best.no, server.free)
    server.free = hooks.freeAt(server.free + hooks.pace(from))
  }
}

/** A call that would fall into a break still to come waits for its end; in a present break open counters are at work. */
function afterBreak(doors: Doors | null, now: Instant, at: Instant): Instant {
  return doors?.breaks.find(b => b.from > now && b.from <= at && at < b.to)?.to ?? at
}

/** How slow this day is against the usual times, over all services together: a new service is as slow as its neighbours. */
function tempoOf(day: QueueDay, services: readonly PlannedService[]): number {
  let [seen, usual] = [PRIOR_WEIGHT, PRIOR_WEIGHT]
  for (const { id, typicalMs } of services)
    for (const pace of day.paces[id] ?? []) {
      seen += pace / typicalMs
      usual++
    }
  return seen / usual
}

/**
 * Observed paces, with a prior around the service's typical time until there are enough of them. Visits that still go on
 * count with the length they may be expected to reach: to reckon only with finished ones would prefer the short.
 */
function pacesOf(day: QueueDay, now: Instant, service: string, typicalMs: number): readonly number[] {
  const seen = day.paces[service] ?? []
  const prior = [0.4, 0.65, 0.85, 1.05, 1.35, 1.9].map(f => f * typicalMs)
  const known = seen.length >= 3 * PRIOR_WEIGHT ? seen : [...seen, ...prior]
  const going = Object.keys(day.counters).flatMap(id => {
    const ticket = currentAt(day, id)
    return ticket?.serviceId === service && ticket.calledAt !== undefined ? [now - ticket.calledAt] : []
  })
  return [...known, ...going.map(spent => mean(known.filter(p => p > spent)) ?? spent * 1.3)]
}

/** When a counter takes its next ticket: in a moment, at the end of its break, or when the present visit ends. */
function firstFree(
  day: QueueDay,
  counterId: string,
  now: Instant,
  paces: ReadonlyMap<string, readonly number[]>,
  gaps: readonly number[],
  random: Random,
): Instant {
  const counter = day.counters[counterId]!
  const moment = draw(gaps, random)
  if (counter.state === 'break') return Math.max(now, counter.until ?? now) + moment
  const ticket = counter.current === undefined ? undefined : ticketAt(day, counter.current)
  if (!ticket?.calledAt) return now + moment * random()
  const spent = now - ticket.calledAt
  const longer = (paces.get(ticket.serviceId) ?? []).filter(p => p > spent)
  const end = now + moment + (longer.length > 0 ? draw(longer, random) - spent : spent * 0.3 * random())
  // Whoever called before the break began rests after this visit; whoever called within it is at work.
  return afterBreak(day.plan?.doors ?? null, ticket.calledAt, end)
}

/**
 * What the last hour says of those who pass: priority tickets per millisecond and service, and the share of calls after
 * which somebody comes to the line again (sent on, or back after a missed call) with an old due.
 */
function lastHour(day: QueueDay, now: Instant): { priority: ReadonlyMap<string, number>; again: number } {
  const priority = new Map<string, number>()
  let again = 0
  let called = 0
  for (let no = day.taken - 1; no >= 0 && no >= day.taken - MOST_RECENT; no--) {
    const ticket = ticketAt(day, no)
    if (!ticket) continue
    if (ticket.takenAt < now - HOUR) break
    if (ticket.priority) priority.set(ticket.serviceId, (priority.get(ticket.serviceId) ?? 0) + 1 / HOUR)
    if (ticket.joined === 'transferred' || ticket.joined === 'returned') again++
    else if (ticket.state !== 'waiting') called++
  }
  return { priority, again: again / (again + called + AGAIN_WEIGHT) }
}

/** Random future priority arrivals that would still stand before somebody who arrives now. Their `no` is negative. */
function overtakers(
  rates: ReadonlyMap<string, number>,
  creditMs: number,
  now: Instant,
  random: Random,
): ReadonlyMap<string, readonly Waiting[]> {
  const result = new Map<string, Waiting[]>()
  let no = -1
  for (const [id, perMs] of rates) {
    for (let at = now; ;) {
      at += -Math.log(1 - random()) / perMs
      if (at - creditMs >= now) break
      push(result, id, { no: no--, due: at - creditMs })
    }
  }
  return result
}

function merge(
  lines: readonly (readonly [string, readonly Waiting[]])[],
  future: ReadonlyMap<string, readonly Waiting[]>,
): Map<string, readonly Waiting[]> {
  const merged = new Map(lines)
  for (const [service, extra] of future)
    merged.set(
      service,
      [...(merged.get(service) ?? []), ...extra].sort((a, b) => (before(a, b) ? -1 : 1)),
    )
  return merged
}

function rangeOf(at: readonly number[] | undefined, runs: number): Range | null {
  // Called in most futures or nothing is said: a range over the lucky ones would lie.
  if (!at || at.length < runs * HIGH) return null
  const sorted = [...at].sort((a, b) => a - b)
  const low = sorted[Math.floor((sorted.length - 1) * LOW)]!
  const high = sorted[Math.ceil((sorted.length - 1) * HIGH)]!
  return { from: Math.floor(low / MINUTE) * MINUTE, to: Math.ceil(high / MINUTE) * MINUTE }
}

function nothing(services: readonly { readonly id: string }[]): Readonly<Record<string, null>> {
  return Object.fromEntries(services.map(s => [s.id, null]))
}

function draw(values: readonly number[], random: Random): number {
  return values[Math.floor(random() * values.length)]!
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
