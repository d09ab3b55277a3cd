import { mean, quantile } from '../../shared/kit/stats.ts'
import { MINUTE } from '../../shared/kit/time.ts'
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

/** The day in figures. Minutes are those of the simulated day. */
export interface Score {
  readonly tickets: number
  readonly calls: number
  readonly duplicates: number
  readonly doubleCalls: number
  readonly heard: number
  readonly heardOutOfOrder: number
  readonly served: number
  readonly recalled: number
  readonly missed: number
  readonly returned: number
  readonly transferred: number
  readonly parked: number
  readonly waitMeanMinutes: number | undefined
  readonly waitP90Minutes: number | undefined
  /** The ranges first shown; absent when the server's clock did not run with the day. */
  readonly ranges: Promised | undefined
  /** The usual rule: people waiting × mean time / open counters, with a fixed band. */
  readonly usual: Promised
  /** Width of that rule's band if it were to hold as often as the ranges did. */
  readonly usualWidthForSameMinutes: number | undefined
  readonly ratings: number
  readonly meanRating: number | undefined
  readonly answers: number
  readonly ikm: number | undefined
  readonly mutu: string | undefined
  readonly errors: number
}

export function scoreOf(
  log: Log,
  inStep: boolean,
  ikm: { readonly ikm: number | undefined; readonly mutu: string | undefined },
): Score {
  const first = new Map<string, { at: number; serverAt: number }>()
  for (const call of log.calls) if (!first.has(call.id)) first.set(call.id, call)
  const met = log.taken.flatMap(t => (first.has(t.id) ? [{ ...t, called: first.get(t.id)! }] : []))
  const waits = met.map(t => (t.called.at - t.at) / MINUTE)
  const shown = met.flatMap(t => (t.range ? [{ ...t.range, called: t.called.serverAt }] : []))
  const ranges = inStep && shown.length > 0 ? promised(shown) : undefined
  const points = met.map(t => ({ called: t.called.at, point: t.at + usualWaitMs(t) }))
  const band = USUAL_BAND * MINUTE
  const usual = promised(points.map(p => ({ from: p.point - band, to: p.point + band, called: p.called })))
  const missBy = points.map(p => Math.abs(p.called - p.point) / MINUTE)
  const sameBand = ranges && quantile(missBy, ranges.inside / ranges.n)
  return {
    tickets: log.taken.length,
    calls: log.calls.length,
    duplicates: log.taken.length - new Set(log.taken.map(t => t.number)).size,
    doubleCalls: log.doubleCalls,
    heard: log.heard,
    heardOutOfOrder: log.heardOutOfOrder,
    served: log.served,
    recalled: log.recalled,
    missed: log.missed,
    returned: log.returned,
    transferred: log.transferred,
    parked: log.parked,
    waitMeanMinutes: mean(waits),
    waitP90Minutes: quantile(waits, 0.9),
    ranges,
    usual,
    usualWidthForSameMinutes: sameBand === undefined ? undefined : 2 * sameBand,
    ratings: log.ratings.length,
    meanRating: mean(log.ratings),
    answers: log.answers.length,
    ...ikm,
    errors: log.errors.length,
  }
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
