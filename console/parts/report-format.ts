import { MINUTE } from '../../shared/kit/time.ts'
import { numberText, say } from '../../shared/text/text.ts'
import type { Lang } from '../../shared/kit/words.ts'
import { managerText } from '../../shared/text/manager.ts'

/** Minutes with one decimal, or a dash where nothing was measured. */
export function minutesOf(ms: number | null | undefined, lang: Lang): string {
  return ms === null || ms === undefined ? say(managerText.none, lang) : numberText(ms / MINUTE, lang, 1)
}

/** Whole per cent of a part, or a dash of nothing. */
export function percentOf(part: number, whole: number, lang: Lang): string {
  return whole === 0 ? say(managerText.none, lang) : numberText((part / whole) * 100, lang, 0)
}

/** Minutes and seconds of a running time, such as 04:10; hours stay in the minutes. */
export function runningText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}

/** A list for a sentence: "KTP-el 12, Kartu Keluarga 9". */
export function listed(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(pair => pair.join(' ')).join(', ')
}
