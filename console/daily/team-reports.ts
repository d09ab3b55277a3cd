import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { atClock, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { AnswerKind } from '../../shared/officer/daily/report.ts'
import { dailyText as words } from '../../shared/text/daily.ts'
import { dateText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-state.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { dailyStyles } from './daily-styles.ts'
import { tellWaiting } from './waiting.ts'
import { activityLine, excuse, stateTags, threadOf, type Head } from './report-lines.ts'

/** Reports that wait for whoever assesses their officers: answered by one tap or in one line. */
@customElement('team-reports')
export class TeamReports extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    fieldStyles,
    dailyStyles,
    css`
      :host {
        display: block;
      }
      article {
        padding: 0.7rem 0;
        border-bottom: 1px solid var(--line);
      }
      article:last-of-type {
        border-bottom: 0;
      }
      h3 {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        align-items: center;
        font-size: 0.95rem;
      }
      .field {
        margin-top: 0.5rem;
      }
      input {
        width: 100%;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  /** Nothing at all where nothing waits. */
  @property({ type: Boolean }) quiet = false
  /** On a page of one's own work: quiet also while it is not known whether anything waits. */
  @property({ type: Boolean }) beside = false
  /** What is written in answer, by report. */
  @state() private lines: Readonly<Record<string, string>> = {}
  @state() private unasked = ''
  @state() private answered = 0
  readonly #waiting = new Fetched<Reply<'GET /api/me/team/reports'>>(this)
  readonly #act = actOf(() => this.requestUpdate())

  /** What was answered, and the place at which it stood. */
  #done: { readonly key: string; readonly at: number } | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.#waiting.want(`${this.staff.id} ${this.live.news} ${this.answered}`, () => ask('GET /api/me/team/reports', {}))
  }

  protected override updated(): void {
    this.#goOn()
    tellWaiting(this, this.#waiting.value?.reports)
  }

  /** Once an answered report has gone, the next one has the focus, or the head where none is left. */
  #goOn(): void {
    const reports = this.#waiting.value?.reports
    if (!this.#done || !reports || reports.some(r => keyOf(r) === this.#done!.key)) return
    const links = this.renderRoot.querySelectorAll<HTMLElement>('h3 a')
    const next = links[Math.min(this.#done.at, links.length - 1)]
    this.#done = undefined
    const head = this.renderRoot.querySelector<HTMLElement>('h2')
    ;(next ?? head)?.focus()
  }

  protected override render() {
    const known = this.#waiting.value?.reports
    if (!known?.length && (this.beside || (this.quiet && !this.#waiting.error))) return nothing
    return html`<section class="pane" aria-labelledby="waiting">
      <header>
        <h2 id="waiting" tabindex="-1">${t(words['team.title'])}</h2>
        <span class="note">${t(words['team.order'])}</span>
      </header>
      ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      ${whenRead(this.#waiting, ({ reports }) =>
        reports.length === 0
          ? html`<ui-state kind="empty" heading=${t(words['team.none'])}>${t(words['team.none.why'])}</ui-state>`
          : reports.map(report => this.#report(report)),
      )}
    </section>`
  }

  #dayText(date: LocalDate): string {
    return dateText(atClock(date, '12:00', this.office.zone), this.office.zone, lang())
  }

  #report(report: Head) {
    const key = keyOf(report)
    const title = t(words['team.of'], { name: report.officer, day: this.#dayText(report.date) })
    const { text } = report.versions.at(-1)!
    const button = (kind: AnswerKind, variant: string) =>
      html`<ui-button
        size="s"
        variant=${variant}
        label=${`${t(words[kind])}: ${title}`}
        ?disabled=${this.#act.busy()}
        @click=${() => void this.#answer(report, kind)}
        >${t(words[kind])}</ui-button
      >`
    return html`<article aria-label=${title}>
      <h3><a href="#/tim/${report.officerId}/laporan/${report.date}">${title}</a> ${stateTags(report)}</h3>
      <ul class="lines">
        ${text.activities.map(a => activityLine(a, report.files))}
      </ul>
      ${threadOf(report, this.office, this.staff.id)} ${excuse(report, this.office)}
      <label class="field"
        ><span>${t(words['team.line'])}</span
        ><input
          name="answer"
          maxlength="500"
          autocomplete="off"
          aria-invalid=${this.unasked === key}
          .value=${this.lines[key] ?? ''}
          @input=${(e: InputEvent) => (this.lines = { ...this.lines, [key]: (e.target as HTMLInputElement).value })}
      /></label>
      ${this.unasked === key ? html`<p class="wrong" role="alert">${t(words['team.ask'])}</p>` : nothing}
      <div class="btns">${button('accept', 'primary')} ${button('fix', 'default')} ${button('ask', 'default')}</div>
    </article>`
  }

  async #answer(report: Head, kind: AnswerKind): Promise<void> {
    const key = keyOf(report)
    const text = (this.lines[key] ?? '').trim()
    this.unasked = kind === 'ask' && text === '' ? key : ''
    if (this.unasked) return
    const { officerId: officer, date } = report
    const body = { kind, version: report.versions.length, text }
    const done = await this.#act.run({ officer, date, ...body }, id =>
      ask('POST /api/me/team/reports/:officer/:date/answer', { params: { officer, date }, body }, id),
    )
    if (!done) return
    const { [key]: _sent, ...lines } = this.lines
    this.lines = lines
    this.#done = { key, at: this.#waiting.value!.reports.findIndex(r => keyOf(r) === key) }
    this.answered++
  }
}

const keyOf = ({ officerId, date }: Head) => `${officerId} ${date}`

declare global {
  interface HTMLElementTagNameMap {
    'team-reports': TeamReports
  }
}
