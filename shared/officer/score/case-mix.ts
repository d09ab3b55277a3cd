import { scatterOf, type Scattered } from '../../survey/scatter.ts'
import { solvable, type Solvable } from './normal-equations.ts'
import { peopleIn, type Rated } from './pools.ts'
import type { Cell } from './cells.ts'

/** Somebody's mean with the pool's mix of circumstances. */
export interface Adjusted extends Rated {
  readonly mean: number
  readonly adjusted: number
  /** Its variance in those of a single rating: an unusual mix costs certainty. */
  readonly h: number
  /** The share of ratings under circumstances that cannot be told from who had them. */
  readonly droppedShare: number
}

/** The ratings of a pool with the effect of their circumstances taken out. */
export interface Fitted extends Scattered {
  readonly n: number
  readonly columns: readonly string[]
  readonly dropped: readonly string[]
  readonly effects: readonly number[]
  readonly people: readonly Adjusted[]
}

const FACTORS = ['service', 'channel', 'hour', 'wait'] as const
/** Ratings under which a circumstance of a pool has no column of its own. */
const FEWEST_OF_LEVEL = 30

const scoreOf = (cell: Cell) => cell.counts.reduce((sum, n, i) => sum + n * (i + 1), 0)

/**
 * Takes the effect of circumstances out of the means of a pool, by least squares within officers, as in the case mix of CAHPS
 * (O'Malley and others, Health Services Research 40, 2005, 2162): only what differs within an officer's own work tells it.
 */
export function fitted(pool: readonly Rated[]): Fitted {
  const all = columnsOf(pool.flatMap(p => p.cells))
  const sums = pool.map(p => sumsOf(p, all))
  const { kept, effects, inverse } = withinOfficers(sums, all.names.length)
  const n = pool.reduce((sum, p) => sum + p.n, 0)
  const mix = kept.map(j => sums.reduce((sum, s) => sum + s.columns[j]!, 0) / n)
  const people = pool.map((one, i): Adjusted => {
    const { score, columns } = sums[i]!
    const away = kept.map((j, at) => columns[j]! / one.n - mix[at]!)
    const mean = score / one.n
    const lost = one.cells.filter(cell => all.of(cell).some(j => !kept.includes(j)))
    return {
      ...one,
      mean,
      adjusted: mean - dot(away, effects),
      h: 1 / one.n + inverse(away),
      droppedShare: lost.reduce((sum, cell) => sum + peopleIn(cell.counts), 0) / one.n,
    }
  })
  const effectOf = new Map(kept.map((j, at) => [j, effects[at]!]))
  const scatter = scatterOf(
    people.map(({ cells, mean, n: own }, i) => {
      const start =
        mean -
        dot(
          kept.map(j => sums[i]!.columns[j]! / own),
          effects,
        )
      return cells.map(cell => ({
        day: cell.date,
        counts: cell.counts,
        mean: start + all.of(cell).reduce((sum, j) => sum + (effectOf.get(j) ?? 0), 0),
      }))
    }),
    kept.length,
  )
  return {
    ...scatter,
    n,
    columns: kept.map(j => all.names[j]!),
    dropped: all.names.filter((_, j) => !kept.includes(j)),
    effects,
    people,
  }
}

/** The circumstances that have a column, and which of them a cell stands under. The most frequent of a factor is its base. */
function columnsOf(cells: readonly Cell[]) {
  const names: string[] = []
  const place = new Map<string, number>()
  for (const factor of FACTORS) {
    const levels = new Map<string, number>()
    for (const cell of cells) levels.set(cell[factor], (levels.get(cell[factor]) ?? 0) + peopleIn(cell.counts))
    const [, ...others] = [...levels].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    for (const [level, n] of others)
      if (n >= FEWEST_OF_LEVEL) {
        place.set(`${factor}=${level}`, names.length)
        names.push(`${factor}=${level}`)
      }
  }
  const of = (cell: Cell): readonly number[] => FACTORS.flatMap(factor => place.get(`${factor}=${cell[factor]}`) ?? [])
  return { names, of }
}

/** What the ratings of one officer add to the normal equations: exact sums of whole numbers. */
interface Sums {
  readonly n: number
  readonly score: number
  /** Ratings under each column, their scores, and the ratings under two at once. */
  readonly columns: readonly number[]
  readonly scores: readonly number[]
  readonly both: readonly (readonly number[])[]
}

function sumsOf(rated: Rated, { names, of }: ReturnType<typeof columnsOf>): Sums {
  const columns = names.map(() => 0)
  const scores = names.map(() => 0)
  const both = names.map(() => names.map(() => 0))
  for (const cell of rated.cells) {
    const [n, score, under] = [peopleIn(cell.counts), scoreOf(cell), of(cell)]
    for (const j of under) {
      columns[j]! += n
      scores[j]! += score
      for (const l of under) both[j]![l]! += n
    }
  }
  return { n: rated.n, score: rated.cells.reduce((sum, c) => sum + scoreOf(c), 0), columns, scores, both }
}

function withinOfficers(sums: readonly Sums[], size: number): Solvable {
  const places = Array.from({ length: size }, (_, j) => j)
  const over = (of: (s: Sums) => number) => sums.reduce((sum, s) => sum + of(s), 0)
  return solvable(
    places.map(j => places.map(l => over(s => s.both[j]![l]! - (s.columns[j]! * s.columns[l]!) / s.n))),
    places.map(j => over(s => s.scores[j]! - (s.columns[j]! * s.score) / s.n)),
    places.map(j => over(s => s.columns[j]!)),
  )
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0)
