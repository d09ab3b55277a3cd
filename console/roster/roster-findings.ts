import { html, nothing, type TemplateResult } from 'lit'
import type { Finding } from '../../shared/roster/findings.ts'
import { rosterText } from '../../shared/text/roster.ts'
import { t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-state.ts'

/** Most sentences at once: whoever reads more has mended the first ones by then. */
const MOST = 12

/** What does not fit, each as a sentence that leads to its cell; or that everything fits. */
export function findingsPane(
  findings: readonly Finding[],
  say: (finding: Finding) => string,
  show: (finding: Finding) => void,
): TemplateResult {
  const more = findings.length - MOST
  return html`<section class="pane" aria-labelledby="findings">
    <header>
      <h2 id="findings">${t(rosterText.findings)}</h2>
      <span class="note">${findings.length > 0 ? findings.length : nothing}</span>
    </header>
    ${
      findings.length === 0
        ? html`<ui-state kind="empty" icon="check" heading=${t(rosterText['findings.none'])}
            >${t(rosterText['findings.none.why'])}</ui-state
          >`
        : html`<ul class="findings">
            ${findings.slice(0, MOST).map(f => html`<li><button @click=${() => show(f)}>${say(f)}</button></li>`)}
          </ul>`
    }
    ${more > 0 ? html`<p class="note">${t(rosterText['findings.more'], { n: more })}</p>` : nothing}
  </section>`
}
