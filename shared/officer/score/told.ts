import { roundHalfUp } from '../../kit/stats.ts'
import type { Instant, LocalDate } from '../../kit/time.ts'
import type { FixedPeriod } from '../../survey/fixed-periods.ts'
import type { Reason } from '../../survey/rating.ts'
import type { CloseReason } from '../../queue/day.ts'
import type { HourBand } from './cells.ts'
import type { Guarded } from './confirmed.ts'
import type { PersonScore, Pool, ScoreStatus, UsualRange } from './score.ts'
import type { Gate, ScoreCause } from './versions.ts'

/** A pool without who is in it. */
export type ToldPool = Omit<Pool, 'who'> & { readonly people: number }

/** A result as it is kept. */
export interface KeptScore {
  readonly n: number
  readonly leftOut: number
  readonly gate: Gate
  readonly person: PersonScore
  readonly pool?: ToldPool | undefined
  /** `null`: not told. */
  readonly reasons: Readonly<Partial<Record<Reason, number>>> | null
  /** The fewest ratings from which on anything was shown. */
  readonly from: number
}

/** One number of ratings with the limits there, on 25 to 100. */
export interface FunnelPoint {
  readonly n: number
  readonly low95: number
  readonly high95: number
  readonly low998: number
  readonly high998: number
}

/** Where somebody stands among colleagues, on 25 to 100. */
export interface ToldAmong {
  /** The plain mean before anything was allowed for. */
  readonly plain: number
  readonly estimate: number
  readonly estimateLow: number
  readonly estimateHigh: number
  readonly office: number
  readonly usual: UsualRange
  /** 0 to 1, two decimals. */
  readonly reliability: number
  readonly n70?: number
  readonly nEff: number
  readonly colleagues: number
  readonly seesDifferences: boolean
  readonly dayEffect: number
  readonly curve: readonly FunnelPoint[]
}

/** What may be told of a score: how many rated, words, or figures with them. Means are on 25 to 100 with one decimal. */
export type ToldScore =
  | { readonly told: 'few'; readonly n: number; readonly from: number }
  | { readonly told: 'hidden'; readonly n: number; readonly from: number }
  | {
      readonly told: 'words'
      /** Figures would differ from others by too few, or somebody else has not opened the period yet. */
      readonly why: 'difference' | 'waiting'
      readonly n: number
      readonly from: number
      readonly status: ScoreStatus
      readonly guard?: Guarded | undefined
    }
  | {
      readonly told: 'figures'
      readonly n: number
      readonly from: number
      readonly leftOut: number
      readonly status: ScoreStatus
      readonly guard?: Guarded | undefined
      readonly value: number
      readonly low: number
      readonly high: number
      readonly among?: ToldAmong
      /** `null`: not told, for beside other figures they would tell of few; or told in the quarters of a half year, or the first version. */
      readonly reasons: Readonly<Partial<Record<Reason, number>>> | null
    }

/** What was left out of a later version, and who said so; `null` where that is no longer known. */
export type LeftOutBy =
  | {
      readonly kind: 'outage'
      readonly id: string
      /** Until when its officer may say that it is mistaken, `null` once nobody may; what was said, and why it stays all the same. */
      readonly mistaken: {
        readonly until: LocalDate | null
        readonly words: string | null
        readonly kept: string | null
      }
      readonly service: string
      readonly date: LocalDate
      readonly since: Instant
      readonly until: Instant
      readonly reason: CloseReason
      readonly by: string | null
      /** The second person; `null` of one from before there was one. */
      readonly agreedBy: string | null
    }
  | {
      readonly kind: 'contest'
      /** Days, parts of the day and counters; none of these means all. */
      readonly excluded: {
        readonly from: LocalDate
        readonly to: LocalDate
        readonly hours: readonly Exclude<HourBand, 'unknown'>[]
        readonly counters: readonly string[]
      }
      readonly by: string | null
    }

/** One version of the score of a period. */
export interface ToldVersion {
  readonly version: number
  readonly at: Instant
  readonly cause: ScoreCause
  readonly score: ToldScore
  /** Of a later version, where it is told with both beside each other. */
  readonly leftOutBy?: LeftOutBy | undefined
}

/** The score of a closed period as somebody may read it. */
export interface PeriodScore {
  readonly period: FixedPeriod
  /** The latest first; that one holds. */
  readonly versions: readonly ToldVersion[]
  /** The first day on which the assessor reads it unless it was opened before. */
  readonly opensOn: LocalDate
  readonly releasedAt: Instant | null
}

