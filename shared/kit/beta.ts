/** From here on Stirling's series is exact to the last digit. */
const LARGE = 10
/** Coefficients of Stirling's series by odd powers of 1/x (Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 6.1.41). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360] as const
const MOST_STEPS = 100_000
/** Stands for nothing where the fraction must not be divided by nothing. */
const TINY = 1e-300

/**
 * Logarithm of the beta function of `a` and `b`, both above 0.
 * @example Math.round(Math.exp(logBeta(1, 2)) * 1e9) // 500000000
 */
export function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a]
  return logGamma(small) - logGammaStep(large, small)
}

/**
 * The regularised incomplete beta function at x = odds / (1 + odds): with parameters `a` and `b` (above 0) the share below x, 0 to 1,
 * to 10 digits and more. Given by the odds, since a share close to 1 has no digits left (continued fraction: NIST Digital Library of
 * Mathematical Functions 8.17.22).
 * @example Math.round(betaShare(1, 3, 3) * 1e9) // 500000000
 */
export function betaShare(odds: number, a: number, b: number): number {
  if (odds <= 0) return 0
  if (odds === Infinity) return 1
  const x = odds / (1 + odds)
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 / odds, b, a)
  const front = Math.exp(-a * Math.log1p(1 / odds) - b * Math.log1p(odds) - logBeta(a, b)) / a
  return front * fraction(x, a, b)
}

/** Lentz's way of computing the continued fraction. */
function fraction(x: number, a: number, b: number): number {
  const safe = (value: number) => (Math.abs(value) < TINY ? TINY : value)
  let above = 1
  let below = 1 / safe(1 - ((a + b) * x) / (a + 1))
  let value = below
  for (let m = 1; m <= MOST_STEPS; m += 1) {
    let step = 1
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    for (const term of [even, odd]) {
      below = 1 / safe(1 + term * below)
      above = safe(1 + term / above)
      step = above * below
      value *= step
    }
    if (Math.abs(step - 1) < Number.EPSILON) break
  }
  return value
}

function logGamma(x: number): number {
  if (x >= LARGE) return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + stirling(x)
  let product = 1
  let shifted = x
  for (; shifted < LARGE; shifted += 1) product *= shifted
  return logGamma(shifted) - Math.log(product)
}

/** log Γ(x + h) − log Γ(x), without the digits that the difference of two large numbers loses. */
function logGammaStep(x: number, h: number): number {
  let [from, shift] = [x, 0]
  for (; from < LARGE; from += 1) shift += Math.log1p(h / from)
  const step = (from - 0.5) * Math.log1p(h / from) + h * Math.log(from + h) - h + stirling(from + h) - stirling(from)
  return step - shift
}

function stirling(x: number): number {
  return STIRLING.reduceRight((sum, c) => sum / (x * x) + c, 0) / x
}
