import { grouped } from '../../kit/grouped.ts'
import { unevennessOf } from './estimate.ts'
import { daySpread, varianceOf } from './day-spread.ts'
import { STEPS, linearised, nrrOf, type Moves } from './linearised.ts'
import { scoreInterval, trialsEach, trialsOf, type Range, type Uncertain } from './score-interval.ts'
import { sumsOf, together, type Population, type Respondent, type Sums } from './sheet.ts'

/** A questionnaire with the service of its visit. */
export interface ServedRespondent extends Respondent {
  readonly service: string
}

/** The visits of one service in the period. */
export interface ServiceVisits {
  readonly service: string
  readonly visits: number
  /** No figure of it alone may follow from a weighted one. */
  readonly hidden?: boolean | undefined
}

/** Questionnaires of each service added up. */
export type ServedSums = ReadonlyMap<string, Sums>

/** Questionnaires with their services one by one, or added up already. */
export type ServedAnswers = readonly ServedRespondent[] | ServedSums

/** A mean whose parts are weighted by the visits of their services, on the scale from 0 to 1. */
export interface Weighted extends Uncertain {
  readonly n: number
  readonly groups: readonly number[]
  readonly nrr: readonly number[]
  readonly variance: number
  readonly chance: number
  /** How many times more the days make it vary than services alone do, 1 or more. */
  readonly inflation: number
  readonly range: Range
}

/** What a weighted mean is made of; where `population` is left out, the figure is the office's and not that of these visits. */
export interface Weighing {
  /** Of each service. */
  readonly sums: readonly Sums[]
  readonly weights: readonly number[]
  /** Visits of each service, and its group (`serviceGroups`). */
  readonly visits: readonly number[]
  readonly groups: readonly number[]
  readonly population?: Population | undefined
}

/** The sums of each of these services; the services are all that are named. */
export function sumsByService(
  answers: ServedAnswers,
  unsur: number,
  services: readonly ServiceVisits[],
): readonly Sums[] {
  if (!(answers instanceof Map))
    return sumsByService(servedSums(answers as readonly ServedRespondent[], unsur), unsur, services)
  const known = answers as ServedSums
  return services.map(({ service }) => known.get(service) ?? sumsOf([], unsur))
}

function servedSums(respondents: readonly ServedRespondent[], unsur: number): ServedSums {
  const by = grouped(respondents, one => one.service)
  return new Map([...by].map(([service, own]) => [service, sumsOf(own, unsur)]))
}

/** Answers of each unsur in each service. */
export function answersByService(sums: readonly Sums[]): readonly (readonly number[])[] {
  return sums.map(one => nrrOf(one).map(({ n }) => n))
}

/**
 * The mean of the unsur, each service weighing as much as it has visits: variance within groups of services (stratified sampling,
 * Cochran, Sampling Techniques, 1977, chapter 5), made larger where days differ. Undefined of fewer than two groups.
 */
export function weightedBy({ sums, weights, visits, groups, population }: Weighing): Weighted | undefined {
  const all = visits.reduce((sum, n) => sum + n, 0)
  const finite = population !== undefined
  const unsur = weights.length
  const parts = [...new Set(groups)].map(group => {
    const own = together(
      sums.filter((_, h) => groups[h] === group),
      unsur,
    )
    const visited = visits.reduce((sum, n, h) => (groups[h] === group ? sum + n : sum), 0)
    const { p, nrr, moves } = linearised(own, weights)
    const chance = finite ? Math.max(0, 1 / own.n - 1 / visited) : 1 / own.n
    const s2 = moves.squares / (own.n - 1)
    const share = visited / all
    return { n: own.n, share, p, nrr, moves, chance, s2, term: share ** 2 * s2 * chance }
  })
  if (parts.length < 2) return undefined
  const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((total, part) => total + of(part), 0)
  const n = sum(part => part.n)
  const nrr = Array.from({ length: unsur }, (_, u) => sum(part => part.share * part.nrr[u]!.nrr))
  const whole = weights.reduce((total, w) => total + w, 0)
  const p = (weights.reduce((total, w, u) => total + w * nrr[u]!, 0) / whole - 1) / STEPS
  const within = sum(part => part.term)
  const chance = sum(part => part.share ** 2 * part.chance)
  const freedom = within === 0 ? n - parts.length : within ** 2 / sum(part => part.term ** 2 / (part.n - 1))

  const { shares, ...moves } = movesTogether(parts)
  const spread = daySpread(moves)
  const unevenness = unevennessOf(shares, 1, moves.days, population, moves.counts)
  const plain = 1 / n - (finite ? 1 / all : 0)
  const byDays = varianceOf(spread, unevenness, plain)
  const differ = spread.between > 0 && plain > 0
  const inflation = differ ? Math.max(1, byDays.variance / (spread.s2 * plain)) : 1
  const df = differ ? Math.min(freedom, byDays.df) : freedom
  const variance = inflation * within
  const uncertain = { p, trials: trialsOf(p, variance, chance, trialsEach(unsur)), df }
  return { ...uncertain, n, groups, nrr, variance, chance, inflation, range: scoreInterval(uncertain) }
}

/** How the questionnaires of all groups move the weighted mean by day, and which share of its weight falls on each day. */
function movesTogether(
  parts: readonly { readonly n: number; readonly share: number; readonly moves: Moves }[],
): Moves & { readonly shares: Float64Array } {
  const n = parts.reduce((sum, part) => sum + part.n, 0)
  const days = [...new Set(parts.flatMap(part => part.moves.days))]
  const places = new Map(days.map((day, place) => [day, place]))
  const [sums, counts, shares] = [0, 0, 0].map(() => new Float64Array(days.length))
  let squares = 0
  for (const { n: own, share, moves } of parts) {
    const by = (share * n) / own
    squares += by ** 2 * moves.squares
    for (const [d, day] of moves.days.entries()) {
      const place = places.get(day)!
      sums![place]! += by * moves.sums[d]!
      counts![place]! += moves.counts[d]!
      shares![place]! += (share / own) * moves.counts[d]!
    }
  }
  return { n, days, sums: sums!, counts: counts!, squares, shares: shares! }
}
