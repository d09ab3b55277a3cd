import { MINUTE } from '../kit/time.ts'
import { known, openMs, ticketKey, type Outage, type VisitFact } from './facts.ts'
import type { WorkFigures } from './figures.ts'
import { timesOf } from './few.ts'
import type { Outcome, Visit } from './record.ts'

/** One stay at a counter as the figures read it; times in milliseconds, undefined where nothing was measured. */
export interface Stay extends Omit<VisitFact, 'heldMs' | 'outcome'> {
  /** `cameBack`: nobody came to this call, but to a later one, or the ticket is back in line. */
  readonly outcome: Outcome | 'cameBack'
  /** Called until arrived at the counter; of a visit that was taken over nobody walked. */
  readonly wayMs: number | undefined
  /** Of a finished visit: all its parts, also those before it was put aside. */
  readonly serveMs: number | undefined
  /** Of a finished visit: all the time for which it was put aside. */
  readonly heldMs: number
}

/** The stays of visits in the order in which they ended. */
export function staysOf(visits: readonly VisitFact[], outages: readonly Outage[]): readonly Stay[] {
  const last = new Map(visits.map((v, i) => [ticketKey(v), i]))
  const aside = new Map<string, { readonly servedMs: number; readonly heldMs: number }>()
  return visits.map((visit, i) => {
    const key = ticketKey(visit)
    const before = aside.get(key) ?? { servedMs: 0, heldMs: 0 }
    const part = serveOf(visit, outages)
    const heldMs = before.heldMs + visit.heldMs
    if (visit.outcome === 'transferred' || visit.outcome === 'takenOver') aside.delete(key)
    else aside.set(key, { servedMs: before.servedMs + (part ?? 0), heldMs })
    const done = visit.outcome === 'done'
    const takenOver = visit.startedAt === visit.calledAt
    const cameBack = visit.outcome === 'missed' && !(visit.ticketState === 'missed' && last.get(key) === i)
    return {
      ...visit,
      outcome: cameBack ? 'cameBack' : visit.outcome,
      wayMs: visit.startedAt === null || takenOver ? undefined : visit.startedAt - visit.calledAt,
      serveMs: done && part !== undefined ? before.servedMs + part : undefined,
      heldMs: done ? heldMs : 0,
    }
  })
}

/** A stay as the officer's record reads it; within the standard when it took no longer than `standardMinutes`. */
export function visitOf(stay: Stay, standardMinutes: number | undefined): Visit {
  const { serviceId, wayMs, serveMs, heldMs, outcome, priority } = stay
  const judged = serveMs !== undefined && standardMinutes !== undefined
  const withinStandard = judged ? serveMs <= standardMinutes * MINUTE : undefined
  return { serviceId, wayMs, serveMs, heldMs, outcome, priority, withinStandard }
}

/** Counts and times of a group of stays. */
export function workOf(stays: readonly Stay[]): WorkFigures {
  const count = (outcome: Outcome) => stays.filter(s => s.outcome === outcome).length
  return {
    served: count('done'),
    missed: count('missed'),
    transferred: count('transferred'),
    parked: count('parked'),
    way: timesOf(known(stays.map(s => s.wayMs))),
    serve: timesOf(known(stays.map(s => s.serveMs))),
  }
}

/** Milliseconds of service of one stay; undefined when it never began. */
function serveOf({ serviceId, startedAt, endedAt }: VisitFact, outages: readonly Outage[]): number | undefined {
  return startedAt === null ? undefined : openMs(outages, serviceId, startedAt, endedAt)
}
