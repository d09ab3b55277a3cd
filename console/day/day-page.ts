import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { atClock, MINUTE, officeDate, type LocalDate } from '../../shared/kit/time.ts'
import { isWholeDay } from '../../shared/office/hours.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { DayReport, OpenVisit } from '../../shared/officer/day-report.ts'
import { ticketsOf } from '../../shared/queue/day.ts'
import type { SettleEnd } from '../../shared/queue/leaving.ts'
import { dayText, settleEndText } from '../../shared/text/day.ts'
import { numberText } from '../../shared/text/text.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-state.ts'
import '../../shared/web/ui/ui-tag.ts'
import { DayBefore } from '../manager/day-before.ts'
import { printAlone } from '../print/print.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { counterName } from '../parts/names.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { managerStyles } from '../parts/report-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import './day-paper.ts'
import { dayStyles } from './day-styles.ts'

/** The close of a day: only what has no end, each with its true ends, and the day on one page. */
@customElement('day-page')
export class DayPage extends LitElement {
  static override styles = [baseStyles, paneStyles, fieldStyles, managerStyles, dayStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private date: LocalDate | undefined
  readonly #report = new Fetched<DayReport>(this)
  readonly #before = new DayBefore(this)
  #begun = false
  readonly #act = actOf(() => this.requestUpdate(), { pauses: [] })
  #read = 0

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.#before.want(this.office, this.live.now(), this.#read)
    if (!this.#begun && this.#before.known) this.#begin()
    if (!this.#begun) return
    const params = { office: this.office.id, date: this.#date }
    // Read anew when a visit begins or ends, and else once a minute.
    const open = this.live.day ? [...ticketsOf(this.live.day)].filter(isUnderWay).map(v => `${v.no}${v.state}`) : []
    const key = `${this.#date} ${this.#read} ${open.join(' ')} ${Math.floor(this.live.now() / MINUTE)}`
    this.#report.want(
      key,
      () => ask('GET /api/offices/:office/days/:date', { params }),
      this.#report.value?.date !== this.#date,
    )
  }

  /** Begins on the oldest day that still asks for somebody, which is yesterday, or else on today. */
  #begin(): void {
    this.#begun = true
    this.date ??= this.#before.pending?.date
  }

  get #today(): LocalDate {
    return officeDate(this.live.now(), this.office.zone)
  }

