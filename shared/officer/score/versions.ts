import { FLOOR } from '../../survey/answered.ts'
import { latestPeriods, settlesOn, type FixedPeriod } from '../../survey/fixed-periods.ts'
import type { LocalDate } from '../../kit/time.ts'

/** What is scored: people, and the places where they sit. */
export const SCORED = ['officer', 'counter'] as const
export type ScoredKind = (typeof SCORED)[number]

/** Why a period was computed: it closed, or something was learnt that leaves ratings out. */
export const SCORE_CAUSES = ['closed', 'outage', 'contest', 'outageBack'] as const
export type ScoreCause = (typeof SCORE_CAUSES)[number]

/** Of what a period is computed anew: an objection is about its officer alone, and counters go on counting what it left out. */
export const scoredFor = (cause: ScoreCause): readonly ScoredKind[] => (cause === 'contest' ? ['officer'] : SCORED)

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

/**
 * So many versions of a quarter tell figures of somebody, by itself and within its half year together: the first, one with something
 * left out, and one more. Each further one could be asked for with another day left out, and at last all days would be known.
 */
const MOST_TOLD = 3

/** So many may be told beside `told`, now that there is one for `cause`: the last is kept for an objection that is accepted. */
export function mostTold(cause: ScoreCause, told: readonly { readonly cause: ScoreCause | undefined }[]): number {
  const isHeard = cause === 'contest' || told.some(version => version.cause === 'contest')
  return isHeard ? MOST_TOLD : MOST_TOLD - 1
}

/** How many ratings were left out after they were written, by their circumstances: all of those of one circumstance, or none. */
export type LeftOutCells = Readonly<Record<string, number>>

/** The ratings that one officer got at one counter in a quarter: how many count now, and which were left out in each version. */
export interface SharedVersions {
  readonly counted: number
  /** The latest last. */
  readonly leftOut: readonly LeftOutCells[]
}

/**
 * What may be told of somebody's result. Figures of versions tell, together, what those said who are left out in some of them and not
 * in the others: where these are fewer than ten, only words are. It matters which were left out, not how many: one may have come back
 * when another went. `leftOut` says it of each quarter of the period for each version until now, the latest last; `shared` the same of
 * what an officer has in common with each counter, of what both leave out. What an objection left out of the officer: `staysWhole`. Whether the figures of all may stand beside the whole
 * office is said by `unsolved`.
 */
export function gateOf(
  isShown: boolean,
  leftOut: readonly (readonly LeftOutCells[])[],
  shared: readonly SharedVersions[] = [],
): Gate {
  if (!isShown) return 'hidden'
  return leftOut.every(isApart) && shared.every(isWhole) ? 'shown' : 'words'
}

/** Whether the last of these, beside those before that could be told, sets apart nobody or ten and more. */
function isApart(versions: readonly LeftOutCells[]): boolean {
  const told: LeftOutCells[] = []
  return versions.reduce((_, version) => {
    const isTold = [...setApart([...told, version]).values()].every(n => n >= FLOOR)
    if (isTold) told.push(version)
    return isTold
  }, true)
}

/**
 * Whether the figures of a counter's versions would tell what was said of one officer: of those whom versions set apart, fewer than ten
 * are of the others. `parts` are what was left out of each officer's part in the versions with figures and in the next, the latest last.
 */
export function tellsOfOne(parts: readonly (readonly LeftOutCells[])[]): boolean {
  const apart = parts.map(setApart)
  return [...new Set(apart.flatMap(part => [...part.keys()]))].some(pattern => {
    const each = apart.map(part => part.get(pattern) ?? 0)
    return each.reduce((sum, n) => sum + n, 0) - Math.max(...each) < FLOOR
  })
}

/** How many ratings share in which versions they are left out and in which not; not of those that are left out in all. */
function setApart(versions: readonly LeftOutCells[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const cell of new Set(versions.flatMap(version => Object.keys(version)))) {
    const each = versions.map(version => version[cell] ?? 0)
    const pattern = each.map(n => (n > 0 ? 'out' : 'in')).join()
    if (pattern.includes('in')) sums.set(pattern, (sums.get(pattern) ?? 0) + Math.max(...each))
  }
  return sums
}

/** Whether what versions left out of a shared part, and what is left of it, is nothing or ten and more. */
function isWhole({ counted, leftOut }: SharedVersions): boolean {
  if (setApart(leftOut).size === 0) return true
  return isApart(leftOut) && (counted === 0 || counted >= FLOOR)
}

/** Which share of a counter's visits makes it the record of one officer. */
const ONE_PERSON = 0.8

/** The officer who gave at least four in five of these visits, if one did. */
export function holderOf(visits: readonly { readonly officer: string; readonly n: number }[]): string | undefined {
  const all = visits.reduce((sum, { n }) => sum + n, 0)
  return visits.find(({ n }) => all > 0 && n >= all * ONE_PERSON)?.officer
}
