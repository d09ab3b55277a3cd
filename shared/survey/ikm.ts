import type { Words } from '../kit/words.ts'
import { surveySettings } from '../office/settings/survey-settings.ts'
import { valuesOfChoice } from '../office/settings/values.ts'
import { UNSUR, type Score, type Unsur } from './instruments.ts'
import { fromDecimal, plus, ratio, rounded, times, toNumber, type Ratio } from './ratio.ts'

/** One respondent's answers; an unsur left out was not answered and is never filled in. */
export type SkmAnswers = Readonly<Partial<Record<Unsur, Score>>>

/** The weights an office may choose: 1/9 exactly (default), or one of the decimals that reports in the field use. */
export const METHODS = valuesOfChoice(surveySettings.ikmMethod)
export type Method = (typeof METHODS)[number]

/** The methods an audit shows: the selectable ones, and two roundings met in the field that nobody should select. */
const AUDIT_METHODS = [...METHODS, 'term-rounded', 'index-rounded'] as const
export type AuditMethod = (typeof AUDIT_METHODS)[number]

/** How a report names its method. */
export const METHOD_WORDS = {
  ...surveySettings.ikmMethod.of,
  'term-rounded': ['bobot 0,1111, tiap unsur dibulatkan 2 desimal', 'weight 0.1111, each unsur rounded to 2 decimals'],
  'index-rounded': [
    'bobot 1/9, indeks dibulatkan 2 desimal sebelum ×25',
    'weight 1/9, index rounded to 2 decimals before ×25',
  ],
} as const satisfies Record<AuditMethod, Words>

/** The letter of a service's quality. */
export type Mutu = 'A' | 'B' | 'C' | 'D'

/** What each letter says about the performance of the unit (PermenPANRB 14/2017). */
export const KINERJA = {
  A: ['Sangat baik', 'Very good'],
  B: ['Baik', 'Good'],
  C: ['Kurang baik', 'Less good'],
  D: ['Tidak baik', 'Not good'],
} as const satisfies Record<Mutu, Words>

/** The figures of one unsur: `n` answers, their `sum`, NRR (1 to 4), NRR times weight, and its own letter. */
export interface UnsurResult {
  readonly n: number
  readonly sum: number
  readonly nrr: number | undefined
  readonly weighted: number | undefined
  readonly mutu: Mutu | undefined
}

/** An IKM (25 to 100, two decimals) with its letter; all undefined when an unsur that was asked has no answer. */
export interface Ikm {
  readonly ikm: number | undefined
  readonly mutu: Mutu | undefined
  readonly kinerja: string | undefined
}

/** An IKM with what it was made from; `n` counts the respondents with at least one answer. */
export interface IkmResult extends Ikm {
  readonly n: number
  readonly method: Method
  readonly unsur: Readonly<Partial<Record<Unsur, UnsurResult>>>
  /** Those that an office asks beside the nine, by key, where they count. */
  readonly extra?: Readonly<Record<string, UnsurResult>>
  readonly incomplete: readonly Unsur[]
}

/** Answers already added up, as a database does it. */
export interface Tally {
  readonly n: number
  readonly unsur: Readonly<Partial<Record<Unsur, { readonly n: number; readonly sum: number }>>>
}

/** The IKM under one method, to show what another weight would have printed. */
export interface AuditLine {
  readonly method: AuditMethod
  readonly ikm: number | undefined
  readonly mutu: Mutu | undefined
}

/**
 * The letter of an IKM already rounded to two decimals; the printed bands have gaps, so only lower edges count.
 * @example mutuOf(88.3) // 'B'
 */
export function mutuOf(ikm: number): Mutu {
  return ikm >= 88.31 ? 'A' : ikm >= 76.61 ? 'B' : ikm >= 65 ? 'C' : 'D'
}

/**
 * The IKM of a set of answers (PermenPANRB 14/2017). A missing answer is left out of its unsur's mean. An unsur that was
 * asked but never answered is named in `incomplete` and no IKM is made up; an office without that unsur says so in `asked`.
 * @example computeIkm([{ waktu: 3 }, { waktu: 4 }], 'exact', ['waktu']).ikm // 87.5
 */
export function computeIkm(answers: readonly SkmAnswers[], method?: Method, asked?: readonly Unsur[]): IkmResult {
  return ikmFromTally(tally(answers), method, asked)
}

/**
 * The IKM from sums. A decimal weight is a cut of 1/9, so with another number of unsur `method` falls back to 'exact'.
 * @example ikmFromTally({ n: 2, unsur: { waktu: { n: 2, sum: 7 } } }, 'exact', ['waktu']).mutu // 'B'
 */
export function ikmFromTally(sums: Tally, method: Method = 'exact', asked: readonly Unsur[] = UNSUR): IkmResult {
  const used = asked.length === UNSUR.length ? method : 'exact'
  const weight = weightOf(used, asked.length)
  const nrrs = asked.map(unsur => nrrOf(sums, unsur))
  const results = asked.map((unsur, i) => [unsur, unsurResult(sums, unsur, nrrs[i], weight)] as const)
  return {
    ...ikmOf(nrrs, used),
    n: sums.n,
    method: used,
    unsur: Object.fromEntries(results),
    incomplete: asked.filter((_, i) => nrrs[i] === undefined),
  }
}

/** One unsur added up, with what it weighs. */
export interface Weighed {
  readonly key: string
  readonly n: number
  readonly sum: number
  readonly weight: Ratio
}

/**
 * The IKM of unsur that weigh what they weigh, those of an office beside the nine among them: the sum of NRR times weight, times 25,
 * with exact fractions and rounded once. Undefined where one of them has no answer.
 */
