import { saysNothing, wordsOf } from './plain.ts'
import { formsOf } from './stem.ts'

/** From so many places and hours on a word that found nothing is shown, and kept readable. */
export const UNFOUND_FLOOR = 5
/** Weeks for which such words are kept. */
export const UNFOUND_WEEKS = 8

/** A search with more words is a story about somebody. */
const MOST_WORDS = 8
const LETTERS = /^[a-z]{3,20}$/
/** So many digits in a row are a number of somebody. */
const NUMBER_OF_SOMEBODY = /\d{6}/
/** What stands before a name; of what follows two words are left out. */
const BEFORE_NAMES = new Set(
  'nama namanya bernama an atasnama bapak pak ibu bu sdr sdri saudara saudari mas mbak haji hajjah bin binti anaknya'.split(
    ' ',
  ),
)
const NAME_WORDS = 2

/**
 * The words by which a search that found nothing is counted: what says something, without numbers, and without what is
 * likely a name. None of a search that tells of somebody.
 */
export function wordsToCount(query: string): readonly string[] {
  const words = wordsOf(query)
  if (words.length > MOST_WORDS || NUMBER_OF_SOMEBODY.test(query.replace(/[\s.-]/g, ''))) return []
  const names = new Set(words.flatMap((word, i) => (BEFORE_NAMES.has(word) ? nameAfter(words, i) : [])))
  return [...new Set(words.filter(says))].filter(word => LETTERS.test(word) && !names.has(word))
}

function nameAfter(words: readonly string[], at: number): readonly string[] {
  return [
    words[at]!,
    ...words
      .slice(at + 1)
      .filter(says)
      .slice(0, NAME_WORDS),
  ]
}

function says(word: string): boolean {
  return !saysNothing(word, formsOf(word))
}
