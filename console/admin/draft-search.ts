import type { Elsewhere } from '../../shared/office/office.ts'
import type { Problem } from './draft-days.ts'

const MOST_WORDS = 150
const LONGEST_WORD = 60
const MOST_ELSEWHERE = 60
const LONGEST_TEXT = 400
const PARTS = 5

/** Words of a search, ready to be typed over. */
export function keywordsText(keywords: readonly string[]): string {
  return keywords.join(', ')
}

/** Typed words, parted by commas or lines, each once. */
export function keywordsOf(text: string): string[] {
  const words = text.split(/[,\n]/).map(word => word.trim())
  return [...new Set(words)].filter(word => word !== '')
}

export function keywordsProblem(text: string): Problem | undefined {
  const words = keywordsOf(text)
  const long = words.find(word => word.length > LONGEST_WORD)
  if (long !== undefined) return { word: 'wrong.keyword', values: { line: long.slice(0, LONGEST_WORD) } }
  return words.length > MOST_WORDS ? { word: 'wrong.keywords', values: { max: MOST_WORDS } } : undefined
}

/** What other offices do, a line for each: name, its English, where, its English, words of a search. */
export function elsewhereText(all: readonly Elsewhere[]): string {
  return all.map(({ name, where, keywords }) => [...name, ...where, keywordsText(keywords)].join(' | ')).join('\n')
}

/** The typed lines as the server takes them. Only for lines without a problem. */
export function elsewhereOf(text: string): Elsewhere[] {
  return linesOf(text).map(line => {
    const [name = '', nameEn = '', where = '', whereEn = '', keywords = ''] = partsOf(line)
    return { name: [name, nameEn], where: [where, whereEn], keywords: keywordsOf(keywords) }
  })
}

export function elsewhereProblem(text: string): Problem | undefined {
  const lines = linesOf(text)
  if (lines.length > MOST_ELSEWHERE) return { word: 'wrong.keywords', values: { max: MOST_ELSEWHERE } }
  const wrong = lines.find(line => {
    const parts = partsOf(line)
    const spoken = parts.slice(0, PARTS - 1)
    const right = parts.length === PARTS && spoken.every(part => part !== '' && part.length <= LONGEST_TEXT)
    return !right || keywordsProblem(parts[PARTS - 1]!) !== undefined
  })
  return wrong === undefined ? undefined : { word: 'wrong.elsewhere', values: { line: wrong.slice(0, LONGEST_WORD) } }
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter(line => line.trim() !== '')
}

function partsOf(line: string): readonly string[] {
  return line.split('|').map(part => part.trim())
}
