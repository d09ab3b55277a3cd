import { MINUTE, type Instant } from '../kit/time.ts'
import { closedMs, known, ticketKey, type Outage, type VisitFact } from './facts.ts'
import type { WorkFigures } from './figures.ts'
import { timesOf } from './few.ts'
import { isServed, type Outcome, type Visit } from './record.ts'

/** One stay at a counter as the figures read it; times in milliseconds, undefined where nothing was measured. */
export interface Stay extends Omit<VisitFact, 'heldMs' | 'outcome'> {
  /** `cameBack`: nobody came to this call, but to another one before or after it, or the ticket is back in line. */
  readonly outcome: Outcome | 'cameBack'
  /** Called until arrived at the counter; of a visit that was taken over nobody walked. */
  readonly wayMs: number | undefined
  /** Of a finished visit: all its parts, also those before it was put aside; after a take-over those since then. */
  readonly serveMs: number | undefined
  /** The same with what was done before a take-over: as long as its holder was served. */
  readonly wholeMs: number | undefined
  /** It has no service time because its service was closed during a part of it. */
  readonly isShut: boolean
  /** It has none because the clock of a part of it is marked as wrong. */
  readonly isUnclocked: boolean
  /** Of a finished visit: all the time for which it was put aside. */
  readonly heldMs: number
  /** The visit was under way when its officer came to it: nobody was called, and nobody walked. */
  readonly isHanded: boolean
}

/** After these another service begins, or another step. */
const LEFT_FOR_GOOD: readonly Outcome[] = ['step', 'transferred']

/** What was done of a visit that goes on, also by those who handed it over, and whether its service was closed meanwhile. */
interface Before {
  readonly servedMs: number
  readonly handedMs: number
  readonly heldMs: number
  readonly isShut: boolean
  readonly isUnclocked: boolean
  /** When its last stay was taken over, or put back into its line: a stay that begins at that instant goes on with it. */
  readonly handedAt?: Instant
}

const NOTHING: Before = { servedMs: 0, handedMs: 0, heldMs: 0, isShut: false, isUnclocked: false }

/** The stays of visits in the order in which they ended. */
export function staysOf(visits: readonly VisitFact[], outages: readonly Outage[]): readonly Stay[] {
  const measured = measuredOf(visits, outages)
  return visits.map((visit, i) => withVisit(visit, measured[i]!))
}

/** Field by field: to spread a visit into a stay takes a hundred times as long, and a quarter has a hundred thousand. */
function withVisit(visit: VisitFact, measured: Measured): Stay {
  const stay: { -readonly [key in keyof Stay]: Stay[key] } = {
    date: visit.date,
    no: visit.no,
    officerId: visit.officerId,
    counterId: visit.counterId,
    serviceId: visit.serviceId,
    queuedAt: visit.queuedAt,
    calledAt: visit.calledAt,
    startedAt: visit.startedAt,
    endedAt: visit.endedAt,
    priority: visit.priority,
    ticketState: visit.ticketState,
    outcome: measured.outcome,
    wayMs: measured.wayMs,
    serveMs: measured.serveMs,
    wholeMs: measured.wholeMs,
    isShut: measured.isShut,
    isUnclocked: measured.isUnclocked,
    heldMs: measured.heldMs,
    isHanded: measured.isHanded,
  }
  if (visit.booked !== undefined) stay.booked = visit.booked
  if (visit.parts !== undefined) stay.parts = visit.parts
  if (visit.promised !== undefined) stay.promised = visit.promised
  if (visit.ticketLeftPart !== undefined) stay.ticketLeftPart = visit.ticketLeftPart
  if (visit.clockWrong !== undefined) stay.clockWrong = visit.clockWrong
  return stay
}

/** What is known of a stay beside its visit. */
type Measured = Omit<Stay, Exclude<keyof VisitFact, 'heldMs' | 'outcome'>>

/** What is known of each of these stays beside its visit, in the same order. */
export function measuredOf(visits: readonly VisitFact[], outages: readonly Outage[]): readonly Measured[] {
  const last = new Map(visits.map((v, i) => [ticketKey(v), i]))
  const aside = new Map<string, Before>()
  return visits.map((visit, i) => {
    const key = ticketKey(visit)
    const before = aside.get(key) ?? NOTHING
    const part = visit.startedAt === null ? undefined : visit.endedAt - visit.startedAt
    const servedMs = before.servedMs + (part ?? 0)
    const heldMs = before.heldMs + visit.heldMs
    const isHanded = before.handedAt === visit.calledAt
    const isShut = before.isShut || wasShut(visit, outages)
    const isUnclocked = before.isUnclocked || visit.clockWrong === true
    if (LEFT_FOR_GOOD.includes(visit.outcome)) aside.delete(key)
    else if (visit.outcome === 'takenOver')
      aside.set(key, { ...NOTHING, handedMs: before.handedMs + servedMs, isShut, isUnclocked, handedAt: visit.endedAt })
    else aside.set(key, { ...before, servedMs, heldMs, isShut, isUnclocked })
    const done = isServed(visit.outcome)
    // Of several services in one go nobody knows how long one took.
    const isOne = (visit.parts ?? 1) === 1
    const isLost = visit.ticketState === 'missed' && !visit.ticketLeftPart && last.get(key) === i
    const cameBack = visit.outcome === 'missed' && !isLost
    const timed = done && isOne && part !== undefined
    const serveMs = timed && !isShut && !isUnclocked ? servedMs : undefined
    return {
      outcome: cameBack ? 'cameBack' : visit.outcome,
      wayMs: visit.startedAt === null || isHanded || visit.clockWrong ? undefined : visit.startedAt - visit.calledAt,
      serveMs,
      wholeMs: serveMs === undefined ? undefined : before.handedMs + serveMs,
      isShut: timed && isShut,
      isUnclocked: timed && isUnclocked && !isShut,
      heldMs: done && !isUnclocked ? heldMs : 0,
      isHanded,
    }
  })
}

/** A stay as the officer's record reads it; within the standard when it took no longer than `standardMinutes`. */
export function visitOf(stay: Stay, standardMinutes: number | undefined): Visit {
  const { serviceId, wayMs, serveMs, isShut, isUnclocked, heldMs, outcome, priority } = stay
  const judged = serveMs !== undefined && standardMinutes !== undefined
  const withinStandard = judged ? serveMs <= standardMinutes * MINUTE : undefined
  const times = { wayMs, serveMs, isShut, isUnclocked, heldMs }
  return { serviceId, called: !stay.isHanded, ...times, outcome, priority, withinStandard }
}

/** Counts and times of a group of stays; `time` says which service time is theirs. */
export function workOf(stays: readonly Stay[], time: 'serveMs' | 'wholeMs' = 'serveMs'): WorkFigures {
  const count = (outcome: Outcome) => stays.filter(s => s.outcome === outcome).length
  return {
    served: count('done') + count('step'),
    missed: count('missed'),
    transferred: count('transferred'),
    parked: count('parked'),
    way: timesOf(known(stays.map(s => s.wayMs))),
    serve: timesOf(known(stays.map(s => s[time]))),
    shut: stays.filter(s => s.isShut).length,
    unclocked: stays.filter(s => s.isUnclocked).length,
  }
}

/** Whether a service was closed while it was served: nobody can tell how long it would have taken. */
function wasShut({ serviceId, startedAt, endedAt }: VisitFact, outages: readonly Outage[]): boolean {
  return startedAt !== null && closedMs(outages, serviceId, startedAt, endedAt) > 0
}
