import type { Words } from '../../../shared/kit/words.ts'
import type { Asking } from '../../../shared/office/papers.ts'

export const MOST_PAPERS = 60
export const MOST_CASES = 12
const LONGEST = 400

/** Why words of papers and cases cannot be saved, as the settings page says it. */
interface Problem {
  readonly word: 'wrong.name' | 'wrong.twice' | 'wrong.line'
  readonly values?: Readonly<Record<string, number>>
}

/** A paper as it is typed; its id never changes, so that whoever holds one of that name keeps it through a new one. */
export interface DraftPaper {
  readonly id: string
  readonly nameId: string
  readonly nameEn: string
  readonly noteId: string
  readonly noteEn: string
}

/** A case as it is typed, with the ids of its papers in the order in which people read them. */
export interface DraftCase {
  readonly id: string
  readonly labelId: string
  readonly labelEn: string
  readonly detailId: string
  readonly detailEn: string
  readonly spareId: string
  readonly spareEn: string
  readonly papers: readonly string[]
}

/** What a service asks for, as it is typed. */
export interface DraftAsking {
  readonly papers: readonly DraftPaper[]
  readonly cases: readonly DraftCase[]
}

/** Papers and cases, ready to be typed over. */
export function draftAsking({ requirements, cases }: Asking): DraftAsking {
  return {
    papers: requirements.map(({ id, name, note }) => ({
      ...{ id, nameId: name[0], nameEn: name[1] },
      ...{ noteId: note?.[0] ?? '', noteEn: note?.[1] ?? '' },
    })),
    cases: cases.map(({ id, label, detail, spare, papers }) => ({
      ...{ id, labelId: label[0], labelEn: label[1], papers },
      ...{ detailId: detail?.[0] ?? '', detailEn: detail?.[1] ?? '' },
      ...{ spareId: spare?.[0] ?? '', spareEn: spare?.[1] ?? '' },
    })),
  }
}

/** What is wrong with them, by `service.ktp-el.paper.kk.name` and the like. */
export function askingProblems({ papers, cases }: DraftAsking, at: string): Readonly<Record<string, Problem>> {
  const found: Record<string, Problem> = {}
  const note = (name: string, problem: Problem | undefined) => problem && (found[at + name] = problem)
  papers.forEach((paper, i) => {
    const before = papers.slice(0, i).map(p => p.nameId.trim())
    note(`paper.${paper.id}.name`, nameProblem(paper.nameId, paper.nameEn, before))
    note(`paper.${paper.id}.note`, lengthProblem(paper.noteId, paper.noteEn))
  })
  cases.forEach((one, i) => {
    const before = cases.slice(0, i).map(c => c.labelId.trim())
    note(`case.${one.id}.name`, nameProblem(one.labelId, one.labelEn, before))
    note(`case.${one.id}.detail`, lengthProblem(one.detailId, one.detailEn))
    note(`case.${one.id}.spare`, lengthProblem(one.spareId, one.spareEn))
  })
  return found
}

/** As the server takes them. Only for a draft without problems. */
export function askingOf({ papers, cases }: DraftAsking) {
  return {
    requirements: papers.map(p => ({
      ...{ id: p.id, name: [p.nameId.trim(), p.nameEn.trim()] as [string, string], note: maybe(p.noteId, p.noteEn) },
    })),
    cases: cases.map(c => ({
      ...{ id: c.id, label: [c.labelId.trim(), c.labelEn.trim()] as [string, string], papers: [...c.papers] },
      ...{ detail: maybe(c.detailId, c.detailEn), spare: maybe(c.spareId, c.spareEn) },
    })),
  }
}

/** One more paper at the end; `id` is a new one, never used before. */
export function withPaper(draft: DraftAsking, id: string): DraftAsking {
  return { ...draft, papers: [...draft.papers, { id, nameId: '', nameEn: '', noteId: '', noteEn: '' }] }
}

/** One more case at the end, which asks for nothing yet. */
export function withCase(draft: DraftAsking, id: string): DraftAsking {
  const empty = { labelId: '', labelEn: '', detailId: '', detailEn: '', spareId: '', spareEn: '', papers: [] }
  return { ...draft, cases: [...draft.cases, { id, ...empty }] }
}

/** Without a paper: no case asks for it any more. */
export function withoutPaper({ papers, cases }: DraftAsking, id: string): DraftAsking {
  return {
    papers: papers.filter(p => p.id !== id),
    cases: cases.map(c => ({ ...c, papers: c.papers.filter(paper => paper !== id) })),
  }
}

/** A case asks for a paper, after those that it asks for already, or no longer does. */
export function ticked(one: DraftCase, paper: string, on: boolean): DraftCase {
  const others = one.papers.filter(p => p !== paper)
  return { ...one, papers: on ? [...others, paper] : others }
}

/** The same, one of them a place further up. */
export function movedUp<T extends { readonly id: string }>(all: readonly T[], id: string): readonly T[] {
  const i = all.findIndex(one => one.id === id)
  return i < 1 ? all : [...all.slice(0, i - 1), all[i]!, all[i - 1]!, ...all.slice(i + 1)]
}

/** The same, one of them a place further down. */
export function movedDown<T extends { readonly id: string }>(all: readonly T[], id: string): readonly T[] {
  const below = all[all.findIndex(one => one.id === id) + 1]
  return below ? movedUp(all, below.id) : all
}

/** The cases that ask for a paper. */
export function casesWith({ cases }: DraftAsking, paper: string): readonly DraftCase[] {
  return cases.filter(one => one.papers.includes(paper))
}

function nameProblem(id: string, en: string, before: readonly string[]): Problem | undefined {
  // Without an English name the Indonesian one stands on English pages too.
  if (id.trim() === '') return { word: 'wrong.name' }
  return lengthProblem(id, en) ?? (before.includes(id.trim()) ? { word: 'wrong.twice' } : undefined)
}

function lengthProblem(...texts: readonly string[]): Problem | undefined {
  return texts.some(text => text.trim().length > LONGEST) ? { word: 'wrong.line', values: { max: LONGEST } } : undefined
}

/** Words that may be left out; one language stands for both where the other is empty. */
function maybe(id: string, en: string): [string, string] | null {
  const [a, b] = [id.trim(), en.trim()]
  const words: Words = [a || b, b || a]
  return words[0] === '' ? null : [...words]
}
