import { seeded } from '../shared/kit/random.ts'
import { roundHalfUp, Z95 } from '../shared/kit/stats.ts'
import { addedUp, meanInterval, type RatingCounts } from '../shared/survey/mean-interval.ts'
import { coverage, DAYS, SHAPES } from './lib/raters.ts'

/** Working days of a month, of a quarter and of a semester, and how many rate in them. */
const PERIODS = [22, 62, 124]
const RATINGS = [60, 200, 1_000]
const WANTED = { least: 0.93, most: 0.97 }

/** Prints how often the interval of the ratings holds the truth, beside that with a fixed ceiling of three trials a rating. */
export function intervals(trials: number, seed: number): number {
  const [all, good] = [
    { quarter: 0, rest: 0 },
    { quarter: 0, rest: 0 },
  ]
  console.log(
    'people        days      of them     n   ceiling  width    ceiling, by days     interval  width  in 93–97 %',
  )
  for (const kind of DAYS)
    for (const days of PERIODS)
      for (const [name, shape] of Object.entries(SHAPES))
        for (const n of RATINGS) {
          const tried = { ceiling: alike, byDays: withDays, now: meanInterval }
          const so = coverage({ shape, kind, days, n }, tried, { trials, random: seeded(seed) })
          const held = so.now.held >= WANTED.least && so.now.held <= WANTED.most
          const part = days >= 62 ? 'quarter' : 'rest'
          all[part] += 1
          if (held) good[part] += 1
          console.log(
            `${name.padEnd(14)}${kind.padEnd(10)}${String(days).padStart(7)}${String(n).padStart(6)}` +
              `${percent(so.ceiling.held)}${width(so.ceiling.width)}${percent(so.byDays.held)}${width(so.byDays.width)}` +
              `${percent(so.now.held)}${width(so.now.width)}  ${held ? 'yes' : 'no'}`,
          )
        }
  console.log(
    `in 93–97 %: quarters and semesters ${good.quarter} of ${all.quarter}, months ${good.rest} of ${all.rest}`,
  )
  return 0
}

const percent = (share: number) => `${roundHalfUp(share * 100, 1).toFixed(1)} %`.padStart(11)
const width = (value: number) => value.toFixed(3).padStart(7)

/** Wilson's interval of a mean with measured spread, which counts a rating as three trials at most. */
function alike(days: readonly RatingCounts[], inflation = 1): { low: number; high: number } {
  const counts = addedUp(days)
  const n = counts.reduce((a, b) => a + b)
  const p = counts.reduce((sum, count, step) => sum + count * step, 0) / (3 * n)
  const variance = counts.reduce((sum, count, step) => sum + count * (step / 3 - p) ** 2, 0) / (n - 1)
  const perRating = variance * 3 > p * (1 - p) ? (p * (1 - p)) / variance : 3
  const [t, z2] = [(n / inflation) * perRating, Z95 ** 2]
  const middle = (p + z2 / (2 * t)) / (1 + z2 / t)
  const half = Math.sqrt((p * (1 - p) * z2) / t + (z2 / (2 * t)) ** 2) / (1 + z2 / t)
  return { low: 1 + 3 * Math.max(0, middle - half), high: 1 + 3 * Math.min(1, middle + half) }
}

/** The same where a period of more than thirty days counts its days as clusters. */
function withDays(days: readonly RatingCounts[]): { low: number; high: number } {
  const sizes = days.map(day => day.reduce((a, b) => a + b)).filter(size => size > 0)
  if (sizes.length - 1 < 30) return alike(days)
  const counts = addedUp(days)
  const n = sizes.reduce((a, b) => a + b)
  const mean = counts.reduce((sum, count, i) => sum + count * (i + 1), 0) / n
  const away = (day: RatingCounts) => day.reduce((sum, count, i) => sum + count * (i + 1 - mean), 0)
  const variance = counts.reduce((sum, count, i) => sum + count * (i + 1 - mean) ** 2, 0) / (n - 1)
  const between = days.reduce((sum, day) => sum + away(day) ** 2, 0)
  const expected = variance * (n - sizes.reduce((sum, size) => sum + size ** 2, 0) / n)
  return alike(days, expected > 0 ? Math.max(1, between / expected) : 1)
}
