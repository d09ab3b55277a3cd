import { mean, quantile } from '../../shared/kit/stats.ts'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import { timesOf } from '../../shared/officer/few.ts'
import { computeIkm } from '../../shared/survey/ikm.ts'
import type { SimulatedDay } from './simulated-day.ts'
import type { Log, Taken } from './log.ts'

/** Minutes on both sides of the usual rule's point. */
const USUAL_BAND = 10

/** How a way of promising did: how often it held, and how wide it was. */
export interface Promised {
  readonly n: number
  readonly inside: number
  readonly earlier: number
  readonly later: number
  /** Mean width in minutes. */
  readonly widthMinutes: number
}

/** Our way of promising beside the usual one, over the same people. */
export interface Promises {
  /** The ranges first shown; absent when the server's clock did not run with the day. */
  readonly ranges: Promised | undefined
  /** The usual rule: people waiting × mean time / open counters, with a fixed band. */
  readonly usual: Promised
  /** Width in minutes of that rule's band if it were to hold as often as the ranges did. */
  readonly usualWidthForSameMinutes: number | undefined
}

/** The day in figures. Minutes are those of the simulated day. */
export interface Score extends Promises {
  readonly tickets: number
  readonly calls: number
  readonly duplicates: number
  readonly doubleCalls: number
  readonly heard: number
  readonly heardOutOfOrder: number
  /** Bookings made and wanted in vain; of those made: arrived, of these late, and released. */
  readonly booked: number
  readonly noPlace: number
  readonly arrived: number
  readonly late: number
  readonly released: number
  readonly served: number
  readonly recalled: number
  readonly missed: number
  readonly returned: number
  readonly transferred: number
  readonly parked: number
  /** Mean minutes of a counter per call, as played and as the day was drawn; far apart when the machine was too slow. */
  readonly visitMinutes: number | undefined
  readonly plannedVisitMinutes: number | undefined
  /** Of every line that a call ended, as the manager's pages count them. */
  readonly waits: number
  readonly waitMedianMinutes: number | undefined
  readonly waitP90Minutes: number | undefined
  /** People whose ranges and calls are not counted, because the play itself was late meanwhile. */
  readonly notCounted: number
  /** The same, apart for those who just came and for those who checked in with a booking in time. */
  readonly walkIns: Promises
  readonly bookings: Promises
  readonly ratings: number
  readonly meanRating: number | undefined
  readonly answers: number
  readonly ikm: number | undefined
  readonly mutu: string | undefined
  readonly errors: number
}

/** `late`: when the play itself was late; a promise that was open then is not counted. */
export function scoreOf(log: Log, plan: SimulatedDay, inStep: boolean, late: readonly Instant[] = []): Score {
  const first = new Map<string, Called>()
  for (const call of log.calls) if (!first.has(call.id)) first.set(call.id, call)
  const called = log.taken.flatMap(t => (first.has(t.id) ? [{ ...t, called: first.get(t.id)! }] : []))
  // Up to the end of the range, whenever the call came: else those called early would be counted more often.
  const met = called.filter(t => !late.some(at => at >= t.at && at <= (t.range?.to ?? t.called.serverAt)))
  const waits = timesOf(waitsIn(log))
  const numbers = [...log.booked, ...log.taken.flatMap(t => (t.kind === 'walkIn' ? [t.number] : []))]
  // The server shows no IKM of a day: this is what the visitors of this one said.
  const { ikm, mutu } = computeIkm(log.answers)
  return {
    tickets: log.taken.length,
    calls: log.calls.length,
    duplicates: numbers.length - new Set(numbers).size,
    doubleCalls: log.doubleCalls,
    heard: log.heard,
    heardOutOfOrder: log.heardOutOfOrder,
    booked: log.booked.length,
    noPlace: log.noPlace,
    arrived: log.taken.filter(t => t.kind !== 'walkIn').length,
    late: log.taken.filter(t => t.kind === 'late').length,
    released: log.released,
    served: log.served,
    recalled: log.recalled,
    missed: log.missed,
    returned: log.returned,
    transferred: log.transferred,
    parked: log.parked,
    visitMinutes: minutesOf(mean(log.handledMs)),
    plannedVisitMinutes: minutesOf(mean(plan.visitors.map(v => v.wayMs + v.serveMs + v.turnMs))),
    waits: waits.n,
    waitMedianMinutes: minutesOf(waits.p50 ?? undefined),
    waitP90Minutes: minutesOf(waits.p90 ?? undefined),
    notCounted: called.length - met.length,
    ...promisesOf(met, inStep),
    walkIns: promisesOf(
      met.filter(t => t.kind === 'walkIn'),
      inStep,
    ),
    bookings: promisesOf(
      met.filter(t => t.kind === 'booked'),
      inStep,
    ),
    ratings: log.ratings.length,
    meanRating: mean(log.ratings),
    answers: log.answers.length,
    ikm,
    mutu,
    errors: log.errors.length,
  }
}

/** Milliseconds of each line from coming into it to the call that ended it. */
function waitsIn({ taken, again, calls }: Log): readonly number[] {
  const lines = [...taken, ...again].sort((a, b) => a.at - b.at)
  return lines.flatMap(({ id, at }) => {
    const call = calls.find(c => c.id === id && c.at >= at)
    return call ? [call.at - at] : []
  })
}

function minutesOf(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : ms / MINUTE
}

interface Called {
  readonly at: Instant
  readonly serverAt: Instant
}

/** How our ranges and the usual rule did for these people. */
function promisesOf(met: readonly (Taken & { readonly called: Called })[], inStep: boolean): Promises {
  const shown = met.flatMap(t => (t.range ? [{ ...t.range, called: t.called.serverAt }] : []))
  const ranges = inStep && shown.length > 0 ? promised(shown) : undefined
  // Not before a booked slot: the usual rule gets the best that it could be.
  const points = met.map(t => ({ called: t.called.at, point: Math.max(t.slotStart ?? 0, t.at + usualWaitMs(t)) }))
  const band = USUAL_BAND * MINUTE
  const usual = promised(points.map(p => ({ from: p.point - band, to: p.point + band, called: p.called })))
  const missBy = points.map(p => Math.abs(p.called - p.point) / MINUTE)
  const sameBand = ranges && quantile(missBy, ranges.inside / ranges.n)
  return { ranges, usual, usualWidthForSameMinutes: sameBand === undefined ? undefined : 2 * sameBand }
}

function usualWaitMs({ usual }: Taken): number {
  return usual.counters === 0 ? 0 : (usual.waiting * usual.meanMs) / usual.counters
}

function promised(list: readonly { from: number; to: number; called: number }[]): Promised {
  return {
    n: list.length,
    inside: list.filter(p => p.called >= p.from && p.called <= p.to).length,
    earlier: list.filter(p => p.called < p.from).length,
    later: list.filter(p => p.called > p.to).length,
    widthMinutes: (mean(list.map(p => p.to - p.from)) ?? 0) / MINUTE,
  }
}
