import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { atClock, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { LEAST_LETTERS } from '../../shared/search/name-words.ts'
import { applicationStateText, documentNamesText as words } from '../../shared/text/application.ts'
import { dateText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { ask } from '../parts/ask.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { serviceOf } from '../parts/names.ts'
import { sentenceOf } from '../parts/sentence.ts'

type Found = Reply<'POST /api/offices/:office/applications/search'>

/** The document that was chosen among those found: the list shows it by number and day. */
export interface NamedDocument {
  readonly number: string
  readonly date: LocalDate
}

/**
 * Finds documents by the name of whoever stands there without a number. Each search is asked for, never typed along, since it goes
 * on record. Raises `chosen` with `NamedDocument`.
 */
@customElement('document-names')
export class DocumentNames extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host,
      [role='status'] {
        display: grid;
        gap: 0.5rem;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 0.9rem;
        align-items: end;
      }
      input {
        width: 19rem;
      }
      small,
      p {
        max-width: 80ch;
        font-size: var(--t-xs);
        color: var(--soft);
      }
      ul {
        display: grid;
        gap: 0.3rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 0.9rem;
        align-items: center;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  /** Where the list is narrowed to a service or a day, so is the search. */
  @property() service = ''
  @property() date: LocalDate = ''
  @state() private found: Found | undefined
  @query('input') private field!: HTMLInputElement
  readonly #act = actOf(() => this.requestUpdate(), { pauses: [] })

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { error } = this.#act
    return html`<form @submit=${this.#onSubmit}>
        <label class="field"
          ><span>${t(words.field)}</span
          ><input
            name="name"
            autocomplete="off"
            spellcheck="false"
            maxlength="60"
            @input=${() => this.field.setCustomValidity('')}
        /></label>
        <ui-button ?busy=${this.#act.busy()} @click=${this.#onSubmit}>${t(words.go)}</ui-button>
      </form>
      <small>${t(words.bound)}</small>
      <div role="status">
        ${error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(error)}</ui-banner>`}
        ${this.found ? this.#list(this.found) : nothing}
      </div>`
  }

  #list({ applications, looked, since, more }: Found) {
    const day = (date: LocalDate) => dateText(atClock(date, '12:00', this.office.zone), this.office.zone, lang())
    return html`<p>
        <b>${t(words[applications.length === 0 ? 'none' : 'found'], { n: applications.length, looked })}</b>
        ${applications.length === 0 ? t(words['none.why']) : nothing} ${more ? t(words.more) : nothing}
        ${since === null ? nothing : t(words.since, { date: day(since) })}
      </p>
      <ul>
        ${applications.map(({ number, visitedOn, holder, serviceId, state }) => {
          const service = serviceOf(this.office, serviceId)
          const name = service ? t(service.document?.name ?? service.name) : serviceId
          return html`<li>
            <ui-button
              size="s"
              label=${t(words.show, { number, date: day(visitedOn) })}
              @click=${() => emit(this, 'chosen', { number, date: visitedOn } satisfies NamedDocument)}
              ><b>${number}</b> ${day(visitedOn)}</ui-button
            >
            ${holder} · ${name} · ${t(applicationStateText[state])}
          </li>`
        })}
      </ul>`
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault()
    const name = this.field.value.trim()
    this.field.setCustomValidity(name.length < LEAST_LETTERS ? t(words.short) : '')
    if (this.field.reportValidity()) void this.#find(name)
  }

  async #find(name: string): Promise<void> {
    this.found = undefined
    const { service, date } = this
    const body = { name, ...(service ? { service } : {}), ...(date ? { date } : {}) }
    this.found = await this.#act.run(body, () =>
      ask('POST /api/offices/:office/applications/search', { params: { office: this.office.id }, body }),
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'document-names': DocumentNames
  }
}
