import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { LeftOutBy } from '../../shared/officer/score/told.ts'
import { lateOutageText as words } from '../../shared/text/late-outage.ts'
import { dateYearText } from '../../shared/text/period.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { NEWS_CHANGED, ask } from '../parts/ask.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'

/** What an officer says against an outage that left out own ratings, and what became of it. */
@customElement('late-mistaken')
export class LateMistaken extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      details {
        margin-top: 0.35rem;
      }
      summary {
        min-height: 44px;
        color: var(--accent);
        cursor: pointer;
      }
      form {
        display: grid;
        gap: 0.5rem;
      }
    `,
  ]

  @property({ attribute: false }) out!: Extract<LeftOutBy, { kind: 'outage' }>
  @state() private said = ''
  @state() private sent = false
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { until, words: objected, kept } = this.out.mistaken
    if (kept !== null) return html`<p>${t(words['said.kept'], { words: kept })}</p>`
    if (objected !== null || this.sent) return html`<p role="status">${t(words['mistaken.waits'])}</p>`
    if (until === null) return nothing
    return html`<details>
      <summary>${t(words.mistaken)}</summary>
      <form @submit=${this.#send}>
        <p class="note">${t(words['mistaken.who'], { until: dateYearText(until, lang()) })}</p>
        <label class="field"
          ><span>${t(words['mistaken.why'])}</span
          ><textarea
            rows="3"
            maxlength="2000"
            required
            .value=${this.said}
            @input=${(e: Event) => (this.said = (e.target as HTMLTextAreaElement).value)}
          ></textarea>
        </label>
        <div role="alert">
          ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
        </div>
        <ui-button
          variant="primary"
          ?disabled=${this.said.trim() === ''}
          ?busy=${this.#act.busy('object')}
          @click=${this.#send}
          >${t(words['mistaken.send'])}</ui-button
        >
      </form>
    </details>`
  }

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault()
    const body = { words: this.said.trim() }
    if (body.words === '' || this.#act.busy('object')) return
    const asked = { params: { outage: this.out.id.replace('/', ':') }, body }
    const sent = await this.#act.run('object', key => ask('POST /api/me/late-outages/:outage/object', asked, key))
    if (!sent) return
    this.sent = true
    window.dispatchEvent(new Event(NEWS_CHANGED))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'late-mistaken': LateMistaken
  }
}
