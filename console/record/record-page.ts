import { LitElement, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { RecordView } from '../../shared/officer/figures.ts'
import { officeDate } from '../../shared/kit/time.ts'
import type { Period } from '../../shared/officer/own-record.ts'
import { presetPeriod } from '../../shared/officer/periods.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { recordText } from '../../shared/text/record.ts'
import { timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-figures.ts'
import '../../shared/web/ui/ui-state.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'
import { managerStyles } from '../parts/report-styles.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import './record-documents.ts'
import '../score/own-scores.ts'
import '../parts/record-period.ts'
import '../proof/record-readers.ts'
import '../proof/record-visits.ts'
import { recordStyles } from './record-styles.ts'
import { howPane, restPane, servePane, waysPane, workPane } from './record-panes.ts'
import { ownFigures } from '../parts/own-figures.ts'
import { sentenceOf } from '../parts/sentence.ts'

/** An officer's own record: counts and times of the own work and how they were computed, and the citizens' score. */
@customElement('console-record')
export class ConsoleRecord extends LitElement {
  static override styles = [baseStyles, paneStyles, managerStyles, recordStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  /** The date whose visits are shown, such as one that a daily report names. */
  @property() path = ''
  @state() private period: Period | undefined
  readonly #record = new Fetched<RecordView>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { from, to } = this.period ?? presetPeriod('days90', this.#today)
    this.#record.want(`${this.staff.id} ${from} ${to}`, () => ask('GET /api/me/record', { query: { from, to } }))
  }

  get #today(): string {
    return officeDate(this.live.now(), this.office.zone)
  }

  protected override render() {
    const { value, error, loading } = this.#record
    return html`<div class="head">
        <div>
          <h1>${t(recordText.title)}</h1>
          <p>${t(recordText[this.office.scoresForManager ? 'lead.unit' : 'lead'])}</p>
        </div>
        <record-period
          .today=${this.#today}
          preset="days90"
          @period=${(e: CustomEvent<Period>) => (this.period = e.detail)}
        ></record-period>
      </div>
      ${
        error
          ? html`<ui-state kind="error" @retry=${() => this.#record.retry()}>${sentenceOf(error)}</ui-state>`
          : value
            ? html`<div class=${loading ? 'busy' : ''} aria-busy=${loading}>${this.#report(value)}</div>`
            : html`<ui-state></ui-state>`
      }`
  }

  #report(view: RecordView) {
    const { record } = view
    const scores = html`<own-scores .office=${this.office} today=${this.#today} officer=${this.staff.id}></own-scores>`
    if (record.called === 0)
      return html`<ui-state kind="empty" heading=${t(recordText.empty)}>${t(recordText['empty.why'])}</ui-state
        >${scores}`
    const at = timeText(view.computedAt, this.office.zone, lang())
    return html`<div class="record own">
        <div class="scores">${scores}</div>
        <ui-figures label=${t(recordText.figures)} .items=${ownFigures(record, lang())}></ui-figures>
        <div class="stack">${workPane(view, this.office)} ${waysPane(view, this.office)}</div>
        <div class="stack">${servePane(view)} ${restPane(view)} ${howPane()}</div>
      </div>
      <record-documents from=${view.from} to=${view.to}></record-documents>
      <record-visits
        .office=${this.office}
        .today=${this.#today}
        .start=${this.path}
        @clocks=${() => this.#record.retry()}
      ></record-visits>
      <record-readers .zone=${this.office.zone}></record-readers>
      <p class="note">${t(recordText.computed, { at })}</p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-record': ConsoleRecord
  }
}
