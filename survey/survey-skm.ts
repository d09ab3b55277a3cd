import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Words } from '../shared/kit/words.ts'
import {
  ANNEX_ORDER,
  FREE_SERVICE_SCORE,
  QUESTIONS,
  SCORES,
  type Score,
  type Unsur,
} from '../shared/survey/instruments.ts'
import { NOT_FILLED_IN, PROFILE, PROFILE_KEYS, valuesOf, type ProfileKey } from '../shared/survey/profile/profile.ts'
import { surveyText } from '../shared/text/survey.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { emit } from '../shared/web/ui/emit.ts'
import '../shared/web/ui/ui-button.ts'
import '../shared/web/ui/ui-chips.ts'
import '../shared/web/ui/ui-dock.ts'
import { MOST_LETTERS, answered, bodyOf, emptyDraft, hasContent, type Draft } from './draft.ts'
import { pageStyles } from './page-styles.ts'
import type { Survey } from './steps.ts'

/**
 * The nine official questions on one page, in the order of the annex, and last who answers. Raises `draft` at every change,
 * `answers` at the end.
 */
@customElement('survey-skm')
export class SurveySkm extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    css`
      .progress {
        position: sticky;
        top: 0;
        z-index: 1;
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: center;
        gap: 0.8rem;
        margin: -1rem calc(min(1rem, 4.5vw) * -1) 0;
        padding: 0.6rem min(1rem, 4.5vw);
        border-bottom: 1px solid var(--line);
        background: var(--paper);
        font-size: var(--t-sm);
        font-weight: 650;
      }
      progress {
        width: 100%;
        height: 0.45rem;
        border: 0;
        border-radius: 1rem;
        overflow: hidden;
        background: var(--line);
        accent-color: var(--accent);
      }
      progress::-webkit-progress-bar {
        background: var(--line);
      }
      progress::-webkit-progress-value {
        background: var(--accent);
      }
      progress::-moz-progress-bar {
        background: var(--accent);
      }
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0 0 1rem;
        border: 0;
        border-bottom: 1px solid var(--line);
      }
      legend {
        display: flex;
        gap: 0.6rem;
        padding: 0 0 0.6rem;
        font-weight: 650;
        line-height: 1.35;
      }
      legend b {
        min-width: 1.1em;
        font-weight: 800;
        color: var(--accent);
      }
      legend small {
        display: block;
        font-size: var(--t-xs);
        font-weight: 450;
        color: var(--soft);
      }
      .suggestion {
        display: grid;
        gap: 0.35rem;
      }
      label {
        font-weight: 650;
      }
      textarea {
        width: 100%;
        min-height: 7rem;
        padding: 0.7rem 0.8rem;
        border: 2px solid var(--edge);
        border-radius: var(--r-m);
        background: var(--surface);
        resize: vertical;
      }
      .under {
        display: flex;
        justify-content: space-between;
        gap: 1rem;
        font-size: var(--t-xs);
        color: var(--soft);
      }
      .under span:last-child {
        white-space: nowrap;
      }
      .about {
        display: grid;
        gap: 0.8rem;
        border-bottom: 0;
      }
      .about label {
        display: grid;
        grid-template-columns: minmax(7rem, 2fr) 3fr;
        align-items: center;
        gap: 0.6rem;
      }
      select {
        width: 100%;
        min-height: 44px;
        padding: 0.4rem 0.6rem;
        border: 2px solid var(--edge);
        border-radius: var(--r-m);
        background: var(--surface);
        color: inherit;
        font: inherit;
      }
      .missing {
        font-weight: 650;
        color: var(--danger);
      }
    `,
  ]

  @property({ type: Boolean }) free = false
  /** The order and further questions of the office, where it has its own. */
  @property({ attribute: false }) asked: Survey['asked']
  @property({ attribute: false }) draft: Draft = emptyDraft
  @property({ type: Boolean }) busy = false
  @state() private nothingYet = false

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const n = answered(this.draft, this.free)
    const order = this.asked?.order ?? ANNEX_ORDER
    const total = order.length
    const progress = t(surveyText['skm.progress'], { n, total })
    return html`<main>
        <div class="progress">
          <span aria-hidden="true">${progress}</span>
          <progress max=${total} .value=${n} aria-label=${progress}></progress>
        </div>
        <div>
          <h1 tabindex="-1">${t(surveyText['skm.title'])}</h1>
          <p class="soft">${t(surveyText['skm.how'])}</p>
        </div>
        ${order.map((key, place) => this.#question(key, place + 1))} ${this.#suggestion()} ${this.#about()}
      </main>
      <ui-dock role="region" aria-label=${t(surveyText['page.actions'])}>
        ${this.nothingYet ? html`<p class="missing" role="alert">${t(surveyText['skm.empty'])}</p>` : nothing}
        <ui-button variant="primary" ?busy=${this.busy} @click=${() => this.#send()}
          >${t(surveyText['skm.send'])}</ui-button
        >
        <span slot="note">${t(surveyText['skm.note'])}</span>
      </ui-dock>`
  }

  #question(unsur: string, number: number) {
    const own = this.asked?.extra.find(one => one.key === unsur)
    const { question, answers } = own ?? QUESTIONS[unsur as Unsur]
    const fixed = this.free && unsur === 'biaya'
    const score = fixed ? FREE_SERVICE_SCORE : this.draft.answers[unsur]
    // The Indonesian wording is the instrument; a translation only helps, so both are shown.
    const official = lang() === 'en' ? html`<small lang="id">${question[0]}</small>` : nothing
    return html`<fieldset>
      <legend><b>${number}</b><span>${t(question)}${official}</span></legend>
      <ui-chips
        mode=${fixed ? 'fixed' : 'single'}
        label=${t(surveyText['skm.answer'], { n: number })}
        why=${fixed ? t(surveyText['skm.free']) : ''}
        .options=${SCORES.map(value => ({ value: String(value), label: t(answers[value - 1]!) }))}
        .selected=${score === undefined ? [] : [String(score)]}
        @change=${(event: CustomEvent<{ selected: string[] }>) => this.#answer(unsur, event.detail.selected[0])}
      ></ui-chips>
    </fieldset>`
  }

  #suggestion() {
    const { suggestion } = this.draft
    return html`<div class="suggestion">
      <label for="suggestion">${t(surveyText['skm.suggestion'])}</label>
      <textarea
        id="suggestion"
        maxlength=${MOST_LETTERS}
        aria-describedby="private"
        .value=${suggestion}
        @input=${(event: Event) => this.#change({ suggestion: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      <p class="under">
        <span id="private">${t(surveyText['skm.private'])}</span>
        <span>${t(surveyText['skm.left'], { n: MOST_LETTERS - suggestion.length })}</span>
      </p>
    </div>`
  }

  #about() {
    return html`<fieldset class="about" aria-describedby="counted">
      <legend>${t(surveyText['skm.about'])}</legend>
      <p class="small soft" id="counted">${t(surveyText['skm.aboutWhy'])}</p>
      ${PROFILE_KEYS.map(key => this.#item(key))}
    </fieldset>`
  }

  #item(key: ProfileKey) {
    const answers: Readonly<Record<string, Words>> = PROFILE[key].answers
    const told = this.draft.profile[key] ?? ''
    return html`<label
      >${t(PROFILE[key].question)}
      <select @change=${(event: Event) => this.#tell(key, (event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${told === ''}>${t(NOT_FILLED_IN)}</option>
        ${valuesOf(key).map(
          value => html`<option value=${value} ?selected=${told === value}>${t(answers[value]!)}</option>`,
        )}
      </select>
    </label>`
  }

  #tell(key: ProfileKey, value: string): void {
    const { [key]: _, ...others } = this.draft.profile
    this.#change({ profile: value === '' ? others : { ...others, [key]: value } })
  }

  #answer(unsur: string, value: string | undefined): void {
    this.#change({ answers: { ...this.draft.answers, [unsur]: Number(value) as Score } })
  }

  #change(part: Partial<Draft>): void {
    this.draft = { ...this.draft, ...part }
    this.nothingYet = false
    emit(this, 'draft', this.draft)
  }

  #send(): void {
    this.nothingYet = !hasContent(this.draft)
    if (!this.nothingYet) emit(this, 'answers', bodyOf(this.draft, this.free))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'survey-skm': SurveySkm
  }
}
