import type { Lang, Words } from '../kit/words.ts'
import { caseOf, isUnsure, onlyFor, papersOf, type Asking, type Paper } from '../office/papers.ts'
import { papersText } from '../text/papers.ts'
import { say } from '../text/text.ts'

/** An answer that is none of the cases, in addresses. */
export const UNSURE = 'lain'

/** How many papers to bring ("Bawa 2 berkas"), or that it depends. */
export function papersCount(service: Asking, id: string | undefined, lang: Lang): string {
  if (isUnsure(service, id)) return say(papersText['count.unsure'], lang)
  const n = papersOf(service, id).length
  return say(papersText[n === 0 ? 'count.none' : n === 1 ? 'count.one' : 'count'], lang, { n })
}

/** What is said in one line where the case is not known: the papers that are certain, and that the others depend on it. */
export function bringUnsure(sure: readonly string[], lang: Lang): string {
  return say(papersText[sure.length > 0 ? 'bring.unsure' : 'bring.unsure.none'], lang, { list: sure.join('; ') })
}

/** What is said under the name of a paper: its form, and for which cases it is where the case is not known. */
export function paperNote(service: Asking, id: string | undefined, paper: Paper, lang: Lang): string {
  const cases = isUnsure(service, id) ? onlyFor(service, paper) : []
  const only = cases.map(c => say(c.label, lang)).join(', ')
  return [
    ...(paper.note ? [say(paper.note, lang)] : []),
    ...(cases.length > 0 ? [say(papersText['only.for'], lang, { cases: only })] : []),
  ].join('. ')
}

/** A paper in one line of plain text. */
export function paperLine(service: Asking, id: string | undefined, paper: Paper, lang: Lang): string {
  const note = paperNote(service, id, paper, lang)
  return note === '' ? say(paper.name, lang) : `${say(paper.name, lang)} (${note})`
}

/** A service with its case, as it is written in one line: "KTP-el, hilang". */
export function serviceWithCase(
  service: Asking & { readonly name: Words },
  id: string | undefined,
  lang: Lang,
): string {
  const found = caseOf(service, id)
  return found ? `${say(service.name, lang)}, ${lowered(say(found.label, lang))}` : say(service.name, lang)
}

/** Within a sentence; what begins with an abbreviation stays. */
function lowered(text: string): string {
  return /^\p{Lu}(\p{Ll}|\s)/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text
}
