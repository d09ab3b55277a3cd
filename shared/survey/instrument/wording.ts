import type { Lang, Words } from '../../kit/words.ts'
import type { Instrument } from './instrument.ts'

/** A phone of 360 px: so many ems of text stand in a line of a question, and of an answer beside its button. */
const LINE = { question: 19.2, answer: 16.6 } as const
/** Lines that are read at a glance. */
export const MOST_LINES = { question: 5, answer: 2 } as const

/** Widths of letters in ems, in bold and a little over those of phones; whatever else counts as a wide letter. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijlI.,:;'|!()/ ]/, 0.31],
  [/[ftr-]/, 0.39],
  [/[mwMW%—]/, 0.93],
  [/[A-Z&]/, 0.7],
]
const LETTER = 0.59

/** A text that is too long for a phone: of which question, which answer of it, in which language, how many lines. */
export interface TooLong {
  readonly question: number
  readonly answer?: number
  readonly lang: Lang
  readonly lines: number
}

/** What of an instrument takes more lines on a phone than is read at a glance. */
export function tooLong(instrument: Instrument): readonly TooLong[] {
  return instrument.questions.flatMap(({ wording, answers }, question) => [
    ...over(wording, 'question').map(one => ({ question, ...one })),
    ...answers.flatMap((words, answer) => over(words, 'answer').map(one => ({ question, answer, ...one }))),
  ])
}

function over(words: Words, kind: 'question' | 'answer') {
  return (['id', 'en'] as const)
    .map((lang, i) => ({ lang, lines: linesOf(words[i]!, kind) }))
    .filter(({ lines }) => lines > MOST_LINES[kind])
}

/**
 * How many lines a text takes at most on a phone 360 px wide: whole words as long as they fit, a word longer than a line cut.
 * @example linesOf('Sangat setuju', 'answer') // 1
 */
export function linesOf(text: string, kind: 'question' | 'answer'): number {
  const width = LINE[kind]
  let lines = 0
  let at: number = width
  for (const word of text.split(/\s+/).filter(one => one !== '')) {
    const long = widthOf(word)
    const further = at + widthOf(' ') + long
    if (further <= width) at = further
    else {
      lines += Math.max(1, Math.ceil(long / width))
      at = long % width
    }
  }
  return lines
}

function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + widthOfSign(sign), 0)
}

function widthOfSign(sign: string): number {
  const known = WIDTHS.find(([signs]) => signs.test(sign))
  if (known) return known[1]
  return /[a-z0-9]/.test(sign) ? LETTER : 1
}
