import { FLOOR } from '../../survey/answered.ts'

/** How many ratings an officer got in a service in a month; `counts`: in the score, too. */
export interface RatedIn {
  readonly officer: string
  readonly service: string
  readonly month: string
  readonly n: number
  readonly counts: boolean
}

/** How many ratings join two of those of whom reasons may be told. */
type Joins = ReadonlyMap<string, ReadonlyMap<string, number>>

/** All of whom no reasons are told, as one: what is theirs stands in no figure by itself. */
const UNTOLD = ''

/**
 * The officers of whom reasons of a quarter may be told beside those of services by month. A sum or difference of both counts each
 * rating as often as its service and its officer are taken together: it rests on the ratings between parts that are set apart, so on
 * no fewer than the smallest cut that sets some officer apart from another, or from all of whom nothing is told. That cut must be
 * nothing or `least` ratings. Of how many ratings there are, never of what they say. Services of ten and more are taken as told,
 * whether an office shows them or not.
 */
export function reasonsApart(
  rated: readonly RatedIn[],
  candidates: ReadonlySet<string>,
  least: number,
): ReadonlySet<string> {
  const told = new Set(candidates)
  for (;;) {
    const joins = joinsOf(rated, told)
    const side = thinSide(joins, told, least)
    if (!side) return told
    // One of them is enough as a rule: the one with most ratings joins the others most to all of whom nothing is told.
    const sizeOf = (officer: string) =>
      [...(joins.get(officerNode(officer))?.values() ?? [])].reduce((a, b) => a + b, 0)
    told.delete([...side].sort((a, b) => sizeOf(b) - sizeOf(a) || (a < b ? -1 : 1))[0]!)
  }
}

const officerNode = (id: string) => `officer ${id}`

function joinsOf(rated: readonly RatedIn[], told: ReadonlySet<string>): Joins {
  const sizes = new Map<string, number>()
  const serviceNode = ({ service, month }: RatedIn) => `service ${service} ${month}`
  for (const row of rated) sizes.set(serviceNode(row), (sizes.get(serviceNode(row)) ?? 0) + row.n)
  const joins = new Map<string, Map<string, number>>()
  const join = (a: string, b: string, n: number) => {
    const own = joins.get(a) ?? new Map<string, number>()
    joins.set(a, own.set(b, (own.get(b) ?? 0) + n))
  }
  for (const row of rated) {
    const service = sizes.get(serviceNode(row))! < FLOOR ? UNTOLD : serviceNode(row)
    const officer = row.counts && told.has(row.officer) ? officerNode(row.officer) : UNTOLD
    if (service === officer || row.n === 0) continue
    join(service, officer, row.n)
    join(officer, service, row.n)
  }
  return joins
}

/** Officers whom fewer than `least` ratings, but some, join to the others; the fewer of both sides, or those apart from the untold. */
function thinSide(joins: Joins, told: ReadonlySet<string>, least: number): readonly string[] | undefined {
  const left = new Set([...(joins.has(UNTOLD) ? [UNTOLD] : []), ...[...told].sort().map(officerNode)])
  const officersOf = (nodes: ReadonlySet<string>) => [...told].filter(id => nodes.has(officerNode(id)))
  for (const root of left) {
    const whole = reached(joins, root)
    for (const other of left) {
      if (other === root || !whole.has(other)) continue
      const { flow, near } = smallestCut(joins, root, other, least)
      if (flow < least) {
        const here = officersOf(near)
        const there = officersOf(whole).filter(id => !near.has(officerNode(id)))
        return root === UNTOLD || there.length <= here.length ? there : here
      }
    }
    for (const node of whole) left.delete(node)
  }
  return undefined
}

/** Whoever is joined to a node, however far. */
function reached(joins: Joins, root: string): ReadonlySet<string> {
  const seen = new Set([root])
  for (const node of seen) for (const next of joins.get(node)?.keys() ?? []) seen.add(next)
  return seen
}

/** The smallest cut between two, and what is left on the side of the first; no further than `least`, which is enough. */
function smallestCut(joins: Joins, from: string, to: string, least: number) {
  const free = new Map([...joins].map(([node, own]) => [node, new Map(own)]))
  let flow = 0
  for (;;) {
    const before = new Map([[from, from]])
    for (const node of before.keys())
      for (const [next, n] of free.get(node)!) if (n > 0 && !before.has(next)) before.set(next, node)
    if (!before.has(to) || flow >= least) return { flow, near: new Set(before.keys()) }
    const path: (readonly [string, string])[] = []
    for (let node = to; node !== from; node = before.get(node)!) path.push([before.get(node)!, node])
    const most = Math.min(...path.map(([a, b]) => free.get(a)!.get(b)!))
    for (const [a, b] of path) {
      free.get(a)!.set(b, free.get(a)!.get(b)! - most)
      free.get(b)!.set(a, free.get(b)!.get(a)! + most)
    }
    flow += most
  }
}
