import type { Moves } from './linearised.ts'

/** Days with answers, and answers beyond one a day, from which on it can be told how much days differ. */
const [FEWEST_DAYS, FEWEST_BEYOND] = [5, 10]

/** How parts of questionnaires scatter: in all (`s2`), within days, and between days beyond what chance within them does. */
export interface DaySpread {
  readonly n: number
  readonly days: number
  readonly s2: number
  readonly within: number
  readonly between: number
  /** Mean squares between and within days, and the answers of a usual day; only where days could be told apart. */
  readonly anova?: { readonly betweenDays: number; readonly withinDays: number; readonly perDay: number } | undefined
}

/**
 * One-way analysis of variance by day of what each questionnaire adds to a mean. Nothing is told between fewer than five days (Searle,
 * Casella and McCulloch, Variance Components, 1992, chapter 3).
 */
export function daySpread({ n, sums, counts, squares }: Moves): DaySpread {
  let [answered, between, large] = [0, 0, 0]
  for (let d = 0; d < counts.length; d += 1) {
    if (counts[d] === 0) continue
    answered += 1
    between += sums[d]! ** 2 / counts[d]!
    large += counts[d]! ** 2
  }
  const s2 = squares / (n - 1)
  const plain = { n, days: answered, s2, within: s2, between: 0 }
  if (answered < FEWEST_DAYS || n - answered < FEWEST_BEYOND || !(s2 > 0)) return plain
  const betweenDays = between / (answered - 1)
  const withinDays = Math.max(0, squares - between) / (n - answered)
  const perDay = (n - large / n) / (answered - 1)
  const component = (betweenDays - withinDays) / perDay
  if (component <= 0) return plain
  return { ...plain, within: withinDays, between: component, anova: { betweenDays, withinDays, perDay } }
}

/**
 * The variance of a mean over answers that scatter so, with its degrees of freedom (Satterthwaite, Biometrics Bulletin 2, 1946,
 * 110–114): `unevenness` says how unlike the days of the answers are to those of the visits, `chance` what a single answer counts.
 */
export function varianceOf(
  { n, days, within, between, anova }: DaySpread,
  unevenness: number,
  chance: number,
): { readonly variance: number; readonly df: number } {
  const variance = between * unevenness + within * chance
  if (anova === undefined || variance === 0) return { variance, df: n - 1 }
  const ofDays = ((anova.betweenDays * unevenness) / anova.perDay) ** 2 / (days - 1)
  const ofAnswers = (anova.withinDays * (chance - unevenness / anova.perDay)) ** 2 / (n - days)
  return { variance, df: Math.min(n - 1, Math.max(days - 1, variance ** 2 / (ofDays + ofAnswers))) }
}
