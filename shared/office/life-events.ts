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

/** A service with the document that it yields. */
interface Yielding {
  readonly document?: { readonly name: Words } | null
}

/** A ticket as far as its visit has come. */
interface Visiting {
  readonly serviceId: string
  readonly been?: readonly { readonly parts: readonly { readonly serviceId: string }[] }[]
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
export function papersOfEvent<S extends Asking & Yielding>(parts: readonly PartOf<S>[]): EventPapers<S> {
  const bring: EventPaper[] = []
  const made: Paper[] = []
  parts.forEach(({ part, service }, i) => {
    const earlier = parts.slice(0, i).map(p => p.service)
    for (const paper of surePapers(service, part.caseId ?? undefined)) {
      const note = paper.note ? [paper.note] : []
      const at = bring.findIndex(b => b.paper.id === paper.id || areAlike(b.paper, paper))
      const before = bring[at]
      if (before) {
        bring[at] = { ...before, notes: strictest([...before.notes, ...note]) }
      } else if (isMade(paper, earlier)) {
        if (!made.some(m => areAlike(m, paper))) made.push(paper)
      } else bring.push({ paper, notes: note })
    }
  })
  const depends = parts.filter(({ part, service }) => isUnsure(service, part.caseId ?? undefined))
  return { bring, made, depends }
}

/** The service at hand of a ticket, as its visit asks for it: without the papers that earlier steps of the visit yield. */
export function atHand<S extends Asking & Yielding & { readonly id: string }>(
  services: readonly S[],
  { serviceId, been = [] }: Visiting,
): S | undefined {
  const service = services.find(s => s.id === serviceId)
  if (!service || been.length === 0) return service
  const done = been.flatMap(step => step.parts.map(p => p.serviceId))
  const earlier = services.filter(s => done.includes(s.id))
  return { ...service, requirements: service.requirements.filter(paper => !isMade(paper, earlier)) }
}

/** Whether services that were asked for before yield this paper. */
function isMade(paper: Paper, earlier: readonly Yielding[]): boolean {
  const yielded = earlier.flatMap(s => (s.document ? [s.document.name[0]] : []))
  return yielded.some(name => begins(paper.name[0], name) || begins(name, paper.name[0]))
}

/** Each note once; where one leaves a choice and another does not, the one that does not holds for both. */
function strictest(notes: readonly Words[]): readonly Words[] {
  const one = notes.filter((n, i) => notes.findIndex(other => other[0] === n[0]) === i)
  return one.filter(n => one.every(other => other === n || !optionsOf(n).includes(other[0].toLowerCase())))
}

/** Between which a name or a note leaves the choice. */
function optionsOf([text]: Words): readonly string[] {
  return text.toLowerCase().split(' atau ')
}

/** One name, or one of the names between which the other leaves the choice. */
function areAlike(known: Paper, paper: Paper): boolean {
  const name = known.name[0].toLowerCase()
  return optionsOf(paper.name)[0] === name || paper.name[0].toLowerCase() === name
}

function begins(text: string, beginning: string): boolean {
  return `${text.toLowerCase()} `.startsWith(`${beginning.toLowerCase()} `)
}

/** The minutes at the counters that services take together: what is usual, and what the standard promises at most. */
export function minutesOfEvent(
  services: readonly { readonly typicalMinutes: number; readonly standardMinutes: number }[],
): { readonly from: number; readonly to: number } {
  const sum = (of: (s: (typeof services)[number]) => number) => services.reduce((n, s) => n + of(s), 0)
  const from = sum(s => s.typicalMinutes)
  return {
    from,
    to: Math.max(
      from,
      sum(s => s.standardMinutes),
    ),
  }
}
