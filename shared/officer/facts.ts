import type { WorkFigures } from './figures.ts'
import { quantile } from '../kit/stats.ts'
import { MINUTE, type Instant, type LocalDate } from '../kit/time.ts'
import type { Range } from '../queue/day.ts'
import type { Outcome, Visit } from './record.ts'

/** What the figures need to know of a ticket. */
export interface TicketFact {
  readonly date: LocalDate
  readonly serviceId: string
  readonly state: string
  readonly takenAt: Instant
  /** `null` while it was never called. */
  readonly firstCalledAt: Instant | null
  /** Milliseconds of the wait during which its service was closed; nobody is blamed for them. Absent: none. */
  readonly closedMs?: number
  /** The range first shown to its holder; `null` when nothing was promised. */
  readonly promised: Range | null
}

/** What the figures need to know of one stay at a counter, written when it ends. */
export interface VisitFact {
  readonly date: LocalDate
  readonly officerId: string
  readonly counterId: string
  readonly serviceId: string
  readonly calledAt: Instant
  /** `null` when service never began. */
  readonly startedAt: Instant | null
  readonly endedAt: Instant
  /** Milliseconds of the service during which it was closed, a system that is down for one; nobody is blamed. Absent: none. */
  readonly closedMs?: number
  readonly heldMs: number
  readonly priority: boolean
  readonly outcome: Outcome
}

/**
 * Milliseconds from taking the number to its first call; undefined before that.
 * Time during which the service was closed does not count.
 * @example waitOf({ takenAt: 1000, firstCalledAt: 61_000 }) // 60_000
 */
export function waitOf(ticket: Pick<TicketFact, 'takenAt' | 'firstCalledAt' | 'closedMs'>): number | undefined {
  const { takenAt, firstCalledAt, closedMs = 0 } = ticket
  return firstCalledAt === null ? undefined : Math.max(0, firstCalledAt - takenAt - closedMs)
}

/**
 * Milliseconds from call to arrival at the counter; undefined when nobody came.
 * @example wayOf({ calledAt: 1000, startedAt: 31_000 }) // 30_000
 */
export function wayOf(visit: Pick<VisitFact, 'calledAt' | 'startedAt'>): number | undefined {
  return visit.startedAt === null ? undefined : visit.startedAt - visit.calledAt
}

/**
 * Milliseconds of service; undefined when it never began. Time during which the service was closed does not count.
 * @example serveOf({ startedAt: 1000, endedAt: 61_000 }) // 60_000
 */
export function serveOf(visit: Pick<VisitFact, 'startedAt' | 'endedAt' | 'closedMs'>): number | undefined {
  const { startedAt, endedAt, closedMs = 0 } = visit
  return startedAt === null ? undefined : Math.max(0, endedAt - startedAt - closedMs)
}

/** A stay as the officer's record reads it; within the standard when it took no longer than `standardMinutes`. */
export function visitOf(fact: VisitFact, standardMinutes: number | undefined): Visit {
  const serveMs = serveOf(fact)
  return {
    serviceId: fact.serviceId,
    wayMs: wayOf(fact),
    serveMs,
    heldMs: fact.heldMs,
    outcome: fact.outcome,
    priority: fact.priority,
    withinStandard:
      serveMs === undefined || standardMinutes === undefined ? undefined : serveMs <= standardMinutes * MINUTE,
  }
}

/** Counts and times of a group of stays; service time counts finished ones only, since the others are parts of one. */
export function workOf(visits: readonly VisitFact[]): WorkFigures {
  const count = (outcome: Outcome) => visits.filter(v => v.outcome === outcome).length
  const serve = serveTimes(visits)
  return {
    served: count('done'),
    missed: count('missed'),
    transferred: count('transferred'),
    parked: count('parked'),
    wayMs: quantile(known(visits.map(wayOf)), 0.5) ?? null,
    serveMs: quantile(serve, 0.5) ?? null,
    serveP90Ms: quantile(serve, 0.9) ?? null,
  }
}

/** Service times in milliseconds of the finished stays among these. */
export function serveTimes(visits: readonly VisitFact[]): readonly number[] {
  return known(visits.filter(v => v.outcome === 'done').map(serveOf))
}

/** The measured ones. */
export function known(values: readonly (number | undefined)[]): readonly number[] {
  return values.filter(v => v !== undefined)
}

/** A stretch during which a service was closed; `until` is `null` while it still is. */
export interface Outage {
  readonly serviceId: string
  readonly since: Instant
  readonly until: Instant | null
}

/**
 * Milliseconds between two instants during which a service was closed.
 * @example closedMs([{ serviceId: 'ktp', since: 10, until: 30 }], 'ktp', 20, 50) // 10
 */
export function closedMs(outages: readonly Outage[], serviceId: string, from: Instant, to: Instant): number {
  return outages.reduce((sum, o) => {
    if (o.serviceId !== serviceId) return sum
    return sum + Math.max(0, Math.min(to, o.until ?? to) - Math.max(from, o.since))
  }, 0)
}
