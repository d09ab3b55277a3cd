import { spreadOf, type Measured } from '../../shared/kit/pool.ts'

/** Other estimates of the variance between units, which the office does not use; to see how much hangs on the choice. */
export interface OtherEstimates {
  readonly tau2DL: number
  readonly tau2REML: number
  /** What Paule and Mandel hold against the number of units, with no variance between them. */
  readonly Q: number
}

const MOST_STEPS = 1_000

/** By moments (DerSimonian and Laird 1986) and by restricted likelihood (Fisher scoring from there). */
export function otherEstimates(units: readonly Measured[]): OtherEstimates {
  const sum = (of: (u: Measured) => number) => units.reduce((all, u) => all + of(u), 0)
  const weight = sum(u => 1 / u.variance)
  const mean = sum(u => u.mean / u.variance) / weight
  const Q = sum(u => (u.mean - mean) ** 2 / u.variance)
  const tau2DL = Math.max(0, (Q - (units.length - 1)) / (weight - sum(u => u.variance ** -2) / weight))
  let tau2REML = tau2DL
  for (let i = 0; i < MOST_STEPS; i += 1) {
    const next = Math.max(0, tau2REML + likelierBy(units, tau2REML))
    const step = Math.abs(next - tau2REML)
    tau2REML = next
    if (step <= 1e-15 * next + 1e-16) break
  }
  return { tau2DL, tau2REML, Q }
}

/** The step of Fisher scoring: with P = W − W11'W/ΣW, (y'PPy − tr P) / tr PP. */
function likelierBy(units: readonly Measured[], between: number): number {
  const weights = units.map(u => 1 / (u.variance + between))
  const power = (p: number) => weights.reduce((sum, w) => sum + w ** p, 0)
  const mean = units.reduce((sum, u, i) => sum + weights[i]! * u.mean, 0) / power(1)
  const away = units.reduce((sum, u, i) => sum + weights[i]! ** 2 * (u.mean - mean) ** 2, 0)
  const trace = power(1) - power(2) / power(1)
  return (away - trace) / (power(2) - (2 * power(3)) / power(1) + (power(2) / power(1)) ** 2)
}

/** The variance between units by Paule and Mandel, their mean and its standard error. */
export function meanOf(units: readonly Measured[]) {
  const { mean: mu, between: tau2, weight } = spreadOf(units)
  return { tau2, mu, seMu: Math.sqrt(1 / weight) }
}
