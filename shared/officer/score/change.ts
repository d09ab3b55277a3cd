import { spreadOf, type Measured } from '../../kit/pool.ts'
import { studentQuantile } from '../../kit/student.ts'

/** Somebody's adjusted mean before and after a programme, each with its variance. */
export interface BeforeAfter {
  readonly before: Measured
  readonly after: Measured
  readonly trained: boolean
}

/** By how much more the trained changed than their comparators, with its 95 % interval. */
export interface Change {
  /** The variance between comparators in how they changed, beyond chance. */
  readonly between: number
  readonly comparators: number
  readonly comparatorsSe: number
  readonly trained: number
  readonly effect: number
  readonly se: number
  readonly df: number
  readonly t: number
  readonly low: number
  readonly high: number
  /** Whether it can be told from chance. It proves no cause. */
  readonly seen: boolean
}

/** Comparators under which nothing is told. */
const FEWEST_COMPARATORS = 5

/**
 * The change of the trained against that of comparable colleagues without the programme: a difference of differences. The windows
 * must be equally long, the earlier not the one for whose low score somebody was trained (Daw and Hatfield, Health Services Research
 * 53, 2018, 4138). Refused under five comparators or without anybody trained.
 */
export function changeOf(
  people: readonly BeforeAfter[],
): Change | { readonly refused: 'fewComparators' | 'nobodyTrained' } {
  const changed = people.map(({ before, after, trained }) => ({
    trained,
    mean: after.mean - before.mean,
    variance: before.variance + after.variance,
  }))
  const [comparators, taught] = [changed.filter(c => !c.trained), changed.filter(c => c.trained)]
  if (comparators.length < FEWEST_COMPARATORS) return { refused: 'fewComparators' }
  if (taught.length === 0) return { refused: 'nobodyTrained' }
  const { mean, between, weight } = spreadOf(comparators)
  const trained = taught.reduce((sum, c) => sum + c.mean, 0) / taught.length
  const own = taught.reduce((sum, c) => sum + c.variance + between, 0) / taught.length ** 2
  const [effect, se] = [trained - mean, Math.sqrt(own + 1 / weight)]
  const df = comparators.length - 1
  const t = studentQuantile(df)
  const [low, high] = [effect - t * se, effect + t * se]
  const comparatorsSe = Math.sqrt(1 / weight)
  return { between, comparators: mean, comparatorsSe, trained, effect, se, df, t, low, high, seen: low > 0 || high < 0 }
}
