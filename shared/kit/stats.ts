/** Numbers that describe a list of measurements; empty lists give `undefined`, never an invented zero. */

/**
 * Arithmetic mean.
 * @example mean([1, 2, 6]) // 3
 */
export function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, v) => sum + v, 0) / values.length
}

/**
 * Quantile `q` (0 to 1) with linear interpolation between neighbours (Hyndman and Fan type 7).
 * @example quantile([1, 2, 3, 4], 0.5) // 2.5
 */
export function quantile(values: readonly number[], q: number): number | undefined {
  if (values.length === 0) return undefined
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * q
  const low = Math.floor(place)
  const below = sorted[low]!
  const above = sorted[Math.min(low + 1, sorted.length - 1)]!
  return below + (above - below) * (place - low)
}

/** A time until something happened, or of which only is known that it lasted as long. */
export interface Lasted {
  readonly ms: number
  readonly ended: boolean
}

/**
 * The time by which the share `q` of them had ended, those counted in that have not (Kaplan and Meier, Journal of the
 * American Statistical Association 53, 1958, 457–481); in the middle where the share is met for a while, as of a median.
 * `over` where so many have not ended that it is only known to be longer; undefined of none.
 * @example lastedQuantile([{ ms: 1, ended: true }, { ms: 3, ended: false }, { ms: 5, ended: true }], 0.5) // { ms: 5 }
 */
export function lastedQuantile(
  times: readonly Lasted[],
  q: number,
): { readonly ms: number; readonly over?: true } | undefined {
  const sorted = [...times].sort((a, b) => a.ms - b.ms || Number(b.ended) - Number(a.ended))
  let lasting = 1
  let met: number | undefined
  for (const [i, { ms, ended }] of sorted.entries()) {
    if (!ended) continue
    if (met !== undefined && ms > met) return { ms: (met + ms) / 2 }
    lasting *= 1 - 1 / (sorted.length - i)
    const left = lasting - (1 - q)
    if (left < -EXACT) return { ms: met ?? ms }
    if (left <= EXACT) met = ms
  }
  if (met !== undefined) return { ms: met }
  return sorted.length === 0 ? undefined : { ms: sorted.at(-1)!.ms, over: true }
}

/** Shares that differ by less are equal: they are products of fractions. */
const EXACT = 1e-9

/**
 * Rounds half away from zero at `digits` decimals, immune to binary fractions such as 1.005.
 * @example roundHalfUp(76.605, 2) // 76.61
 */
export function roundHalfUp(value: number, digits: number): number {
  const scale = 10 ** digits
  const nudged = Math.abs(value) * scale
  return (Math.sign(value) * Math.floor(nudged + 0.5 + nudged * Number.EPSILON * 4)) / scale
}

/** Standard deviations that hold 95 % of a normal distribution. */
export const Z95 = 1.959963984540054

/**
 * Upper end (0 to 1) of the 95 % score interval of a share of which `hits` of `trials` were seen (Wilson, Journal of
 * the American Statistical Association 22, 1927, 209–212); 1 when nothing was tried.
 * @example roundHalfUp(wilsonUpper(80, 100), 3) // 0.867
 */
export function wilsonUpper(hits: number, trials: number): number {
  if (trials <= 0) return 1
  const [share, z2] = [hits / trials, Z95 * Z95]
  const middle = share + z2 / (2 * trials)
  const half = Z95 * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials))
  return Math.min(1, (middle + half) / (1 + z2 / trials))
}

/**
 * The same of Student's t with `df` (4 or more) degrees of freedom, to three in a thousand (Abramowitz and Stegun, Handbook
 * of Mathematical Functions, 1964, 26.7.5).
 * @example roundHalfUp(t95(21), 2) // 2.08
 */
export function t95(df: number): number {
  const z = Z95
  return (
    z +
    (z ** 3 + z) / (4 * df) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * df ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * df ** 3)
  )
}
