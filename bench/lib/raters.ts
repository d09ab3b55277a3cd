import type { Random } from '../../shared/kit/random.ts'
import type { RatingCounts } from '../../shared/survey/mean-interval.ts'

/** Shares of those who choose 1, 2, 3 and 4. */
export type Shape = RatingCounts

/** People whose true mean is known. */
export const SHAPES = {
  content: [0.03, 0.07, 0.42, 0.48],
  delighted: [0.005, 0.01, 0.1, 0.885],
  'two camps': [0.3, 0.05, 0.05, 0.6],
  displeased: [0.5, 0.3, 0.15, 0.05],
  'almost all 3': [0.01, 0.02, 0.95, 0.02],
  'rare 1s': [0.03, 0, 0, 0.97],
} as const satisfies Record<string, Shape>

/** How alike days are: all the same, each with a mood of its own, or one in ten on which four in ten are displeased. */
export const DAYS = ['alike', 'moods', 'bad days'] as const

/** Spread of the moods, as a change of the odds of each step over the one below. */
const MOOD = 0.6
const BAD_SHARE = 0.1
const SPOILT: Shape = [0.6, 0.3, 0.1, 0]

export interface Raters {
  readonly shape: Shape
  readonly kind: (typeof DAYS)[number]
  readonly days: number
  readonly n: number
}

/** An interval that is tried. */
export type Tried = (days: readonly RatingCounts[]) => { readonly low: number; readonly high: number }

/** How often each interval holds the true mean of the raters, and how wide it is in the mean. */
export function coverage<Name extends string>(
  raters: Raters,
  tried: Readonly<Record<Name, Tried>>,
  { trials, random }: { readonly trials: number; readonly random: Random },
): Record<Name, { readonly held: number; readonly width: number }> {
  const truth = trueMean(raters)
  const names = Object.keys(tried) as Name[]
  const sums = new Map(names.map(name => [name, { held: 0, width: 0 }]))
  for (let i = 0; i < trials; i += 1) {
    const days = drawn(raters, random)
    for (const [name, sum] of sums) {
      const { low, high } = tried[name](days)
      if (low <= truth && truth <= high) sum.held += 1 / trials
      sum.width += (high - low) / trials
    }
  }
  return Object.fromEntries(sums) as Record<Name, { held: number; width: number }>
}

/** The ratings of one period; a day has between two and eight fifths of the usual crowd. */
function drawn({ shape, kind, days, n }: Raters, random: Random): readonly RatingCounts[] {
  const shapes = Array.from({ length: days }, () => runningSums(shapeOfDay(shape, kind, random)))
  const crowds = runningSums(shapes.map(() => 0.4 + random() * 1.2))
  const counts = shapes.map((): [number, number, number, number] => [0, 0, 0, 0])
  for (let i = 0; i < n; i += 1) {
    const day = chosen(crowds, random)
    counts[day]![chosen(shapes[day]!, random)]! += 1
  }
  return counts
}

/** The first place whose running sum is over a random part of the whole. */
function chosen(sums: readonly number[], random: Random): number {
  const at = random() * sums.at(-1)!
  return sums.findIndex(sum => at < sum)
}

function runningSums(weights: readonly number[]): readonly number[] {
  let sum = 0
  return weights.map(weight => (sum += weight))
}

function shapeOfDay(shape: Shape, kind: Raters['kind'], random: Random): Shape {
  if (kind === 'alike') return shape
  if (kind === 'moods') return inMood(shape, MOOD * normal(random))
  return random() < BAD_SHARE ? spoilt(shape) : shape
}

function trueMean({ shape, kind }: Raters): number {
  if (kind === 'alike') return meanOf(shape)
  if (kind === 'bad days') return (1 - BAD_SHARE) * meanOf(shape) + BAD_SHARE * meanOf(spoilt(shape))
  let [sum, weights] = [0, 0]
  for (let z = -6; z <= 6; z += 0.01) {
    sum += Math.exp(-(z ** 2) / 2) * meanOf(inMood(shape, MOOD * z))
    weights += Math.exp(-(z ** 2) / 2)
  }
  return sum / weights
}

function inMood(shape: Shape, mood: number): Shape {
  const [a, b, c, d] = shape.map((share, step) => share * Math.exp(mood * step)) as [number, number, number, number]
  const all = a + b + c + d
  return [a / all, b / all, c / all, d / all]
}

function spoilt([a, b, c, d]: Shape): Shape {
  const [s1, s2, s3, s4] = SPOILT
  return [0.6 * a + 0.4 * s1, 0.6 * b + 0.4 * s2, 0.6 * c + 0.4 * s3, 0.6 * d + 0.4 * s4]
}

function meanOf(shape: Shape): number {
  return shape.reduce((sum, share, i) => sum + share * (i + 1), 0)
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
