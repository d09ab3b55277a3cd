import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { AppError } from '../../shared/kit/errors.ts'
import type { LocalDate } from '../../shared/kit/time.ts'
import { cutWords, GAP } from '../../shared/officer/feedback/cut.ts'
import { tellsWho } from '../../shared/officer/feedback/feedback.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { latestPeriods } from '../../shared/survey/fixed-periods.ts'
import { kudosText as words } from '../../shared/text/kudos.ts'
import { periodName } from '../../shared/text/period.ts'
import { numberText } from '../../shared/text/text.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-state.ts'
import { ask } from '../parts/ask.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'

/** Closed months that may be chosen. */
const MONTHS = 6
const START = 60

interface Opened {
  readonly month: string
  readonly service: string
  readonly texts: readonly string[]
}

/** What citizens wrote of a service in a closed month, given to an officer once names are taken out of it, or put aside. Raises `given`. */
@customElement('kudos-pane')
export class KudosPane extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    paneStyles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: end;
        margin: 0.5rem 0;
      }
      h2 + .note {
        margin-top: 0.25rem;
      }
      li {
        display: grid;
        gap: 0.4rem;
        max-width: 46rem;
        padding: 0.6rem 0;
        border-top: 1px solid var(--line);
      }
      li :is(textarea, select) {
        width: 100%;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .wrong {
        color: var(--danger);
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property() today: LocalDate = ''
  /** Whose thread it is. */
  @property() officer = ''
  @property() name = ''
  /** Names that may not stand in a text, as far as they are at hand; the server knows all of the staff. */
  @property({ attribute: false }) names: readonly string[] = []
  @state() private opened: Opened | undefined
  /** Texts as they were changed, by what they were. */
  @state() private changed: Readonly<Record<string, string>> = {}
  @state() private aside: readonly string[] = []
  @state() private given: readonly string[] = []
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const months = latestPeriods('month', this.today, MONTHS + 1).slice(1)
    return html`<section class="pane" aria-labelledby="kudos">
      <h2 id="kudos">${t(words.title, { name: this.name })}</h2>
      <p class="note">${t(words.lead)}</p>
      <form @submit=${this.#onOpen}>
        <label class="field"
          ><span>${t(words.month)}</span
          ><select name="month">
            ${months.map(month => html`<option value=${month.key}>${periodName(month, lang())}</option>`)}
          </select></label
        >
        <label class="field"
          ><span>${t(words.service)}</span
          ><select name="service">
            ${this.office.services.map(({ id, name }) => html`<option value=${id}>${t(name)}</option>`)}
          </select></label
        >
        <ui-button type="submit" ?busy=${this.#act.busy('open')}>${t(words.open)}</ui-button>
        <button type="submit" hidden></button>
      </form>
      <div role="alert">
        ${this.#act.error ? html`<ui-banner tone="bad">${refusalOf(this.#act.error)}</ui-banner>` : nothing}
      </div>
      <div role="status">
        ${
          this.given.length > 0
            ? html`<ui-banner tone="info">${t(words.given, { name: this.name })}</ui-banner>`
            : nothing
        }
      </div>
      ${this.opened ? this.#texts(this.opened) : nothing}
    </section>`
  }

  #texts({ texts }: Opened) {
    if (texts.length === 0)
      return html`<ui-state kind="empty" heading=${t(words.none)}>${t(words['none.why'])}</ui-state>`
    const left = texts.filter(text => !this.aside.includes(text) && !this.given.includes(text))
    const n = numberText(left.length, lang())
    return html`<p class="note">${t(words.left, { n })}. ${t(words.read)} ${t(words.mind)}</p>
      ${
        this.aside.length > 0
          ? html`<p class="note">
              ${t(words['aside.done'], { n: numberText(this.aside.length, lang()) })}
              <ui-button size="s" variant="plain" data-undo @click=${() => (this.aside = this.aside.slice(0, -1))}
                >${t(words.undo)}</ui-button
              >
            </p>`
          : nothing
      }
      <ul>
        ${left.map(text => this.#text(text))}
      </ul>`
  }

  #text(original: string) {
    const text = this.changed[original] ?? original
    const named = tellsWho(text, this.names)
    const read = text.trim() === '' ? '' : cutWords(original, text)
    const isCut = read !== undefined
    const start = original.slice(0, START)
    return html`<li>
      <label class="field"
        ><span>${t(words.shown, { name: this.name })}</span
        ><textarea
          rows="2"
          maxlength="1000"
          aria-invalid=${named.length > 0 || !isCut}
          .value=${text}
          @input=${(e: Event) =>
            (this.changed = { ...this.changed, [original]: (e.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>
      ${named.length > 0 ? html`<p class="wrong">${t(words.named, { words: named.join(', ') })}</p>` : nothing}
      ${isCut ? nothing : html`<p class="wrong">${t(words.changed)}</p>`}
      ${read?.includes(GAP) ? html`<p class="note">${t(words.reads, { text: read })}</p>` : nothing}
      <div class="acts">
        <ui-button
          size="s"
          variant="primary"
          data-give
          label=${t(words['give.label'], { text: start })}
          ?disabled=${named.length > 0 || !isCut || text.trim() === ''}
          ?busy=${this.#act.busy(original)}
          @click=${() => void this.#give(original, text.trim())}
          >${t(words.give)}</ui-button
        >
        <ui-button
          size="s"
          data-aside
          label=${t(words['aside.label'], { text: start })}
          @click=${() => (this.aside = [...this.aside, original])}
          >${t(words.aside)}</ui-button
        >
      </div>
    </li>`
  }

  readonly #onOpen = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const given = new FormData(event.currentTarget as HTMLFormElement)
    const body = { month: given.get('month') as string, service: given.get('service') as string }
    const asked = { params: { office: this.office.id }, body }
    const reply = await this.#act.run('open', () => ask('POST /api/offices/:office/suggestions', asked))
    if (!reply) return
    this.aside = []
    this.given = []
    this.changed = {}
    this.opened = { ...body, texts: [...new Set(reply.suggestions)] }
  }

  async #give(original: string, text: string): Promise<void> {
    const { month, service } = this.opened!
    const asked = { params: { person: this.officer }, body: { month, service, original, text } }
    const done = await this.#act.run(original, key => ask('POST /api/me/team/:person/kudos', asked, key))
    if (!done) return
    this.given = [...this.given, original]
    emit(this, 'given')
  }
}

/** Why nothing was opened: words of a month that is held back are told apart from a right that is lacking. */
function refusalOf(error: unknown): string {
  const isHeld = error instanceof AppError && error.code === 'FORBIDDEN' && error.data?.['month'] !== undefined
  return isHeld ? t(words.held) : sentenceOf(error)
}

declare global {
  interface HTMLElementTagNameMap {
    'kudos-pane': KudosPane
  }
}
