import type { Words } from '../../kit/words.ts'
import { fromDecimal, plus, ratio, type Ratio } from '../ratio.ts'
import { BUILT_IN, builtIn } from './built-in.ts'
import { LEAST_EXTRA, MOST_EXTRA } from '../asked.ts'
import { MOST_QUESTIONS, SKM, type Instrument, type InstrumentQuestion } from './instrument.ts'

/** Weights in the field add up to 0.99 (0.11 nine times) or 0.999; less is a slip. */
const LEAST_WEIGHT = ratio(9, 10)

/** What makes an instrument unusable; `question` is the place of the one that is meant. */
export interface InstrumentProblem {
  readonly what:
    'name' | 'none' | 'many' | 'twice' | 'wording' | 'answers' | 'weights' | 'sum' | 'fixed' | 'uneven' | 'extra'
  readonly question?: number
}

/**
 * What is wrong with an instrument; nothing where it may be used. What comes from a regulation (`id` of a built-in one) keeps its scale and
 * each of its questions word by word: only their order, their weights and further questions are the office's. The nine of the SKM weigh alike,
 * and beside them stand few further ones, none of which counts more than one of them.
 */
export function problemsOf(instrument: Instrument, id: string): readonly InstrumentProblem[] {
  const { questions, steps } = instrument
  const keys = questions.map(q => q.key)
  const problems: InstrumentProblem[] = []
  if (isEmpty(instrument.name)) problems.push({ what: 'name' })
  if (questions.length === 0) problems.push({ what: 'none' })
  if (questions.length > MOST_QUESTIONS) problems.push({ what: 'many' })
  for (const [question, one] of questions.entries()) {
    if (keys.indexOf(one.key) !== question) problems.push({ what: 'twice', question })
    if (isEmpty(one.name) || isEmpty(one.wording)) problems.push({ what: 'wording', question })
    if (one.answers.length !== steps || one.answers.some(isEmpty)) problems.push({ what: 'answers', question })
  }
  const weights = questions.flatMap(q => (q.weight === null ? [] : [q.weight]))
  if (weights.length > 0 && weights.length < questions.length) problems.push({ what: 'weights' })
  else if (weights.length > 0 && !isWhole(weights)) problems.push({ what: 'sum' })
  const origin = builtIn(id)
  if (origin && !keepsAll(instrument, origin)) problems.push({ what: 'fixed' })
  if (origin && id === SKM) {
    if (!weighAlike(instrument, origin)) problems.push({ what: 'uneven' })
    problems.push(...extraProblems(instrument, origin))
  }
  return problems
}

/** The exact weight of each question. */
export function weightsOf({ questions }: Instrument): readonly Ratio[] {
  return questions.map(({ weight }) => (weight === null ? ratio(1, questions.length) : fromDecimal(weight)))
}

/** Whether a question of an instrument is one of the regulation, so that its words stay. */
export function isOfficial(id: string, key: string): boolean {
  return builtIn(id)?.questions.some(q => q.key === key) ?? false
}

/**
 * The questions with one of them moved by so many places, no further than the end.
 * @example moved(['a', 'b', 'c'], 0, 1) // ['b', 'a', 'c']
 */
export function moved<T>(all: readonly T[], from: number, by: number): readonly T[] {
  const to = Math.min(all.length - 1, Math.max(0, from + by))
  const without = all.filter((_, i) => i !== from)
  return [...without.slice(0, to), all[from]!, ...without.slice(to)]
}

/** Whether each of the SKM's nine questions is there in the words of the regulation, and all weigh alike, so that a letter has a meaning. */
export function hasLetter(instrument: Instrument): boolean {
  return keepsAll(instrument, BUILT_IN.skm) && weighAlike(instrument, BUILT_IN.skm)
}

function isEmpty([indonesian]: Words): boolean {
  return indonesian.trim() === ''
}

function isWhole(weights: readonly number[]): boolean {
  const sum = weights.map(fromDecimal).reduce(plus)
  return !isLess(sum, LEAST_WEIGHT) && !isLess(ratio(1), sum)
}

const isLess = (a: Ratio, b: Ratio) => a.num * b.den < b.num * a.den

function keepsAll(instrument: Instrument, origin: Instrument): boolean {
  const wordsOf = ({ name, wording, answers }: InstrumentQuestion) => JSON.stringify([name, wording, answers])
  const own = new Map(instrument.questions.map(q => [q.key, wordsOf(q)]))
  return instrument.steps === origin.steps && origin.questions.every(q => own.get(q.key) === wordsOf(q))
}

/** Whether the questions of a regulation weigh the same, each as every other (PermenPANRB 14/2017). */
function weighAlike(instrument: Instrument, origin: Instrument): boolean {
  return new Set(instrument.questions.filter(q => isOf(origin, q)).map(q => q.weight)).size <= 1
}

function extraProblems({ questions }: Instrument, origin: Instrument): readonly InstrumentProblem[] {
  const extra = questions.flatMap((q, question) => (isOf(origin, q) ? [] : [{ question, weight: q.weight }]))
  const official = questions.find(q => isOf(origin, q))?.weight ?? null
  const [tooMany] = extra.slice(MOST_EXTRA)
  const unbound = extra.filter(
    ({ weight }) => weight !== null && (weight < LEAST_EXTRA || (official !== null && weight > official)),
  )
  return [...(tooMany ? [tooMany] : []), ...unbound].map(({ question }) => ({ what: 'extra', question }))
}

const isOf = (origin: Instrument, { key }: InstrumentQuestion) => origin.questions.some(q => q.key === key)
