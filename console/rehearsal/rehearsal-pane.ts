import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { rehearsalText as words } from '../../shared/text/rehearsal.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { loadAnew } from '../../shared/web/rehearsal.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { ask } from '../parts/ask.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'

/** What a rehearsal day is, and its beginning: everything goes on in the program of the rehearsal, so the page loads anew. */
@customElement('rehearsal-pane')
export class RehearsalPane extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      :host {
        display: block;
      }
      .what {
        margin-top: 0.4rem;
        font-size: 0.9rem;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.35rem 1rem;
        margin: 0.6rem 0 0.8rem;
        font-size: 0.875rem;
      }
      dt {
        color: var(--soft);
      }
      dd {
        margin: 0;
        font-weight: 650;
        text-align: end;
      }
      ui-banner {
        margin-bottom: 0.8rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="rehearsal">
      <header>
        <h2 id="rehearsal">${t(words.title)}</h2>
        <span class="note">${t(words.minutes)}</span>
      </header>
      <p class="what">${t(words.what)}</p>
      <dl>
        <dt>${t(words.people)}</dt>
        <dd>${t(words['people.n'])}</dd>
        <dt>${t(words.screens)}</dt>
        <dd>${t(words['screens.how'])}</dd>
        <dt>${t(words.messages)}</dt>
        <dd>${t(words['messages.how'])}</dd>
        <dt>${t(words.after)}</dt>
        <dd>${t(words['after.how'])}</dd>
      </dl>
      ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
      <ui-button ?busy=${this.#act.busy()} @click=${() => void this.#start()}
        >${icon('play')}${t(words.start)}</ui-button
      >
    </section>`
  }

  async #start(): Promise<void> {
    const params = { office: this.office.id }
    const begun = await this.#act.run('begin', key => ask('POST /api/offices/:office/rehearsal', { params }, key))
    if (begun) loadAnew()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rehearsal-pane': RehearsalPane
  }
}
