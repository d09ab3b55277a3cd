import { normalQuantile } from '../../kit/normal.ts'

/** Fewest cases of a counter whose share is compared, and fewest points between it and the others. */
const [FEWEST, FEWEST_POINTS] = [30, 0.1]
/** Degrees of freedom from which on it is known how much the days of a counter scatter. */
const FEWEST_FREEDOM = 10
/** What counters usually differ by, as a standard deviation, and the weight of that against what these do. */
const [USUAL_SPREAD, USUAL_WEIGHT] = [0.05, 6]
const FEWEST_OTHERS = 3
const LEVEL = 0.05

/** One counter day by day: how many cases, and how many of them hit. */
export interface CounterDays {
  readonly hits: readonly number[]
  readonly of: readonly number[]
}

/** The share of one counter beside the pooled one of the others; undefined where nothing is to be compared. */
export interface ComparedShare {
  readonly share: number | undefined
  readonly others: number | undefined
  readonly z: number | undefined
  readonly flagged: boolean
}

/** All counters, how many times more their days scatter than by chance, and the limit of `z`. */
export interface ComparedShares {
  readonly inflation: number
  readonly limit: number
  readonly counters: readonly ComparedShare[]
}

/**
 * Counters whose share is out of what the others have (straight-lining, too fast, response, invitations), so far that an honest month
 * would have one in one of twenty months only; `twoSided` where a small share is as strange as a large one.
 */
export function outlyingShares(counters: readonly CounterDays[], twoSided: boolean): ComparedShares {
  const sums = counters.map(({ hits, of }) => {
    const [hit, n] = [sumOf(hits), sumOf(of)]
    return { n, hit, share: n === 0 ? undefined : hit / n }
  })
  const inflation = inflationOf(counters)
  const tried = sums.filter(({ n }) => n > 0).length
  const limit = normalQuantile(1 - LEVEL / Math.max(1, tried) / (twoSided ? 2 : 1))
  const compared = sums.map((own, i): ComparedShare => {
    const others = sums.filter((one, o) => o !== i && one.n >= FEWEST)
    const n = sumOf(others.map(one => one.n))
    if (own.share === undefined || others.length === 0)
      return { share: own.share, others: undefined, z: undefined, flagged: false }
    const p = sumOf(others.map(one => one.hit)) / n
    const variance = inflation * p * (1 - p)
    const between = betweenOf(others.map(one => ({ share: one.share!, chance: variance / one.n })))
    const sd = Math.sqrt(variance * (1 / own.n + 1 / n) + between * (1 + 1 / others.length))
    const z = (own.share - p) / sd
    const far = (twoSided ? Math.abs(z) : z) > limit && Math.abs(own.share - p) >= FEWEST_POINTS
    return { share: own.share, others: p, z, flagged: far && own.n >= FEWEST }
  })
  return { inflation, limit, counters: compared }
}

/** Pearson's chi square of the days around the share of their own counter, by its degrees of freedom; 1 at least. */
function inflationOf(counters: readonly CounterDays[]): number {
  let [squares, freedom] = [0, 0]
  for (const { hits, of } of counters) {
    const share = sumOf(hits) / sumOf(of)
    if (!(share > 0 && share < 1)) continue
    const days = [...of.keys()].filter(day => of[day]! > 0)
    freedom += days.length - 1
    squares += sumOf(days.map(day => (hits[day]! - of[day]! * share) ** 2 / (of[day]! * share * (1 - share))))
  }
  return freedom < FEWEST_FREEDOM ? 1 : Math.max(1, squares / freedom)
}

/** The variance of honest counters beyond chance: what is usual, drawn towards what these others show. */
function betweenOf(others: readonly { readonly share: number; readonly chance: number }[]): number {
  const k = others.length + 1
  const mean = sumOf(others.map(one => one.share)) / others.length
  const seen =
    others.length < FEWEST_OTHERS
      ? 0
      : sumOf(others.map(one => (one.share - mean) ** 2)) / (others.length - 1) -
        sumOf(others.map(one => one.chance)) / others.length
  return (USUAL_WEIGHT * USUAL_SPREAD ** 2 + (k - 2) * Math.max(0, seen)) / (k + USUAL_WEIGHT - 2)
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0)
