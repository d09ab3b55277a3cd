import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Words } from '../../../shared/kit/words.ts'
import { ANNEX_ORDER, BODY_ORDER } from '../../../shared/survey/instruments.ts'
import {
  inLang,
  STEPS,
  type Instrument,
  type InstrumentQuestion,
  type Steps,
} from '../../../shared/survey/instrument/instrument.ts'
import { ceilingOf } from '../../../shared/survey/instrument/score.ts'
import { isOfficial, moved, problemsOf } from '../../../shared/survey/instrument/sound.ts'
import { MOST_LINES, tooLong } from '../../../shared/survey/instrument/wording.ts'
import {
  instrumentEditorText as words,
  instrumentProblemText,
  instrumentsText as pageWords,
} from '../../../shared/text/instruments.ts'
import { numberText } from '../../../shared/text/text.ts'
import { newKey } from '../../../shared/web/client.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import './instrument-preview.ts'
import { instrumentStyles } from './instrument-styles.ts'
import './question-editor.ts'

/** The form of a questionnaire with its preview. Raises `change` with what is written, and `save`. */
@customElement('instrument-editor')
export class InstrumentEditor extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, instrumentStyles]

  @property() of = ''
  /** The version that was seen; 0 before the first. */
  @property({ type: Number }) version = 0
  @property({ attribute: false }) instrument!: Instrument
  /** Nothing of it differs from what is saved. */
  @property({ type: Boolean }) same = false
  @property({ type: Boolean }) busy = false
  /** The version that was saved just now. */
  @property({ attribute: false }) saved: number | undefined
  /** What was just removed, and where it stood. */
  @state() private removed: { readonly question: InstrumentQuestion; readonly at: number } | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { instrument } = this
    const { questions } = instrument
    const weighed = questions.some(q => q.weight !== null)
    const value = (e: Event) => (e.target as HTMLSelectElement).value
    return html`<div class="sides">
      <form class="form" @submit=${this.#save}>
        ${this.#said()}
        <div class="two">
          ${this.#name(t(words.name), 0)} ${this.#name(t(words.english, { what: t(words.name) }), 1)}
        </div>
        <div class="two">
          <label class="field"
            ><span>${t(words.steps)}</span
            ><select
              ?disabled=${questions.some(({ key }) => isOfficial(this.of, key))}
              @change=${(e: Event) => this.#scale(Number(value(e)) as Steps)}
            >
              ${STEPS.map(
                n =>
                  html`<option value=${n} .selected=${n === instrument.steps}>${t(words['steps.n'], { n })}</option>`,
              )}
            </select></label
          >
          <label class="field"
            ><span>${t(words.weights)}</span
            ><select @change=${(e: Event) => this.#weigh(value(e) === 'own')}>
              <option value="alike" .selected=${!weighed}>${t(words['weights.alike'])}</option>
              <option value="own" .selected=${weighed}>${t(words['weights.own'])}</option>
            </select></label
          >
        </div>
        ${weighed ? this.#ceiling() : nothing} ${this.#orders()}
        ${repeat(
          questions,
          q => q.key,
          (question, i) =>
            html`<question-editor
              .question=${question}
              number=${i + 1}
              ?official=${isOfficial(this.of, question.key)}
              ?first=${i === 0}
              ?last=${i === questions.length - 1}
              @question=${(e: CustomEvent<InstrumentQuestion>) =>
                this.#ask(questions.map((one, at) => (at === i ? e.detail : one)))}
              @up=${() => this.#ask(moved(questions, i, -1))}
              @down=${() => this.#ask(moved(questions, i, 1))}
              @gone=${() => this.#remove(i)}
            ></question-editor>`,
        )}
        ${
          this.removed
            ? html`<ui-banner tone="info"
                >${t(words.removed)}<ui-button slot="action" size="s" @click=${this.#undo}
                  >${t(words.undo)}</ui-button
                ></ui-banner
              >`
            : nothing
        }
        <div class="acts">
          <ui-button @click=${this.#add}>${t(words.add)}</ui-button>
          <ui-button
            variant="primary"
            type="submit"
            ?busy=${this.busy}
            ?disabled=${this.same || problemsOf(instrument, this.of).length > 0}
            >${t(words.save, { n: this.version + 1 })}</ui-button
          >
        </div>
        <div role="status">
          ${
            this.saved === undefined
              ? nothing
              : html`<ui-banner tone="info">${t(pageWords.saved, { n: this.saved })}</ui-banner>`
          }
        </div>
        ${this.same && this.saved === undefined ? html`<p class="note">${t(words.same)}</p>` : nothing}
      </form>
      <aside><instrument-preview .instrument=${instrument}></instrument-preview></aside>
    </div>`
  }

  /** What it lacks, and what of it is too long for a phone. */
  #said() {
    const problems = problemsOf(this.instrument, this.of)
    const long = tooLong(this.instrument)
    const n = (question = 0) => ({ n: question + 1 })
    return html`${
      problems.length > 0
        ? html`<ui-banner tone="attention"
            >${t(words.lacks)}
            <ul class="problems">
              ${problems.map(({ what, question }) => html`<li>${t(instrumentProblemText[what], n(question))}</li>`)}
            </ul></ui-banner
          >`
        : nothing
    }
    ${
      long.length > 0
        ? html`<ui-banner tone="attention"
            >${t(words['long.title'])}
            <ul class="problems">
              ${long.map(({ question, answer, lang: of, lines }) => {
                const kind = answer === undefined ? 'question' : 'answer'
                const values = { lang: t(words[`lang.${of}`]), lines, most: MOST_LINES[kind] }
                return html`<li>
                  ${t(words[`long.${kind}`], { ...n(question), answer: (answer ?? 0) + 1, ...values })}
                </li>`
              })}
            </ul></ui-banner
          >`
        : html`<p class="note">${t(words['long.none'])}</p>`
    }`
  }

  #name(label: string, i: 0 | 1) {
    const { name } = this.instrument
    const input = (e: Event) => {
      const typed = (e.target as HTMLInputElement).value
      this.#put({ name: i === 0 ? [typed, name[1]] : [name[0], typed] })
    }
    return html`<label class="field"
      ><span>${label}</span><input maxlength="120" .value=${name[i]} @input=${input}
    /></label>`
  }

  #ceiling() {
    const { questions } = this.instrument
    const sum = questions.reduce((all, { weight }) => all + (weight ?? 0), 0)
    const values = { sum: numberText(sum, lang(), 4), ceiling: numberText(ceilingOf(this.instrument), lang(), 2) }
    return html`<p class="note">${t(words.ceiling, values)}</p>`
  }

  /** The two official orders of the SKM; further questions come after. */
  #orders() {
    if (this.of !== 'skm') return nothing
    const into = (order: readonly string[]) => {
      const place = ({ key }: InstrumentQuestion) => (order.includes(key) ? order.indexOf(key) : order.length)
      this.#ask([...this.instrument.questions].sort((a, b) => place(a) - place(b)))
    }
    return html`<p class="note">${t(words.asked)}</p>
      <div class="acts" role="group" aria-label=${t(words.order)}>
        <ui-button size="s" @click=${() => into(BODY_ORDER)}>${t(words['order.body'])}</ui-button>
        <ui-button size="s" @click=${() => into(ANNEX_ORDER)}>${t(words['order.annex'])}</ui-button>
      </div>`
  }

  #scale(steps: Steps): void {
    const fit = (answers: readonly Words[]) => Array.from({ length: steps }, (_, i): Words => answers[i] ?? ['', ''])
    this.#put({ steps, questions: this.instrument.questions.map(q => ({ ...q, answers: fit(q.answers) })) })
  }

  /** Weights of one's own begin alike, cut at four decimals so that they stay under the whole. */
  #weigh(own: boolean): void {
    const { questions } = this.instrument
    const weight = own ? Math.floor(10_000 / Math.max(1, questions.length)) / 10_000 : null
    this.#ask(questions.map(q => ({ ...q, weight })))
  }

  #add = (): void => {
    const { questions, steps } = this.instrument
    const last = questions.at(-1)
    // Answers are mostly those of the question before.
    const answers = last?.answers ?? Array.from({ length: steps }, (): Words => ['', ''])
    const weight = last === undefined || last.weight === null ? null : 0.01
    const key = `q-${newKey().slice(0, 8)}`
    this.#ask([...questions, { key, name: ['', ''], wording: ['', ''], answers, weight }])
  }

  #remove(at: number): void {
    const { questions } = this.instrument
    const question = questions[at]!
    this.#ask(questions.filter(one => one !== question))
    this.removed = { question, at }
  }

  #undo = (): void => {
    const { question, at } = this.removed!
    const { questions } = this.instrument
    this.#ask([...questions.slice(0, at), question, ...questions.slice(at)])
  }

  #ask(questions: readonly InstrumentQuestion[]): void {
    this.#put({ questions })
  }

  #put(change: Partial<Instrument>): void {
    this.removed = undefined
    this.instrument = { ...this.instrument, ...change }
    emit(this, 'change', this.instrument)
  }

  #save = (event: Event): void => {
    event.preventDefault()
    if (!this.busy) emit(this, 'save')
  }
}

/** The name of an instrument in the language of the screen. */
export function nameOf({ name }: Pick<Instrument, 'name'>): string {
  return inLang(name, lang())
}

declare global {
  interface HTMLElementTagNameMap {
    'instrument-editor': InstrumentEditor
  }
}
