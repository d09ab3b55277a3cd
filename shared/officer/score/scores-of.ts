import { grouped } from '../../kit/grouped.ts'
import { addedUp, meanInterval } from '../../survey/mean-interval.ts'
import type { Cell } from './cells.ts'
import { computed, type Computed, type ComputedPerson, type ComputedPool } from './computed.ts'
import { directInterval } from './direct-interval.ts'
import type { Rated } from './pools.ts'
import type { OwnMean, PersonScore, Pool, Scores } from './score.ts'

/** However low an office sets its minimum, under so many ratings nothing but their number is told. */
const FEWEST_SHOWN = 30
/** More ratings than this under circumstances that cannot be told from who had them, and somebody is not comparable. */
const MOST_DROPPED = 0.2

/** From how many ratings on anything but their number is told, where an office asks for so many. */
export function fewestShown(shownFrom: number): number {
  return Math.max(FEWEST_SHOWN, shownFrom)
}

/**
 * The scores of a closed period, only what may be told of each: from cells in whatever order; `shownFrom` ratings on, the office's
 * minimum. A pool tells only sums over its people.
 */
export function scoresOf(cells: readonly Cell[], options: { readonly shownFrom: number }): Scores {
  const all = computed(cells)
  const shownFrom = fewestShown(options.shownFrom)
  return { people: all.people.map(one => personScore(one, all, shownFrom)), pools: all.pools.map(poolOf) }
}

function personScore(one: Rated, all: Computed, shownFrom: number): PersonScore {
  const { who, n } = one
  if (n < shownFrom) return { who, n, status: 'fewRatings' }
  const pool = all.pools.findIndex(p => p.fit.people.some(other => other.who === who))
  if (pool < 0) return { who, status: all.colleagues ? 'notComparable' : 'fewColleagues', ...ownMean(one) }
  const among = all.pools[pool]!.among?.people.find(p => p.who === who)
  if (!among) return { who, status: 'noVariation', n, ...alike(one) }
  if (notComparable(among, shownFrom)) return { who, status: 'notComparable', ...ownMean(one) }
  return { who, status: among.standing, pool, ...told(among) }
}

/** Whether the own circumstances were too unlike those of the colleagues to say anything of the person. */
function notComparable({ droppedShare, nEff }: ComputedPerson, shownFrom: number): boolean {
  return droppedShare > MOST_DROPPED || nEff < shownFrom / 2
}

/** The plain mean of somebody's days, where nothing is allowed for. */
function ownMean({ n, cells }: Rated): OwnMean {
  const days = grouped(cells, cell => cell.date)
  return { n, ...meanInterval([...days.values()].map(day => addedUp(day.map(cell => cell.counts)))) }
}

function alike({ n, counts }: Rated): { mean: number; low: number; high: number } {
  const mean = counts.reduce((sum, many, i) => sum + many * (i + 1), 0) / n
  return { mean, ...directInterval(counts, mean, n) }
}

function told(person: ComputedPerson) {
  const { n, mean, low, high, adjusted, nEff, estimate, estimateLow, estimateHigh, reliability, usual } = person
  return { n, mean, low, high, adjusted, nEff, estimate, estimateLow, estimateHigh, reliability, usual }
}

function poolOf({ fit, among }: ComputedPool): Pool {
  const pool = {
    who: fit.people.map(p => p.who),
    n: fit.n,
    effects: fit.columns.map((column, i) => ({ column, effect: fit.effects[i]! })),
    dropped: fit.dropped,
    variance: fit.variance,
    dayEffect: fit.dayEffect,
    skew: fit.skew,
  }
  if (!among) return pool
  const { mean, between, betweenDrawn, limit, n70 } = among
  return { ...pool, among: { mean, between, betweenDrawn, limit, ...(n70 === undefined ? {} : { n70 }) } }
}
