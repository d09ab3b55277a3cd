import { mean } from '../../kit/stats.ts'
import type { Random } from '../../kit/random.ts'
import type { Instant } from '../../kit/time.ts'
import type { Doors } from '../../office/doors.ts'
import { currentAt, ticketAt, type PlannedService, type QueueDay } from '../day.ts'

const PRIOR_WEIGHT = 6
const MISSED_GAP = 25_000

/** Observed milliseconds between a counter becoming free and its next call, with a usual one until there are enough. */
export function gapsOf(day: QueueDay): readonly number[] {
  return day.gaps.length >= PRIOR_WEIGHT ? day.gaps : [...day.gaps, MISSED_GAP]
}

/** How slow this day is against the usual times, over all services together: a new service is as slow as its neighbours. */
export function tempoOf(day: QueueDay, services: readonly PlannedService[]): number {
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
export function pacesOf(day: QueueDay, now: Instant, service: string, typicalMs: number): readonly number[] {
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
export function firstFree(
  day: QueueDay,
  counterId: string,
  now: Instant,
  paces: ReadonlyMap<string, readonly number[]>,
  gaps: readonly number[],
  random: Random,
): Instant {
  const counter = day.counters[counterId]!
  const moment = oneOf(gaps, random)
  if (counter.state === 'break') return Math.max(now, counter.until ?? now) + moment
  const ticket = counter.current === undefined ? undefined : ticketAt(day, counter.current)
  if (!ticket?.calledAt) return now + moment * random()
  const spent = now - ticket.calledAt
  const longer = (paces.get(ticket.serviceId) ?? []).filter(p => p > spent)
  const end = now + moment + (longer.length > 0 ? oneOf(longer, random) - spent : spent * 0.3 * random())
  // Whoever called before the break began rests after this visit; whoever called within it is at work.
  return afterBreak(day.plan?.doors ?? null, ticket.calledAt, end)
}

/** A call that would fall into a break still to come waits for its end; in a present break open counters are at work. */
export function afterBreak(doors: Doors | null, now: Instant, at: Instant): Instant {
  return doors?.breaks.find(b => b.from > now && b.from <= at && at < b.to)?.to ?? at
}

/** One of the values, by chance. */
export function oneOf(values: readonly number[], random: Random): number {
  return values[Math.floor(random() * values.length)]!
}
