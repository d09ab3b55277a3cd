import type { Words } from '../kit/words.ts'

/** One paper that people bring; `note` says in which form, or where they get it. */
export interface Paper {
  readonly id: string
  readonly name: Words
  readonly note: Words | null
}

/** What has happened to somebody who comes for a service, with exactly the papers that it asks for. */
export interface ServiceCase {
  readonly id: string
  readonly label: Words
  readonly detail: Words | null
  /** Ids of papers of the service, in the order in which people read them. */
  readonly papers: readonly string[]
  /** What people are often told to bring and need not. */
  readonly spare: Words | null
}

/** What a service asks for: all of its papers, and which of them in which case; without cases all of them, from everybody. */
export interface Asking {
  readonly requirements: readonly Paper[]
  readonly cases: readonly ServiceCase[]
}

/** Whether each paper and each case has an id and a name of its own, and no case asks for a paper that is not on the list. */
export function isSound({ requirements, cases }: Asking): boolean {
  const papers = requirements.map(r => r.id)
  return (
    areDistinct(papers) &&
    areDistinct(cases.map(c => c.id)) &&
    areDistinct(requirements.map(r => r.name[0])) &&
    areDistinct(cases.map(c => c.label[0])) &&
    cases.every(c => areDistinct(c.papers) && c.papers.every(id => papers.includes(id)))
  )
}

function areDistinct(all: readonly string[]): boolean {
  return new Set(all).size === all.length && !all.includes('')
}

/** Whether a service says of no paper that people bring it, though it is there for more than advice. */
export function asksNothing({
  requirements,
  advises,
}: Pick<Asking, 'requirements'> & { readonly advises: boolean }): boolean {
  return requirements.length === 0 && !advises
}

/** The case of a service by its id; none where the id is absent or the office has taken that case away. */
export function caseOf({ cases }: Pick<Asking, 'cases'>, id: string | undefined): ServiceCase | undefined {
  return cases.find(c => c.id === id)
}

/** The case as a ticket keeps it: only one that the service has. */
export function keptCase(service: Pick<Asking, 'cases'>, id: string | undefined): { readonly case?: string } {
  const found = caseOf(service, id)
  return found ? { case: found.id } : {}
}

/** Exactly the papers of one case; all that the service may ask for where the case is not known. */
export function papersOf(service: Asking, id?: string): readonly Paper[] {
  const found = caseOf(service, id)
  if (!found) return service.requirements
  return found.papers.flatMap(paper => service.requirements.find(r => r.id === paper) ?? [])
}

/** Whether the list holds papers of several cases, of which nobody brings all. */
export function isUnsure(service: Asking, id?: string): boolean {
  return service.cases.length > 0 && !caseOf(service, id)
}

/** The papers that are certain: those of the case, and where it is not known those that every case asks for. */
export function surePapers(service: Asking, id?: string): readonly Paper[] {
  return papersOf(service, id).filter(paper => !isUnsure(service, id) || onlyFor(service, paper).length === 0)
}

/** The cases that ask for a paper, where not all of them do. */
export function onlyFor({ cases }: Pick<Asking, 'cases'>, paper: Paper): readonly ServiceCase[] {
  const those = cases.filter(c => c.papers.includes(paper.id))
  return those.length === cases.length ? [] : those
}