export function ikmOfWeighed(n: number, all: readonly Weighed[]): IkmResult {
  const nrrs = all.map(one => (one.n === 0 ? undefined : ratio(one.sum, one.n)))
  const results = all.map((one, i) => {
    const sums = { n: one.n, sum: one.sum }
    return [one.key, unsurFigures(sums, nrrs[i], one.weight)] as const
  })
  const isNine = (key: string): key is Unsur => (UNSUR as readonly string[]).includes(key)
  const known = nrrs.filter(nrr => nrr !== undefined)
  const whole = known.length === all.length && known.length > 0
  return {
    ...(whole ? graded(known.map((nrr, i) => times(nrr, all[i]!.weight)).reduce(plus)) : NO_IKM),
    ...{ n, method: 'exact' },
    unsur: Object.fromEntries(results.filter(([key]) => isNine(key))),
    extra: Object.fromEntries(results.filter(([key]) => !isNine(key))),
    incomplete: all.map(one => one.key).filter((key, i): key is Unsur => nrrs[i] === undefined && isNine(key)),
  }
}

/**
 * The IKM of printed NRR values, to check a published report.
 * @example ikmFromNrr([3.868, 3.67, 3.758, 3.879, 3.879, 3.868, 3.835, 3.549, 3.725]).ikm // 94.53
 */
export function ikmFromNrr(nrrs: readonly number[], method: AuditMethod = 'exact'): Ikm {
  return ikmOf(nrrs.map(fromDecimal), method)
}

/** The IKM of the same answers under every method: a report prints it, because the weight alone can change the letter. */
export function audit(answers: readonly SkmAnswers[], asked?: readonly Unsur[]): readonly AuditLine[] {
  return auditTally(tally(answers), asked)
}

/** The audit from sums; with other than nine unsur only the methods that rest on the exact weight have a meaning. */
export function auditTally(sums: Tally, asked: readonly Unsur[] = UNSUR): readonly AuditLine[] {
  const nrrs = asked.map(unsur => nrrOf(sums, unsur))
  const methods = asked.length === UNSUR.length ? AUDIT_METHODS : (['exact', 'index-rounded'] as const)
  return methods.map(method => {
    const { ikm, mutu } = ikmOf(nrrs, method)
    return { method, ikm, mutu }
  })
}

/**
 * Adds answers up; a respondent without any answer does not count.
 * @example tally([{ waktu: 3 }, {}, { waktu: 4 }]) // { n: 2, unsur: { waktu: { n: 2, sum: 7 } } }
 */
export function tally(answers: readonly SkmAnswers[]): Tally {
  const unsur: Partial<Record<Unsur, { n: number; sum: number }>> = {}
  let n = 0
  for (const answer of answers) {
    let answered = false
    for (const name of UNSUR) {
      const score = answer[name]
      if (score === undefined) continue
      const so = unsur[name] ?? { n: 0, sum: 0 }
      unsur[name] = { n: so.n + 1, sum: so.sum + score }
      answered = true
    }
    if (answered) n += 1
  }
  return { n, unsur }
}

/**
 * What each of so many unsur weighs under a method, as intervals take it.
 * @example weightsOf('0.11', 9)[0] // 0.11
 */
export function weightsOf(method: Method, unsurCount: number): readonly number[] {
  const weight = toNumber(weightOf(unsurCount === UNSUR.length ? method : 'exact', unsurCount))
  return Array.from({ length: unsurCount }, () => weight)
}

function nrrOf(sums: Tally, unsur: Unsur): Ratio | undefined {
  const so = sums.unsur[unsur]
  return so === undefined || so.n === 0 ? undefined : ratio(so.sum, so.n)
}

function unsurResult(sums: Tally, unsur: Unsur, nrr: Ratio | undefined, weight: Ratio): UnsurResult {
  return unsurFigures(sums.unsur[unsur] ?? { n: 0, sum: 0 }, nrr, weight)
}

function unsurFigures(
  { n, sum }: { readonly n: number; readonly sum: number },
  nrr: Ratio | undefined,
  weight: Ratio,
): UnsurResult {
  if (nrr === undefined) return { n, sum, nrr: undefined, weighted: undefined, mutu: undefined }
  const mutu = mutuOf(toNumber(rounded(times(nrr, ratio(25)), 2)))
  return { n, sum, nrr: toNumber(nrr), weighted: toNumber(times(nrr, weight)), mutu }
}

function ikmOf(nrrs: readonly (Ratio | undefined)[], method: AuditMethod): Ikm {
  const known = nrrs.filter(nrr => nrr !== undefined)
  if (known.length < nrrs.length || known.length === 0) return NO_IKM
  const weight = weightOf(method, known.length)
  const terms = known.map(nrr => times(nrr, weight)).map(term => (method === 'term-rounded' ? rounded(term, 2) : term))
  const index = terms.reduce(plus)
  return graded(method === 'index-rounded' ? rounded(index, 2) : index)
}

const NO_IKM: Ikm = { ikm: undefined, mutu: undefined, kinerja: undefined }

/** An index of 1 to 4 as an IKM with its letter. */
function graded(index: Ratio): Ikm {
  const ikm = toNumber(rounded(times(index, ratio(25)), 2))
  const mutu = mutuOf(ikm)
  return { ikm, mutu, kinerja: KINERJA[mutu][0] }
}

function weightOf(method: AuditMethod, unsurCount: number): Ratio {
  switch (method) {
    case 'exact':
    case 'index-rounded':
      return ratio(1, unsurCount)
    case '0.11':
      return ratio(11, 100)
    case '0.111':
      return ratio(111, 1000)
    case '0.1111':
    case 'term-rounded':
      return ratio(1111, 10_000)
  }
}