const Z = { of95: 1.959963984540054, of998: 3.090232306167813 }
const hundred = (value: number) => roundHalfUp(value * 25, 1)
const clamped = (value: number) => hundred(Math.min(4, Math.max(1, value)))

/** What of a result leaves the server; `guard` says what it and the periods before it say together. */
export function toldScore(kept: KeptScore, guard: Guarded | undefined): ToldScore {
  const { n, leftOut, gate, person, pool, reasons, from } = kept
  if (person.status === 'fewRatings') return { told: 'few', n, from }
  if (gate === 'hidden') return { told: 'hidden', n, from }
  // That all ratings are equal would be as good as figures.
  const inWords = person.status === 'noVariation' ? 'within' : person.status
  if (gate === 'words') return { told: 'words', why: 'difference', n, from, status: inWords, guard }
  const { low, high, status } = person
  const told = {
    told: 'figures' as const,
    n,
    from,
    leftOut,
    status,
    guard,
    low: hundred(low),
    high: hundred(high),
    reasons,
  }
  if (!('adjusted' in person) || !pool?.among) return { ...told, value: clamped(person.mean) }
  const { among } = pool
  const { usual } = person
  return {
    ...told,
    value: clamped(person.adjusted),
    among: {
      plain: hundred(person.mean),
      estimate: clamped(person.estimate),
      estimateLow: clamped(person.estimateLow),
      estimateHigh: clamped(person.estimateHigh),
      office: clamped(among.mean),
      usual: {
        ...{ low95: clamped(usual.low95), high95: clamped(usual.high95) },
        ...{ low998: clamped(usual.low998), high998: clamped(usual.high998) },
        ...{ lowFlag: clamped(usual.lowFlag), highFlag: clamped(usual.highFlag) },
      },
      reliability: roundHalfUp(person.reliability, 2),
      ...(among.n70 === undefined ? {} : { n70: Math.ceil(among.n70) }),
      nEff: Math.round(person.nEff),
      colleagues: pool.people,
      seesDifferences: among.between > 0,
      dayEffect: roundHalfUp(pool.dayEffect, 2),
      curve: curveOf(pool, Math.max(2 * from, 1.3 * person.nEff)),
    },
  }
}

/** The same without its figures, until everybody of whom some are told has opened the period. */
export function waiting(score: ToldScore): ToldScore {
  if (score.told !== 'figures') return score
  const { n, from, status, guard } = score
  return { told: 'words', why: 'waiting', n, from, status, guard }
}

/** Points of a curve; more are no smoother on a screen. */
const POINTS = 32
const LEAST = 20

/** The drawn limits of a pool up to so many ratings: its mean, its spread with experience, and the skew of its ratings. */
function curveOf({ variance, dayEffect, skew, among }: ToldPool, upTo: number): readonly FunnelPoint[] {
  return Array.from({ length: POINTS }, (_, i) => {
    const n = Math.round(LEAST + ((upTo - LEAST) * i) / (POINTS - 1))
    const own = (variance * dayEffect) / n
    const spread = Math.sqrt(own + among!.betweenDrawn)
    const bend = Math.min(0.9, Math.max(-0.9, (skew * own ** 2) / (Math.sqrt(variance) * spread ** 3)))
    const at = (z: number) => clamped(among!.mean + spread * (z + (bend / 6) * (z ** 2 - 1)))
    return { n, low95: at(-Z.of95), high95: at(Z.of95), low998: at(-Z.of998), high998: at(Z.of998) }
  })
}

/** The own scores of an officer. */
export interface OwnScores {
  /** The periods that have one, the latest first. */
  readonly periods: readonly string[]
  /** `null` where none was computed yet. */
  readonly score: PeriodScore | null
  /** Which period comes next, and on which day. */
  readonly next: { readonly period: string; readonly on: LocalDate }
}

/** One officer of a team; without versions until `opensOn`, unless it was opened before. */
export interface PersonRow {
  readonly officerId: string
  readonly name: string
  readonly opensOn: LocalDate
  readonly versions: readonly ToldVersion[]
}

/** One counter; without versions as long as whoever held it has not been first, or never where those of officers are not for the reader. */
export interface CounterScore {
  readonly counterId: string
  readonly name: string
  readonly opensOn: LocalDate
  /** Whether one officer holds it whose score the office does not open to whoever reads the unit. */
  readonly isClosed: boolean
  readonly versions: readonly ToldVersion[]
}
