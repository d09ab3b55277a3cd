import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { latestPeriods, settlesOn } from '../../../shared/survey/fixed-periods.ts'
import { REASONS } from '../../../shared/survey/rating.ts'
import type { ServiceReasons } from '../../../shared/survey/reasons.ts'
import { FLOOR } from '../../../shared/survey/answered.ts'
import { dateYearText, periodName } from '../../../shared/text/period.ts'
import { reasonsText as words } from '../../../shared/text/reasons.ts'
import { numberText } from '../../../shared/text/text.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-chart-bars.ts'
import '../../../shared/web/ui/ui-state.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched } from '../../parts/fetched.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { serviceOf } from '../../parts/names.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import '../../parts/table-export.ts'
import { reasonsStyles } from './reasons-styles.ts'
import './suggestion-list.ts'

/** Months among which one is chosen. */
const OFFERED = 13

/** Why people were not content, and what they suggest: by service and closed month, never of few. */
@customElement('manager-reasons')
export class ManagerReasons extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, reasonsStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property() today: LocalDate = ''
  @state() private chosen: string | undefined
  /** The suggestions that are open, and of which service. */
  @state() private opened: { readonly serviceId: string; readonly texts: readonly string[] } | undefined
  readonly #reasons = new Fetched<Reply<'GET /api/offices/:office/reasons'>>(this)
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  /** The months that are over, the latest first. */
  get #months() {
    return latestPeriods('month', this.today, OFFERED + 1).slice(1)
  }

  /** Until one is chosen, the latest for which nobody can answer any more. */
  get #month() {
    const months = this.#months
    return months.find(m => (this.chosen ? m.key === this.chosen : settlesOn(m.to) <= this.today)) ?? months[0]!
  }

  protected override willUpdate(): void {
    const { key: month } = this.#month
    const asked = { params: { office: this.office.id }, query: { month } }
    this.#reasons.want(month, () => ask('GET /api/offices/:office/reasons', asked), true)
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="reasons">
      <header>
        <div>
          <h2 id="reasons">${t(words.title)}</h2>
          <p class="note">${t(words.lead)}</p>
        </div>
        <label class="field">
          <span>${t(words.month)}</span>
          <select @change=${(e: Event) => this.#choose((e.target as HTMLSelectElement).value)}>
            ${this.#months.map(
              m =>
                html`<option value=${m.key} .selected=${m.key === this.#month.key}>${periodName(m, lang())}</option>`,
            )}
          </select>
        </label>
      </header>
      ${this.#content()}
      <p class="note">${t(words.note, { n: FLOOR })}</p>
    </section>`
  }

  #content() {
    const { value, error } = this.#reasons
    if (error && !value)
      return html`<ui-state kind="error" @retry=${() => this.#reasons.retry()}>${sentenceOf(error)}</ui-state>`
    if (!value) return html`<ui-state></ui-state>`
    const known = value.services.filter(({ rated }) => rated !== 0)
    if (known.length === 0)
      return html`<ui-state kind="empty" heading=${t(words.none)}>${t(words['none.why'])}</ui-state>`
    const shown = known.filter(({ reasons }) => reasons !== null)
    const of = { table: 'reasons', period: value.period.key } as const
    return html`${shown.length > 0 ? html`<div class="services">${shown.map(one => this.#service(one))}</div>` : nothing}
    ${this.#heldBack(known)}
    ${
      shown.length > 0
        ? html`<table-export officeId=${this.office.id} name=${t(words.title)} .of=${of}></table-export>`
        : nothing
    }
    ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
    ${this.#texts()}`
  }

  #service({ serviceId, rated, reasons, suggestions }: ServiceReasons) {
    const name = this.#nameOf(serviceId)
    const n = numberText(suggestions ?? 0, lang())
    const rows = REASONS.map(({ key, words: reason }) => ({
      label: t(reason),
      value: reasons![key],
      text: numberText(reasons![key], lang()),
    }))
    return html`<article>
      <h3>${name} <small>${t(words['rated.n'], { n: numberText(rated ?? 0, lang()) })}</small></h3>
      <ui-chart-bars
        .rows=${rows}
        .max=${rated ?? 0}
        .heads=${[t(words.reason), t(words.n)]}
        label=${`${t(words.caption)}: ${name}`}
      ></ui-chart-bars>
      ${
        suggestions
          ? html`<ui-button
              size="s"
              ?busy=${this.#act.busy(serviceId)}
              label=${t(words['read.label'], { n, service: name })}
              @click=${() => void this.#open(serviceId)}
              >${t(words.read, { n })}</ui-button
            >`
          : html`<p class="note">
              ${suggestions === null ? t(words['read.few'], { min: FLOOR }) : t(words['read.none'])}
            </p>`
      }
    </article>`
  }

  /** Services of which nothing is shown, each with its reason. */
  #heldBack(known: readonly ServiceReasons[]) {
    const held = known.flatMap(({ serviceId, showing }) =>
      'through' in showing
        ? []
        : html`<li>
            ${this.#nameOf(serviceId)}:
            ${t(words[`held.${showing.why}`], {
              min: FLOOR,
              on: 'on' in showing ? dateYearText(showing.on, lang()) : '',
            })}
          </li>`,
    )
    return held.length > 0
      ? html`<ul class="held note">
          ${held}
        </ul>`
      : nothing
  }

  #texts() {
    const { opened } = this
    if (!opened) return nothing
    const { key: period } = this.#month
    const title = t(words['read.title'], {
      service: this.#nameOf(opened.serviceId),
      month: periodName(this.#month, lang()),
    })
    return html`<section class="texts" aria-labelledby="texts">
      <header>
        <h3 id="texts" tabindex="-1">${title}</h3>
        <ui-button size="s" variant="plain" @click=${() => (this.opened = undefined)}>${t(words.close)}</ui-button>
      </header>
      <suggestion-list .texts=${opened.texts}></suggestion-list>
      <p class="note">${t(words['read.note'])}</p>
      <table-export
        officeId=${this.office.id}
        name=${title}
        .of=${{ table: 'suggestions', period, service: opened.serviceId }}
      ></table-export>
    </section>`
  }

  #choose(month: string): void {
    this.chosen = month
    this.opened = undefined
  }

  async #open(service: string): Promise<void> {
    const { key: month } = this.#month
    const asked = { params: { office: this.office.id }, body: { month, service } }
    const reply = await this.#act.run(service, () => ask('POST /api/offices/:office/suggestions', asked))
    // Meanwhile another month may have been chosen.
    if (!reply || month !== this.#month.key) return
    this.opened = { serviceId: service, texts: reply.suggestions }
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('#texts')?.focus()
  }

  #nameOf(id: string): string {
    const service = serviceOf(this.office, id)
    return service ? t(service.name) : id
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'manager-reasons': ManagerReasons
  }
}
