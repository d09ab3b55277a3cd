import { quantile } from '../kit/stats.ts'

/** On how many measurements a median rests at least. */
export const MEDIAN_FROM = 5

/** On how many what lies at the edge rests, the tenth and the ninetieth percentile, and a share in per cent. */
export const EDGE_FROM = 10

/** Percentiles of times in milliseconds with how many they rest on; `null` where those are too few. */
export interface Times {
  readonly n: number
  readonly p50: number | null
  readonly p90: number | null
}

/**
 * What may be said of some times.
 * @example timesOf([60_000, 60_000, 60_000, 60_000]) // { n: 4, p50: null, p90: null }
 */
export function timesOf(values: readonly number[]): Times {
  return {
    n: values.length,
    p50: values.length < MEDIAN_FROM ? null : quantile(values, 0.5)!,
    p90: values.length < EDGE_FROM ? null : quantile(values, 0.9)!,
  }
}
