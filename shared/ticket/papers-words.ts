import type { Lang, Words } from '../kit/words.ts'
import { papersOfEvent } from '../office/life-events.ts'
import { caseOf, isUnsure, onlyFor, papersOf, type Asking, type Paper } from '../office/papers.ts'
import { lifeEventText } from '../text/life-events.ts'
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
  return withNote(say(paper.name, lang), paperNote(service, id, paper, lang))
}

function withNote(name: string, note: string): string {
  return note === '' ? name : `${name} (${note})`
}

/** What is to be brought for a ticket, in words. */
export interface BringWords {
  /** How many papers. */
  readonly count: string
  readonly papers: readonly { readonly name: string; readonly line: string }[]
  /** Which services of a visit of several ask for more, where that was not said. */
  readonly depends: string
}

interface Wanted {
  readonly serviceId: string
  readonly case?: string | undefined
}

type Service = Asking & {
  readonly id: string
  readonly name: Words
  readonly document?: { readonly name: Words } | null
}

/** What a ticket asks people to bring: the papers of its case, or of a visit of several steps those of all of them, each once. */
export function bringWords(
  services: readonly Service[],
  { serviceId, case: id }: Wanted,
  visit: { readonly steps: readonly { readonly parts: readonly Wanted[] }[] } | undefined,
  lang: Lang,
): BringWords {
  const serviceOf = (wanted: string) => services.find(s => s.id === wanted)
  if (!visit) {
    const service = serviceOf(serviceId)
    if (!service) return { count: '', papers: [], depends: '' }
    const papers = papersOf(service, id).map(p => ({ name: say(p.name, lang), line: paperLine(service, id, p, lang) }))
    return { count: papersCount(service, id, lang), papers, depends: '' }
  }
  const parts = visit.steps.flatMap(step =>
    step.parts.flatMap(part => {
      const service = serviceOf(part.serviceId)
      const { serviceId, case: caseId = null } = part
      return service ? [{ part: { serviceId, caseId, optional: false }, service }] : []
    }),
  )
  const { bring, depends } = papersOfEvent(parts)
  const names = depends.map(p => say(p.service.name, lang)).join(', ')
  const n = bring.length
  return {
    count: say(lifeEventText[n === 0 ? 'bring.none' : n === 1 ? 'bring.one' : 'bring'], lang, { n }),
    papers: bring.map(({ paper, notes }) => ({
      name: say(paper.name, lang),
      line: withNote(say(paper.name, lang), notes.map(note => say(note, lang)).join('. ')),
    })),
    depends: names && say(lifeEventText.depends, lang, { services: names }),
  }
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
