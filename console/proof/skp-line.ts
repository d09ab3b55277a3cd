import { LitElement, css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { evidenceText as words } from '../../shared/text/evidence.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { ask } from '../parts/ask.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'

/**
 * The line of the SKP under which the work at counters of a year stands.
 * @fires skp-kept once it is saved
 */
@customElement('skp-line')
export class SkpLine extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    fieldStyles,
    css`
      form {
        display: grid;
        gap: 0.5rem;
        margin-top: 0.4rem;
      }
    `,
  ]

  @property() year = ''
  /** As it is kept. */
  @property() line = ''
  @state() private kept = false
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="skp">
      <h2 id="skp">${t(words['skp.title'], { year: this.year })}</h2>
      <p class="note">${t(words['skp.what'])}</p>
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault()
          void this.#save()
        }}
      >
        <label class="field"
          ><span>${t(words.skp)}</span
          ><input
            name="line"
            maxlength="200"
            autocomplete="off"
            .value=${this.line}
            @input=${() => (this.kept = false)}
        /></label>
        <div>
          <ui-button type="submit" ?busy=${this.#act.busy()}>${t(words['skp.save'])}</ui-button>
          <span class="note" role="status">${this.kept ? t(words['skp.saved']) : ''}</span>
        </div>
      </form>
      ${this.#act.error === undefined ? '' : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
    </section>`
  }

  async #save(): Promise<void> {
    const line = this.shadowRoot!.querySelector('input')!.value.trim()
    const asked = { params: { year: this.year }, body: { line } }
    if (!(await this.#act.run('save', () => ask('POST /api/me/skp/:year', asked)))) return
    this.line = line
    this.kept = true
    emit(this, 'skp-kept')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'skp-line': SkpLine
  }
}
