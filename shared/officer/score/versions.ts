import { FLOOR } from '../../survey/answered.ts'
import { latestPeriods, settlesOn, type FixedPeriod } from '../../survey/fixed-periods.ts'
import type { LocalDate } from '../../kit/time.ts'

/** What is scored: people, and the places where they sit. */
export const SCORED = ['officer', 'counter'] as const
export type ScoredKind = (typeof SCORED)[number]

/** Why a period was computed: it closed, or something was learnt that leaves ratings out. */
export const SCORE_CAUSES = ['closed', 'outage', 'contest', 'outageBack'] as const
export type ScoreCause = (typeof SCORE_CAUSES)[number]

/**
 * Under which id the taking back of an outage is known.
 * @example backOf('late-1') // 'late-1/back'
 */
export const backOf = (id: string): string => `${id}/back`

/** The periods that have scores. A month has none: beside its quarter it would tell the rest of it (S17). */
export const SCORE_KINDS = ['quarter', 'semester'] as const
export type ScorePeriodKind = (typeof SCORE_KINDS)[number]

/** Whether a period has scores. */
export function hasScores({ kind }: Pick<FixedPeriod, 'kind'>): boolean {
  return (SCORE_KINDS as readonly string[]).includes(kind)
}

/** How many closed periods of a kind are looked at for one that was not computed yet. */
const BACK = 4

/** The periods that are over and for which nobody can answer any more, the earliest first. */
export function scoredBy(today: LocalDate): readonly FixedPeriod[] {
  return SCORE_KINDS.flatMap(kind => latestPeriods(kind, today, BACK + 1))
    .filter(period => settlesOn(period.to) <= today)
    .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0))
}

/** What of a computation may be told: figures, words alone, or not more than how many rated. */
export type Gate = 'shown' | 'words' | 'hidden'

/** The ratings that one officer got at one counter in a quarter: how many count now, and how many were left out in each version. */
export interface SharedVersions {
  readonly counted: number
  /** The latest last. */
  readonly leftOut: readonly number[]
}

/**
 * What may be told of somebody's result. Two figures that differ by fewer than ten ratings tell what those said, as do two of a
 * semester beside two of a quarter: then only words are. `leftOut` says of each quarter of the period how many ratings were left out
 * in each version until now, the latest last; `shared` the same of what an officer has in common with each counter, since both have
 * versions. Whether the figures of all may stand beside the whole office is said by `unsolved`.
 */
export function gateOf(
  isShown: boolean,
  leftOut: readonly (readonly number[])[],
  shared: readonly SharedVersions[] = [],
): Gate {
  if (!isShown) return 'hidden'
  return leftOut.every(versions => isApart(versions)) && shared.every(isWhole) ? 'shown' : 'words'
}

/** Whether the last of these numbers is the first, one of those that could be told before, or ten away from each of them. */
function isApart(versions: readonly number[], from: readonly number[] = []): boolean {
  const told = [...from]
  return versions.reduce((_, n) => {
    if (!told.every(before => before === n || Math.abs(n - before) >= FLOOR)) return false
    told.push(n)
    return true
  }, true)
}

/** Whether what later versions left out of a shared part, and what is left of it, is nothing or ten and more. */
function isWhole({ counted, leftOut: [first, ...later] }: SharedVersions): boolean {
  if (later.every(n => n === first)) return true
  return isApart(later, [first!]) && (counted === 0 || counted >= FLOOR)
}

/** Which share of a counter's visits makes it the record of one officer. */
const ONE_PERSON = 0.8

/** The officer who gave at least four in five of these visits, if one did. */
export function holderOf(visits: readonly { readonly officer: string; readonly n: number }[]): string | undefined {
  const all = visits.reduce((sum, { n }) => sum + n, 0)
  return visits.find(({ n }) => all > 0 && n >= all * ONE_PERSON)?.officer
}