  get #date(): LocalDate {
    return this.date ?? this.#today
  }

  protected override render() {
    const { value, error } = this.#report
    const { zone } = this.office
    const date = dateText(atClock(this.#date, '12:00', zone), zone, lang())
    return html`<div class="head">
        <div>
          <h1>${t(dayText.title, { date })}</h1>
          <p>
            ${value ? this.#doors(value) : nothing}
            ${
              value && value.open.length > 0
                ? html`<ui-tag tone="warn">${t(dayText['open.count'], { n: count(value.open.length) })}</ui-tag>`
                : nothing
            }
          </p>
        </div>
        <div class="filters">
          <label class="field"
            ><span>${t(dayText.choose)}</span
            ><input
              type="date"
              .value=${this.#date}
              max=${this.#today}
              @change=${(e: Event) => this.#choose((e.target as HTMLInputElement).value)}
          /></label>
          ${
            this.date === undefined
              ? nothing
              : html`<ui-button @click=${() => this.#choose(this.#today)}>${t(dayText.today)}</ui-button>`
          }
          <ui-button ?disabled=${!value} @click=${() => void this.#print()}>${t(dayText.print)}</ui-button>
          ${
            value?.closable
              ? html`<ui-button variant="primary" ?busy=${this.#act.busy('close')} @click=${() => void this.#close()}
                  >${t(dayText.close)}</ui-button
                >`
              : nothing
          }
        </div>
      </div>
      ${this.#elsewhere()}
      ${
        this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`
      }
      ${
        error
          ? html`<ui-state kind="error" @retry=${() => this.#report.retry()}>${sentenceOf(error)}</ui-state>`
          : value
            ? html`<div class="two">
                ${this.#open(value)}<day-paper
                  .office=${this.office}
                  .report=${value}
                  .printer=${this.#printer()}
                ></day-paper>
              </div>`
            : html`<ui-state></ui-state>`
      }`
  }

  /** From today back to the day before that still asks for somebody; from any other day to today. */
  #elsewhere() {
    const { pending } = this.#before
    if (this.date !== undefined || !pending) return nothing
    const { zone } = this.office
    const date = dateText(atClock(pending.date, '12:00', zone), zone, lang())
    const n = pending.open.length
    return html`<ui-banner tone="attention"
      >${t(dayText[n > 0 ? 'before.open' : 'before.unclosed'], { date, n: count(n) })}<ui-button
        slot="action"
        size="s"
        @click=${() => this.#choose(pending.date)}
        >${t(dayText['before.act'])}</ui-button
      ></ui-banner
    >`
  }

  #open(report: DayReport) {
    const { open, sheet, closed, closable } = report
    const { waiting } = sheet
    // Nobody is asked while the doors are open.
    const asked = report.doors !== null && this.live.now() >= report.doors.to
    return html`<section class="pane" aria-labelledby="open">
      <h2 id="open">${t(dayText['open.title'])}</h2>
      ${waiting > 0 ? html`<p class="note">${t(dayText.waiting, { n: count(waiting) })}</p>` : nothing}
      ${
        open.length === 0
          ? html`<ui-state kind="empty" heading=${t(dayText['open.none'])}>${t(dayText['open.none.why'])}</ui-state>`
          : html`<ul class="open">
              ${open.map(visit => this.#visit(visit, asked))}
            </ul>`
      }
      ${closed ? html`<p class="note">${t(dayText.by, { by: closed.by ?? '', at: this.#time(closed.at) })}</p>` : nothing}
      ${closable ? html`<p class="note">${t(dayText.later)}</p>` : nothing}
    </section>`
  }

  #visit(visit: OpenVisit, asked: boolean) {
    const { number, state, since, counterId, calls, answered, attended, ends } = visit
    const words = dayText[`open.${state as 'serving' | 'called' | 'parked'}`]
    const counter = counterId === null ? '' : counterName(this.office, counterId)
    // While its officer is there the end is the officer's to say; after the day anybody who leads says it.
    const waits = attended && this.#date === this.#today
    return html`<li>
      <p>
        <b>${number}</b> ${t(words, { counter, at: this.#time(since), calls: count(calls) })}
        ${
          asked
            ? html`<ui-tag tone=${answered ? 'go' : 'warn'}
                >${t(dayText[answered ? 'open.answered' : 'open.asked'])}</ui-tag
              >`
            : nothing
        }
      </p>
      ${
        waits
          ? html`<p class="note">${t(dayText['open.wait'])}</p>`
          : html`<div class="acts">
              ${ends.map(
                end =>
                  html`<ui-button
                    size="s"
                    ?busy=${this.#act.busy([end, visit.ticketId])}
                    @click=${() => void this.#settle(visit, end)}
                    >${t(settleEndText[end])}</ui-button
                  >`,
              )}
            </div>`
      }
    </li>`
  }

  #choose(date: LocalDate): void {
    if (date !== '' && date <= this.#today) this.date = date === this.#today ? undefined : date
  }

  async #settle({ ticketId }: OpenVisit, end: SettleEnd): Promise<void> {
    const params = { office: this.office.id, ticket: ticketId }
    await this.#act.run([end, ticketId], key =>
      ask('POST /api/offices/:office/tickets/:ticket/settle', { params, body: { end } }, key),
    )
    this.#again()
  }

  async #close(): Promise<void> {
    const params = { office: this.office.id, date: this.#date }
    await this.#act.run('close', key => ask('POST /api/offices/:office/days/:date/close', { params }, key))
    this.#again()
  }

  /** Also after a no: somebody may have done it in another window. */
  #again(): void {
    this.#read++
    this.requestUpdate()
  }

  async #print(): Promise<void> {
    const paper = document.createElement('day-paper')
    paper.office = this.office
    paper.report = this.#report.value!
    paper.printer = this.#printer()
    await printAlone(paper, 'A4')
  }

  /** Who prints, and when. */
  #printer() {
    return { name: this.staff.name, at: this.live.now() }
  }

  #doors({ doors }: DayReport): string {
    if (!doors) return t(dayText.shut)
    return isWholeDay(doors) ? t(dayText.always) : t(dayText.doors, { at: this.#time(doors.to) })
  }

  #time(at: number): string {
    return timeText(at, this.office.zone, lang())
  }
}

const count = (n: number) => numberText(n, lang())

function isUnderWay({ state }: { readonly state: string }): boolean {
  return state === 'serving' || state === 'called' || state === 'parked'
}

declare global {
  interface HTMLElementTagNameMap {
    'day-page': DayPage
  }
}
