import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { addDays, atClock, officeDate, weekday, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { monthDays, type CalendarDay } from '../../shared/officer/calendar/month.ts'
import { REPORT_DAYS } from '../../shared/officer/daily/report.ts'
import { calendarText as words } from '../../shared/text/calendar.ts'
import { dateText, monthText, weekdayText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-tag.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import './absence-form.ts'
import { absenceSays, type AbsenceView } from './absence-says.ts'
import { calendarStyles } from './calendar-styles.ts'
import { dailyStyles } from './daily-styles.ts'

type Month = Reply<'GET /api/me/calendar/:month'>
type Wanted = Pick<AbsenceView, 'kind' | 'from' | 'to'>

/** A month, the own one or that of somebody of the team: every working day with its state in a word, and leave or duty that is asked for. */
@customElement('month-calendar')
export class MonthCalendar extends LitElement {
  static override styles = [baseStyles, paneStyles, dailyStyles, calendarStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  /** Whose month it is, of the days on which one assesses them; the own one where nobody is named. */
  @property() officer = ''
  /** `2026-07`; that of today unless chosen. */
  @state() private month = ''
  @state() private asking = false
  @state() private changed = 0
  readonly #month = new Fetched<Month>(this)
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  get #today(): LocalDate {
    return officeDate(this.live.now(), this.office.zone)
  }

  get #shown(): string {
    return this.month || this.#today.slice(0, 7)
  }

  protected override willUpdate(): void {
    const month = this.#shown
    const { officer } = this
    const of = `${officer || this.staff.id} ${month}`
    const read = () =>
      officer
        ? ask('GET /api/me/team/calendar/:officer/:month', { params: { officer, month } })
        : ask('GET /api/me/calendar/:month', { params: { month } })
    this.#month.want(`${of} ${this.#today} ${this.live.news} ${this.changed}`, read, of)
  }

  protected override render() {
    const name = `${monthText(`${this.#shown}-01`, lang())} ${this.#shown.slice(0, 4)}`
    const turn = (by: -1 | 1, label: string) =>
      html`<ui-button size="s" label=${label} @click=${() => this.#turn(by)}
        >${icon(by < 0 ? 'back' : 'arrow')}</ui-button
      >`
    return html`<section class="pane" aria-labelledby="month">
      <header>
        <h2 id="month">${name}</h2>
        <span class="turns">${turn(-1, t(words.before))} ${turn(1, t(words.after))}</span>
      </header>
      <p class="note">${t(this.officer ? words['team.month'] : words.note)}</p>
      ${whenRead(this.#month, month => html`${this.#table(month, name)} ${this.#key()} ${this.#absences(month)}`)}
      ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      ${
        this.officer
          ? nothing
          : this.asking
            ? html`<absence-form
                .today=${this.#today}
                ?busy=${this.#act.busy()}
                @wanted=${(e: CustomEvent<Wanted>) => void this.#ask(e.detail)}
                @stopped=${() => (this.asking = false)}
              ></absence-form>`
            : html`<div class="btns">
                <ui-button size="s" @click=${() => (this.asking = true)}>${t(words.ask)}</ui-button>
              </div>`
      }
    </section>`
  }

  #table({ days, today }: Month, name: string) {
    const { from, to } = monthDays(this.#shown)
    const length = Number(to.slice(8))
    // Weeks begin on Monday; of somebody else there may be some days alone.
    const lead = (weekday(from) + 6) % 7
    const dates = Array.from({ length }, (_, i) => addDays(from, i))
    const cells = [...Array.from({ length: lead }, () => undefined), ...dates].map(date =>
      days.find(day => day.date === date),
    )
    const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) => cells.slice(i * 7, i * 7 + 7))
    const heads = Array.from({ length: 7 }, (_, i) => weekdayText((i + 1) % 7, lang()))
    return html`<table>
      <caption class="vh">
        ${t(words.caption, { month: name })}
      </caption>
      <thead>
        <tr>
          ${heads.map(head => html`<th scope="col" aria-label=${head}>${head.slice(0, 3)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeks.map(
          week =>
            html`<tr>
              ${week.map(day => (day ? this.#cell(day, today) : html`<td></td>`))}
            </tr>`,
        )}
      </tbody>
    </table>`
  }

  #cell(day: CalendarDay, today: LocalDate) {
    const { state, asked } = day
    const tone = asked
      ? 'asked'
      : state === 'served'
        ? 'served'
        : state && state !== 'absent'
          ? 'away'
          : (state ?? 'plain')
    const word = asked
      ? t(words.asked, { state: t(words[`state.${asked}`]) })
      : state === 'served'
        ? String(day.served)
        : state
          ? t(words[`state.${state}`])
          : day.working
            ? ''
            : t(words.off)
    return html`<td class=${tone} aria-current=${day.date === today ? 'date' : 'false'} aria-label=${this.#says(day)}>
      ${this.#leads(day, today, html`<b>${Number(day.date.slice(8))}</b><span>${word}</span>`)}
    </td>`
  }

  /** An own day that can still be reported leads to its report, a day of somebody else to what was reported of it. */
  #leads({ date, state }: CalendarDay, today: LocalDate, shown: TemplateResult) {
    if (this.officer)
      return state !== null && date <= today
        ? html`<a
            href="#/tim/${this.officer}/laporan/${date}"
            aria-label=${t(words.report, { day: this.#dayText(date) })}
            >${shown}</a
          >`
        : shown
    const open = state !== null && date <= today && date >= addDays(today, -REPORT_DAYS)
    return open
      ? html`<a href="#/laporan/${date}" aria-label=${t(words.report, { day: this.#dayText(date) })}>${shown}</a>`
      : shown
  }

  #dayText(date: LocalDate): string {
    const { zone } = this.office
    return dateText(atClock(date, '12:00', zone), zone, lang())
  }

  #says(day: CalendarDay): string {
    const { state, asked, besides } = day
    const said =
      state === 'served'
        ? t(words['said.served'], { n: String(day.served) }) + (besides ? `, ${t(words[`state.${besides}`])}` : '')
        : state === 'absent'
          ? t(words['said.absent'])
          : state
            ? t(words[`state.${state}`])
            : t(day.working ? words['said.none'] : words.off)
    const all = asked ? `${said}; ${t(words['said.asked'], { state: t(words[`state.${asked}`]) })}` : said
    return t(words['said.day'], { day: this.#dayText(day.date), state: all })
  }

  #key() {
    return html`<p class="key note">
      <span><i class="served">38</i> ${t(words['state.served'])}</span>
      <span><i class="away">${t(words['state.duty'])}</i> ${t(words['key.away'])}</span>
      <span><i class="asked">${t(words.asked, { state: t(words['state.leave']) })}</i> ${t(words['key.asked'])}</span>
      <span>${t(words['key.absent'])}</span>
    </p>`
  }

  #absences({ absences, today }: Month) {
    if (absences.length === 0) return nothing
    return html`<h3>${t(this.officer ? words['team.asks'] : words.own)}</h3>
      <ul class="asks">
        ${absences.map(absence => {
          const what = absenceSays(absence, this.office)
          const open =
            !this.officer && (absence.state === 'asked' || (absence.state === 'agreed' && absence.from > today))
          const said = { by: absence.decidedBy ?? '', words: absence.words }
          return html`<li>
            <span>${what}</span><span class="note">${t(words[`absence.${absence.state}`], said)}</span>
            ${
              open
                ? html`<ui-button
                    size="s"
                    label=${t(words['withdraw.of'], { what })}
                    ?disabled=${this.#act.busy()}
                    @click=${() => void this.#withdraw(absence.id)}
                    >${t(words.withdraw)}</ui-button
                  >`
                : nothing
            }
          </li>`
        })}
      </ul>`
  }

  #turn(by: -1 | 1): void {
    const first = `${this.#shown}-01`
    this.month = (by < 0 ? addDays(first, -1) : addDays(first, 31)).slice(0, 7)
  }

  async #ask(wanted: Wanted): Promise<void> {
    const body = { ...wanted, part: null }
    const done = await this.#act.run(body, key => ask('POST /api/me/absences', { body }, key))
    if (!done) return
    this.asking = false
    this.month = wanted.from.slice(0, 7)
    this.changed++
  }

  async #withdraw(absence: string): Promise<void> {
    const done = await this.#act.run({ absence }, key =>
      ask('POST /api/me/absences/:absence/withdraw', { params: { absence } }, key),
    )
    if (done) this.changed++
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'month-calendar': MonthCalendar
  }
}
