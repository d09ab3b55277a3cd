import { html, type TemplateResult } from 'lit'
import type { DocumentFigures } from '../../shared/officer/document-figures.ts'
import { documentFiguresText as words } from '../../shared/text/application.ts'
import { managerText } from '../../shared/text/manager.ts'
import { numberText } from '../../shared/text/text.ts'
import { lang, t } from '../../shared/web/lang.ts'
import { shareText } from './report-format.ts'

/** Working days against the promise in words. */
export function daysText(days: number | null): string {
  if (days === null) return t(managerText.none)
  if (days === 0) return t(words['days.on'])
  return t(words[days < 0 ? 'days.early' : 'days.late'], { n: numberText(Math.abs(days), lang()) })
}

/** How many promises were kept, with their share of enough; a dash where none fell due. */
export function onTimeText({ n, onTime }: DocumentFigures): string {
  return n === 0 ? t(managerText.none) : shareText(onTime, n, lang())
}

/** The columns of the indicator. */
export function documentColumns() {
  const keys = ['n', 'onTime', 'median', 'lateNow', 'returned'] as const
  return keys.map(key => ({ key, label: t(words[key]), numeric: true }))
}

/** The figures of one row. */
export function documentCells(figures: DocumentFigures): Readonly<Record<string, string | TemplateResult>> {
  const count = (n: number) => numberText(n, lang())
  const { n, medianDays, lateNow, returned } = figures
  return {
    n: count(n),
    onTime: onTimeText(figures),
    median: daysText(medianDays),
    lateNow: lateNow > 0 ? html`<span class="hot">${count(lateNow)}</span>` : count(lateNow),
    returned: count(returned),
  }
}
