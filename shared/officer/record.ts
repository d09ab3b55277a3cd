import { MINUTE } from '../kit/time.ts'
import { quantile } from '../kit/stats.ts'
import { EDGE_FROM, MEDIAN_FROM } from './few.ts'

/** How a ticket left the officer's counter. */
export type Outcome = 'done' | 'step' | 'missed' | 'transferred' | 'parked' | 'takenOver' | 'otherHolder' | 'unserved'

/** Whether a service was finished there, be it the end of the visit or one step of it: that is what a desk is credited with. */
export function isServed(outcome: Visit['outcome']): boolean {
  return outcome === 'done' || outcome === 'step'
}

/** One ticket at the officer's counter; times in milliseconds, undefined when that span never happened. */
export interface Visit {
  readonly serviceId: string
  /** False of a visit that was under way when the officer came to it. */
  readonly called: boolean
  /** Called to arrived: the citizen's walk, not charged to the officer. */
  readonly wayMs: number | undefined
  readonly serveMs: number | undefined
  /** It has no service time because its service was closed meanwhile. */
  readonly isShut: boolean
  /** It has none because its clock is marked as wrong. */
  readonly isUnclocked: boolean
  readonly heldMs: number
  /** `cameBack`: nobody came to this call, but to a later one, or the ticket is back in line. */
  readonly outcome: Outcome | 'cameBack'
  readonly priority: boolean
  /** Undefined when the service publishes no time standard, or the visit has no service time. */
  readonly withinStandard: boolean | undefined
}

/**
 * A distribution: tenth, middle and ninetieth percentile in milliseconds, undefined where too few were measured, and counts in
 * bins of `BIN_MINUTES`.
 */
export interface Spread {
  readonly n: number
  readonly p10: number | undefined
  readonly p50: number | undefined
  readonly p90: number | undefined
  readonly bins: readonly number[]
}

/** What one service contributed to the record. */
export interface ServiceRecord {
  readonly serviceId: string
  readonly served: number
  readonly missed: number
  readonly transferred: number
  readonly parked: number
  readonly serve: Spread
}

/** An officer's own record of a period: counts and distributions. It knows no other officer and makes no grade. */
export interface OfficerRecord {
  readonly called: number
  readonly served: number
  readonly missed: number
  readonly transferred: number
  readonly parked: number
  readonly priorityServed: number
  readonly services: readonly ServiceRecord[]
  readonly way: Spread
  readonly serve: Spread
  /** Finished visits without a service time because their service was closed meanwhile: neither in `serve` nor in `standard`. */
  readonly shut: number
  /** The same of those whose clock is marked as wrong. */
  readonly unclocked: number
  readonly held: Spread
  readonly standard: { readonly n: number; readonly within: number; readonly share: number | undefined }
}

/** Width of a histogram bin in minutes. */
export const BIN_MINUTES = 2

/** The place of the last, open bin: it begins at 24 minutes. */
export const LAST_BIN = 12

/**
 * The record from visits. Service time and standard count finished visits only, with all their parts; hold time counts
 * finished visits that were held.
 * @example officerRecord([]).called // 0
 */
export function officerRecord(visits: readonly Visit[]): OfficerRecord {
  const done = visits.filter(visit => isServed(visit.outcome))
  const judged = done.filter(visit => visit.withinStandard !== undefined)
  const within = judged.filter(visit => visit.withinStandard).length
  return {
    called: visits.filter(visit => visit.called).length,
    ...outcomes(visits),
    priorityServed: done.filter(visit => visit.priority).length,
    services: perService(visits),
    way: spread(visits.map(visit => visit.wayMs)),
    serve: serveSpread(visits),
    shut: visits.filter(visit => visit.isShut).length,
    unclocked: visits.filter(visit => visit.isUnclocked).length,
    held: spread(done.map(visit => visit.heldMs).filter(ms => ms > 0)),
    standard: { n: judged.length, within, share: judged.length === 0 ? undefined : within / judged.length },
  }
}

/**
 * Percentiles and histogram of durations in milliseconds; undefined ones are left out.
 * @example spread([60_000, undefined, 180_000]).n // 2
 */
export function spread(durations: readonly (number | undefined)[]): Spread {
  const known = durations.filter(ms => ms !== undefined)
  const bins = Array.from({ length: LAST_BIN + 1 }, () => 0)
  for (const ms of known) bins[Math.min(LAST_BIN, Math.floor(ms / (BIN_MINUTES * MINUTE)))]! += 1
  const percentile = (q: number, from: number) => (known.length < from ? undefined : quantile(known, q))
  return {
    n: known.length,
    p10: percentile(0.1, EDGE_FROM),
    p50: percentile(0.5, MEDIAN_FROM),
    p90: percentile(0.9, EDGE_FROM),
    bins,
  }
}

function perService(visits: readonly Visit[]): readonly ServiceRecord[] {
  const ids = [...new Set(visits.map(visit => visit.serviceId))].sort()
  return ids.map(serviceId => {
    const mine = visits.filter(visit => visit.serviceId === serviceId)
    return { serviceId, ...outcomes(mine), serve: serveSpread(mine) }
  })
}

function outcomes(visits: readonly Visit[]) {
  const count = (outcome: Outcome) => visits.filter(visit => visit.outcome === outcome).length
  return {
    served: count('done') + count('step'),
    missed: count('missed'),
    transferred: count('transferred'),
    parked: count('parked'),
  }
}

function serveSpread(visits: readonly Visit[]): Spread {
  return spread(visits.filter(visit => isServed(visit.outcome)).map(visit => visit.serveMs))
}
