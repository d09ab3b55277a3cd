import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { officeDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { KINERJA } from '../../shared/survey/ikm.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { QUESTIONS } from '../../shared/survey/instruments.ts'
import { hasParts, type IkmView, type RatingsView } from '../../shared/survey/quality.ts'
import { FLOOR } from '../../shared/survey/answered.ts'
import { fewestAnswers, weakest } from '../../shared/survey/weakest.ts'
import { managerText } from '../../shared/text/manager.ts'
import { numberText } from '../../shared/text/text.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-figures.ts'
import '../../shared/web/ui/ui-state.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, onItsWay } from '../parts/fetched.ts'
import { heldBack, countedText } from '../parts/held-back.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { methodPane, ratingsPane, samplePane, unsurPane } from './manager-quality-panes.ts'
import './manager-searches.ts'
import './reasons/manager-reasons.ts'
import { managerStyles } from '../parts/report-styles.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import '../parts/fixed-period.ts'
import { sentenceOf } from '../parts/sentence.ts'
import '../parts/table-export.ts'

/** What citizens say of the service: the IKM with how it was computed, and the one-tap ratings of the whole unit. */
@customElement('manager-quality')
export class ManagerQuality extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, managerStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  /** The name of the period chosen; until then the server's own choice. */
  @state() private period: string | undefined
  /** The part of the office, such as `service:ktp-el` or `counter:3`; empty for all of it. */
  @state() private chosen = ''
  readonly #ikm = new Fetched<IkmView>(this)
  readonly #ratings = new Fetched<RatingsView>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const params = { office: this.office.id }
    const [kind = '', id] = this.chosen.split(':')
    const query = { period: this.period, ...(id === undefined ? {} : { [kind]: id }) }
    this.#ikm.want(`${this.period} ${this.chosen}`, () => ask('GET /api/offices/:office/ikm', { params, query }))
    const period = this.period ?? this.#ikm.value?.period.key
    if (period !== undefined)
      this.#ratings.want(period, () => ask('GET /api/offices/:office/ratings', { params, query: { period } }))
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
            <span>${t(managerText['quality.part'])}</span>
            <select @change=${(e: Event) => this.#choose((e.target as HTMLSelectElement).value)}>
              <option value="">${t(managerText['quality.all'])}</option>
              <optgroup label=${t(managerText['quality.services'])}>
                ${this.office.services.map(s => this.#option(`service:${s.id}`, t(s.name)))}
              </optgroup>
              <optgroup label=${t(managerText['quality.counters'])}>
                ${this.office.counters.map(c => this.#option(`counter:${c.id}`, c.name))}
              </optgroup>
            </select>
          </label>
          <fixed-period
            .today=${this.#today}
            .period=${this.period === undefined ? value?.period : fixedPeriod(this.period)}
            ?parts=${this.chosen !== ''}
            @period=${(e: CustomEvent<string>) => (this.period = e.detail)}
          ></fixed-period>
        </div>
      </div>
      ${
        error
          ? html`<ui-state kind="error" @retry=${() => this.#ikm.retry()}>${sentenceOf(error)}</ui-state>`
          : value
            ? html`<div class=${loading ? 'busy' : ''} aria-busy=${loading}>${this.#report(value)}</div>`
            : onItsWay(this.#ikm)
      }
      <manager-reasons .office=${this.office} today=${this.#today}></manager-reasons>
      ${
        this.staff.permissions.includes('unit.read')
          ? html`<manager-searches .office=${this.office}></manager-searches>`
          : nothing
      }`
  }

  #option(value: string, name: string) {
    return html`<option value=${value} ?selected=${value === this.chosen}>${name}</option>`
  }

  /** A part has no figures of a week or a month: then the usual period is asked for. */
  #choose(chosen: string): void {
    this.chosen = chosen
    const period = this.period === undefined ? undefined : fixedPeriod(this.period)
    if (chosen !== '' && period && !hasParts(period)) this.period = undefined
  }

  #report(view: IkmView) {
    const min = fewestAnswers(this.office.minRatings, view.sample.target)
    const shown = view.result.ikm !== undefined && view.result.n >= min
    const ratings = this.#ofUnit
    const counted = countedText(view.showing, view.period)
    const { leftOut } = view
    return html`${counted ? html`<p class="note">${counted}</p>` : nothing}
      ${
        leftOut === undefined
          ? nothing
          : html`<p class="note">${t(managerText['quality.leftOut'], { n: numberText(leftOut, lang()) })}</p>`
      }
      <ui-figures label=${t(managerText['quality.summary'])} .items=${this.#summary(view, shown)}></ui-figures>
      <div class="quality">
        ${shown ? html`<div class="stack">${unsurPane(view, this.#services)} ${this.#taken('unsur', 'quality.perUnsur', view)}</div>` : this.#notShown(view, min)}
        <div class="stack">
          ${shown ? html`${methodPane(view)} ${this.#taken('methods', 'quality.method', view)}` : nothing}
          ${samplePane(view)}
        </div>
        ${ratings ? html`<div class="stack">${ratingsPane(ratings)} ${ratings.ratings.shown ? this.#taken('ratings', 'quality.ratings', ratings) : nothing}</div>` : nothing}
      </div>`
  }

  #taken(
    table: 'unsur' | 'methods' | 'ratings',
    name: 'quality.perUnsur' | 'quality.method' | 'quality.ratings',
    { period }: Pick<IkmView, 'period'>,
  ) {
    const [kind = '', id] = table === 'ratings' ? [] : this.chosen.split(':')
    return html`<table-export
      officeId=${this.office.id}
      name=${t(managerText[name])}
      .of=${{ table, period: period.key, ...(id === undefined ? {} : { [kind]: id }) }}
    ></table-export>`
  }

  #summary({ result, sample }: IkmView, shown: boolean) {
    const ratings = this.#ofUnit
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
        value: numberText(sample.achieved, lang()),
        unit: t(managerText['quality.target'], { n: numberText(sample.target, lang()) }),
      },
      {
        label: t(managerText['quality.weakest']),
        value: low ? numberText(result.unsur[low]!.nrr!, lang(), 2) : none,
        unit: low ? t(QUESTIONS[low].name) : '',
      },
      { label: t(managerText['quality.users']), value: numberText(sample.population, lang()) },
      ...(this.chosen === ''
        ? [{ label: t(managerText['quality.taps']), value: ratings ? numberText(ratings.answered, lang()) : none }]
        : []),
    ]
  }

  /** Those that the figures are of. */
  get #services() {
    const [kind, id] = this.chosen.split(':')
    const counter = kind === 'counter' ? this.office.counters.find(c => c.id === id) : undefined
    if (counter) return this.office.services.filter(s => counter.services.includes(s.id))
    return this.office.services.filter(s => kind !== 'service' || s.id === id)
  }

  /** Ratings are of the whole unit: beside the figures of one part they would be read as its own. */
  get #ofUnit(): RatingsView | undefined {
    return this.chosen === '' ? this.#ratings.value : undefined
  }

  #notShown({ showing, result: { n }, sample, period }: IkmView, min: number) {
    return html`<section class="pane" aria-labelledby="unsur">
      <h2 id="unsur">${t(managerText['quality.perUnsur'])}</h2>
      ${
        sample.achieved === 0
          ? html`<ui-state kind="empty" heading=${t(managerText['quality.none'])}
              >${t(managerText['quality.none.why'])}</ui-state
            >`
          : 'through' in showing
            ? html`<ui-state kind="empty" heading=${t(managerText['quality.few'], { min })}
                >${t(managerText['quality.few.why'], { n })}</ui-state
              >`
            : heldBack(showing, {
                n: sample.achieved,
                min: this.chosen.startsWith('counter') ? Math.max(FLOOR, this.office.minRatings) : FLOOR,
                part: this.chosen !== '',
                kind: period.kind,
              })
      }
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'manager-quality': ManagerQuality
  }
}
