import { wholeShares } from '../../kit/whole-shares.ts'
import { sampleSize } from '../sample-size.ts'

/** Answers that each service should have, where the sample allows it. */
const MOST_FLOOR = 10

/** How many questionnaires a unit needs, and how many of them each service should bring. */
export interface SamplePlan {
  readonly total: number
  readonly floor: number
  readonly perService: readonly number[]
}

/**
 * The sample of a unit (Krejcie and Morgan of all its visits) shared out by the visits of its services, none under the floor of ten or
 * all of its visits: of the unit, not of each service by itself.
 * @example samplePlan([100, 100, 100]) // { total: 169, floor: 10, perService: [57, 56, 56] }
 */
export function samplePlan(visits: readonly number[]): SamplePlan {
  const total = sampleSize(sumOf(visits))
  let floor = MOST_FLOOR
  while (sumOf(visits.map(n => Math.min(n, floor))) > total) floor -= 1
  const least = visits.map(n => Math.min(n, floor))
  const fixed = new Set<number>()
  for (let more = true; more;) {
    const left = total - sumOf([...fixed].map(h => least[h]!))
    const free = sumOf(visits.filter((_, h) => !fixed.has(h)))
    const under = [...visits.keys()].filter(h => !fixed.has(h) && left * visits[h]! < least[h]! * free)
    for (const h of under) fixed.add(h)
    more = under.length > 0
  }
  const free = [...visits.keys()].filter(h => !fixed.has(h)).sort((a, b) => visits[b]! - visits[a]! || a - b)
  const shares = wholeShares(
    free.map(h => visits[h]!),
    total - sumOf([...fixed].map(h => least[h]!)),
  )
  const shared = new Map(free.map((h, i) => [h, shares[i]!]))
  return { total, floor, perService: least.map((n, h) => shared.get(h) ?? n) }
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0)
