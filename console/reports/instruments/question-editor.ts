import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Words } from '../../../shared/kit/words.ts'
import type { InstrumentQuestion } from '../../../shared/survey/instrument/instrument.ts'
import { instrumentEditorText as words } from '../../../shared/text/instruments.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-tag.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { instrumentStyles } from './instrument-styles.ts'

const MOST = { name: 120, wording: 400, answer: 120 } as const

/** One question of a questionnaire as fields. Raises `question` at every change, `up`, `down` and `gone`. */
@customElement('question-editor')
export class QuestionEditor extends LitElement {
  static override styles = [baseStyles, fieldStyles, instrumentStyles]

  @property({ attribute: false }) question!: InstrumentQuestion
  /** From 1 on. */
  @property({ type: Number }) number = 1
  @property({ type: Boolean }) official = false
  @property({ type: Boolean }) first = false
  @property({ type: Boolean }) last = false

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { question: q, number: n, official } = this
    return html`<fieldset>
      <legend>${t(words.question, { n })}</legend>
      ${
        official
          ? html`<p class="said">${t(q.wording)}</p>
              <p class="said">${q.answers.map(answer => t(answer)).join(' · ')}</p>
              <p>
                <ui-tag>${t(words.fixed)}</ui-tag>
              </p>`
          : html`${this.#pair(t(words.short), q.name, 'name', name => this.#put({ name }))}
            ${this.#pair(t(words.wording), q.wording, 'wording', wording => this.#put({ wording }))}
            ${q.answers.map((answer, i) =>
              this.#pair(t(words.answer, { n: i + 1 }), answer, 'answer', to =>
                this.#put({ answers: q.answers.map((one, at) => (at === i ? to : one)) }),
              ),
            )}`
      }
      ${
        q.weight === null
          ? nothing
          : html`<label class="field"
              ><span>${t(words.weight)}</span
              ><input
                type="number"
                min="0.0001"
                max="1"
                step="0.0001"
                .value=${String(q.weight)}
                @input=${(e: Event) => this.#weigh((e.target as HTMLInputElement).valueAsNumber)}
            /></label>`
      }
      <div class="acts">
        <ui-button
          size="s"
          label=${t(words['up.label'], { n })}
          ?disabled=${this.first}
          @click=${() => emit(this, 'up')}
          >${t(words.up)}</ui-button
        >
        <ui-button
          size="s"
          label=${t(words['down.label'], { n })}
          ?disabled=${this.last}
          @click=${() => emit(this, 'down')}
          >${t(words.down)}</ui-button
        >
        ${
          official
            ? nothing
            : html`<ui-button
                size="s"
                variant="plain"
                label=${t(words['remove.label'], { n })}
                @click=${() => emit(this, 'gone')}
                >${t(words.remove)}</ui-button
              >`
        }
      </div>
    </fieldset>`
  }

  /** Two fields, Indonesian and English. */
  #pair(what: string, value: Words, kind: keyof typeof MOST, put: (words: Words) => void) {
    const field = (label: string, i: 0 | 1) => {
      const input = (e: Event) => {
        const typed = (e.target as HTMLInputElement | HTMLTextAreaElement).value
        put(i === 0 ? [typed, value[1]] : [value[0], typed])
      }
      return html`<label class="field"
        ><span>${label}</span>${
          kind === 'wording'
            ? html`<textarea rows="3" maxlength=${MOST[kind]} .value=${value[i]} @input=${input}></textarea>`
            : html`<input maxlength=${MOST[kind]} .value=${value[i]} @input=${input} />`
        }</label
      >`
    }
    return html`<div class="two">${field(what, 0)} ${field(t(words.english, { what }), 1)}</div>`
  }

  #weigh(weight: number): void {
    if (weight >= 0.0001 && weight <= 1) this.#put({ weight: Math.round(weight * 10_000) / 10_000 })
  }

  #put(change: Partial<InstrumentQuestion>): void {
    this.question = { ...this.question, ...change }
    emit(this, 'question', this.question)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'question-editor': QuestionEditor
  }
}
