import type { Instant, LocalDate } from '../kit/time.ts'
import type { OfficerRecord, Spread } from './record.ts'

/** Counts and times of a group of visits; times in milliseconds, `null` where nothing was measured. */
export interface WorkFigures {
  readonly served: number
  readonly missed: number
  readonly transferred: number
  readonly parked: number
  /** Median way time: called until arrived at the counter; the citizen's, never charged to the officer. */
  readonly wayMs: number | null
  readonly serveMs: number | null
  readonly serveP90Ms: number | null
}

/** What a manager sees of a period. Officers come in counter order, never sorted by a score, and without ratings. */
export interface UnitFigures {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly tickets: number
  readonly done: number
  readonly cancelled: number
  readonly missed: number
  /** Tickets that the office did not get to before their day ended. */
  readonly unserved: number
  readonly waitMs: { readonly mean: number | null; readonly p50: number | null; readonly p90: number | null }
  /** Tickets that waited longer than their service promises. */
  readonly pastPromise: number
  readonly services: readonly (WorkFigures & {
    readonly id: string
    readonly tickets: number
    readonly waitMs: number | null
    readonly waitP90Ms: number | null
  })[]
  readonly counters: readonly (WorkFigures & { readonly id: string })[]
  readonly officers: readonly (WorkFigures & { readonly id: string; readonly name: string; readonly serve: Spread })[]
  /** Median wait per service and hour of the day of those called in that hour. */
  readonly heat: readonly {
    readonly serviceId: string
    readonly hour: number
    readonly waitMs: number
    readonly n: number
  }[]
  /** How often the real call fell inside the range first shown. */
  readonly estimates: { readonly n: number; readonly inside: number; readonly earlier: number; readonly later: number }
}

/** An officer's own record of work. */
export interface RecordView {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly days: number
  readonly record: OfficerRecord
  /** The unit over the same services, for comparison of service times only. */
  readonly unitServe: Spread
  readonly computedAt: Instant
}
