import type { ReportText } from '../../shared/officer/daily/report.ts'
import { newKey } from '../../shared/web/client.ts'
import { textOwner } from './kept-text.ts'

/** What this device keeps of a day's report until it is sent. */
export interface KeptDraft {
  /** Rises with every change. */
  readonly rev: number
  /** The `rev` that the server has on its disk; 0 where it has none. */
  readonly saved: number
  readonly begunAt: number
  readonly writtenAt: number
  readonly text: ReportText
  /** The draft of another device with which it began. */
  readonly replaces?: { readonly device: string; readonly rev: number }
  /** It was sent without an answer: sent again under this key, against the version that was seen. */
  readonly sending?: { readonly key: string; readonly seen: number }
}

type Days = Readonly<Record<string, KeptDraft>>

/** Each person has a place of their own, so that nobody who signs in meanwhile takes away what is not sent yet. */
const PLACE = 'tanggap-report-drafts '
/** So long what somebody else has not sent stays on the device: by then they have been back, or will not be. */
const LONGEST_MS = 14 * 24 * 3_600_000
const DEVICE = 'tanggap-device'

/** The name of this device among those of one person; it says nothing of either. */
export function deviceName(): string {
  try {
    const known = localStorage.getItem(DEVICE)
    if (known) return known
    const made = newKey().slice(0, 36)
    localStorage.setItem(DEVICE, made)
    return made
  } catch {
    return newKey().slice(0, 36)
  }
}

/** Whose drafts are kept here from now on: of those of somebody else stays, unseen, what the server has not, for two weeks. */
export function keepDraftsOf(staffId: string): void {
  for (const of of people()) if (of !== staffId) leave(of, d => isOwed(d) && Date.now() - d.writtenAt < LONGEST_MS)
}

/** Somebody has signed out: what the server has is not left on the device; what it has not yet stays for the same person. */
export function leaveDrafts(): void {
  for (const of of people()) leave(of, isOwed)
}

/** What the server has not. */
const isOwed = (draft: KeptDraft) => draft.saved < draft.rev || draft.sending !== undefined

function leave(of: string, stays: (draft: KeptDraft) => boolean): void {
  write(of, Object.fromEntries(Object.entries(stored(of)).filter(([, draft]) => stays(draft))))
}

/** What whoever is signed in has typed of a day and not sent. */
export function keptDraft(date: string): KeptDraft | undefined {
  return own()[date]
}

/** The days of which something is kept, in order. */
export function keptDays(): readonly string[] {
  return Object.keys(own()).sort()
}

/** Keeps a draft through closed tabs and ended sessions, or with `undefined` forgets it; gives whether this device could. */
export function keepDraft(date: string, draft: KeptDraft | undefined): boolean {
  const of = textOwner()
  if (of === undefined) return false
  const { [date]: _before, ...others } = stored(of)
  return write(of, draft ? { ...others, [date]: draft } : others)
}

function own(): Days {
  const of = textOwner()
  return of === undefined ? {} : stored(of)
}

/** Whoever has something kept on this device. */
function people(): readonly string[] {
  try {
    return Object.keys(localStorage)
      .filter(key => key.startsWith(PLACE))
      .map(key => key.slice(PLACE.length))
  } catch {
    return []
  }
}

function stored(of: string): Days {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE + of) ?? 'null') as Days | null
    return typeof kept === 'object' && kept !== null ? kept : {}
  } catch {
    return {}
  }
}

function write(of: string, days: Days): boolean {
  try {
    if (Object.keys(days).length > 0) localStorage.setItem(PLACE + of, JSON.stringify(days))
    else localStorage.removeItem(PLACE + of)
    return true
  } catch {
    return false
  }
}
