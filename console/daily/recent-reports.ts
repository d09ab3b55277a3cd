import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { atClock, officeDate, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { dailyText as words } from '../../shared/text/daily.ts'
import { dateText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { dailyStyles } from './daily-styles.ts'
import { excuse, stateTags, threadOf, type Head } from './report-lines.ts'

/** How many days are shown at once; every other is a date in the address. */
const SHOWN = 3

/** The own reports of the days before, with what was said of them. */
@customElement('recent-reports')
export class RecentReports extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    dailyStyles,
    css`
      h3 {
        margin-top: 0.7rem;
        font-size: 0.95rem;
      }
      a {
        display: inline-block;
        min-height: 24px;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  /** The day that is shown beside. */
  @property({ attribute: false }) but: LocalDate = ''
  readonly #recent = new Fetched<Reply<'GET /api/me/reports'>>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const before = officeDate(this.live.now(), this.office.zone)
    this.#recent.want(`${this.staff.id} ${before} ${this.live.news}`, () =>
      ask('GET /api/me/reports', { query: { before } }),
    )
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="recent">
      <header><h2 id="recent">${t(words.recent)}</h2></header>
      ${whenRead(this.#recent, ({ reports }) => {
        const shown = reports.filter(r => r.date !== this.but).slice(0, SHOWN)
        return shown.length === 0
          ? html`<p class="note">${t(words['recent.none'])}</p>`
          : shown.map(report => this.#report(report))
      })}
    </section>`
  }

  #report(report: Head) {
    const { zone } = this.office
    const day = dateText(atClock(report.date, '12:00', zone), zone, lang())
    return html`<h3><a href=${`#/laporan/${report.date}`}>${t(words.open, { day })}</a></h3>
      <div class="tags">${stateTags(report)}</div>
      ${threadOf(report, this.office, this.staff.id)} ${excuse(report, this.office)}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'recent-reports': RecentReports
  }
}
