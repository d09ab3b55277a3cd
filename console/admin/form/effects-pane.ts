import { reachOf } from '../../../shared/queue/changes/consequences.ts'
import { LitElement, html, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Instant } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { formText as words } from '../../../shared/text/structure-form.ts'
import { timeText } from '../../../shared/text/ui.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-button.ts'
import { icon } from '../../../shared/web/ui/icons.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { effectLines, type Told } from './effect-lines.ts'
import { effectsStyles, footStyles } from './form-styles.ts'

/** One field that changes, in words. */
export interface Changing {
  readonly name: string
  readonly before: string
  readonly after: string
}

const MOST_SHOWN = 40

/** What a change will do, in place of the form: `confirm` carries how many bookings were seen and why, `dismiss` goes back. */
@customElement('effects-pane')
export class EffectsPane extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, effectsStyles, footStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) told!: Told
  @property({ attribute: false }) changes: readonly Changing[] = []
  @property({ type: Number }) at: Instant = 0
  @property() deed = ''
  @property() failure = ''
  @property({ type: Boolean }) busy = false
  @query('h1') private heading!: HTMLElement
  @query('input') private reason!: HTMLInputElement

  constructor() {
    super()
    new LangController(this)
  }

  protected override firstUpdated(): void {
    this.heading.focus()
    this.scrollIntoView({ block: 'nearest' })
  }

  protected override render() {
    const { touched } = this.told
    const deed = touched.total > 0 ? t(words['deed.touched'], { deed: this.deed, n: touched.total }) : this.deed
    return html`<header>
        <h1 tabindex="-1">${this.deed}</h1>
        <p class="soft">${t(words.lead)}</p>
      </header>
      <div class="cols">
        <section class="pane" aria-labelledby="happens">
          <header>
            <h2 id="happens">${t(words.happens)}</h2>
            <span class="note">${t(words.counted, { time: timeText(this.at, this.office.zone, lang()) })}</span>
          </header>
          ${this.#happens()}
        </section>
        <div class="stack">
          <section class="pane" aria-labelledby="changes">
            <h2 id="changes">${t(words.changes)}</h2>
            <dl>${this.changes.slice(0, MOST_SHOWN).map(one => changing(one))}</dl>
          </section>
          <section class="pane" aria-labelledby="wrong">
            <h2 id="wrong">${t(words.wrong)}</h2>
            <p>${t(words['wrong.why'])}</p>
          </section>
          <label class="field"
            ><span>${t(words.reason)}</span><input maxlength="200" aria-describedby="why" /><span class="note" id="why"
              >${t(words['reason.note'])}</span
            ></label
          >
        </div>
      </div>
      <div class="foot">
        <span role="status" class=${this.failure ? 'wrong' : ''}>${this.failure}</span>
        <ui-button ?disabled=${this.busy} @click=${() => emit(this, 'dismiss')}>${t(words.back)}</ui-button>
        <ui-button variant=${touched.total > 0 ? 'danger' : 'primary'} ?busy=${this.busy} @click=${this.#confirm}
          >${deed}</ui-button
        >
      </div>`
  }

  #happens() {
    const lines = effectLines(this.told, this.office)
    const people =
      lines.length > this.told.consequences.filter(c => c.kind === 'kiosks' || c.kind === 'displays').length
    return html`${people ? nothing : html`<p class="nobody">${icon('check')} ${t(words.nobody)}</p>`}
      <ul class="wins">
        ${lines.map(
          ({ n, text, more }) =>
            html`<li><b class="v">${n}</b><span>${text}${more ? html`<small>${more}</small>` : nothing}</span></li>`,
        )}
      </ul>`
  }

  readonly #confirm = (): void => {
    const reason = this.reason.value.trim()
    emit(this, 'confirm', { foreseen: reachOf(this.told), ...(reason ? { reason } : {}) })
  }
}

function changing({ name, before, after }: Changing) {
  return html`<dt>${name}</dt>
    <dd>
      <span class="was"><span class="vh">${t(words.before)} </span>${before}</span> ${icon('arrow')}
      <span class="vh">${t(words.after)} </span><b>${after}</b>
    </dd>`
}

declare global {
  interface HTMLElementTagNameMap {
    'effects-pane': EffectsPane
  }
}
