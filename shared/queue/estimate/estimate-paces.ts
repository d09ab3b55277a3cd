import { foundIn } from '../../kit/found-in.ts'
import { mean } from '../../kit/stats.ts'
import type { Random } from '../../kit/random.ts'
import type { Instant } from '../../kit/time.ts'
import type { Doors, Stretch } from '../../office/doors.ts'
import { paceAt, type ClockPace } from './clock-pace.ts'
import { currentAt, ticketAt, type Counter, type PlannedService, type QueueDay } from '../day.ts'
import { inOneGo } from '../steps/planning.ts'

const PRIOR_WEIGHT = 6
/** Factors of the usual time before anything is known. */
const PRIOR = [0.4, 0.65, 0.85, 1.05, 1.35, 1.9]
const MISSED_GAP = 25_000
const SOME = 16

/** Observed milliseconds between a counter becoming free and its next call, with a usual one until there are enough. */
export function gapsOf(day: QueueDay): readonly number[] {
  return day.gaps.length >= PRIOR_WEIGHT ? day.gaps : [...day.gaps, MISSED_GAP]
}

/** How slow this day is against the usual times, over all services together: a new service is as slow as its neighbours. */
export function tempoOf(day: QueueDay, services: readonly PlannedService[]): number {
  let [seen, usual] = [PRIOR_WEIGHT, PRIOR_WEIGHT]
  for (const { id, typicalMs } of services)
    for (const pace of foundIn(day.paces, id) ?? []) {
      seen += pace / typicalMs
      usual++
    }
  return seen / usual
}

/**
 * Paces of a service seen today and on other days, with a prior around its typical time until there are enough of them.
 */
export function pacesOf(
  day: QueueDay,
  service: string,
  typicalMs: number,
  history: readonly number[] = [],
): readonly number[] {
  const seen = [...history, ...(foundIn(day.paces, service) ?? [])]
  return seen.length >= 3 * PRIOR_WEIGHT ? seen : [...seen, ...PRIOR.map(f => f * typicalMs)]
}

/**
 * The same with visits that still go on, at the length they may be expected to reach: to reckon only with finished ones would
 * prefer the short.
 */
export function withGoing(
  day: QueueDay,
  now: Instant,
  service: string,
  known: readonly number[],
  clock: ClockPace,
): readonly number[] {
  const going = Object.keys(day.counters).flatMap(id => {
    const ticket = currentAt(day, id)
    // Of several services in one go nobody knows how long the first takes.
    const isOne = ticket && inOneGo(foundIn(day.counters, id)!.services, ticket).length === 1
    return isOne && ticket.serviceId === service && ticket.calledAt !== undefined
      ? [(now - ticket.calledAt) / paceAt(clock, ticket.calledAt)]
      : []
  })
  return [...known, ...going.map(spent => expected(known, spent))]
}

/** How long a visit may be expected to last that has lasted so long. */
export function expected(known: readonly number[], spent: number): number {
  return mean(known.filter(p => p > spent)) ?? spent * 1.3
}

/** When a counter takes its next ticket, drawn anew at each call: in a moment, at the end of its break or of the present visit. */
export function firstFree(
  day: QueueDay,
  counterId: string,
  now: Instant,
  paces: ReadonlyMap<string, readonly number[]>,
  gaps: readonly number[],
  clock: ClockPace,
): (random: Random) => Instant {
  const counter = foundIn(day.counters, counterId)!
  if (counter.state === 'break') {
    const back = Math.max(now, counter.until ?? now)
    return random => back + oneOf(gaps, random)
  }
  const ticket = counter.current === undefined ? undefined : ticketAt(day, counter.current)
  const calledAt = ticket?.calledAt
  const rest = ticket ? undefined : restOf(day, counter, now)
  if (rest) return () => rest.to
  if (!ticket || calledAt === undefined) return random => now + oneOf(gaps, random) * random()
  const spent = now - calledAt
  const slow = paceAt(clock, calledAt)
  const whole = sumsOf(inOneGo(counter.services, ticket).map(id => paces.get(id) ?? []))
  const longer = whole.filter(p => p * slow > spent)
  const left = (random: Random) => (longer.length > 0 ? oneOf(longer, random) * slow - spent : spent * 0.3 * random())
  // Whoever called before the break began rests after this visit; whoever called within it is at work.
  const breaks = breaksAhead(day.plan?.doors ?? null, calledAt)
  return random => after(breaks, now + oneOf(gaps, random) + left(random))
}

/**
 * The present break in which a counter rests although it still stands open: the visit that ran into the break is over, and its
 * officer has called nobody within it.
 */
function restOf({ plan, calls }: QueueDay, counter: Counter, now: Instant): Stretch | undefined {
  const { id, since, freeSince = since } = counter
  const rest = plan?.doors?.breaks.find(b => b.from <= now && now < b.to)
  if (!rest || since >= rest.from || freeSince < rest.from) return undefined
  return calls.some(c => c.counterId === id && c.at >= rest.from) ? undefined : rest
}

/** How long several services in one go may take: what each may take, added up in every way, by some of each where they are many. */
function sumsOf(lists: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = lists
  return others.reduce((sums, list) => some(sums).flatMap(sum => some(list).map(ms => sum + ms)), first)
}

/** Values at even distances in their order. */
function some(values: readonly number[]): readonly number[] {
  if (values.length <= SOME) return values
  const sorted = [...values].sort((a, b) => a - b)
  return Array.from({ length: SOME }, (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / SOME)]!)
}

/**
 * Draws of one future, which believes its own sample of what was seen: a mean known from few visits is not known well. What
 * was drawn goes back into the urn with one more of its kind (the Bayesian bootstrap: Rubin, Annals of Statistics 9, 1981).
 */
export function urnOf(seen: readonly number[]): (random: Random) => number {
  const drawn: number[] = []
  return random => {
    const place = Math.floor(random() * (seen.length + drawn.length))
    const value = place < seen.length ? seen[place]! : drawn[place - seen.length]!
    drawn.push(value)
    return value
  }
}

/** Breaks still to come; in a present one open counters are at work. */
export function breaksAhead(doors: Doors | null, now: Instant): readonly Stretch[] {
  return doors?.breaks.filter(b => b.from > now) ?? []
}

/** A call that would fall into one of these stretches, in their order, waits for its end. */
export function after(stretches: readonly Stretch[], at: Instant): Instant {
  return stretches.reduce((t, { from, to }) => (from <= t && t < to ? to : t), at)
}

/** One of the values, by chance. */
export function oneOf(values: readonly number[], random: Random): number {
  return values[Math.floor(random() * values.length)]!
}
