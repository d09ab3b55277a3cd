/** Reasons for refusing what somebody came for; a closed list, because free text may name people. */
export const REFUSAL_REASONS = ['notEligible', 'dataDiffers', 'notInPerson', 'elsewhere', 'other'] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** What stands in place of a paper that no list of the office names. */
export const OTHER_PAPER = 'other'

/** How a visit ended that was not simply complete. Such a visit yields no document. */
export type VisitResult =
  | {
      readonly kind: 'papersMissing'
      /** As the office's own list of papers names them in Indonesian, or `OTHER_PAPER`; never what somebody typed. */
      readonly papers: readonly string[]
      /** The same by their ids within the service, `OTHER_PAPER` for what it does not list; absent in older journals. */
      readonly ids?: readonly string[]
    }
  | {
      readonly kind: 'refused'
      readonly reason: RefusalReason
      /** A note to the holder, which is kept sealed apart from the journal. */
      readonly noteId?: string
    }
  | { readonly kind: 'advice' }

/** How a visit can end; `complete` is what is said of one that says nothing else, as in older journals. */
export const RESULT_KINDS = ['complete', 'papersMissing', 'refused', 'advice'] as const
export type ResultKind = (typeof RESULT_KINDS)[number]

/** How a finished visit ended. */
export function kindOf(result: VisitResult | undefined): ResultKind {
  return result?.kind ?? 'complete'
}

/**
 * The papers as the office's list names them, each once; what it does not name (any more) is another paper.
 * @example knownPapers(['KTP lama', 'ktp budi'], ['KTP lama', 'Kartu Keluarga']) // ['KTP lama', 'other']
 */
export function knownPapers(said: readonly string[], listed: readonly string[]): readonly string[] {
  return [...new Set(said.map(paper => (listed.includes(paper) ? paper : OTHER_PAPER)))]
}
