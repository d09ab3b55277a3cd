import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { Words } from '../../../shared/kit/words.ts'
import { MOST_ABOUT, MOST_NAME, MOST_POPULATION, type Programme } from '../../../shared/survey/instrument/programme.ts'
import { instrumentEditorText, programmeText as words } from '../../../shared/text/instruments.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-button.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { nameOf } from './instrument-editor.ts'
import { instrumentStyles } from './instrument-styles.ts'

/** Questionnaires as the server lists them. */
export type Listed = Reply<'GET /api/offices/:office/instruments'>['instruments']

/** A programme as fields. Raises `written` at every change, `send` and `cancel`. */
@customElement('programme-form')
export class ProgrammeForm extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, instrumentStyles]

  @property({ attribute: false }) programme!: Programme
  @property({ attribute: false }) instruments: Listed = []
  @property() today: LocalDate = ''
  /** It runs: all but its end and its population stays. */
  @property({ type: Boolean }) begun = false
  @property({ type: Boolean }) busy = false

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { programme: p, begun } = this
    const value = (e: Event) => (e.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value
    const from = begun ? this.today : p.from
    return html`<form class="form" @submit=${this.#send}>
      ${begun ? html`<p class="note">${t(words.fixed)}</p>` : nothing}
      ${this.#pair(t(words.name), p.name, MOST_NAME, name => this.#put({ name }), true)}
      ${this.#pair(t(words.about), p.about, MOST_ABOUT, about => this.#put({ about }))}
      <label class="field"
        ><span>${t(words.instrument)}</span
        ><select ?disabled=${begun} @change=${(e: Event) => this.#choose(value(e))}>
          ${this.instruments.map(
            one =>
              html`<option value=${one.id} .selected=${one.id === p.instrument}>
                ${t(words.of, { instrument: nameOf(one.instrument), version: this.#versionOf(one) })}
              </option>`,
          )}
        </select></label
      >
      <div class="two">
        <label class="field"
          ><span>${t(words.from)}</span
          ><input
            type="date"
            required
            min=${begun ? '' : this.today}
            ?disabled=${begun}
            .value=${p.from}
            @change=${(e: Event) => this.#put({ from: value(e) })}
        /></label>
        <label class="field"
          ><span>${t(words.to)}</span
          ><input type="date" required min=${from} .value=${p.to} @change=${(e: Event) => this.#put({ to: value(e) })}
        /></label>
      </div>
      <label class="field"
        ><span>${t(words.population)}</span
        ><input
          type="number"
          min="1"
          max=${MOST_POPULATION}
          step="1"
          .value=${p.population === null ? '' : String(p.population)}
          @input=${(e: Event) => this.#put({ population: Number.parseInt(value(e), 10) || null })}
      /></label>
      <label class="field"
        ><span>${t(words.places)}</span
        ><textarea
          rows="4"
          ?disabled=${begun}
          .value=${p.places.join('\n')}
          @change=${(e: Event) => this.#put({ places: linesIn(value(e)) })}
        ></textarea>
      </label>
      <div class="acts">
        <ui-button variant="primary" type="submit" ?busy=${this.busy}>${t(words.save)}</ui-button>
        <ui-button variant="plain" @click=${() => emit(this, 'cancel')}>${t(words.cancel)}</ui-button>
      </div>
    </form>`
  }

  /** A programme that has a version keeps it until another one is chosen. */
  #versionOf({ id, version }: Listed[number]): number {
    return id === this.programme.instrument ? this.programme.version : version
  }

  #choose(instrument: string): void {
    this.#put({ instrument, version: this.instruments.find(({ id }) => id === instrument)?.version ?? 0 })
  }

  #pair(what: string, value: Words, most: number, put: (words: Words) => void, required = false) {
    const field = (label: string, i: 0 | 1) =>
      html`<label class="field"
        ><span>${label}</span
        ><input
          maxlength=${most}
          ?required=${required && i === 0}
          ?disabled=${this.begun}
          .value=${value[i]}
          @input=${(e: Event) => {
            const typed = (e.target as HTMLInputElement).value
            put(i === 0 ? [typed, value[1]] : [value[0], typed])
          }}
      /></label>`
    return html`<div class="two">${field(what, 0)} ${field(t(instrumentEditorText.english, { what }), 1)}</div>`
  }

  #put(change: Partial<Programme>): void {
    this.programme = { ...this.programme, ...change }
    emit(this, 'written', this.programme)
  }

  #send = (event: Event): void => {
    event.preventDefault()
    if (!this.busy) emit(this, 'send')
  }
}

/** Each line once, without what is empty. */
function linesIn(text: string): readonly string[] {
  const lines = text.split('\n').map(line => line.trim().replace(/\s+/g, ' ').slice(0, 60))
  return [...new Set(lines.filter(line => line !== ''))]
}

declare global {
  interface HTMLElementTagNameMap {
    'programme-form': ProgrammeForm
  }
}
