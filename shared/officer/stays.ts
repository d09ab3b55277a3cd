import { MINUTE } from '../kit/time.ts'
import { known, openMs, ticketKey, type Outage, type VisitFact } from './facts.ts'
import type { WorkFigures } from './figures.ts'
import { timesOf } from './few.ts'
import { isServed, type Outcome, type Visit } from './record.ts'

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

/** After these the next counter begins a part of its own. */
const LEFT_FOR_GOOD: readonly Outcome[] = ['step', 'transferred', 'takenOver']

/** The stays of visits in the order in which they ended. */
export function staysOf(visits: readonly VisitFact[], outages: readonly Outage[]): readonly Stay[] {
  const last = new Map(visits.map((v, i) => [ticketKey(v), i]))
  const aside = new Map<string, { readonly servedMs: number; readonly heldMs: number }>()
  return visits.map((visit, i) => {
    const key = ticketKey(visit)
    const before = aside.get(key) ?? { servedMs: 0, heldMs: 0 }
    const part = serveOf(visit, outages)
    const heldMs = before.heldMs + visit.heldMs
    if (LEFT_FOR_GOOD.includes(visit.outcome)) aside.delete(key)
    else aside.set(key, { servedMs: before.servedMs + (part ?? 0), heldMs })
    const done = isServed(visit.outcome)
    // Of several services in one go nobody knows how long one took.
    const isOne = (visit.parts ?? 1) === 1
    const takenOver = visit.startedAt === visit.calledAt
    const cameBack = visit.outcome === 'missed' && !(visit.ticketState === 'missed' && last.get(key) === i)
    return {
      ...visit,
      outcome: cameBack ? 'cameBack' : visit.outcome,
      wayMs: visit.startedAt === null || takenOver ? undefined : visit.startedAt - visit.calledAt,
      serveMs: done && isOne && part !== undefined ? before.servedMs + part : undefined,
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
    served: count('done') + count('step'),
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
