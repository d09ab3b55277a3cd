import type { ServiceCase } from '../office/papers.ts'
import { saysNothing, wordsOf } from './plain.ts'
import { formsOf } from './stem.ts'
import { oneSlip } from './typo.ts'

/** Shorter words have too many neighbours to be a slip of one another. */
const SLIP_LETTERS = 4

/**
 * The case that everyday words name by themselves, so that nobody is asked what they have just said; none where they name
 * no case or several: "ktp ilang" names the case of something lost.
 */
export function caseNamed({ cases }: { readonly cases: readonly ServiceCase[] }, query: string): string | undefined {
  const typed = wordsOf(query).filter(word => !saysNothing(word, formsOf(word)))
  const own = cases.map(it => it.label.flatMap(words => wordsOf(words)))
  // What several cases say tells none of them apart.
  const telling = (word: string) => own.filter(words => words.includes(word)).length === 1
  const named = cases.filter((_, i) => own[i]!.some(word => telling(word) && typed.some(it => isSaid(word, it))))
  return named.length === 1 ? named[0]!.id : undefined
}

function isSaid(word: string, typed: string): boolean {
  if (word.length < SLIP_LETTERS) return false
  const forms = formsOf(word)
  return formsOf(typed).some(form => forms.includes(form)) || (typed.length >= SLIP_LETTERS && oneSlip(word, typed))
}
