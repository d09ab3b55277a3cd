import type { Words } from '../kit/words.ts'
import { isUnsure, surePapers, type Asking, type Paper } from './papers.ts'

/** One service of a life event; `caseId` says what for, `null` where that is asked. */
export interface LifeEventPart {
  readonly serviceId: string
  readonly caseId: string | null
  /** Not everybody needs it. */
  readonly optional: boolean
}

/** What happens in a life and needs several services at once, as one visit: a birth, a move, a death in the family. */
export interface LifeEvent {
  readonly id: string
  readonly name: Words
  readonly detail: Words
  /** Everyday words by which people look for it, beside its name. */
  readonly keywords: readonly string[]
  readonly parts: readonly LifeEventPart[]
}

/** What a life event needs to know of a service. */
interface Offered {
  readonly id: string
  readonly open: boolean
  readonly retired: boolean
}

/** The life events of an office for which it offers something. */
export function eventsOf<S extends Offered>(office: {
  readonly lifeEvents: readonly LifeEvent[]
  readonly services: readonly S[]
}): readonly LifeEvent[] {
  return office.lifeEvents.filter(event => partsOf(event, office.services).length > 0)
}

/** The parts of a life event that an office offers, in their order; those that need not be are left out where they are named. */
export function partsOf(
  { parts }: LifeEvent,
  services: readonly Offered[],
  without: readonly string[] = [],
): readonly LifeEventPart[] {
  return parts.filter(
    p =>
      !(p.optional && without.includes(p.serviceId)) &&
      services.some(s => s.id === p.serviceId && s.open && !s.retired),
  )
}

/** One part of a life event with its service. */
export interface PartOf<S> {
  readonly part: LifeEventPart
  readonly service: S
}

/** The parts of a life event that an office offers, each with its service. */
export function servicesOfEvent<S extends Offered>(
  event: LifeEvent,
  services: readonly S[],
  without?: readonly string[],
): readonly PartOf<S>[] {
  return partsOf(event, services, without).flatMap(part => {
    const service = services.find(s => s.id === part.serviceId)
    return service ? [{ part, service }] : []
  })
}

/** A paper of a life event, brought once for all that ask for it. */
export interface EventPaper {
  readonly paper: Paper
  /** In which form each asks for it, and where they get it; each thing once. */
  readonly notes: readonly Words[]
}

/** What a life event asks people to bring. */
export interface EventPapers<S> {
  readonly bring: readonly EventPaper[]
  /** Papers that an earlier part of the same visit yields. */
  readonly made: readonly Paper[]
  /** Parts that ask for more, depending on what they are for, which was not said. */
  readonly depends: readonly PartOf<S>[]
}

/**
 * The papers of a life event, each once: papers of one id or one name are the same, one of several that will do needs no line
 * where another of them is there, and what an earlier part yields is made on the way.
 */
export function papersOfEvent<S extends Asking & { readonly document?: { readonly name: Words } | null }>(
  parts: readonly PartOf<S>[],
): EventPapers<S> {
  const bring: EventPaper[] = []
  const made: Paper[] = []
  parts.forEach(({ part, service }, i) => {
    const yielded = parts.slice(0, i).flatMap(p => (p.service.document ? [p.service.document.name[0]] : []))
    for (const paper of surePapers(service, part.caseId ?? undefined)) {
      const note = paper.note ? [paper.note] : []
      const at = bring.findIndex(b => b.paper.id === paper.id || areAlike(b.paper, paper))
      const before = bring[at]
      if (before) {
        const notes = [...before.notes, ...note.filter(n => before.notes.every(b => b[0] !== n[0]))]
        bring[at] = { ...before, notes }
      } else if (yielded.some(name => begins(paper.name[0], name) || begins(name, paper.name[0]))) {
        if (!made.some(m => areAlike(m, paper))) made.push(paper)
      } else bring.push({ paper, notes: note })
    }
  })
  const depends = parts.filter(({ part, service }) => isUnsure(service, part.caseId ?? undefined))
  return { bring, made, depends }
}

/** One name, or one of the names between which the other leaves the choice. */
function areAlike(known: Paper, paper: Paper): boolean {
  const name = known.name[0].toLowerCase()
  return paper.name[0].toLowerCase().split(' atau ')[0] === name || paper.name[0].toLowerCase() === name
}

function begins(text: string, beginning: string): boolean {
  return `${text.toLowerCase()} `.startsWith(`${beginning.toLowerCase()} `)
}

/** The minutes at the counters that the parts take together: what is usual, and what the standard promises at most. */
export function minutesOfEvent(
  parts: readonly PartOf<{ readonly typicalMinutes: number; readonly standardMinutes: number }>[],
): { readonly from: number; readonly to: number } {
  const sum = (of: (p: (typeof parts)[number]['service']) => number) => parts.reduce((n, p) => n + of(p.service), 0)
  const from = sum(s => s.typicalMinutes)
  return {
    from,
    to: Math.max(
      from,
      sum(s => s.standardMinutes),
    ),
  }
}
