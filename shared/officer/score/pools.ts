import { grouped } from '../../kit/grouped.ts'
import { addedUp, type RatingCounts } from '../../survey/mean-interval.ts'
import type { Cell } from './cells.ts'

/** Somebody's ratings of a period, a cell for each set of circumstances. */
export interface Rated {
  readonly who: string
  readonly n: number
  readonly counts: RatingCounts
  readonly cells: readonly Cell[]
}

/** Ratings under which somebody is left out of every comparison. */
const FEWEST_RATINGS = 20

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
export const peopleIn = (counts: RatingCounts): number => counts[0] + counts[1] + counts[2] + counts[3]

/** Everybody with ratings, each cell once and all in one order, so that the order of the input changes no digit. */
export function ratedOf(cells: readonly Cell[]): readonly Rated[] {
  const joined = new Map<string, Cell>()
  for (const cell of cells) {
    if (peopleIn(cell.counts) === 0) continue
    const key = JSON.stringify([cell.who, cell.date, cell.service, cell.channel, cell.hour, cell.wait])
    const seen = joined.get(key)
    joined.set(key, seen ? { ...cell, counts: addedUp([seen.counts, cell.counts]) } : cell)
  }
  const sorted = [...joined]
    .sort(([a, { who }], [b, other]) => compare(who, other.who) || compare(a, b))
    .map(([, cell]) => cell)
  return [...grouped(sorted, cell => cell.who)].map(([who, own]) => {
    const counts = addedUp(own.map(c => c.counts))
    return { who, n: peopleIn(counts), counts, cells: own }
  })
}

/** Who has ratings enough to be compared at all. */
export const enough = (rated: Rated): boolean => rated.n >= FEWEST_RATINGS

/** People with enough ratings, together where services join them, directly or over others; alone otherwise. */
export function poolsOf(people: readonly Rated[]): readonly (readonly Rated[])[] {
  const pools: { services: Set<string>; people: Rated[] }[] = []
  for (const one of people.filter(enough)) {
    const services = new Set(one.cells.map(c => c.service))
    const joined = pools.filter(pool => [...services].some(s => pool.services.has(s)))
    for (const pool of joined) pools.splice(pools.indexOf(pool), 1)
    pools.push({
      services: new Set([...joined.flatMap(p => [...p.services]), ...services]),
      people: [...joined.flatMap(p => p.people), one],
    })
  }
  return pools
    .map(pool => pool.people.sort((a, b) => compare(a.who, b.who)))
    .sort((a, b) => compare(a[0]!.who, b[0]!.who))
}
