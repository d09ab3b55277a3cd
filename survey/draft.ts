import { ANNEX_ORDER, type Score, type Unsur } from '../shared/survey/instruments.ts'
import type { Profile } from '../shared/survey/profile/profile.ts'

/** Answers so far; an unsur that was skipped is absent and counts as missing. */
export interface Draft {
  readonly answers: Readonly<Partial<Record<Unsur, Score>>>
  readonly suggestion: string
  /** Who answers, as far as they tell. */
  readonly profile: Profile
}

export const MOST_LETTERS = 1000

export const emptyDraft: Draft = { answers: {}, suggestion: '', profile: {} }

/** How many questions have an answer; the cost of a free service answers itself. */
export function answered(draft: Draft, free: boolean): number {
  return Object.keys(given(draft, free)).length + (free ? 1 : 0)
}

/** Whether somebody answered or wrote anything; who they are says nothing by itself. */
export function hasContent(draft: Draft): boolean {
  return Object.keys(draft.answers).length > 0 || draft.suggestion.trim() !== ''
}

/** What is sent: only what somebody answered, for the office itself adds the cost of a free service. */
export function bodyOf(draft: Draft, free: boolean) {
  const suggestion = draft.suggestion.trim()
  return {
    answers: given(draft, free),
    ...(suggestion === '' ? {} : { suggestion }),
    ...(Object.keys(draft.profile).length === 0 ? {} : { profile: draft.profile }),
  }
}

function given(draft: Draft, free: boolean): Partial<Record<Unsur, Score>> {
  const scores = ANNEX_ORDER.flatMap(unsur => {
    const score = free && unsur === 'biaya' ? undefined : draft.answers[unsur]
    return score === undefined ? [] : [[unsur, score] as const]
  })
  return Object.fromEntries(scores)
}

/** The draft that a reload or a wrong touch left behind; for this tab only. */
export function savedDraft(storage: Pick<Storage, 'getItem'>, token: string): Draft {
  try {
    const kept = JSON.parse(storage.getItem(`tanggap.skm.${token}`) ?? 'null') as Partial<Draft> | null
    return { ...emptyDraft, ...kept }
  } catch {
    return emptyDraft
  }
}

/** Keeps the draft for this tab; `undefined` forgets it. */
export function saveDraft(
  storage: Pick<Storage, 'setItem' | 'removeItem'>,
  token: string,
  draft: Draft | undefined,
): void {
  try {
    if (draft) storage.setItem(`tanggap.skm.${token}`, JSON.stringify(draft))
    else storage.removeItem(`tanggap.skm.${token}`)
  } catch {
    return
  }
}
