import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Ticket } from '../../shared/queue/day.ts'
import { saysHere } from '../../shared/queue/line.ts'
import { deskText } from '../../shared/text/desk.ts'
import { timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-key.ts'
import '../../shared/web/ui/ui-number.ts'
import { minutesIn, rowReason } from './desk.ts'
import { counterName, numberMatches, serviceOf } from '../parts/names.ts'
import { lineStyles } from '../parts/line-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'

/** The lists, in the order of their digits. */
export const VIEWS = ['waiting', 'parked', 'missed'] as const
export type LineView = (typeof VIEWS)[number]

/** What the officer asks of one ticket in the lists. */
export interface LineAct {
  readonly act: 'pick' | 'resume' | 'return'
  readonly ticket: Ticket
}

/** Who waits for this counter and why in this order; who is put aside; who missed a call. Raises `line` with a LineAct. */
@customElement('desk-line')
export class DeskLine extends LitElement {
  static override styles = [baseStyles, paneStyles, lineStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) waiting: readonly Ticket[] = []
  @property({ attribute: false }) parked: readonly Ticket[] = []
  @property({ attribute: false }) missed: readonly Ticket[] = []
  @property({ type: Number }) now: Instant = 0
  @property() view: LineView = 'waiting'
  /** May call out of order. */
  @property({ type: Boolean }) mayPick = false
  /** The counter can take somebody back now. */
  @property({ type: Boolean }) free = false
  @property({ type: Boolean }) disabled = false
  /** The digits mean something else now. */
  @property({ type: Boolean }) keyless = false
  /** Name of the act under way, `resume:12` for one of this list. */
  @property() busy = ''
  @state() private typed = ''
  @query('input') private field!: HTMLInputElement

  constructor() {
    super()
    new LangController(this)
  }

  /** Puts the caret into the search field. */
  focusSearch(): void {
    this.field.focus()
    this.field.select()
  }

  /** Puts the focus on the first thing to do in the list shown. */
  async focusRows(): Promise<void> {
    await this.updateComplete
    const first = this.renderRoot.querySelector<HTMLElement>('td ui-button:not([disabled])')
    const fallback = this.renderRoot.querySelector<HTMLElement>('.scroll')
    ;(first ?? fallback)?.focus()
  }

  protected override render() {
    return html`<header>
        <h2>${t(deskText['line.title'])}</h2>
        <label class="find">
          <span class="vh">${t(deskText['line.search'])}</span>
          <input
            type="search"
            autocomplete="off"
            aria-keyshortcuts="C"
            placeholder=${t(deskText['line.search'])}
            .value=${this.typed}
            @input=${() => (this.typed = this.field.value)}
            @keydown=${this.#onFieldKey}
          />
          <ui-key>C</ui-key>
        </label>
      </header>
      <div class="views" role="group" aria-label=${t(deskText['line.views'])}>
        ${VIEWS.map((view, place) => this.#tab(view, place + 1))}
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${t(deskText['line.views'])}>${this.#table()}</div>
      <p class="note foot">${this.#note()}</p>`
  }

  #tab(view: LineView, place: number) {
    return html`<ui-button
      size="s"
      .pressed=${!this.typed && this.view === view}
      shortcut=${this.keyless ? '' : place}
      @click=${() => this.#show(view)}
      >${t(deskText[`line.${view}`], { n: this[view].length })}${this.keyless ? nothing : html`<ui-key>${place}</ui-key>`}</ui-button
    >`
  }

  #table() {
    const rows = this.#rows()
    if (rows.length === 0) {
      return html`<p class="none soft" role="status">
        ${this.typed ? t(deskText['line.empty.search']) : t(deskText[`line.empty.${this.view}`])}
      </p>`
    }
    const line = rows.some(ticket => ticket.state === 'waiting')
    const acts = rows.some(r => this.#action(r) !== nothing)
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${t(deskText['line.number'])}</th>
          <th scope="col">${t(deskText['line.because'])}</th>
          ${line ? html`<th scope="col" class="n">${t(deskText['line.due'])}</th>` : nothing}
          <th scope="col" class="n">${t(deskText[line ? 'line.waited' : 'line.since'])}</th>
          ${acts ? html`<th scope="col"><span class="vh">${t(deskText['line.act'])}</span></th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${rows.map(ticket => this.#row(ticket, line, acts))}
      </tbody>
    </table>`
  }

  #row(ticket: Ticket, line: boolean, acts: boolean) {
    const minutes = minutesIn(ticket, this.now)
    const promise = serviceOf(this.office, ticket.serviceId)?.waitPromiseMinutes ?? Infinity
    const past = ticket.state === 'waiting' && minutes > promise
    const next = ticket === this.waiting[0]
    return html`<tr class=${next ? 'next' : ''}>
      <td><ui-number value=${ticket.number}></ui-number></td>
      <td>${this.#reason(ticket)}${this.#here(ticket)}</td>
      ${line ? html`<td class="n due">${ticket.state === 'waiting' ? this.#time(ticket.due) : '–'}</td>` : nothing}
      <td class=${past ? 'n hot' : 'n'}>${t(deskText['line.minutes'], { n: minutes })}</td>
      ${acts ? html`<td class="n">${this.#action(ticket)}</td>` : nothing}
    </tr>`
  }

  #reason(ticket: Ticket): string {
    if (ticket.state === 'waiting') return rowReason(ticket, this.office.zone, lang())
    const counter = counterName(this.office, ticket.counterId ?? '')
    const late = ticket.state === 'missed' && this.now - ticket.since > this.office.rules.returnGraceMinutes * MINUTE
    const key = ticket.state === 'parked' ? 'row.parked' : late ? 'row.missedLate' : 'row.missed'
    return t(deskText[key], { at: this.#time(ticket.since), counter })
  }

  #here(ticket: Ticket) {
    if (!saysHere(ticket) || ticket.hereAt === undefined) return nothing
    return html` <span class="here"
      >${icon('check')}${t(deskText['row.here'], { at: this.#time(ticket.hereAt) })}</span
    >`
  }

  #action(ticket: Ticket) {
    if (ticket.state === 'waiting') {
      const offered = this.mayPick && ticket !== this.waiting[0]
      return offered ? this.#button('pick', ticket, !this.disabled) : nothing
    }
    return ticket.state === 'parked'
      ? this.#button('resume', ticket, !this.disabled && this.free)
      : this.#button('return', ticket, !this.disabled)
  }

  #button(act: LineAct['act'], ticket: Ticket, enabled: boolean) {
    return html`<ui-button
      size="s"
      ?disabled=${!enabled}
      ?busy=${this.busy === `${act}:${ticket.no}`}
      label=${t(deskText[`act.${act}.label`], { number: ticket.number })}
      @click=${() => emit(this, 'line', { act, ticket } satisfies LineAct)}
      >${t(deskText[`act.${act}`])}</ui-button
    >`
  }

  #note(): string {
    const { returnGraceMinutes, returnPlaces } = this.office.rules
    if (this.view === 'missed') {
      return t(deskText['line.returnNote'], { grace: returnGraceMinutes, places: returnPlaces })
    }
    return t(deskText[this.view === 'parked' ? 'line.parkedNote' : 'line.pickNote'])
  }

  #rows(): readonly Ticket[] {
    if (!this.typed) return this[this.view]
    return [...this.waiting, ...this.parked, ...this.missed].filter(ticket => numberMatches(ticket.number, this.typed))
  }

  #show(view: LineView): void {
    this.typed = ''
    emit(this, 'view', view)
  }

  #onFieldKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.typed = ''
      this.field.blur()
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault()
      void this.focusRows()
    }
  }

  #time(at: Instant): string {
    return timeText(at, this.office.zone, lang())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-line': DeskLine
  }
}
