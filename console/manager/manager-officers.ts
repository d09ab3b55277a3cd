import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { UnitFigures, WorkFigures } from '../../shared/officer/figures.ts'
import { officeDate } from '../../shared/kit/time.ts'
import type { Period } from '../../shared/officer/own-record.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { dayText } from '../../shared/text/day.ts'
import { managerText } from '../../shared/text/manager.ts'
import { numberText } from '../../shared/text/text.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-chart-canvas.ts'
import '../../shared/web/ui/ui-figures.ts'
import '../../shared/web/ui/ui-state.ts'
import '../../shared/web/ui/ui-table.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'
import './manager-documents.ts'
import './manager-missing.ts'
import { servicesPane } from './manager-services.ts'
import { unitSummary } from './unit-summary.ts'
import { managerStyles } from '../parts/report-styles.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import '../parts/record-period.ts'
import '../record/officer-record.ts'
import { cellOf, listed, minutesOf, shutNote } from '../parts/report-format.ts'
import { sentenceOf } from '../parts/sentence.ts'
import '../parts/table-export.ts'

/** A counter or an officer with a name to print. */
type Named = WorkFigures & { readonly id: string; readonly name: string }

const count = (n: number) => numberText(n, lang())
const minutes = (ms: number | null) => minutesOf(ms, lang())
const cell = (ms: number | null, n: number) => cellOf(minutes(ms), n, lang())

/** The columns of both tables by their heads: what stands in the cell. */
const COLUMNS: readonly (readonly [keyof typeof managerText, (r: WorkFigures) => string | TemplateResult])[] = [
  ['officers.services', r => count(r.served)],
  ['officers.serveHead', r => cell(r.serve.p50, r.serve.n)],
  ['officers.p90Head', r => cell(r.serve.p90, r.serve.n)],
  ['officers.wayHead', r => cell(r.way.p50, r.way.n)],
  ['officers.missed', r => count(r.missed)],
  ['officers.transferredHead', r => count(r.transferred)],
  ['officers.parkedHead', r => count(r.parked)],
]

