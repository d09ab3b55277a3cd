import type { Random } from '../../../shared/kit/random.ts'

/** A source of normally distributed numbers with mean 0 and standard deviation 1 (polar method). */
export function normals(random: Random): () => number {
  let kept: number | undefined
  return () => {
    if (kept !== undefined) {
      const value = kept
      kept = undefined
      return value
    }
    for (;;) {
      const [u, v] = [2 * random() - 1, 2 * random() - 1]
      const s = u * u + v * v
      if (s >= 1 || s === 0) continue
      const scale = Math.sqrt((-2 * Math.log(s)) / s)
      kept = v * scale
      return u * scale
    }
  }
}

/** A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}

/** How many of `trials` hit with the chance `p`. */
export function binomial(random: Random, trials: number, p: number): number {
  let hits = 0
  for (let i = 0; i < trials; i += 1) if (random() < p) hits += 1
  return hits
}

/** The place of one of the weights, each as likely as it is large. */
export function weighted(random: Random, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, w) => sum + w, 0)
  let place = 0
  while (place < weights.length - 1 && left >= weights[place]!) left -= weights[place++]!
  return place
}
