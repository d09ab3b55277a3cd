import { grouped } from '../../kit/grouped.ts'
import type { Cell } from './cells.ts'
import { peopleIn } from './pools.ts'
import type { Scores } from './score.ts'
import { fewestShown, scoresOf } from './scores-of.ts'

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
 * says of ratings that were left out whether they do for others. Of whom no figure is told (`isTold`) nobody else's figures say
 * anything either: they are in no pool but for themselves.
 */
export function scoresBeside(
  cells: readonly KeptCell[],
  options: {
    readonly shownFrom: number
    readonly stillCounts: (cell: KeptCell) => boolean
    readonly isTold: (who: string) => boolean
  },
): Scores {
  const { shownFrom, stillCounts, isTold } = options
  const told = cells.filter(cell => isTold(cell.who) && (cell.leftOutBy === null || stillCounts(cell)))
  const asTold = new Set(told.map(cell => cell.who))
  for (const { who } of told.filter(cell => cell.leftOutBy !== null)) asTold.delete(who)
  const all = scoresOf(told, { shownFrom })
  const people = all.people.filter(one => asTold.has(one.who))
  const pools = [...all.pools]
  const now = grouped(
    cells.filter(cell => cell.leftOutBy === null && !asTold.has(cell.who)),
    cell => cell.who,
  )
  for (const [who, own] of now) {
    const n = own.reduce((sum, { counts }) => sum + peopleIn(counts), 0)
    // Of so few only their number is told: nothing needs to be computed beside others.
    const beside = n < fewestShown(shownFrom) ? [] : told.filter(cell => cell.who !== who)
    const apart = scoresOf([...beside, ...own], { shownFrom })
    for (const one of apart.people.filter(each => each.who === who)) {
      people.push('pool' in one ? { ...one, pool: one.pool + pools.length } : one)
      if ('pool' in one) pools.push(...apart.pools)
    }
  }
  return { people: people.sort((a, b) => (a.who < b.who ? -1 : 1)), pools }
}
