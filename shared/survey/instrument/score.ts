import { mutuOf, type Mutu } from '../ikm.ts'
import { plus, ratio, rounded, times, toNumber, type Ratio } from '../ratio.ts'
import type { Instrument } from './instrument.ts'
import { hasLetter, weightsOf } from './sound.ts'

/** The marks of one person by question; what was not answered is left out. */
export type Marks = Readonly<Record<string, number>>

/** How one question was answered: by `n`, with their `sum`, the mean on its own scale, and the same from 1 to 4. */
export interface QuestionScore {
  readonly key: string
  readonly n: number
  readonly sum: number
  readonly mean: number | undefined
  readonly value: number | undefined
}

/**
 * The score of one instrument. `perception` (1 to 4) and `index` (25 to 100) are rounded half-up to two decimals, and left out where a question has no
 * answer (`incomplete`). Only the SKM has a letter.
 */
export interface InstrumentScore {
  readonly n: number
  readonly questions: readonly QuestionScore[]
  readonly incomplete: readonly string[]
  readonly perception: number | undefined
  readonly index: number | undefined
  readonly mutu: Mutu | undefined
}

/** The index of the best mark for everything. */
const WHOLE = ratio(25)

/** How many answered anything, and each question with how many answered it and their marks added up. */
export interface MarkSums {
  readonly n: number
  readonly questions: readonly { readonly key: string; readonly n: number; readonly sum: number }[]
}

/** Adds sheets up one after another. */
export function addingMarks({ questions }: Instrument) {
  const sums = questions.map(({ key }) => ({ key, n: 0, sum: 0 }))
  let n = 0
  return {
    add(marks: Marks): void {
      let answered = false
      for (const of of sums) {
        const mark = marks[of.key]
        if (mark === undefined) continue
        answered = true
        of.n += 1
        of.sum += mark
      }
      if (answered) n += 1
    },
    sums: (): MarkSums => ({ n, questions: sums }),
  }
}

/**
 * The score of the answers to one instrument, with exact fractions, rounded once at the end. A missing answer is left out of the mean of its question. Six
 * steps are put on four as v = 1 + 0.6 × (x − 1).
 */
export function scoreOf(instrument: Instrument, rows: readonly Marks[]): InstrumentScore {
  const all = addingMarks(instrument)
  for (const marks of rows) all.add(marks)
  return scoreOfSums(instrument, all.sums())
}

/** The same of sheets that are added up. */
export function scoreOfSums(instrument: Instrument, { n, questions: sums }: MarkSums): InstrumentScore {
  const values = sums.map(({ n, sum }) => (n === 0 ? undefined : onFour(ratio(sum, n), instrument.steps)))
  const known = values.filter(value => value !== undefined)
  const whole = known.length > 0 && known.length === values.length ? weighted(instrument, known) : undefined
  const index = whole && toNumber(rounded(times(whole, WHOLE), 2))
  return {
    n,
    questions: sums.map((one, i) => ({
      ...one,
      mean: one.n === 0 ? undefined : one.sum / one.n,
      value: values[i] && toNumber(values[i]),
    })),
    incomplete: sums.filter(({ n }) => n === 0).map(({ key }) => key),
    perception: whole && toNumber(rounded(whole, 2)),
    index,
    mutu: index !== undefined && hasLetter(instrument) ? mutuOf(index) : undefined,
  }
}

/**
 * The highest index that the weights of an instrument let it reach: 100, or less where they are cut.
 */
export function ceilingOf(instrument: Instrument): number {
  const best = Object.fromEntries(instrument.questions.map(({ key }) => [key, instrument.steps]))
  return scoreOf(instrument, [best]).index ?? 0
}

/** A mean on a scale of so many steps, on the one of four. */
function onFour(mean: Ratio, steps: number): Ratio {
  return plus(times(plus(mean, ratio(-1)), ratio(3, steps - 1)), ratio(1))
}

function weighted(instrument: Instrument, values: readonly Ratio[]): Ratio {
  return weightsOf(instrument)
    .map((weight, i) => times(values[i]!, weight))
    .reduce(plus)
}
