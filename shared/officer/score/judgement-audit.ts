import { normalQuantile } from '../../kit/normal.ts'

/** How an assessor judged an officer (1 to 3), and what the evidence says, in standard deviations between officers. */
export interface Judged {
  readonly judgement: number
  readonly evidence: number
  readonly variance: number
}

/** Judgements of one assessor against the evidence; places in `favoured` and `harshly` are those of the list. */
export interface JudgementAudit {
  readonly gap: number
  readonly gapSe: number
  readonly z: number
  readonly zLimit: number
  /** How far somebody stands under those judged lower, and over those judged higher; `null` where there are fewer than two. */
  readonly favour: readonly (number | null)[]
  readonly harsh: readonly (number | null)[]
  readonly tests: number
  readonly limit: number
  readonly favoured: readonly number[]
  readonly harshly: readonly number[]
  /** Only then it is told to the assessor; a single departure is a question, never a reproach. */
  readonly pattern: boolean
}

/** False alarms of an assessor whose order follows the evidence; what nobody is to blame for, in standard deviations. */
const [ALARM, NOBODYS_FAULT] = [0.02, 0.25]
const FEWEST_OFFICERS = 6
const FEWEST_COLLEAGUES = 2
/** Departures from which on they are a pattern. */
const FEWEST_DEPARTURES = 2

/** Compares the order of an assessor's judgements with that of the evidence. Refused of fewer than six officers or of one value. */
export function auditOf(
  people: readonly Judged[],
): JudgementAudit | { readonly refused: 'fewOfficers' | 'oneJudgement' } {
  if (people.length < FEWEST_OFFICERS) return { refused: 'fewOfficers' }
  const signs = people.map(p => people.reduce((sum, l) => sum + Math.sign(p.judgement - l.judgement), 0))
  const pairs = people.flatMap((p, i) => people.slice(i + 1).filter(l => l.judgement !== p.judgement)).length
  if (pairs === 0) return { refused: 'oneJudgement' }
  const gap = people.reduce((sum, p, i) => sum + (signs[i]! / pairs) * p.evidence, 0)
  const gapSe = Math.sqrt(people.reduce((sum, p, i) => sum + (signs[i]! / pairs) ** 2 * p.variance, 0))
  const favour = people.map(p =>
    departure(
      p,
      people.filter(l => l.judgement < p.judgement),
      1,
    ),
  )
  const harsh = people.map(p =>
    departure(
      p,
      people.filter(l => l.judgement > p.judgement),
      -1,
    ),
  )
  const tests = [...favour, ...harsh].filter(z => z !== null).length
  const limit = tests === 0 ? Infinity : -normalQuantile(ALARM / 2 / tests)
  const beyond = (list: readonly (number | null)[]) => list.flatMap((z, i) => (z !== null && z > limit ? [i] : []))
  const [favoured, harshly] = [beyond(favour), beyond(harsh)]
  const [z, zLimit] = [gap / gapSe, normalQuantile(ALARM / 2)]
  const pattern = z < zLimit || favoured.length >= FEWEST_DEPARTURES || harshly.length >= FEWEST_DEPARTURES
  return { gap, gapSe, z, zLimit, favour, harsh, tests, limit, favoured, harshly, pattern }
}

function departure(one: Judged, others: readonly Judged[], side: 1 | -1): number | null {
  const q = others.length
  if (q < FEWEST_COLLEAGUES) return null
  const mean = others.reduce((sum, o) => sum + o.evidence, 0) / q
  const variance = one.variance + others.reduce((sum, o) => sum + o.variance, 0) / q ** 2
  return (side * (mean - one.evidence) - NOBODYS_FAULT) / Math.sqrt(variance)
}
