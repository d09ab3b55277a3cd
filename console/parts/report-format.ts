import { html, nothing, type TemplateResult } from 'lit'
import { MINUTE } from '../../shared/kit/time.ts'
import { EDGE_FROM } from '../../shared/officer/few.ts'
import type { WorkFigures } from '../../shared/officer/figures.ts'
import type { WaitFigures, WaitPercentile } from '../../shared/officer/waits.ts'
import { numberText, say } from '../../shared/text/text.ts'
import type { Lang } from '../../shared/kit/words.ts'
import { managerText } from '../../shared/text/manager.ts'

/** Minutes with one decimal, or a dash where nothing was measured. */
export function minutesOf(ms: number | null | undefined, lang: Lang): string {
  return ms === null || ms === undefined ? say(managerText.none, lang) : numberText(ms / MINUTE, lang, 1)
}

/** The same of a wait; `> ` where it is only known to be longer, because too many were not called. */
export function waitOf(percentile: WaitPercentile | null | undefined, lang: Lang): string {
  return `${percentile?.over ? '> ' : ''}${minutesOf(percentile?.ms, lang)}`
}

/** What stands beside the percentile of a wait: on how many it rests, and how many of them were not called. */
export function waitUnit({ n, uncalled }: Pick<WaitFigures, 'n' | 'uncalled'>, lang: Lang): string {
  const values = { n: numberText(n, lang), uncalled: numberText(uncalled, lang) }
  return say(managerText[uncalled > 0 ? 'unit.wait' : 'unit.minutesOf'], lang, values)
}

/** A percentile in a cell, with how many it rests on. */
export function cellOf(value: string, n: number, lang: Lang): TemplateResult {
  return html`${value} <small>n ${numberText(n, lang)}</small>`
}

/** What stands below a table of service times: how many services are in none, closed meanwhile or marked by their officer. */
export function shutNote(
  rows: readonly Pick<WorkFigures, 'shut' | 'unclocked'>[],
  lang: Lang,
): TemplateResult | typeof nothing {
  const note = (of: 'shut' | 'unclocked') => {
    const n = rows.reduce((sum, r) => sum + r[of], 0)
    return n === 0
      ? nothing
      : html`<p class="note">${say(managerText[`officers.${of}`], lang, { n: numberText(n, lang) })}</p>`
  }
  return html`${note('shut')} ${note('unclocked')}`
}

/** A count of a whole, with its share where the whole is large enough for one: "7 (18%)". */
export function shareText(part: number, whole: number, lang: Lang): string {
  return whole < EDGE_FROM ? numberText(part, lang) : `${numberText(part, lang)} (${percentOf(part, whole, lang)}%)`
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
