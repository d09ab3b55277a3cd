import { grouped } from '../../kit/grouped.ts'
import type { Cell } from './cells.ts'
import type { PersonScore, Scores } from './score.ts'
import { scoresOf } from './scores-of.ts'

/** Ratings that count, or that an outage or objection left out after they had been counted. */
export interface KeptCell extends Cell {
  /** Its id; `null` where they count. */
  readonly leftOutBy: string | null
}

/** A computation of a period by what it was computed anew; the first one by nothing. */
export interface RunBy {
  readonly version: number
  readonly by: string
}

/**
 * What left ratings of somebody out after the last version of a quarter that told their figures, or after the first where none did;
 * `figures` are the versions that did. To everybody else these ratings still count: else the figures of others would say what the own ones keep back.
 */
export function notToldOf(runs: readonly RunBy[], figures: readonly number[]): ReadonlySet<string> {
  const last = Math.max(1, ...figures)
  return new Set(runs.filter(run => run.version > last).map(run => run.by))
}

/**
 * The scores of a period, each from the own ratings as they count now and those of all others as they were last told: `stillCounts`
 * says of ratings that were left out whether they do for others.
 */
export function scoresBeside(
  cells: readonly KeptCell[],
  options: { readonly shownFrom: number; readonly stillCounts: (cell: KeptCell) => boolean },
): Scores {
  const { shownFrom, stillCounts } = options
  const told = cells.filter(cell => cell.leftOutBy === null || stillCounts(cell))
  const all = scoresOf(told, { shownFrom })
  const pools = [...all.pools]
  const anew = new Map<string, readonly PersonScore[]>()
  for (const who of grouped(
    told.filter(cell => cell.leftOutBy !== null),
    cell => cell.who,
  ).keys()) {
    const own = cells.filter(cell => cell.who === who && cell.leftOutBy === null)
    const apart = scoresOf([...told.filter(cell => cell.who !== who), ...own], { shownFrom })
    anew.set(
      who,
      apart.people
        .filter(one => one.who === who)
        .map(one => ('pool' in one ? { ...one, pool: one.pool + pools.length } : one)),
    )
    pools.push(...apart.pools)
  }
  return { people: all.people.flatMap(one => anew.get(one.who) ?? [one]), pools }
}
