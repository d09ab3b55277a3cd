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

interface Kept {
  readonly of: string
  readonly days: Readonly<Record<string, KeptDraft>>
}

const PLACE = 'tanggap-report-drafts'
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

/** Whose drafts are kept here from now on: those of somebody else go. */
export function keepDraftsOf(staffId: string): void {
  if (stored()?.of !== staffId) write(undefined)
}

/** Somebody has signed out: what the server has is not left on the device; what it has not yet stays for the same person. */
export function leaveDrafts(): void {
  const kept = stored()
  if (!kept) return
  const left = Object.entries(kept.days).filter(([, d]) => d.saved < d.rev || d.sending)
  write(left.length === 0 ? undefined : { of: kept.of, days: Object.fromEntries(left) })
}

/** What whoever is signed in has typed of a day and not sent. */
export function keptDraft(date: string): KeptDraft | undefined {
  const kept = stored()
  return kept !== undefined && kept.of === textOwner() ? kept.days[date] : undefined
}

/** The days of which something is kept, in order. */
export function keptDays(): readonly string[] {
  const kept = stored()
  return kept !== undefined && kept.of === textOwner() ? Object.keys(kept.days).sort() : []
}

/** Keeps a draft through closed tabs and ended sessions, or with `undefined` forgets it; gives whether this device could. */
export function keepDraft(date: string, draft: KeptDraft | undefined): boolean {
  const of = textOwner()
  if (of === undefined) return false
  const { [date]: _before, ...others } = stored()?.of === of ? stored()!.days : {}
  const days = draft ? { ...others, [date]: draft } : others
  return write(Object.keys(days).length === 0 ? undefined : { of, days })
}

function stored(): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? 'null') as Partial<Kept> | null
    return typeof kept?.of === 'string' && typeof kept.days === 'object' ? (kept as Kept) : undefined
  } catch {
    return undefined
  }
}

function write(kept: Kept | undefined): boolean {
  try {
    if (kept) localStorage.setItem(PLACE, JSON.stringify(kept))
    else localStorage.removeItem(PLACE)
    return true
  } catch {
    return false
  }
}
