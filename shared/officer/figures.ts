import type { Instant, LocalDate } from '../kit/time.ts'
import type { Coming, Endings } from './endings.ts'
import type { Times } from './few.ts'
import type { Peers } from './peers.ts'
import type { OfficerRecord } from './record.ts'
import type { WaitFigures } from './waits.ts'
import type { Ways } from './ways.ts'

/** Counts and times of a group of stays. */
export interface WorkFigures {
  readonly served: number
  /** Called and not come, neither then nor later; counts at the last call. */
  readonly missed: number
  readonly transferred: number
  readonly parked: number
  /** Way time: called until arrived at the counter; the citizen's, never charged to the officer. */
  readonly way: Times
  /** Service time of finished visits, all their parts. */
  readonly serve: Times
  /** Finished visits that have none because their service was closed meanwhile. */
  readonly shut: number
  /** Finished visits that have none because their officer marked their clock as wrong. */
  readonly unclocked: number
}

/** What a manager sees of a period. Officers come in counter order, never sorted by a score, and without ratings. */
export interface UnitFigures extends Endings {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly wait: WaitFigures
  /** Tickets that stood in a line of these services, wherever their visit began; of them waited longer than a service promises. */
  readonly inLine: number
  readonly pastPromise: number
  /** Tickets and bookings by the service for which people came, waits by the service in whose line they were. */
  readonly services: readonly (WorkFigures & {
    readonly id: string
    readonly tickets: number
    readonly wait: WaitFigures
    readonly bookings: Coming
  })[]
  readonly counters: readonly (WorkFigures & { readonly id: string })[]
  readonly officers: readonly (WorkFigures & { readonly id: string; readonly name: string })[]
  /** Median wait per service and hour of the day of those called in that hour; `null` of too few. */
  readonly heat: readonly {
    readonly serviceId: string
    readonly hour: number
    readonly waitMs: number | null
    readonly n: number
  }[]
  /** How often the real call fell inside the range first shown of its line, also of a later step. */
  readonly estimates: {
    readonly n: number
    readonly inside: number
    readonly earlier: number
    readonly later: number
    /** The same by told wait, up to so many minutes (`null`: all that are longer), with the mean width of what was told. */
    readonly classes: readonly {
      readonly upToMinutes: number | null
      readonly n: number
      readonly inside: number
      readonly widthMs: number | null
    }[]
  }
}

/** An officer's hours at counters over some days, in milliseconds. */
export interface Hours {
  /** Days with any. */
  readonly days: number
  /** Breaks left out. */
  readonly countersMs: number
  readonly breaks: number
  readonly breaksMs: number
  /** Of the time at counters: while a service that the officer did on that day was closed. */
  readonly closedMs: number
}

/** An officer's record of work. */
export interface RecordView {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly days: number
  readonly record: OfficerRecord
  readonly ways: Ways
  /** Colleagues on the same mix of services, for comparison of service times only; `null` where too few may be told. */
  readonly peers: Peers | null
  readonly hours: Hours
  readonly computedAt: Instant
}
