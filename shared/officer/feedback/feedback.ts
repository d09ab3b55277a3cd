import type { Instant, LocalDate } from '../../kit/time.ts'
import { fixedPeriod } from '../../survey/fixed-periods.ts'
import { partsOfNames } from '../../survey/redaction/names.ts'
import { readChange } from './changed.ts'
import type { Guide } from './guides.ts'

/** What a message is: said by who assesses, an answer, a note of a talk for two, thanks of a colleague, of a citizen, or that a figure changed. */
export const MESSAGE_KINDS = ['feedback', 'reply', 'note', 'thanks', 'kudos', 'system'] as const
export type FeedbackKind = (typeof MESSAGE_KINDS)[number]

/** What a message is about; `ref` names the visit by its number, the period by its key, and is the date else. */
export interface About {
  readonly kind: 'visit' | 'report' | 'day' | 'period'
  readonly ref: string
  readonly from: LocalDate
  readonly to: LocalDate
}

/**
 * Whether what a message is about names its own days: a visit, a report and a day are of one, a report and a day by its date, and a
 * period is a fixed one with its first and last day.
 */
export function isSoundAbout({ kind, ref, from, to }: About): boolean {
  if (kind !== 'period') return from === to && (kind === 'visit' || ref === from)
  const period = fixedPeriod(ref)
  return period !== undefined && period.from === from && period.to === to
}

/** One message of somebody's thread. It is written once; a correction is another one that names it. */
export interface FeedbackMessage {
  readonly id: string
  readonly officerId: string
  /** Who wrote it; `null`: the program. */
  readonly authorId: string | null
  /** In whose name, where somebody stood in (`a.n.`). */
  readonly behalfOf: string | null
  readonly kind: FeedbackKind
  readonly about: About
  readonly text: string
  readonly tags: readonly Guide[]
  /** The earlier message of the same author that it corrects. */
  readonly corrects: string | null
  /** Of a note: the assessor who reads it besides the officer. */
  readonly withId: string | null
  readonly at: Instant
}

const CLOCKS = ['clock', 'clockBack']

/** Characters of a message, and tags on one. */
export const MOST_TEXT = 1_000
export const MOST_TAGS = 3
/** How often somebody thanks colleagues on one day. */
export const MOST_THANKS = 20

/** Whether somebody may see a message: the officer all of them; a note besides its assessor alone; the others who may read its days. */
export function seesMessage(
  message: FeedbackMessage,
  viewer: string,
  days: readonly { readonly from: LocalDate; readonly to: LocalDate }[],
): boolean {
  if (viewer === message.officerId) return true
  if (message.kind === 'note') return viewer === message.withId
  return days.some(d => d.from <= message.about.to && message.about.from <= d.to)
}

/**
 * Whether a message waits for somebody to read it: the officer's for what others wrote, an assessor's for what the officer answered. That
 * a clock was marked is told to nobody as new: the officer did it.
 */
export function waitsFor(message: FeedbackMessage, viewer: string): boolean {
  if (message.authorId === viewer) return false
  if (message.kind === 'system' && CLOCKS.includes(readChange(message.text)?.code ?? '')) return false
  return viewer === message.officerId || message.authorId === message.officerId
}

/**
 * What in a text still tells who somebody is: a part of a name of the staff, of three letters at least, and whatever has four digits or
 * more in a row. Names of citizens nobody can know: whoever releases a text has read it.
 */
export function tellsWho(text: string, names: readonly string[]): readonly string[] {
  const parts = partsOfNames(names)
  const named = wordsOf(text).filter(word => parts.has(word))
  return [...new Set([...named, ...(text.match(/\d(?:[ .-]?\d){3,}/g) ?? [])])]
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? []
