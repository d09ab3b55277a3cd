import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { LocalDate } from '../../shared/kit/time.ts'
import { LEAVE_KINDS, type LeaveKind } from '../../shared/roster/roster.ts'
import { calendarText as words } from '../../shared/text/calendar.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-button.ts'
import { fieldStyles, gridStyles } from '../parts/field-styles.ts'

/** Leave or duty as it is asked for: `wanted` with kind and days, `stopped` without. */
@customElement('absence-form')
export class AbsenceForm extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    gridStyles,
    css`
      form {
        display: grid;
        gap: 0.6rem;
        margin-top: 0.7rem;
      }
      .btns {
        display: flex;
        gap: 0.5rem;
      }
    `,
  ]

  @property({ attribute: false }) today: LocalDate = ''
  @property({ type: Boolean }) busy = false
  @state() private kind: LeaveKind = 'annual'
  @state() private from = ''
  @state() private to = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const from = this.from || this.today
    const isWrong = this.#isBackwards
    const day = (name: 'from' | 'to', value: string) =>
      html`<label class="field"
        ><span>${t(words[name])}</span
        ><input
          type="date"
          name=${name}
          required
          .value=${value}
          aria-invalid=${name === 'to' && isWrong}
          @change=${(e: Event) => this.#day(name, e)}
      /></label>`
    return html`<form @submit=${this.#send}>
      <label class="field"
        ><span>${t(words['ask.kind'])}</span
        ><select name="kind" @change=${(e: Event) => (this.kind = (e.target as HTMLSelectElement).value as LeaveKind)}>
          ${LEAVE_KINDS.map(k => html`<option value=${k} ?selected=${k === this.kind}>${t(words[`kind.${k}`])}</option>`)}
        </select></label
      >
      <div class="pair">${day('from', from)} ${day('to', this.to || from)}</div>
      ${isWrong ? html`<p class="wrong" role="alert">${t(words['days.wrong'])}</p>` : nothing}
      <div class="btns">
        <ui-button variant="primary" ?busy=${this.busy} @click=${this.#send}>${t(words['ask.send'])}</ui-button>
        <ui-button @click=${() => emit(this, 'stopped')}>${t(words['ask.stop'])}</ui-button>
      </div>
    </form>`
  }

  get #isBackwards(): boolean {
    return this.to !== '' && this.to < (this.from || this.today)
  }

  #day(name: 'from' | 'to', event: Event): void {
    this[name] = (event.target as HTMLInputElement).value
  }

  readonly #send = (event: Event): void => {
    event.preventDefault()
    const from = this.from || this.today
    if (this.busy || this.#isBackwards) return
    emit(this, 'wanted', { kind: this.kind, from, to: this.to || from })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'absence-form': AbsenceForm
  }
}
