import {
  flagLimit,
  limitAt,
  standingOf,
  steadiedBetween,
  usualOf,
  type Standing,
  type Usual,
} from '../../kit/funnel.ts'
import { FEWEST_UNITS, pooled } from '../../kit/pool.ts'
import { Z95 } from '../../kit/stats.ts'
import type { Cell } from './cells.ts'
import { fitted, type Adjusted, type Fitted } from './case-mix.ts'
import { directInterval } from './direct-interval.ts'
import { enough, poolsOf, ratedOf, type Rated } from './pools.ts'
import type { UsualRange } from './score.ts'

/** Everything that was computed of somebody in a pool; what of it may be told is decided elsewhere. */
export interface ComputedPerson extends Adjusted {
  readonly variance: number
  readonly nEff: number
  readonly low: number
  readonly high: number
  readonly estimate: number
  readonly estimateLow: number
  readonly estimateHigh: number
  readonly reliability: number
  readonly others: Usual
  readonly usual: UsualRange
  readonly standing: Standing
}

/** A pool of four or more: where nothing varies nobody is told apart. */
export interface ComputedPool {
  readonly fit: Fitted
  readonly among?: {
    readonly mean: number
    readonly between: number
    readonly betweenDrawn: number
    readonly limit: number
    readonly n70?: number
    readonly people: readonly ComputedPerson[]
  }
}

/** Everybody with ratings, and the pools of those who can be compared. */
export interface Computed {
  readonly people: readonly Rated[]
  readonly pools: readonly ComputedPool[]
  /** Whether there are colleagues enough with ratings in the office, be they comparable or not. */
  readonly colleagues: boolean
}

const Z998 = 3.090232306167813
/** Of a reliability of 0.70. */
const RELIABLE = 7 / 3

/** Computes the score of each in a period from its cells, in full precision. */
export function computed(cells: readonly Cell[]): Computed {
  const people = ratedOf(cells)
  return {
    people,
    pools: poolsOf(people)
      .filter(pool => pool.length >= FEWEST_UNITS)
      .map(pool => compared(fitted(pool))),
    colleagues: people.filter(enough).length >= FEWEST_UNITS,
  }
}

function compared(fit: Fitted): ComputedPool {
  if (fit.variance === 0) return { fit }
  const single = fit.dayEffect * fit.variance
  const measured = fit.people.map(p => ({ mean: p.adjusted, variance: single * p.h }))
  const { mean, between, units } = pooled(measured)!
  const limit = flagLimit(measured.length)
  const people = fit.people.map((one, i): ComputedPerson => {
    const { low: estimateLow, high: estimateHigh, estimate, reliability } = units[i]!
    const others = usualOf(
      measured[i]!,
      measured.filter((_, j) => j !== i),
      fit,
    )
    const nEff = 1 / (fit.dayEffect * one.h)
    return {
      ...one,
      variance: measured[i]!.variance,
      nEff,
      ...directInterval(one.counts, one.adjusted, nEff),
      estimate,
      estimateLow,
      estimateHigh,
      reliability,
      others,
      usual: rangeOf(others, limit),
      standing: standingOf(one.adjusted, others, limit),
    }
  })
  const betweenDrawn = steadiedBetween(between, measured.length, fit.variance)
  const n70 = between === 0 ? {} : { n70: (RELIABLE * single) / between }
  return { fit, among: { mean, between, betweenDrawn, limit, ...n70, people } }
}

function rangeOf(usual: Usual, limit: number): UsualRange {
  const at = (z: number) => limitAt(usual, z)
  return {
    low95: at(-Z95),
    high95: at(Z95),
    low998: at(-Z998),
    high998: at(Z998),
    lowFlag: at(-limit),
    highFlag: at(limit),
  }
}
