import type { Random } from '../../../shared/kit/random.ts'
import type { Population, Respondent } from '../../../shared/survey/statistics/sheet.ts'
import { between, normals } from './draws.ts'

/** Offices of one kind. */
export interface Regime {
  readonly name: string
  /** IKM in the middle of such offices. */
  readonly ikm: number
  readonly days: number
  readonly n: readonly [number, number]
  /** How far days differ in how many of their visits answer, as a standard deviation of the logarithm; 0 where chance alone invites. */
  readonly bunched: number
  /** Share of the days on which nobody can answer. */
  readonly out?: number
  /** Share of the questionnaires that leave the first unsur out. */
  readonly missing?: number
  /** Share of the visits that answered; else between 5 and 91 in 100. */
  readonly answered?: number
}

const N = [30, 400] as const
const FEW = [10, 29] as const

/** The kinds of office in which the interval of an IKM has to hold the truth. */
export const REGIMES: readonly Regime[] = [
  { name: 'random invitation, 62 days', ikm: 83, days: 62, n: N, bunched: 0 },
  { name: 'low', ikm: 68, days: 62, n: N, bunched: 0 },
  { name: 'high', ikm: 93, days: 62, n: N, bunched: 0 },
  { name: 'ceiling', ikm: 98.7, days: 62, n: N, bunched: 0 },
  { name: 'bunched by day, 22 days', ikm: 83, days: 22, n: N, bunched: 1 },
  { name: 'bunched, 62 days', ikm: 83, days: 62, n: N, bunched: 1 },
  { name: 'tablet out on half the days, 30 % missing', ikm: 83, days: 62, n: N, bunched: 0.5, out: 0.5, missing: 0.3 },
  { name: 'n = 0.85 N, bunched', ikm: 83, days: 62, n: N, bunched: 1, answered: 0.85 },
  { name: '8 days, bunched', ikm: 83, days: 8, n: N, bunched: 1 },
  { name: 'ceiling and bunched', ikm: 97.5, days: 62, n: N, bunched: 1 },
  { name: 'n 10 to 29', ikm: 83, days: 62, n: FEW, bunched: 0 },
  { name: 'n 10 to 29, bunched', ikm: 83, days: 62, n: FEW, bunched: 1 },
]

/** An office with all that its visitors would have answered, and what some of them did. */
export interface DrawnOffice {
  readonly respondents: readonly Respondent[]
  readonly population: Population
  /** The IKM, and the NRR of each unsur, had every visit answered everything. */
  readonly ikm: number
  readonly nrr: readonly number[]
  /** Whether Biaya is 4 for everybody. */
  readonly free: boolean
}

const UNSUR = 9
const BIAYA = 3
/** Where marks begin on the scale of what people feel. */
const CUTS = [-1.9, -1.1, 0.25] as const
/** Marks of one questionnaire resemble each other so much; offices, unsur and days differ by so many standard deviations. */
const [ALIKE, OFFICES, UNSURS, DAYS] = [0.6, 0.15, 0.3, 0.35] as const
/** One office in so many is free of charge. */
const FREE = 5

const names = new Map<number, string>()
const dayName = (day: number) => {
  const name = names.get(day) ?? `day ${day}`
  names.set(day, name)
  return name
}

/** One office of a kind. */
export function drawnOffice(regime: Regime, random: Random): DrawnOffice {
  const normal = normals(random)
  const n = between(random, ...regime.n)
  const times = regime.answered === undefined ? 1.1 * (20 / 1.1) ** random() : 1 / regime.answered
  const visits = Math.max(n, Math.round(n * times))
  const free = random() < 1 / FREE
  const middle = feltFor(regime.ikm) + OFFICES * normal()
  const unsur = Array.from({ length: UNSUR }, () => middle + UNSURS * normal())
  const days = Array.from({ length: regime.days }, () => ({ mood: DAYS * normal(), open: 0 }))
  for (const day of days) day.open = Math.exp(regime.bunched * normal()) * (random() < (regime.out ?? 0) ? 1e-9 : 1)

  const byDay = new Map<string, number>()
  const sums = new Float64Array(UNSUR)
  const all = Array.from({ length: visits }, () => {
    const d = Math.floor(random() * days.length)
    const { mood, open } = days[d]!
    byDay.set(dayName(d), (byDay.get(dayName(d)) ?? 0) + 1)
    const felt = mood + Math.sqrt(ALIKE) * normal()
    const marks = unsur.map((of, u) => (free && u === BIAYA ? 4 : markOf(of + felt + Math.sqrt(1 - ALIKE) * normal())))
    for (let u = 0; u < UNSUR; u += 1) sums[u]! += marks[u]!
    // Who comes first in the order of exponential waiting times is drawn with the weight of the day, each once.
    return { day: dayName(d), marks, turn: -Math.log(1 - random()) / open }
  })
  const respondents = all
    .sort((a, b) => a.turn - b.turn)
    .slice(0, n)
    .map(({ day, marks }) => ({
      day,
      marks: marks.map((m, u) => (u === 0 && random() < (regime.missing ?? 0) ? undefined : m)),
    }))
  const nrr = Array.from(sums, sum => sum / visits)
  return { respondents, population: { visits, byDay }, ikm: (25 * nrr.reduce((a, b) => a + b, 0)) / UNSUR, nrr, free }
}

function markOf(felt: number): number {
  return felt < CUTS[0] ? 1 : felt < CUTS[1] ? 2 : felt < CUTS[2] ? 3 : 4
}

const middles = new Map<number, number>()

/** What people must feel in the middle so that their IKM is that. */
function feltFor(ikm: number): number {
  const known = middles.get(ikm)
  if (known !== undefined) return known
  const spread = Math.sqrt(1 + UNSURS ** 2 + DAYS ** 2 + OFFICES ** 2)
  let [low, high] = [-5, 8]
  for (let i = 0; i < 40; i += 1) {
    const middle = (low + high) / 2
    const mean = 1 + CUTS.reduce((sum, cut) => sum + below((middle - cut) / spread), 0)
    if (25 * mean < ikm) low = middle
    else high = middle
  }
  middles.set(ikm, low)
  return low
}

/** The share of a normal distribution under `z`, near enough for drawing (logistic with the same slope). */
function below(z: number): number {
  return 1 / (1 + Math.exp(-1.702 * z))
}
