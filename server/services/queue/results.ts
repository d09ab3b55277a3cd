import type { SaidResult } from '../../../shared/contracts/schemas.ts'
import type { Words } from '../../../shared/kit/words.ts'
import { knownPapers, OTHER_PAPER, type VisitResult } from '../../../shared/queue/result.ts'
import { ticketResultText } from '../../../shared/text/result.ts'
import type { OwnTicket } from '../../../shared/ticket/own-ticket.ts'
import type { Offices } from '../office/offices.ts'
import type { Notes } from './notes.ts'

/** How visits ended: what an event holds of it, and what the holder is told. */
export interface VisitResults {
  /** What the desk says, as an event may hold it: no words but those of the office's own lists. */
  of(office: string, commandId: string, said: SaidResult): Promise<VisitResult>
  told(office: string, result: VisitResult): Promise<OwnTicket['result']>
}

export function createResults(offices: Offices, notes: Notes): VisitResults {
  const listed = (office: string): readonly Words[] =>
    offices.get(office).services.flatMap(s => s.requirements.map(r => r.name))

  return {
    async of(office, commandId, said) {
      if (said.kind === 'advice') return said
      if (said.kind === 'papersMissing') {
        const papers = knownPapers(
          said.papers,
          listed(office).map(([name]) => name),
        )
        const own = offices.get(office).services.find(s => s.id === said.service)?.requirements
        const idOf = (paper: string) => own?.find(({ name }) => name[0] === paper)?.id ?? OTHER_PAPER
        return { kind: said.kind, papers, ...(own ? { ids: papers.map(idOf) } : {}) }
      }
      const noted = said.note === undefined ? {} : { noteId: await notes.keep(office, commandId, said.note) }
      return { kind: said.kind, reason: said.reason, ...noted }
    },

    async told(office, result) {
      if (result.kind === 'advice') return result
      if (result.kind === 'papersMissing') {
        const known = new Map(listed(office).map(words => [words[0], words]))
        const words = (paper: string): Words =>
          paper === OTHER_PAPER ? ticketResultText.otherPaper : (known.get(paper) ?? [paper, paper])
        return { kind: result.kind, papers: result.papers.map(paper => [...words(paper)]) }
      }
      const note = result.noteId === undefined ? null : await notes.read(office, result.noteId)
      return { kind: result.kind, reason: result.reason, note }
    },
  }
}
