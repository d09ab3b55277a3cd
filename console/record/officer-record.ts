import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { officeDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Period } from '../../shared/officer/own-record.ts'
import { presetPeriod } from '../../shared/officer/periods.ts'
import { dateYearText } from '../../shared/text/period.ts'
import { recordText } from '../../shared/text/record.ts'
import { timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-figures.ts'
import '../../shared/web/ui/ui-state.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'
import { ownFigures } from '../parts/own-figures.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import '../parts/record-period.ts'
import { managerStyles } from '../parts/report-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import '../score/officer-score.ts'
import { marksPane } from './marks-pane.ts'
import { howPane, restPane, servePane, waysPane, workPane } from './record-panes.ts'
import { recordStyles } from './record-styles.ts'

type Told = Reply<'GET /api/me/team/records/:officer'>

/** The work record of somebody else, of the days that whoever looks may read: the same panes as the officer's own page. */
@customElement('officer-record')
export class OfficerRecordPage extends LitElement {
  static override styles = [baseStyles, paneStyles, managerStyles, recordStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) live!: LiveDay
  /** Whose record it is. */
  @property() officer = ''
  @state() private period: Period | undefined
  readonly #told = new Fetched<Told>(this)

  constructor() {
    super()
    new LangController(this)
  }

  get #today(): string {
    return officeDate(this.live.now(), this.office.zone)
  }

  protected override willUpdate(): void {
    const { from, to } = this.period ?? presetPeriod('days90', this.#today)
    const asked = { params: { officer: this.officer }, query: { from, to } }
    const read = () => ask('GET /api/me/team/records/:officer', asked)
    this.#told.want(`${this.officer} ${from} ${to}`, read, this.officer)
  }

  protected override render() {
    const { value, error, loading } = this.#told
    return html`<div class="head">
        <div>
          <h2>${t(recordText['of.title'], { name: value?.officer.name ?? '' })}</h2>
          ${value ? this.#right(value) : nothing}
        </div>
        <record-period
          .today=${this.#today}
          preset="days90"
          @period=${(e: CustomEvent<Period>) => (this.period = e.detail)}
        ></record-period>
      </div>
      ${
        error
          ? html`<ui-state kind="error" @retry=${() => this.#told.retry()}>${sentenceOf(error)}</ui-state>`
          : value
            ? html`<div class=${loading ? 'busy' : ''} aria-busy=${loading}>${this.#report(value)}</div>`
            : html`<ui-state></ui-state>`
      }`
  }

  /** In whose right, of which days, and that the officer is told. */
  #right({ as, behalf, days }: Told) {
    const day = (date: string) => dateYearText(date, lang())
    const spans = days.map(({ from, to }) => (from === to ? day(from) : `${day(from)} – ${day(to)}`)).join('; ')
    return html`<p>
      ${t(recordText[`of.${as}`])} ${behalf === null ? nothing : t(recordText['of.behalf'], { name: behalf })}
      ${t(recordText['of.days'], { days: spans })} ${t(recordText['of.told'])}
    </p>`
  }

  #report({ record: view, marks, officer, as }: Told) {
    const score =
      as === 'assessor' ? html`<officer-score .office=${this.office} officer=${officer.id}></officer-score>` : nothing
    const marked = marksPane([{ name: officer.name, ...marks }], this.office)
    if (view.record.called === 0)
      return html`<ui-state kind="empty" heading=${t(recordText['of.none'])}>${t(recordText['of.none.why'])}</ui-state>
        ${score} ${marked}`
    const at = timeText(view.computedAt, this.office.zone, lang())
    return html`<ui-figures label=${t(recordText.figures)} .items=${ownFigures(view.record, lang())}></ui-figures>
      <div class="record">
        <div class="stack">${workPane(view, this.office)} ${restPane(view)}</div>
        <div class="stack">${waysPane(view, this.office)}</div>
        <div class="stack">${servePane(view, officer.name)} ${howPane()}</div>
      </div>
      ${score} ${marked}
      <p class="note">${t(recordText.computed, { at })}</p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'officer-record': OfficerRecordPage
  }
}
