import { betaShare } from './beta.ts'

/**
 * How likely a binomial count of `trials`, each with the chance `p` (0 to 1), is `count` or more (Abramowitz and Stegun, Handbook of
 * Mathematical Functions, 1964, 26.5.24).
 * @example Math.round(binomialTail(2, 2, 0.5) * 1e9) // 250000000
 */
export function binomialTail(count: number, trials: number, p: number): number {
  if (count <= 0) return 1
  return count > trials ? 0 : betaShare(p / (1 - p), count, trials - count + 1)
}

/**
 * How likely a negative binomial count of that `mean` is `count` or more: Poisson counts whose own means scatter, the less the larger
 * `size` is (variance mean + mean² / size; Abramowitz and Stegun 26.5.26).
 * @example negativeBinomialTail(0, 4, 0.5) // 1
 */
export function negativeBinomialTail(count: number, size: number, mean: number): number {
  return count <= 0 ? 1 : betaShare(mean / size, count, size)
}