/** How every counter and every officer worked over a period: figures of work, in natural order, nobody's ratings. */
@customElement('manager-officers')
export class ManagerOfficers extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    managerStyles,
    css`
      /* All eight columns are seen at once. */
      @media (max-width: 110rem) {
        .halves {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  /** The officer whose record is open, where the office lets whoever reads the unit open it. */
  @property() path = ''
  @state() private period: Period | undefined
  readonly #figures = new Fetched<UnitFigures>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { from, to } = this.period ?? { from: this.#today, to: this.#today }
    const asked = { params: { office: this.office.id }, query: { from, to } }
    this.#figures.want(`${from} ${to}`, () => ask('GET /api/offices/:office/figures', asked))
  }

  get #today(): string {
    return officeDate(this.live.now(), this.office.zone)
  }

  protected override render() {
    if (this.path !== '')
      return html`<p><a href="#/petugas">${t(managerText['officers.back'])}</a></p>
        ${keyed(
          this.path,
          html`<officer-record .office=${this.office} .live=${this.live} officer=${this.path}></officer-record>`,
        )}`
    const { value, error, loading } = this.#figures
    return html`<div class="head">
        <div>
          <h1>${t(managerText['officers.title'])}</h1>
          <p>
            ${t(managerText['officers.lead'])}
            ${this.staff.permissions.includes('queue.free') ? html`<a href="#/hari">${t(dayText.link)}</a>` : nothing}
          </p>
        </div>
        <record-period
          .today=${this.#today}
          @period=${(e: CustomEvent<Period>) => (this.period = e.detail)}
        ></record-period>
      </div>
      ${
        error
          ? html`<ui-state kind="error" @retry=${() => this.#figures.retry()}>${sentenceOf(error)}</ui-state>`
          : value
            ? html`<div class=${loading ? 'busy' : ''} aria-busy=${loading}>
                ${this.#report(value)}
                <manager-documents .office=${this.office} from=${value.from} to=${value.to}></manager-documents>
                <manager-missing .office=${this.office} from=${value.from} to=${value.to}></manager-missing>
              </div>`
            : html`<ui-state></ui-state>`
      }`
  }

  #report(figures: UnitFigures) {
    const counters = figures.counters.map(c => ({
      ...c,
      name: this.office.counters.find(o => o.id === c.id)?.name ?? c.id,
    }))
    const figuresStrip = html`<ui-figures
      class="wide"
      label=${t(managerText['officers.summary'])}
      .items=${unitSummary(figures)}
    ></ui-figures>`
    if (figures.officers.length === 0)
      return html`${figuresStrip}
        <ui-state kind="empty" heading=${t(managerText['officers.none'])}
          >${t(managerText['officers.none.why'])}</ui-state
        >`
    return html`${figuresStrip} ${servicesPane(figures, this.office)}
      <div class="halves">
        ${this.#group('officers.perCounter', 'officers.orderCounters', 'live.counter', counters)}
        ${this.#group('officers.perOfficer', 'officers.orderOfficers', 'officers.name', figures.officers)}
      </div>`
  }

  #group(
    title: 'officers.perCounter' | 'officers.perOfficer',
    order: 'officers.orderCounters' | 'officers.orderOfficers',
    head: 'live.counter' | 'officers.name',
    rows: readonly Named[],
  ) {
    const heading = t(managerText[title])
    const { from, to } = this.#figures.value!
    const served = rows.map(r => ({ label: r.name, value: r.served, text: count(r.served) }))
    const serve = rows.map(r => ({
      label: r.name,
      value: r.serve.p50 === null ? null : r.serve.p50 / 60_000,
      text: r.serve.p50 === null ? t(managerText.none) : `${minutes(r.serve.p50)} (n ${count(r.serve.n)})`,
    }))
    const chart = (bars: typeof serve, word: 'officers.services' | 'officers.serve') =>
      html`<h3>${t(managerText[word])}</h3>
        <ui-chart-canvas
          .bars=${bars}
          .heads=${[t(managerText[head]), t(managerText[word])]}
          label="${heading}, ${t(managerText[word])}: ${listed(bars.map(b => [b.label, b.text] as const))}"
        ></ui-chart-canvas>`
    return html`<section class="pane" aria-label=${heading}>
      <header>
        <h2>${heading}</h2>
        <span class="note">${t(managerText[order])}</span>
      </header>
      ${chart(served, 'officers.services')} ${chart(serve, 'officers.serve')}
      <p class="note">${t(managerText['officers.mix'])}</p>
      <h3>${t(managerText['officers.table'])}</h3>
      <ui-table
        cards
        caption="${heading}: ${t(managerText['officers.table'])}"
        .columns=${this.#columns(head)}
        .rows=${rows.map(r => this.#row(r, title === 'officers.perOfficer' && this.office.scoresForManager))}
      ></ui-table>
      ${shutNote(rows, lang())}
      <table-export
        officeId=${this.office.id}
        name=${heading}
        .of=${{ table: title === 'officers.perCounter' ? 'counters' : 'officers', from, to }}
      ></table-export>
    </section>`
  }

  #columns(head: 'live.counter' | 'officers.name') {
    return [
      { key: 'name', label: t(managerText[head]) },
      ...COLUMNS.map(([key]) => ({ key, label: t(managerText[key]), numeric: true })),
    ]
  }

  #row(r: Named, isOpen: boolean) {
    const name = html`<b>${r.name}</b>`
    return {
      id: r.id,
      cells: {
        name: isOpen ? html`<a href="#/petugas/${r.id}">${name}</a>` : name,
        ...Object.fromEntries(COLUMNS.map(([key, cell]) => [key, cell(r)])),
      },
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'manager-officers': ManagerOfficers
  }
}
