import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { officeDate, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { teamText as words } from '../../shared/text/feedback.ts'
import { dateYearText } from '../../shared/text/period.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { dailyStyles } from '../daily/daily-styles.ts'
import { excuse, stateTags, threadOf, workLines } from '../daily/report-lines.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'

type Told = Reply<'GET /api/me/team/reports/:officer/:date'>

/** The report of one day of an officer as its assessor reads it, answered or not: what the counter counted, what was sent and said. */
@customElement('team-report')
export class TeamReport extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    paneStyles,
    dailyStyles,
    css`
      :host {
        display: block;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) live!: LiveDay
  /** Who is signed in. */
  @property() reader = ''
  @property() officer = ''
  @property() name = ''
  /** The day; today where none is named. */
  @property() date: LocalDate = ''
  readonly #told = new Fetched<Told>(this)

  constructor() {
    super()
    new LangController(this)
  }

  get #today(): LocalDate {
    return officeDate(this.live.now(), this.office.zone)
  }

  protected override willUpdate(): void {
    const params = { officer: this.officer, date: this.date || this.#today }
    const of = `${params.officer} ${params.date}`
    this.#told.want(`${of} ${this.live.news}`, () => ask('GET /api/me/team/reports/:officer/:date', { params }), of)
  }

  protected override render() {
    const date = this.date || this.#today
    return html`<section class="pane" aria-labelledby="report">
      <h2 id="report">${t(words['report.of'], { name: this.name, day: dateYearText(date, lang()) })}</h2>
      <label class="field"
        ><span>${t(words['report.day'])}</span
        ><input type="date" name="day" max=${this.#today} .value=${date} @change=${this.#onDay}
      /></label>
      ${whenRead(this.#told, told => this.#report(told))}
    </section>`
  }

  #report(told: Told) {
    return html`<p>${stateTags(told)}</p>
      <h3>${t(words['report.work'])}</h3>
      ${told.work.lines.length === 0 ? html`<p class="soft">${t(words['report.noWork'])}</p>` : workLines(told.work, this.office)}
      <h3>${t(words['report.said'])}</h3>
      ${
        told.versions.length === 0
          ? html`<p class="soft">${t(words['report.none'])}</p>`
          : threadOf(told, this.office, this.reader)
      }
      ${told.versions.length === 0 ? nothing : excuse(told, this.office)}`
  }

  readonly #onDay = ({ target }: Event): void => {
    const { value } = target as HTMLInputElement
    if (value !== '') location.hash = `#/tim/${this.officer}/laporan/${value}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'team-report': TeamReport
  }
}
