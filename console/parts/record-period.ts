import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { DAY, type LocalDate } from '../../shared/kit/time.ts'
import type { Period } from '../../shared/officer/own-record.ts'
import { PRESETS, presetPeriod, type Preset } from '../../shared/officer/periods.ts'
import { managerText } from '../../shared/text/manager.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { fieldStyles } from './field-styles.ts'

const MOST_DAYS = 400

/** Chooses the days of a report, by name or by two dates. Raises `period` with the days. */
@customElement('record-period')
export class RecordPeriod extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: end;
      }
      p {
        flex-basis: 100%;
        color: var(--danger);
        font-size: 0.85rem;
      }
    `,
  ]

  @property() today: LocalDate = ''
  @property() preset: Preset | 'custom' = 'today'
  @state() private from: LocalDate = ''
  @state() private to: LocalDate = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const wrong = this.preset === 'custom' ? this.#wrong() : undefined
    return html`<label class="field">
        <span>${t(managerText['period.label'])}</span>
        <select @change=${(e: Event) => this.#choose((e.target as HTMLSelectElement).value as Preset | 'custom')}>
          ${[...PRESETS, 'custom' as const].map(
            preset =>
              html`<option value=${preset} ?selected=${preset === this.preset}>
                ${t(managerText[`period.${preset}`])}
              </option>`,
          )}
        </select>
      </label>
      ${
        this.preset === 'custom'
          ? html`${this.#date('from', this.from)} ${this.#date('to', this.to)}
            ${wrong ? html`<p role="alert">${t(managerText[wrong])}</p>` : nothing}`
          : nothing
      }`
  }

  #date(which: 'from' | 'to', value: LocalDate) {
    return html`<label class="field">
      <span>${t(managerText[`period.${which}`])}</span>
      <input
        type="date"
        .value=${value}
        max=${this.today}
        @change=${(e: Event) => {
          this[which] = (e.target as HTMLInputElement).value
          this.#tell()
        }}
      />
    </label>`
  }

  #choose(preset: Preset | 'custom'): void {
    const known = presetPeriod(this.preset === 'custom' ? 'today' : this.preset, this.today)
    this.preset = preset
    if (preset === 'custom') {
      this.from = known.from
      this.to = known.to
    }
    this.#tell()
  }

  #wrong(): 'period.wrong' | 'period.long' | undefined {
    if (!this.from || !this.to || this.from > this.to) return 'period.wrong'
    return (Date.parse(this.to) - Date.parse(this.from)) / DAY >= MOST_DAYS ? 'period.long' : undefined
  }

  #tell(): void {
    if (this.preset !== 'custom') emit(this, 'period', presetPeriod(this.preset, this.today) satisfies Period)
    else if (!this.#wrong()) emit(this, 'period', { from: this.from, to: this.to } satisfies Period)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'record-period': RecordPeriod
  }
}
