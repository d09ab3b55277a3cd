import { wordsOf } from './plain.ts'

/** Fewest letters by which somebody may be looked for; a shorter word is meant whole. */
export const LEAST_LETTERS = 3

/**
 * Whether a name is one that somebody looks for: each typed word begins another word of it, in whatever order.
 * @example fitsName('Siti Nurhayati', 'nurha siti') // true
 */
export function fitsName(name: string, typed: string): boolean {
  const left = [...wordsOf(name)]
  // The longest first: what it begins, a shorter one may begin as well, and not the other way round.
  const wanted = [...wordsOf(typed)].sort((a, b) => b.length - a.length)
  if ((wanted[0]?.length ?? 0) < LEAST_LETTERS) return false
  return wanted.every(word => {
    const place = left.findIndex(own => (word.length < LEAST_LETTERS ? own === word : own.startsWith(word)))
    if (place === -1) return false
    left.splice(place, 1)
    return true
  })
}
