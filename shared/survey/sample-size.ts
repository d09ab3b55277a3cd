/** Required against achieved number of respondents for a period. */
export interface SampleProgress {
  readonly population: number
  readonly target: number
  readonly achieved: number
  readonly short: number
  readonly enough: boolean
}

/**
 * Respondents needed for a population (users of the service in the period): Krejcie and Morgan as PermenPANRB 14/2017
 * prints it, S = λ²·N·P·Q / (d²(N−1) + λ²·P·Q), λ² = 3.841, P = Q = 0.5, d = 0.05, rounded half-up.
 * @example sampleSize(40) // 36
 */
export function sampleSize(population: number): number {
  if (population <= 0) return 0
  // Both sides of the fraction times 100,000, so that the halves are decided between whole numbers.
  const num = 96_025 * population
  const den = 250 * (population - 1) + 96_025
  return Math.floor((2 * num + den) / (2 * den))
}

/**
 * Where a period stands against its target.
 * @example sampleProgress(500, 200).short // 17
 */
export function sampleProgress(population: number, achieved: number): SampleProgress {
  const target = sampleSize(population)
  return { population, target, achieved, short: Math.max(0, target - achieved), enough: achieved >= target }
}
