import { Z95 } from '../../kit/stats.ts'
import type { RatingCounts } from '../../survey/mean-interval.ts'
import { peopleIn } from './pools.ts'

/** Ratings go from 1 to 4. */
const [WORST, STEPS] = [1, 3]

/**
 * The 95 % score interval (1 to 4) of an adjusted mean that is as certain as `nEff` ratings, by how much the raw ratings vary for
 * a mean of theirs, at most as on a scale of two (Wilson 1927; Penfield 2003).
 * @example directInterval([0, 0, 0, 70], 4, 70).high // 4
 */
export function directInterval(counts: RatingCounts, adjusted: number, nEff: number): { low: number; high: number } {
  const n = peopleIn(counts)
  const share = (rating: number) => (rating - WORST) / STEPS
  const mean = counts.reduce((sum, many, i) => sum + many * share(i + 1), 0) / n
  const seen = counts.reduce((sum, many, i) => sum + many * (share(i + 1) - mean) ** 2, 0) / (n - 1)
  const most = mean * (1 - mean)
  const precision = STEPS * seen > most ? most / seen : STEPS
  const p = Math.min(1, Math.max(0, share(adjusted)))
  const [t, z2] = [nEff * precision, Z95 ** 2]
  const middle = (p + z2 / (2 * t)) / (1 + z2 / t)
  const half = Math.sqrt((p * (1 - p) * z2) / t + (z2 / (2 * t)) ** 2) / (1 + z2 / t)
  return { low: WORST + STEPS * Math.max(0, middle - half), high: WORST + STEPS * Math.min(1, middle + half) }
}
