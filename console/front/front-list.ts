import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import type { Estimates } from '../../shared/queue/estimate/estimate.ts'
import { isLost } from '../../shared/queue/lost-time.ts'
import { mayStillCome } from '../../shared/queue/opening.ts'
import { deskMayCancel } from '../../shared/queue/states.ts'
import { bookingStateText, frontText } from '../../shared/text/front-desk.ts'
import { timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { codeOf } from '../../shared/web/client.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-dialog.ts'
import '../../shared/web/ui/ui-number.ts'
import '../../shared/web/ui/ui-tag.ts'
import { ask } from '../parts/ask.ts'
import { bookingRows, bookingsKey, FILTERS, isNamed, isOf, type BookingRow, type Filter } from '../parts/bookings.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { lineStyles } from '../parts/line-styles.ts'
import { listStyles } from './front-list-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { walkIns } from './walk-ins.ts'

type Opened = Reply<'POST /api/offices/:office/bookings/:ticket/open'>

/** The bookings of today with their names, masked until they are opened, and their states, late ones marked. */
@customElement('front-list')
export class FrontList extends LitElement {
  static override styles = [baseStyles, lineStyles, listStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) day: QueueDay | undefined
  @property({ type: Number }) now: Instant = 0
  /** When those who wait are expected to be called. */
  @property({ attribute: false }) estimates: Estimates | undefined
  /** May cancel a booking and put a missed one back. */
  @property({ type: Boolean }) mayChange = false
  /** May open a name. */
  @property({ type: Boolean }) mayOpen = false
  @state() private typed = ''
  @state() private filter: Filter = 'all'
  @state() private asking: BookingRow | undefined
  /** The booking whose name is to be opened, and those that this page has opened, by ticket. */
  @state() private opening: BookingRow | undefined
  @state() private opened: ReadonlyMap<string, Opened> = new Map()
  @state() private said = ''
  #heard = ''
  readonly #bookings = new Fetched<Reply<'GET /api/offices/:office/bookings'>>(this)
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { day, office } = this
    if (!day) return
    const key = bookingsKey(day)
    // What happens to bookings is heard from the server, so it is no longer out of reach.
    if (key !== this.#heard && codeOf(this.#act.error) === 'UNREACHABLE') this.#act.rest()
    this.#heard = key
    this.#bookings.want(key, () =>
      ask('GET /api/offices/:office/bookings', { params: { office: office.id }, query: { date: day.date } }),
    )
  }

  protected override render() {
    const rows = this.day ? bookingRows(this.#bookings.value?.bookings ?? [], this.day, this.now) : []
    return html`<header>
        <h2>${t(frontText['list.title'])}</h2>
        <label class="find"
          ><span class="vh">${t(frontText['list.search'])}</span
          ><input
            type="search"
            autocomplete="off"
            placeholder=${t(frontText['list.search'])}
            .value=${this.typed}
            @input=${(e: Event) => (this.typed = (e.target as HTMLInputElement).value)}
        /></label>
      </header>
      <div class="views" role="group" aria-label=${t(frontText['list.filter'])}>
        ${FILTERS.map(
          filter =>
            html`<ui-button size="s" .pressed=${this.filter === filter} @click=${() => (this.filter = filter)}
              >${t(frontText[`list.${filter}`], { n: rows.filter(r => isOf(r, filter)).length })}</ui-button
            >`,
        )}
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${t(frontText['list.title'])}>
        ${whenRead(this.#bookings, () => this.#body(rows))}
      </div>
      <div role="status">
        ${this.said ? html`<p class="note">${this.said}</p>` : nothing}
        ${this.#act.error ? this.#refusal(this.#act.error) : nothing}
      </div>
      ${this.#dialog()} ${this.#openDialog()}`
  }

  #refusal(error: unknown) {
    return html`<ui-banner tone="bad"
      >${sentenceOf(error)}<ui-button slot="action" size="s" @click=${() => this.#act.rest()}
        >${t(frontText['list.close'])}</ui-button
      ></ui-banner
    >`
  }

  #body(rows: readonly BookingRow[]) {
    const shown = rows.filter(r => isOf(r, this.filter) && isNamed(r, this.typed))
    const { office, day, estimates, now, typed } = this
    const hall = day && typed.trim() !== '' ? walkIns({ office, day, estimates, now }, typed) : nothing
    if (shown.length === 0 && hall !== nothing) return hall
    if (shown.length === 0) {
      const key = typed.trim() !== '' ? 'list.noneFound' : rows.length === 0 ? 'list.none' : 'list.noneHere'
      return html`<p class="none soft">${t(frontText[key])}</p>`
    }
    return html`${hall}
      <table>
        <thead>
          <tr>
            <th scope="col">${t(frontText['list.number'])}</th>
            <th scope="col">${t(frontText['list.time'])}</th>
            <th scope="col">${t(frontText['list.name'])}</th>
            <th scope="col">${t(frontText['list.state'])}</th>
            ${this.mayChange ? html`<th><span class="vh">${t(frontText['list.act'])}</span></th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${shown.map(row => this.#row(row))}
        </tbody>
      </table>`
  }

  #row(row: BookingRow) {
    const { booking, ticket, state, lateBy } = row
    const start = (ticket?.slot ?? booking.slot)?.start
    return html`<tr class=${state === 'cancelled' ? 'over cancelled' : state === 'done' ? 'over' : ''}>
      <td><ui-number value=${booking.number}></ui-number></td>
      <td class="due">${start === undefined ? '–' : timeText(start, this.office.zone, lang())}</td>
      <td>
        ${this.#name(row)}${
          booking.priority ? html` <ui-tag tone="go">${t(frontText['list.priority'])}</ui-tag>` : nothing
        }
      </td>
      <td>
        ${
          lateBy === undefined
            ? t(
                row.notYet
                  ? frontText['list.notYet']
                  : ticket && isLost(ticket)
                    ? frontText['list.lost']
                    : bookingStateText[state],
              )
            : html`<ui-tag tone="warn">${t(frontText['list.lateBy'], { n: lateBy })}</ui-tag>${
                  state === 'released' ? html`<small>${t(bookingStateText.released)}</small>` : nothing
                }`
        }
      </td>
      ${this.mayChange ? html`<td class="n">${this.#button(row)}</td>` : nothing}
    </tr>`
  }

  /** Masked until somebody opens it for a reason. */
  #name(row: BookingRow) {
    const { ticketId, number, name } = row.booking
    const known = this.opened.get(ticketId)
    if (known) {
      const phone = known.phoneEnd === null ? '' : t(frontText['list.phone'], { end: known.phoneEnd })
      return html`${known.name ?? t(frontText['list.noName'])}${phone ? html` <small>${phone}</small>` : nothing}`
    }
    if (name === null) return html`<span class="soft">${t(frontText['list.noName'])}</span>`
    if (!this.mayOpen || !mayStillCome(row.state)) return name
    return html`${name}
      <ui-button size="s" label=${t(frontText['list.open.label'], { number })} @click=${() => (this.opening = row)}
        >${t(frontText['list.open'])}</ui-button
      >`
  }

  #button(row: BookingRow) {
    const { number } = row.booking
    if (row.state === 'missed') {
      return html`<ui-button
        size="s"
        ?busy=${this.#act.busy(['return', row.booking.ticketId])}
        label=${t(frontText['list.return.label'], { number })}
        @click=${() => void this.#send(row, 'return')}
        >${t(frontText['list.return'])}</ui-button
      >`
    }
    if (!deskMayCancel(row.state)) return nothing
    return html`<ui-button
      size="s"
      label=${t(frontText['list.cancel.label'], { number })}
      @click=${() => (this.asking = row)}
      >${t(frontText['list.cancel'])}</ui-button
    >`
  }

  #dialog() {
    const { asking } = this
    const close = () => (this.asking = undefined)
    const name = this.opened.get(asking?.booking.ticketId ?? '')?.name ?? asking?.booking.name
    return html`<ui-dialog
      ?open=${asking !== undefined}
      heading=${t(frontText['list.cancel.title'], { number: asking?.booking.number ?? '' })}
      primary=${t(frontText['list.cancel.keep'])}
      secondary=${t(frontText['list.cancel.go'])}
      secondaryVariant="danger"
      ?busy=${this.#act.busy()}
      @primary=${close}
      @dismiss=${close}
      @secondary=${() => asking && void this.#send(asking, 'cancel')}
      >${name ? `${name}. ` : ''}${t(frontText['list.cancel.why'])}</ui-dialog
    >`
  }

  #openDialog() {
    const { opening } = this
    const close = () => (this.opening = undefined)
    return html`<ui-dialog
      ?open=${opening !== undefined}
      heading=${t(frontText['list.open.title'], { number: opening?.booking.number ?? '' })}
      primary=${t(frontText['list.open.leave'])}
      @primary=${close}
      @dismiss=${close}
      >${t(frontText['list.open.why'])}
      <div class="reasons">
        ${(['checkIn', 'help'] as const).map(
          reason =>
            html`<ui-button ?busy=${this.#act.busy()} @click=${() => opening && void this.#open(opening, reason)}
              >${t(frontText[`list.open.${reason}`])}</ui-button
            >`,
        )}
      </div>
    </ui-dialog>`
  }

  async #open({ booking: { ticketId } }: BookingRow, reason: 'checkIn' | 'help'): Promise<void> {
    if (this.#act.busy()) return
    const params = { office: this.office.id, ticket: ticketId }
    const body = { reason }
    const told = await this.#act.run(['open', ticketId, reason], key =>
      ask('POST /api/offices/:office/bookings/:ticket/open', { params, body }, key),
    )
    if (told) this.opened = new Map(this.opened).set(ticketId, told)
    this.opening = undefined
  }

  async #send({ booking: { ticketId, number } }: BookingRow, act: 'cancel' | 'return'): Promise<void> {
    if (this.#act.busy()) return
    this.said = ''
    const params = { office: this.office.id, ticket: ticketId }
    const done = await this.#act.run<object>([act, ticketId], key =>
      act === 'cancel'
        ? ask('POST /api/offices/:office/tickets/:ticket/cancel', { params }, key)
        : ask('POST /api/offices/:office/tickets/:ticket/return', { params }, key),
    )
    if (done) this.said = t(frontText[act === 'cancel' ? 'list.cancelled' : 'in.returned'], { number })
    this.asking = undefined
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'front-list': FrontList
  }
}
