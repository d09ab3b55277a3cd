import { AppError } from '../../kit/errors.ts'
import { addDays, type ClockTime, type Instant, type LocalDate } from '../../kit/time.ts'

/** Something done elsewhere than at a counter, in one line; what was left empty is an empty text. */
export interface Activity {
  readonly id: string
  readonly what: string
  readonly from: ClockTime | ''
  readonly to: ClockTime | ''
  readonly quantity: string
  readonly output: string
  /** The line of the SKP in the officer's own words. */
  readonly skp: string
  readonly link: string
  /** Ids of evidence files. */
  readonly files: readonly string[]
}

/** What an officer writes of a day; the work at counters is no part of it, it is there already. */
export interface ReportText {
  readonly activities: readonly Activity[]
  readonly note: string
}

export const NO_TEXT: ReportText = { activities: [], note: '' }
export const MOST_ACTIVITIES = 20
/** A report is sent within 20 KiB, also on the slowest line: so many bytes of text leave room for the rest of what is sent. */
export const MOST_REPORT_BYTES = 18_500
/** How far back a day can still be reported, in days. */
export const REPORT_DAYS = 31

/** Three clocks of one version, in milliseconds: begun and written by the device's clock, received by the server's. */
export interface ReportTimes {
  readonly begunAt: Instant
  readonly writtenAt: Instant
  readonly receivedAt: Instant
}

/** One version of a report; a correction is the next one. */
export interface ReportVersion extends ReportTimes {
  readonly version: number
  readonly text: ReportText
}

export const ANSWERS = ['accept', 'fix', 'ask'] as const
export type AnswerKind = (typeof ANSWERS)[number]

/** One line of the thread under a report, about the version that stood then. */
export interface ReportEntry {
  readonly id: string
  readonly kind: AnswerKind | 'reply'
  readonly version: number
  readonly byId: string
  readonly at: Instant
  readonly text: string
}

/** `waiting`: for the assessor; `fix` and `ask`: for the officer. */
export type ReportState = 'open' | 'waiting' | 'accepted' | 'fix' | 'ask'

/**
 * Where a report stands by its newest version and its thread, in order: an answer to an older version answers nothing any more,
 * and who replies to a question or a wish waits for the assessor again.
 */
export function stateOf(newest: number, entries: readonly Pick<ReportEntry, 'kind' | 'version'>[]): ReportState {
  if (newest === 0) return 'open'
  return entries
    .filter(e => e.version === newest)
    .reduce<ReportState>((state, { kind }) => {
      if (kind === 'reply') return state === 'accepted' ? state : 'waiting'
      return kind === 'accept' ? 'accepted' : kind
    }, 'waiting')
}

/** Throws `DATE_PAST` for a day too long ago to be reported, `NOT_FOUND` for one that has not begun. */
export function mustReport(date: LocalDate, today: LocalDate): void {
  if (date > today) throw new AppError('NOT_FOUND', { date })
  if (date < addDays(today, -REPORT_DAYS)) throw new AppError('DATE_PAST')
}

/** What is done next follows what was seen: throws `REPORT_CHANGED` where the report has got another version since. */
export function mustBeSeen(seen: number, newest: number): void {
  if (seen !== newest) throw new AppError('REPORT_CHANGED', { version: newest })
}

/** Whether nothing at all was typed. */
export function isEmpty({ activities, note }: ReportText): boolean {
  return (
    note.trim() === '' &&
    activities.every(a => [a.what, a.quantity, a.output, a.link].every(t => t.trim() === '') && a.files.length === 0)
  )
}

/** How many bytes a text is when it is sent (JSON in UTF-8). */
function reportBytes(text: ReportText): number {
  let bytes = 0
  for (const sign of JSON.stringify(text)) {
    const point = sign.codePointAt(0)!
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4
  }
  return bytes
}

/** By how many bytes a text is too long to be sent; 0 while it is not. */
export function reportOver(text: ReportText): number {
  return Math.max(0, reportBytes(text) - MOST_REPORT_BYTES)
}

/** Throws `REPORT_TOO_LONG`, with the bytes that are too many. */
export function mustFit(text: ReportText): void {
  const over = reportOver(text)
  if (over > 0) throw new AppError('REPORT_TOO_LONG', { over })
}
