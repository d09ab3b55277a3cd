import { html, type TemplateResult } from 'lit'
import type { DocumentFigures } from '../../shared/officer/document-figures.ts'
import { documentFiguresText as words } from '../../shared/text/application.ts'
import { t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-state.ts'
import type { Fetched } from './fetched.ts'
import { sentenceOf } from './sentence.ts'

/** The pane of documents against their promise: `body` once `figures` are read, else that they come, cannot be had or are empty. */
export function documentsPane<T>(
  figures: Fetched<T>,
  totalOf: (value: T) => DocumentFigures,
  body: (value: T) => TemplateResult,
): TemplateResult {
  return html`<section class="pane" aria-labelledby="documents">
    <header>
      <h2 id="documents">${t(words.title)}</h2>
      <span class="note">${t(words.note)}</span>
    </header>
    ${inside(figures, totalOf, body)}
  </section>`
}

function inside<T>(
  figures: Fetched<T>,
  totalOf: (value: T) => DocumentFigures,
  body: (value: T) => TemplateResult,
): TemplateResult {
  const { value, error } = figures
  if (error) return html`<ui-state kind="error" @retry=${() => figures.retry()}>${sentenceOf(error)}</ui-state>`
  if (!value) return html`<ui-state></ui-state>`
  const { n, lateNow, returned } = totalOf(value)
  if (n + lateNow + returned === 0)
    return html`<ui-state kind="empty" .icon=${'doc' as const} heading=${t(words.none)}
      >${t(words['none.why'])}</ui-state
    >`
  return html`${body(value)}
    <p class="note">${t(words.how)}</p>`
}
