import { UNSUR, type Score, type Unsur } from '../shared/survey/instruments.ts'
import type { Profile } from '../shared/survey/profile/profile.ts'

/** Answers so far by unsur, the nine and those of the office; one that was skipped is absent and counts as missing. */
export interface Draft {
  readonly answers: Readonly<Record<string, Score>>
  readonly suggestion: string
  /** Who answers, as far as they tell. */
  readonly profile: Profile
}

export const MOST_LETTERS = 1000

export const emptyDraft: Draft = { answers: {}, suggestion: '', profile: {} }

/** How many questions have an answer; the cost of a free service answers itself. */
export function answered(draft: Draft, free: boolean): number {
  const { answers, extra } = given(draft, free)
  return Object.keys({ ...answers, ...extra }).length + (free ? 1 : 0)
}

/** Whether somebody answered or wrote anything; who they are says nothing by itself. */
export function hasContent(draft: Draft): boolean {
  return Object.keys(draft.answers).length > 0 || draft.suggestion.trim() !== ''
}

/** What is sent: only what somebody answered, for the office itself adds the cost of a free service. */
export function bodyOf(draft: Draft, free: boolean) {
  const suggestion = draft.suggestion.trim()
  return {
    ...given(draft, free),
    ...(suggestion === '' ? {} : { suggestion }),
    ...(Object.keys(draft.profile).length === 0 ? {} : { profile: draft.profile }),
  }
}

function given(draft: Draft, free: boolean) {
  const { biaya, ...rest } = draft.answers
  const answers: Partial<Record<Unsur, Score>> = {}
  const extra: Record<string, Score> = {}
  for (const [key, score] of Object.entries(free || biaya === undefined ? rest : draft.answers))
    (UNSUR.includes(key as Unsur) ? answers : extra)[key as Unsur] = score
  return { answers, ...(Object.keys(extra).length === 0 ? {} : { extra }) }
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
