import { countsOf, unevennessOf } from './estimate.ts'
import { daySpread, varianceOf } from './day-spread.ts'
import { STEPS, linearised } from './linearised.ts'
import { scoreInterval, trialsEach, trialsOf, type Range, type Uncertain } from './score-interval.ts'
import { hasAnswer, rowsOf, sheetOf, type Population, type Respondent, type Sheet } from './sheet.ts'

/** A questionnaire with the service of its visit. */
export interface ServedRespondent extends Respondent {
  readonly service: string
}

/** The visits of one service in the period. */
export interface ServiceVisits {
  readonly service: string
  readonly visits: number
}

/** Questionnaires as a table, with the place of the service of each row. */
export interface ServedSheet extends Sheet {
  readonly service: Int32Array
}

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
  readonly sheet: ServedSheet
  readonly weights: readonly number[]
  /** Visits of each service, and its group (`serviceGroups`). */
  readonly visits: readonly number[]
  readonly groups: readonly number[]
  readonly population?: Population | undefined
}

/** The table of questionnaires of these services; the services are all that are named. */
export function servedSheetOf(
  respondents: readonly ServedRespondent[],
  unsur: number,
  services: readonly ServiceVisits[],
): ServedSheet {
  const answered = respondents.filter(hasAnswer)
  const places = new Map(services.map(({ service }, place) => [service, place]))
  const service = new Int32Array(answered.length)
  for (const [row, one] of answered.entries()) service[row] = places.get(one.service)!
  return { ...sheetOf(answered, unsur), service }
}

/** Answers of each unsur in each service. */
export function answersByService(
  { n, unsur, marks, service }: ServedSheet,
  services: number,
): readonly (readonly number[])[] {
  const answers = Array.from({ length: services }, () => Array<number>(unsur).fill(0))
  for (let row = 0; row < n; row += 1) {
    const own = answers[service[row]!]!
    for (let u = 0; u < unsur; u += 1) if (marks[row * unsur + u] !== 0) own[u]! += 1
  }
  return answers
}

/**
 * The mean of the unsur, each service weighing as much as it has visits: variance within groups of services (stratified sampling,
 * Cochran, Sampling Techniques, 1977, chapter 5), made larger where days differ. Undefined of fewer than two groups.
 */
export function weightedBy({ sheet, weights, visits, groups, population }: Weighing): Weighted | undefined {
  const all = visits.reduce((sum, n) => sum + n, 0)
  const finite = population !== undefined
  const parts = [...new Set(groups)].map(group => {
    const rows = rowsOf(sheet, row => groups[sheet.service[row]!] === group)
    const own = visits.reduce((sum, n, h) => (groups[h] === group ? sum + n : sum), 0)
    const { p, nrr, moves } = linearised(rows, weights)
    const chance = finite ? Math.max(0, 1 / rows.n - 1 / own) : 1 / rows.n
    const s2 = moves.reduce((sum, z) => sum + z ** 2, 0) / (rows.n - 1)
    return { group, n: rows.n, share: own / all, p, nrr, moves, chance, s2, term: (own / all) ** 2 * s2 * chance }
  })
  if (parts.length < 2) return undefined
  const { n, unsur, day, days, service } = sheet
  const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((total, part) => total + of(part), 0)
  const nrr = Array.from({ length: unsur }, (_, u) => sum(part => part.share * part.nrr[u]!.nrr))
  const whole = weights.reduce((total, w) => total + w, 0)
  const p = (weights.reduce((total, w, u) => total + w * nrr[u]!, 0) / whole - 1) / STEPS
  const within = sum(part => part.term)
  const chance = sum(part => part.share ** 2 * part.chance)
  const freedom = within === 0 ? n - parts.length : within ** 2 / sum(part => part.term ** 2 / (part.n - 1))

  const byGroup = new Map(parts.map(part => [part.group, { ...part, next: 0 }]))
  const partOfService = groups.map(group => byGroup.get(group)!)
  const moves = new Float64Array(n)
  for (let row = 0; row < n; row += 1) {
    const part = partOfService[service[row]!]!
    moves[row] = (part.moves[part.next++]! * part.share * n) / part.n
  }
  const spread = daySpread(moves, day, days.length)
  const weightOf = partOfService.map(part => part.share / part.n)
  const counts = countsOf(day, days.length, row => weightOf[service[row]!]!)
  const unevenness = unevennessOf(counts, 1, days, population, countsOf(day, days.length))
  const plain = 1 / n - (finite ? 1 / all : 0)
  const byDays = varianceOf(spread, unevenness, plain)
  const differ = spread.between > 0 && plain > 0
  const inflation = differ ? Math.max(1, byDays.variance / (spread.s2 * plain)) : 1
  const df = differ ? Math.min(freedom, byDays.df) : freedom
  const variance = inflation * within
  const uncertain = { p, trials: trialsOf(p, variance, chance, trialsEach(unsur)), df }
  return { ...uncertain, n, groups, nrr, variance, chance, inflation, range: scoreInterval(uncertain) }
}
