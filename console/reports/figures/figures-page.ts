import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { officeDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { FLOOR } from '../../../shared/survey/answered.ts'
import type { PeriodFigures } from '../../../shared/survey/figures/period-figures.ts'
import { fixedPeriod, PART_KINDS, settlesOn } from '../../../shared/survey/fixed-periods.ts'
import { fewestAnswers } from '../../../shared/survey/weakest.ts'
import { managerText } from '../../../shared/text/manager.ts'
import { figuresText as words } from '../../../shared/text/period-figures.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-state.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, onItsWay } from '../../parts/fetched.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import '../../parts/fixed-period.ts'
import { countedText, heldBack } from '../../parts/held-back.ts'
import type { StaffView } from '../../parts/page.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { comparedPane, ikmPane, unsurPane } from './ikm-panes.ts'
import { planPane, profilePane, responsePane } from './people-panes.ts'

/** All figures of a closed period: how certain they are, what they rest on, and what became of them since the period before. */
@customElement('figures-page')
export class FiguresPage extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    paneStyles,
    css`
      :host,
      .stack,
      [aria-busy] {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.85rem;
        align-content: start;
      }
      @media (min-width: 75rem) {
        .figures {
          display: grid;
          grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
          gap: 0.85rem;
          align-items: start;
        }
      }
      @media (max-width: 74.99rem) {
        .figures {
          display: contents;
        }
      }
      .score b {
        font-size: 2.2rem;
        font-weight: 800;
      }
      ui-tag {
        white-space: normal;
      }
      .warn {
        padding: 0.5rem 0.7rem;
        border-inline-start: 4px solid var(--warn, var(--edge));
        background: var(--sunk);
      }
      .short {
        font-weight: 750;
      }
      p {
        margin: 0.4rem 0;
        overflow-wrap: anywhere;
      }
      h3 {
        margin: 0.9rem 0 0.2rem;
        font-size: 1rem;
      }
      .wide {
        overflow-x: auto;
      }
      table {
        width: 100%;
        margin-top: 0.4rem;
        border-collapse: collapse;
        font-size: 0.875rem;
      }
      .wide table {
        min-width: 34rem;
      }
      th,
      td {
        padding: 0.35rem 0.4rem;
        border-bottom: 1px solid var(--line);
        text-align: end;
        font-variant-numeric: tabular-nums;
        vertical-align: top;
      }
      th:first-child {
        text-align: start;
      }
      tbody th {
        font-weight: 600;
      }
      dl {
        margin: 0.4rem 0;
      }
      dl div {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 1rem;
        padding: 0.3rem 0;
        border-bottom: 1px solid var(--line);
      }
      dd {
        margin: 0;
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  /** The name of the period chosen; until then the last quarter that is closed. */
  @state() private period: string | undefined
  readonly #figures = new Fetched<PeriodFigures>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const asked = { params: { office: this.office.id }, query: { period: this.period } }
    this.#figures.want(`${this.period}`, () => ask('GET /api/offices/:office/period-figures', asked))
  }

  protected override render() {
    const { value, error, loading } = this.#figures
    return html`<div class="head">
        <h1>${t(words.title)}</h1>
        <p class="note">${t(words.lead)}</p>
        <fixed-period
          .today=${officeDate(this.live.now(), this.office.zone)}
          .period=${this.period === undefined ? value?.period : fixedPeriod(this.period)}
          @period=${(e: CustomEvent<string>) => (this.period = e.detail)}
        ></fixed-period>
      </div>
      ${
        error
          ? html`<ui-state kind="error" @retry=${() => this.#figures.retry()}>${sentenceOf(error)}</ui-state>`
          : value
            ? html`<div aria-busy=${loading}>${this.#content(value)}</div>`
            : onItsWay(this.#figures)
      }`
  }

  #content(of: PeriodFigures) {
    const given = { office: this.office, of }
    const shown = of.figures
    const counted = countedText(of.showing, of.period)
    if (of.sample.population + of.sample.achieved === 0)
      return html`<ui-state kind="empty" heading=${t(managerText['quality.none'])}
        >${t(managerText['quality.none.why'])}</ui-state
      >`
    const today = officeDate(this.live.now(), this.office.zone)
    const hasReport = PART_KINDS.some(kind => kind === of.period.kind) && settlesOn(of.period.to) <= today
    return html`${counted ? html`<p class="note">${counted}</p>` : nothing}
      ${hasReport ? html`<p><a href="#/laporan-skm/${of.period.key}">${t(words['to.report'])}</a></p>` : nothing}
      <div class="figures">
        <div class="stack">
          ${shown ? html`${ikmPane(given, shown)} ${unsurPane(shown)} ${comparedPane(shown)}` : this.#notShown(of)}
        </div>
        <div class="stack">
          ${planPane(given)} ${responsePane(given, shown)} ${shown ? profilePane(shown) : nothing}
        </div>
      </div>`
  }

  #notShown({ showing, sample, period }: PeriodFigures) {
    const min = fewestAnswers(this.office.minRatings, sample.target)
    return html`<section class="pane" aria-labelledby="ikm">
      <h2 id="ikm">${t(words.ikm)}</h2>
      ${
        'through' in showing
          ? html`<ui-state kind="empty" heading=${t(managerText['quality.few'], { min })}
              >${t(managerText['quality.few.why'], { n: sample.achieved })}</ui-state
            >`
          : heldBack(showing, { n: sample.achieved, min: FLOOR, part: true, kind: period.kind })
      }
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'figures-page': FiguresPage
  }
}
