import type { LocalDate } from '../../kit/time.ts'

/** What the program says in a thread when it changed a figure: what happened, never the figure. Said in words where it is read. */
export type Changed =
  | { readonly code: 'clock' | 'clockBack' | 'outageKept'; readonly date: LocalDate }
  | {
      readonly code: 'score'
      readonly period: { readonly kind: string; readonly from: LocalDate; readonly to: LocalDate }
      readonly cause: 'outage' | 'contest' | 'outageBack'
      readonly version: number
    }

/** How it is written into the text of a message. */
export function writtenChange(changed: Changed): string {
  return JSON.stringify(changed)
}

/**
 * What a text says that the program wrote; undefined for the Indonesian sentences of before.
 * @example readChange('{"code":"clock","date":"2026-07-08"}') // { code: 'clock', date: '2026-07-08' }
 * @example readChange('Jam satu kunjungan ditandai salah.') // undefined
 */
export function readChange(text: string): Changed | undefined {
  return text.startsWith('{"code":') ? (JSON.parse(text) as Changed) : undefined
}
