import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { atClock, isDate, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { ClockReason } from '../../shared/officer/clock/clock-marks.ts'
import { clockText as words } from '../../shared/text/clock.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-state.ts'
import '../../shared/web/ui/ui-table.ts'
import { NEWS_CHANGED, ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { minutesOf } from '../parts/report-format.ts'
import { sentenceOf } from '../parts/sentence.ts'

type Visits = Reply<'GET /api/me/visits'>
type Visit = Visits['visits'][number]

const REASONS: readonly ClockReason[] = ['lateFinish', 'lateStart', 'early', 'wrongVisit']
const COLUMNS = ['number', 'service', 'from', 'to', 'minutes', 'act'] as const

/** The own visits of a day, whose clock their officer may mark as wrong; a mark is taken back by the same button. */
@customElement('record-visits')
export class RecordVisits extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    fieldStyles,
    css`
      :host {
        display: block;
      }
      .field {
        margin: 0.5rem 0;
      }
      .why {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        align-items: center;
        margin: 0.5rem 0;
      }
      .why b {
        flex-basis: 100%;
      }
      ui-table,
      ui-state {
        margin-top: 0.5rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property() today: LocalDate = ''
  /** The date to begin with, such as one that a daily report names; any other text is today. */
  @property() start = ''
  @state() private date: LocalDate | undefined
  /** The visit whose reason is asked for. */
  @state() private asked: Visit | undefined
  readonly #visits = new Fetched<Visits>(this)
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  get #day(): LocalDate {
    return this.date ?? (isDate(this.start) && this.start <= this.today ? this.start : this.today)
  }

  protected override willUpdate(): void {
    const date = this.#day
    this.#visits.want(date, () => ask('GET /api/me/visits', { query: { date } }), true)
  }

  protected override render() {
    const { value, error } = this.#visits
    return html`<section class="pane" aria-labelledby="clocks">
      <h2 id="clocks">${t(words.title)}</h2>
      <label class="field">
        <span>${t(words.date)}</span>
        <input
          type="date"
          max=${this.today}
          .value=${this.#day}
          @change=${(e: Event) => this.#show((e.target as HTMLInputElement).value)}
        />
      </label>
      ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
      ${
        error
          ? html`<ui-state kind="error" @retry=${() => this.#visits.retry()}>${sentenceOf(error)}</ui-state>`
          : value
            ? this.#list(value)
            : html`<ui-state></ui-state>`
      }
    </section>`
  }

  /** Whoever followed the link of a day sees that day. */
  protected override firstUpdated(): void {
    if (this.start !== '') this.scrollIntoView()
  }

  #show(date: string): void {
    this.asked = undefined
    if (date !== '' && date <= this.today) this.date = date
  }

  #list({ visits, until }: Visits) {
    if (visits.length === 0) return html`<ui-state kind="empty" heading=${t(words.none)}></ui-state>`
    const { zone } = this.office
    const open = this.today <= until
    const lead = open ? t(words.lead, { until: dateText(atClock(until, '12:00', zone), zone, lang()) }) : t(words.late)
    return html`<p class="note">${lead}</p>
      ${this.asked === undefined ? nothing : this.#reasons(this.asked)}
      <ui-table
        cards
        caption="${t(words.title)}, ${this.#day}"
        .columns=${COLUMNS.map(key => ({ key, label: t(words[key]), numeric: key === 'minutes' }))}
        .rows=${visits.map(v => ({ id: String(v.seq), cells: this.#cells(v, open) }))}
      ></ui-table>`
  }

  #cells(visit: Visit, open: boolean) {
    const { number, serviceId, startedAt, endedAt, mark } = visit
    const service = this.office.services.find(s => s.id === serviceId)
    const time = (at: number) => timeText(at, this.office.zone, lang())
    return {
      number: html`<b>${number}</b>`,
      service: service ? t(service.name) : serviceId,
      from: startedAt === null ? '–' : time(startedAt),
      to: time(endedAt),
      minutes: mark ? t(words[mark.reason]) : minutesOf(startedAt === null ? null : endedAt - startedAt, lang()),
      act: !open || startedAt === null ? '' : this.#button(visit),
    }
  }

  #button(visit: Visit) {
    const { mark, number, seq } = visit
    const word = mark ? 'back' : 'mark'
    return html`<ui-button
      size="s"
      ?busy=${this.#act.busy(seq)}
      label=${t(words[`${word}.label`], { number })}
      @click=${() => (mark ? void this.#takeBack(visit, mark.id) : (this.asked = visit))}
      >${t(words[word])}</ui-button
    >`
  }

  #reasons(visit: Visit) {
    return html`<div class="why" role="group" aria-labelledby="why">
      <b id="why">${t(words.why, { number: visit.number })}</b>
      ${REASONS.map(
        reason =>
          html`<ui-button size="s" @click=${() => void this.#mark(visit, reason)}>${t(words[reason])}</ui-button>`,
      )}
      <ui-button size="s" variant="plain" @click=${() => (this.asked = undefined)}>${t(words.cancel)}</ui-button>
    </div>`
  }

  async #mark({ date, seq }: Visit, reason: ClockReason): Promise<void> {
    const asked = { params: { date, seq }, body: { reason } }
    const done = await this.#act.run([seq, reason], key => ask('POST /api/me/visits/:date/:seq/clock', asked, key))
    if (!done) return
    this.asked = undefined
    this.#changed()
  }

  async #takeBack({ seq }: Visit, mark: string): Promise<void> {
    const asked = { params: { mark } }
    if (await this.#act.run(seq, () => ask('POST /api/me/clock-marks/:mark/take-back', asked))) this.#changed()
  }

  /** The figures beside it are others now. */
  #changed(): void {
    this.#visits.retry()
    this.dispatchEvent(new CustomEvent('clocks', { bubbles: true, composed: true }))
    window.dispatchEvent(new Event(NEWS_CHANGED))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'record-visits': RecordVisits
  }
}
