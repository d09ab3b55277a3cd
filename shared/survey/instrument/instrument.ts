import type { Lang, Words } from '../../kit/words.ts'

/** Steps of the scales there are, from 1 on: four as the SKM, six as SPKP and SPAK. */
export const STEPS = [4, 6] as const
export type Steps = (typeof STEPS)[number]

/** Words of an office, of which the English may be left empty: the Indonesian is the instrument. */
export function inLang([indonesian, english]: Words, lang: Lang): string {
  return lang === 'en' && english.trim() !== '' ? english : indonesian
}

/** One question by a key that never changes; `answers[mark - 1]` is the label of a mark. */
export interface InstrumentQuestion {
  readonly key: string
  readonly name: Words
  readonly wording: Words
  readonly answers: readonly Words[]
  /** What it counts as reports write it, a decimal such as 0.111; `null` in all questions of an instrument: all alike, exactly 1/n. */
  readonly weight: number | null
}

/** A questionnaire as data. Each is scored by itself on its own scale, and none is ever added to another. */
export interface Instrument {
  readonly name: Words
  readonly steps: Steps
  /** In the order in which they are asked. */
  readonly questions: readonly InstrumentQuestion[]
}

/** Most questions that somebody answers on a phone in one go. */
export const MOST_QUESTIONS = 20

/** The id of the official survey, which visits are asked too. */
export const SKM = 'skm'
