import { binomialTail } from '../../kit/tails.ts'

/** Letters and words from which on a suggestion is no common phrase. */
const [FEWEST_LETTERS, FEWEST_WORDS] = [20, 4]
/** Fewest times that a text is there, the most that an honest phrase is of all, and one month in twenty by chance. */
const [FEWEST, HONEST, LEVEL] = [3, 0.01, 0.05]

/** Suggestions that are there more often than people write the same. */
export interface SameTexts {
  readonly eligible: number
  readonly distinct: number
  /** So many times a text must be there. */
  readonly threshold: number
  readonly flagged: readonly { readonly text: string; readonly count: number; readonly places: readonly number[] }[]
}

/**
 * A suggestion as it is compared: small letters and figures, one space between words.
 * @example plainText('Cepat,  RAMAH!') // 'cepat ramah'
 */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Which long suggestions of a month are there so often that they were hardly written by different people; the most frequent first. */
export function sameTexts(texts: readonly string[]): SameTexts {
  const places = new Map<string, number[]>()
  for (const [place, raw] of texts.entries()) {
    const text = plainText(raw)
    if (text.length < FEWEST_LETTERS || text.split(' ').length < FEWEST_WORDS) continue
    places.set(text, [...(places.get(text) ?? []), place])
  }
  const found = [...places].map(([text, at]) => ({ text, count: at.length, places: at }))
  const eligible = found.reduce((sum, one) => sum + one.count, 0)
  let threshold = FEWEST
  while (binomialTail(threshold, eligible, HONEST) > LEVEL / found.length) threshold += 1
  const flagged = found.filter(one => one.count >= threshold).sort((a, b) => b.count - a.count)
  return { eligible, distinct: found.length, threshold, flagged }
}
