import { html, nothing } from 'lit'
import type { Reply } from '../../shared/contracts/api.ts'
import { teamText as words } from '../../shared/text/feedback.ts'
import { t } from '../../shared/web/lang.ts'

/** Over whose assessments whoever looks decides, by name, each with the way to the work record; nothing where there is nobody. */
export function belowPane(below: Reply<'GET /api/me/team'>['below']) {
  if (below.length === 0) return nothing
  return html`<section class="pane" aria-labelledby="below">
    <h2 id="below">${t(words.below)}</h2>
    <p class="note">${t(words['below.why'])}</p>
    <ul class="people">
      ${below.map(
        ({ id, name, assessor }) =>
          html`<li>
            <a href="#/tim/${id}/catatan">${name}</a>
            <span class="note">${t(words['below.by'], { name: assessor })}</span>
          </li>`,
      )}
    </ul>
  </section>`
}
