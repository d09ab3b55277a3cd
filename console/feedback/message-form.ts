import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { LocalDate, Zone } from '../../shared/kit/time.ts'
import { MOST_TAGS, MOST_TEXT, type About } from '../../shared/officer/feedback/feedback.ts'
import { VALUES, type Guide } from '../../shared/officer/feedback/guides.ts'
import { fixedPeriod, latestPeriods } from '../../shared/survey/fixed-periods.ts'
import { aboutText, feedbackText as words, teamText, writingText } from '../../shared/text/feedback.ts'
import { periodName } from '../../shared/text/period.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-button.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { refSays, threadStyles, whenSays, type Message } from './thread-list.ts'

/** A message as it was typed. */
export interface Written {
  readonly about: About
  readonly text: string
  readonly tags: readonly Guide[]
  readonly corrects: string | null
  readonly isNote: boolean
}

/** What a message can be about: what the last one was about, or one of these. */
type Kind = 'same' | About['kind']

/** The form for the next message of a thread; `write` tells what was typed. */
@customElement('message-form')
export class MessageForm extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    threadStyles,
    css`
      :host {
        display: block;
        margin-top: 0.6rem;
      }
      .about {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        gap: 0.6rem;
      }
      .about :is(input, select) {
        width: 100%;
      }
      summary {
        padding: 0.3rem 0;
        color: var(--accent);
        font-weight: 650;
        cursor: pointer;
      }
      fieldset {
        margin: 0.4rem 0 0;
        padding: 0;
        border: 0;
      }
      legend {
        font-size: 0.8rem;
        font-weight: 650;
        color: var(--soft);
      }
      .box input {
        flex: none;
        min-height: 1.5rem;
      }
    `,
  ]

  @property() today: LocalDate = ''
  @property() zone!: Zone
  /** What was said before, the first first. */
  @property({ attribute: false }) messages: readonly Message[] = []
  /** An assessor tags with the guides of BerAKHLAK. */
  @property({ type: Boolean }) tagged = false
  @property() label = ''
  @property({ type: Boolean }) busy = false
  @state() private kind: Kind | undefined
  @state() private tags: readonly Guide[] = []

  constructor() {
    super()
    new LangController(this)
  }

  /** Begins anew once it was sent. */
  reset(): void {
    this.renderRoot.querySelector('form')!.reset()
    this.kind = undefined
    this.tags = []
  }

  /** What the last message is about, where there is one. */
  get #last(): About | undefined {
    return this.messages.at(-1)?.about
  }

  get #kind(): Kind {
    return this.kind ?? (this.#last ? 'same' : 'day')
  }

  protected override render() {
    const own = this.messages.filter(m => m.mine)
    return html`<form @submit=${this.#onSubmit}>
      ${this.#aboutFields()}
      <label class="field"
        ><span>${this.label}</span
        ><textarea name="text" maxlength=${MOST_TEXT} rows="2" placeholder=${t(words['text.hint'])} required></textarea>
      </label>
      ${this.tagged ? this.#guides() : nothing}
      ${
        own.length === 0
          ? nothing
          : html`<label class="field"
              ><span>${t(writingText.corrects)}</span
              ><select name="corrects">
                <option value="">${t(writingText['corrects.none'])}</option>
                ${[...own]
                  .reverse()
                  .map(m => html`<option value=${m.id}>${whenSays(m.at, this.zone)}: ${m.text.slice(0, 40)}</option>`)}
              </select></label
            >`
      }
      <label class="box"><input type="checkbox" name="note" />${t(words.note)}</label>
      <div><ui-button variant="primary" type="submit" ?busy=${this.busy}>${t(words.send)}</ui-button></div>
      <p class="note">${t(words.once)}</p>
    </form>`
  }

  #aboutFields() {
    const kind = this.#kind
    const last = this.#last
    const kinds = ['day', 'report', 'visit', 'period'] as const
    return html`<div class="about">
      <label class="field"
        ><span>${t(writingText.about)}</span
        ><select name="about" @change=${(e: Event) => (this.kind = (e.target as HTMLSelectElement).value as Kind)}>
          ${
            last
              ? html`<option value="same" .selected=${kind === 'same'}>
                  ${t(writingText.same, { about: t(aboutText[last.kind], { ref: refSays(last) }) })}
                </option>`
              : nothing
          }
          ${kinds.map(k => html`<option value=${k} .selected=${kind === k}>${t(writingText[k])}</option>`)}
        </select></label
      >
      ${
        kind === 'visit'
          ? html`<label class="field"
              ><span>${t(writingText.number)}</span><input name="ref" maxlength="40" placeholder="A-012" required
            /></label>`
          : nothing
      }
      ${
        kind === 'period'
          ? html`<label class="field"
              ><span>${t(writingText.which)}</span
              ><select name="period">
                ${this.#periods.map(p => html`<option value=${p.key}>${periodName(p, lang())}</option>`)}
              </select></label
            >`
          : kind === 'same'
            ? nothing
            : html`<label class="field"
                ><span>${t(writingText.date)}</span
                ><input name="date" type="date" max=${this.today} value=${this.today} required
              /></label>`
      }
    </div>`
  }

  get #periods() {
    const latest = (kind: 'month' | 'quarter' | 'semester', many: number) => latestPeriods(kind, this.today, many)
    return [...latest('quarter', 3), ...latest('month', 3), ...latest('semester', 2)]
  }

  #guides() {
    const isFull = this.tags.length >= MOST_TAGS
    return html`<details>
      <summary>${t(teamText.tag, { most: `${MOST_TAGS}`, n: `${this.tags.length}` })}</summary>
      ${VALUES.map(
        value =>
          html`<fieldset>
            <legend>${t(value.name)}</legend>
            ${value.guides.map((guide, i) => {
              const id = `${value.id}.${i + 1}` as Guide
              const isOn = this.tags.includes(id)
              return html`<label class="box"
                ><input
                  type="checkbox"
                  name="tag"
                  value=${id}
                  .checked=${isOn}
                  ?disabled=${isFull && !isOn}
                  @change=${() => (this.tags = isOn ? this.tags.filter(tag => tag !== id) : [...this.tags, id])}
                />${t(guide)}</label
              >`
            })}
          </fieldset>`,
      )}
    </details>`
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault()
    const given = new FormData(event.currentTarget as HTMLFormElement)
    const typed = (name: string) => ((given.get(name) as string | null) ?? '').trim()
    const corrects = typed('corrects')
    const isNote = given.has('note')
    const written: Written = {
      about: this.#about(typed),
      text: typed('text'),
      tags: this.tags,
      corrects: corrects === '' ? null : corrects,
      isNote,
    }
    emit(this, 'write', written)
  }

  #about(typed: (name: string) => string): About {
    const kind = this.#kind
    if (kind === 'same') return this.#last!
    if (kind === 'period') {
      const { key, from, to } = fixedPeriod(typed('period'))!
      return { kind, ref: key, from, to }
    }
    const date = typed('date')
    return { kind, ref: kind === 'visit' ? typed('ref').toUpperCase() : date, from: date, to: date }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'message-form': MessageForm
  }
}
