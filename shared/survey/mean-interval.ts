import { t95, Z95 } from '../kit/stats.ts'

/** How many ratings of 1, 2, 3 and 4. */
export type RatingCounts = readonly [number, number, number, number]

/** The best rating; the worst is 1. */
const BEST = 4

/** Days from which it can be told how much they differ. */
const FEWEST_DAYS = 5

/** Halvings after which a bound lies far closer than what is printed. */
const HALVINGS = 32

/**
 * Mean of the answers of some days with its 95 % score interval: all means of which these answers are not unusual. Wilson
 * judges a share by the spread that people of that share have; this judges a mean by the spread of the likeliest people of
 * that mean. So sixty 4s do not rule out a rare 1, people who all say 3 are not taken for divided, and with the two ends of
 * the scale alone it is Wilson's. Answers of one day resemble each other: they count for less where days differ.
 * @example Math.round(meanInterval([[0, 0, 0, 60]]).low * 1000) // 3819
 */
export function meanInterval(days: readonly RatingCounts[]): { mean: number; low: number; high: number } {
  const counts = addedUp(days)
  const n = people(counts)
  const mean = sumOf(counts, step => step) / n
  const { inflation, z } = dayEffect(days, mean)
  const held = (truth: number) => n * (mean - truth) ** 2 <= inflation * z ** 2 * spreadAround(truth, counts)
  return { mean, low: lastHeld(mean, 1, held), high: lastHeld(mean, BEST, held) }
}

/**
 * The ratings of several days as one.
 * @example addedUp([[0, 0, 1, 2], [1, 0, 0, 5]]) // [1, 0, 1, 7]
 */
export function addedUp(days: readonly RatingCounts[]): RatingCounts {
  return days.reduce<RatingCounts>((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]], [0, 0, 0, 0])
}

/**
 * How many times more the days scatter than by chance, never less than once (the ratio of the cluster-robust to the plain
 * variance); what is measured of few days is uncertain itself, so that Student's t then takes the normal's place.
 */
function dayEffect(days: readonly RatingCounts[], mean: number): { inflation: number; z: number } {
  const chance = { inflation: 1, z: Z95 }
  const answered = days.filter(day => people(day) > 0)
  if (answered.length < FEWEST_DAYS) return chance
  const all = addedUp(answered)
  const n = people(all)
  const variance = sumOf(all, step => (step - mean) ** 2) / (n - 1)
  const between = answered.reduce((sum, day) => sum + sumOf(day, step => step - mean) ** 2, 0)
  const expected = variance * (n - answered.reduce((sum, day) => sum + people(day) ** 2, 0) / n)
  return between > expected ? { inflation: between / expected, z: t95(answered.length - 1) } : chance
}

/**
 * Variance of the likeliest people whose mean is `truth`: each answer weighs 1 / (1 + tilt × its distance), and what is left
 * of the whole are answers at the end of the scale that nobody gave so far (Owen's empirical likelihood on a known scale).
 */
function spreadAround(truth: number, counts: RatingCounts): number {
  const n = people(counts)
  let [low, high] = [-1 / (BEST - truth), 1 / (truth - 1)]
  for (let i = 0; i < HALVINGS; i += 1) {
    const tilt = (low + high) / 2
    if (sumOf(counts, step => (step - truth) / (1 + tilt * (step - truth))) > 0) low = tilt
    else high = tilt
  }
  const tilt = (low + high) / 2
  const share = (step: number) => 1 / n / (1 + tilt * (step - truth))
  const unseen = Math.max(0, 1 - sumOf(counts, share))
  const end = tilt < 0 ? BEST : 1
  return sumOf(counts, step => share(step) * (step - truth) ** 2) + unseen * (end - truth) ** 2
}

/** From the mean towards an end of the scale, the last place that is held. */
function lastHeld(mean: number, end: number, held: (truth: number) => boolean): number {
  if (mean === end) return end
  let [inside, outside] = [mean, end]
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (inside + outside) / 2
    if (held(middle)) inside = middle
    else outside = middle
  }
  return inside
}

function people(counts: RatingCounts): number {
  return sumOf(counts, () => 1)
}

function sumOf(counts: RatingCounts, of: (step: number) => number): number {
  return counts.reduce((sum, count, i) => (count === 0 ? sum : sum + count * of(i + 1)), 0)
}
