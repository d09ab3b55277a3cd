import { fromDecimal, ratio, toNumber, type Ratio } from '../ratio.ts'
import { ikmFromTally, ikmOfWeighed, weightsOf, type IkmResult, type Method, type Tally } from '../ikm.ts'
import { OFFICIAL_SKM, scoringKey, type AskedSkm, type ExtraUnsur } from '../asked.ts'
import { UNSUR } from '../instruments.ts'
import type { Sums } from '../statistics/sheet.ts'

/** Which unsur count in a period, in which columns of its sums, and what each weighs. */
export interface Scoring {
  /** Tells one way of counting from every other: periods of two are not compared. */
  readonly key: string
  /** The nine in the order of the regulation's body, then those of the office by key. */
  readonly columns: readonly string[]
  readonly extra: readonly ExtraUnsur[]
  /** Weight of each column; undefined without further unsur: then the office's method counts. */
  readonly weights: readonly Ratio[] | undefined
  /** The columns in the order in which they are printed, U1 and on. */
  readonly order: readonly number[]
}

/** The nine in the order of the regulation's body. */
export const NINE: Scoring = nineIn(UNSUR)

/** How the answers to a version are counted. */
export function scoringOf(asked: AskedSkm): Scoring {
  if (asked.extra.length === 0) return asked.version === 0 ? NINE : nineIn(asked.order)
  const columns = [...UNSUR, ...asked.extra.map(one => one.key)]
  const own = [...UNSUR.map(() => asked.weight), ...asked.extra.map(one => one.weight)]
  return {
    key: scoringKey(asked),
    ...{ columns, extra: asked.extra },
    weights: own.map(weight => (weight === null ? ratio(1, columns.length) : fromDecimal(weight))),
    order: asked.order.map(key => columns.indexOf(key)),
  }
}

/** The weights as intervals take them. */
export function weightsIn({ weights, columns }: Scoring, method: Method): readonly number[] {
  return weights ? weights.map(toNumber) : weightsOf(method, columns.length)
}

/** The IKM of sums in the columns of a scoring. */
export function resultIn(sums: Sums, { weights, columns }: Scoring, method: Method): IkmResult {
  if (!weights) return ikmFromTally(tallyOf(sums), method)
  const at = (u: number) => u * sums.unsur + u
  const all = columns.map((key, u) => ({ key, n: sums.both[at(u)]!, sum: sums.first[at(u)]!, weight: weights[u]! }))
  return ikmOfWeighed(sums.n, all)
}

/** The sums of the nine as an IKM is made of them. */
export function tallyOf({ n, unsur, both, first }: Sums): Tally {
  const of = UNSUR.map((name, u) => [name, { n: both[u * unsur + u]!, sum: first[u * unsur + u]! }] as const)
  return { n, unsur: Object.fromEntries(of.filter(([, one]) => one.n > 0)) }
}

function nineIn(order: readonly string[]): Scoring {
  const columns: readonly string[] = UNSUR
  const so = { columns, extra: [], weights: undefined, order: order.map(key => columns.indexOf(key)) }
  return { key: scoringKey(OFFICIAL_SKM), ...so }
}
