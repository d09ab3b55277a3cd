import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { IkmView, UnitFigures } from '../../shared/officer/figures.ts'
import { officeDate } from '../../shared/kit/time.ts'
import type { Period } from '../../shared/officer/own-record.ts'
import { presetPeriod } from '../../shared/officer/periods.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { KINERJA } from '../../shared/survey/ikm.ts'
import { QUESTIONS } from '../../shared/survey/instruments.ts'
import { fewestAnswers, weakest } from '../../shared/survey/weakest.ts'
import { managerText } from '../../shared/text/manager.ts'
import { numberText } from '../../shared/text/text.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-figures.ts'
import '../../shared/web/ui/ui-state.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { methodPane, ratingsPane, samplePane, unsurPane } from './manager-quality-panes.ts'
import { managerStyles } from '../parts/report-styles.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import '../parts/record-period.ts'
import { sentenceOf } from '../parts/sentence.ts'

/** What citizens say of the service: the IKM with how it was computed, and the one-tap ratings of the whole unit. */
@customElement('manager-quality')
export class ManagerQuality extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, managerStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private period: Period | undefined
  @state() private service = ''
  readonly #ikm = new Fetched<IkmView>(this)
  readonly #figures = new Fetched<UnitFigures>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { from, to } = this.period ?? presetPeriod('quarter', this.#today)
    const params = { office: this.office.id }
    const service = this.service || undefined
    this.#ikm.want(`${from} ${to} ${this.service}`, () =>
      ask('GET /api/offices/:office/ikm', { params, query: { from, to, service } }),
    )
    if (this.staff.permissions.includes('unit.read'))
      this.#figures.want(`${from} ${to}`, () =>
        ask('GET /api/offices/:office/figures', { params, query: { from, to } }),
      )
  }

  get #today(): string {
    return officeDate(this.live.now(), this.office.zone)
  }

  protected override render() {
    const { value, error, loading } = this.#ikm
    return html`<div class="head">
        <h1>${t(managerText['quality.title'])}</h1>
        <div class="filters">
          <label class="field">
            <span>${t(managerText['quality.service'])}</span>
            <select @change=${(e: Event) => (this.service = (e.target as HTMLSelectElement).value)}>
              <option value="">${t(managerText['quality.all'])}</option>
              ${this.office.services.map(
                s => html`<option value=${s.id} ?selected=${s.id === this.service}>${t(s.name)}</option>`,
              )}
            </select>
          </label>
          <record-period
            .today=${this.#today}
            preset="quarter"
            @period=${(e: CustomEvent<Period>) => (this.period = e.detail)}
          ></record-period>
        </div>
      </div>
      ${
        error
          ? html`<ui-state kind="error" @retry=${() => this.#ikm.retry()}>${sentenceOf(error)}</ui-state>`
          : value
            ? html`<div class=${loading ? 'busy' : ''} aria-busy=${loading}>${this.#report(value)}</div>`
            : html`<ui-state></ui-state>`
      }`
  }

  #report(view: IkmView) {
    const min = fewestAnswers(this.office.minRatings, view.sample.target)
    const shown = view.result.ikm !== undefined && view.result.n >= min
    const ratings = this.#figures.value?.ratings
    return html`<ui-figures
        label=${t(managerText['quality.summary'])}
        .items=${this.#summary(view, shown)}
      ></ui-figures>
      <div class="quality">
        ${shown ? unsurPane(view, this.office) : this.#few(view, min)}
        <div class="stack">${shown ? methodPane(view) : nothing} ${samplePane(view)}</div>
        ${ratings ? ratingsPane(ratings) : nothing}
      </div>`
  }

  #summary({ result, sample }: IkmView, shown: boolean) {
    const ratings = this.#figures.value?.ratings
    const none = t(managerText.none)
    const low = shown ? weakest(result, 1)[0] : undefined
    return [
      {
        label: t(managerText['quality.ikm']),
        value: shown ? numberText(result.ikm!, lang(), 2) : none,
        unit: shown ? `${result.mutu!}, ${t(KINERJA[result.mutu!])}` : '',
      },
      {
        label: t(managerText['quality.respondents']),
        value: numberText(result.n, lang()),
        unit: t(managerText['quality.target'], { n: numberText(sample.target, lang()) }),
      },
      {
        label: t(managerText['quality.weakest']),
        value: low ? numberText(result.unsur[low]!.nrr!, lang(), 2) : none,
        unit: low ? t(QUESTIONS[low].name) : '',
      },
      { label: t(managerText['quality.users']), value: numberText(sample.population, lang()) },
      { label: t(managerText['quality.taps']), value: ratings ? numberText(ratings.n, lang()) : none },
    ]
  }

  #few({ result: { n } }: IkmView, min: number) {
    const none = n === 0
    return html`<section class="pane" aria-labelledby="unsur">
      <h2 id="unsur">${t(managerText['quality.perUnsur'])}</h2>
      <ui-state kind="empty" heading=${none ? t(managerText['quality.none']) : t(managerText['quality.few'], { min })}
        >${none ? t(managerText['quality.none.why']) : t(managerText['quality.few.why'], { n })}</ui-state
      >
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'manager-quality': ManagerQuality
  }
}
