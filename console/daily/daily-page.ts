import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { atClock, officeDate, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { toSend, wrongIn } from '../../shared/officer/daily/activity.ts'
import { reportOver, type Activity, type ReportText } from '../../shared/officer/daily/report.ts'
import { dailyText as words } from '../../shared/text/daily.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-state.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'
import { gridStyles } from '../parts/field-styles.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import './draft-choice.ts'
import './month-calendar.ts'
import './team-absences.ts'
import './team-reports.ts'
import { DraftKeeper, type ServerDraft } from './draft-keeper.ts'
import { dailyStyles } from './daily-styles.ts'
import './recent-reports.ts'
import { dueNote, lastWords, stateTags, workLines } from './report-lines.ts'
import './report-writing.ts'
import './sent-report.ts'

type Own = Reply<'GET /api/me/reports/:date'>

/** The own daily report: the counter's work is in it already, anything else is one line; kept while it is typed. */
@customElement('console-daily')
export class ConsoleDaily extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    gridStyles,
    dailyStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.85rem;
        align-content: start;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr);
        gap: 0.85rem;
        align-items: start;
      }
      .tags {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
      }
      .dock {
        position: sticky;
        bottom: 0;
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
        padding: 0.7rem 0;
        background: var(--paper);
      }
      .dock .note {
        flex: 1 1 12rem;
      }
      @media (max-width: 64rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
        .dock ui-button {
          flex: 1 1 100%;
        }
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @property() path = ''
  /** Rises whenever the form begins with another text. */
  @state() private turn = 0
  /** A correction of what was sent is being written. */
  @state() private correcting = false
  @state() private arrived = 0
  /** It was to be sent with a line that cannot be: that line, in the form. */
  @state() private wrong: Activity | undefined
  readonly #own = new Fetched<Own>(this)
  readonly #draft = new DraftKeeper(this, () => this.#sent())
  #date: LocalDate = ''
  #taken: Own | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const today = officeDate(this.live.now(), this.office.zone)
    const date = /^\d{4}-\d{2}-\d{2}$/.test(this.path) && this.path <= today ? this.path : today
    const isOther = date !== this.#date
    if (isOther) {
      this.#date = date
      this.correcting = false
      this.wrong = undefined
      this.#draft.of(date)
      this.turn++
    }
    const news = `${this.staff.id} ${this.live.news} ${this.arrived}`
    this.#own.want(`${date} ${news}`, () => ask('GET /api/me/reports/:date', { params: { date } }), isOther)
    const { value } = this.#own
    if (value && value !== this.#taken && value.date === date) {
      this.#taken = value
      if (this.#draft.take(value.drafts)) this.turn++
    }
  }

  protected override render() {
    const { value, error } = this.#own
    const report = value?.date === this.#date ? value : undefined
    const day = this.#dayText(this.#date)
    return html`<div class="head">
        <div>
          <h1>${t(words.title, { day })}</h1>
          <p class="note">${t(words.lead)}</p>
          ${report ? dueNote(report, this.office) : nothing}
        </div>
        <div class="tags">${report ? stateTags(report) : nothing}</div>
      </div>
      ${this.#banners(report)}
      <div class="columns">
        <div class="stack">
          ${
            report
              ? this.#workPane(report)
              : error
                ? html`<ui-state kind="error" @retry=${() => this.#own.retry()}>${sentenceOf(error)}</ui-state>`
                : html`<ui-state></ui-state>`
          }
          ${report && this.#isWriting(report) ? lastWords(report, this.office) : nothing}
          ${
            this.#isWriting(report)
              ? html`<report-writing
                  .text=${this.#draft.text}
                  .date=${this.#date}
                  .files=${report?.files ?? []}
                  .turn=${this.turn}
                  .open=${this.wrong}
                  @text=${(e: CustomEvent<ReportText>) => this.#draft.type(e.detail)}
                ></report-writing>`
              : nothing
          }
        </div>
        <div class="stack">
          ${
            report && report.versions.length > 0
              ? html`<sent-report
                  .report=${report}
                  .office=${this.office}
                  .staff=${this.staff}
                  .writing=${this.#isWriting(report)}
                  @correct=${(e: CustomEvent<ReportText>) => this.#correct(e.detail)}
                  @replied=${() => this.arrived++}
                ></sent-report>`
              : nothing
          }
          <month-calendar .office=${this.office} .staff=${this.staff} .live=${this.live}></month-calendar>
          <recent-reports
            .office=${this.office}
            .staff=${this.staff}
            .live=${this.live}
            .but=${this.#date}
          ></recent-reports>
          <team-reports beside .office=${this.office} .staff=${this.staff} .live=${this.live}></team-reports>
          <team-absences beside .office=${this.office} .staff=${this.staff} .live=${this.live}></team-absences>
        </div>
      </div>
      ${this.#isWriting(report) ? this.#dock(report) : nothing}`
  }

  #dayText(date: LocalDate): string {
    return dateText(atClock(date, '12:00', this.office.zone), this.office.zone, lang())
  }

  /** Before it is known whether something was sent, whoever types may go on. */
  #isWriting(report: Own | undefined): boolean {
    return this.correcting || !report || report.versions.length === 0 || this.#draft.now !== undefined
  }

  #banners(report: Own | undefined) {
    const { refused, others, unkept } = this.#draft
    return html`${report && !this.#isWriting(report) ? lastWords(report, this.office) : nothing}
    ${refused ? html`<ui-banner tone="bad">${sentenceOf(refused)}</ui-banner>` : nothing}
    ${unkept ? html`<ui-banner>${t(words['saved.not'])}</ui-banner>` : nothing}
    ${
      others.length > 0 && this.#isWriting(report)
        ? html`<draft-choice
            .office=${this.office}
            .writtenAt=${this.#draft.now?.writtenAt ?? 0}
            .other=${others[0]!}
            @own=${() => void this.#draft.keepOwn()}
            @other=${() => this.#use(others[0]!)}
          ></draft-choice>`
        : nothing
    }
    ${report && !report.assessor ? html`<ui-banner tone="info">${t(words.nobody)}</ui-banner>` : nothing}`
  }

  #workPane({ work, date, today }: Own) {
    return html`<section class="pane" aria-labelledby="work">
      <header>
        <h2 id="work">${t(date === today ? words.work : words['work.of'])}</h2>
        <span class="note">${t(words['work.note'])}</span>
      </header>
      ${
        work.lines.length === 0
          ? html`<ui-state kind="empty" heading=${t(words['work.none'])}>${t(words['work.none.why'])}</ui-state>`
          : workLines(work, this.office)
      }
      <p class="note">
        <a href="#/catatan/${date}">${t(words['work.wrong'])}</a>
        <a href="#/bukti">${t(words['work.evidence'])}</a>
      </p>
    </section>`
  }

  #dock(report: Own | undefined) {
    const { now, isSaved, busy } = this.#draft
    const at = now ? timeText(now.writtenAt, this.office.zone, lang()) : ''
    const said = !now ? '' : now.sending ? words['saved.queued'] : isSaved ? words['saved.both'] : words['saved.here']
    const sent = (report?.versions.length ?? 0) > 0
    const wrong = this.#wrong()
    return html`<div class="dock">
      ${wrong ? html`<ui-banner tone="bad">${wrong}</ui-banner>` : nothing}
      <ui-button
        variant="primary"
        ?disabled=${busy || !report || reportOver(this.#draft.text) > 0}
        @click=${() => void this.#send(report!)}
        >${t(busy ? words.sending : sent ? words['send.again'] : words.send)}</ui-button
      >
      ${sent ? html`<ui-button @click=${() => void this.#stopCorrecting()}>${t(words['correct.stop'])}</ui-button>` : nothing}
      <p class="note" role="status">${said === '' ? '' : t(said, { at })}</p>
    </div>`
  }

  /** What has to be put right before it can be sent; nothing until that was tried. */
  #wrong(): string | undefined {
    const tried = this.wrong && this.#draft.text.activities.find(a => a.id === this.wrong!.id)
    const why = tried && wrongIn(tried)
    return why && t(words[`wrong.${why}`], { what: tried.what })
  }

  #use(draft: ServerDraft): void {
    this.#draft.use(draft)
    this.turn++
  }

  #correct(text: ReportText): void {
    this.correcting = true
    this.#draft.type(text)
    this.turn++
  }

  async #stopCorrecting(): Promise<void> {
    this.correcting = false
    await this.#draft.drop()
    this.turn++
  }

  async #send(report: Own): Promise<void> {
    const text = toSend(this.#draft.text)
    this.wrong = text.activities.find(wrongIn)
    if (this.wrong) return
    await this.#draft.send(text, report.versions.length)
  }

  #sent(): void {
    this.correcting = false
    this.turn++
    this.arrived++
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-daily': ConsoleDaily
  }
}
