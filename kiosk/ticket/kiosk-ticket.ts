import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Instant } from '../../shared/kit/time.ts'
import type { HallOffice } from '../../shared/office/office.ts'
import { checkInText } from '../../shared/text/kiosk-check-in.ts'
import { serviceWithCase } from '../../shared/ticket/papers-words.ts'
import { kioskText } from '../../shared/text/kiosk.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import { numberFit } from '../../shared/web/ui/slip-styles.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-number.ts'
import '../../shared/web/ui/ui-qr.ts'
import '../../shared/web/ui/ui-range.ts'
import '../../shared/web/ui/ui-ticket.ts'
import '../../shared/web/ui/ui-visit.ts'
import { actStyles } from '../parts/act-styles.ts'
import type { Taken, Wish } from '../parts/flow.ts'
import { peopleText, rangeText } from '../parts/sentences.ts'
import { marksOf, type Card } from '../parts/services.ts'
import { ticketStyles } from './ticket-styles.ts'

/** The number, when it will be called, and how to follow it; complete without paper. */
@customElement('kiosk-ticket')
export class KioskTicket extends LitElement {
  static override styles = [baseStyles, actStyles, ticketStyles]

  @property({ attribute: false }) taken!: Taken
  @property({ attribute: false }) card!: Card
  @property({ attribute: false }) office!: HallOffice
  /** What a checked-in citizen must know besides; empty for a walk-in. */
  @property() arrival = ''
  /** Absolute address of the ticket's live page. */
  @property() address = ''
  @property({ type: Boolean }) printing = false
  @property({ type: Number }) now: Instant = 0
  /** Seconds until the page gives way, of how many. */
  @property({ type: Number }) left = 0
  @property({ type: Number }) of = 1

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { visit } = this.taken
    const body = ['body', ...(this.arrival ? ['arrived'] : []), ...(visit ? ['stepped'] : [])].join(' ')
    return html`<div class=${body}>
        ${this.#ticket()}
        <div class="col">${this.#paper()}${this.#scan()}${visit ? nothing : this.#steps()}</div>
      </div>
      <div class="act">
        <ui-button @click=${() => this.#wish({ do: 'reset' })}
          >${icon('plus')}${t(kioskText['ticket.other'])}</ui-button
        >
        <ui-button variant="primary" @click=${() => this.#wish({ do: 'reset' })}
          ><span>${t(kioskText['ticket.done'])}</span
          ><small aria-hidden="true">${t(kioskText['ticket.back'], { n: this.left })}</small></ui-button
        >
        <div class="left" aria-hidden="true">
          <i .style=${`--left: ${((100 * this.left) / this.of).toFixed(1)}%`}></i>
        </div>
      </div>`
  }

  #ticket() {
    const { ticket, ahead, range, visit } = this.taken
    const lane = t(kioskText[ticket.priority ? 'ticket.priority' : 'ticket.general'])
    const counters = visit ? marksOf(this.office, visit.steps[0]?.counters ?? []) : this.card.counters
    return html`<ui-ticket>
      <div slot="face" class="face">
        <p class="label">
          ${this.arrival ? html`${icon('check')}${t(checkInText['done.title'])}` : t(kioskText['ticket.title'])}
        </p>
        <h1 tabindex="-1" .style=${numberFit(ticket.number)}><ui-number .value=${ticket.number}></ui-number></h1>
        <p class="what">${serviceWithCase(this.card.service, ticket.case, lang())} · ${lane}</p>
        ${this.arrival ? html`<p class="arrival">${this.arrival}</p>` : nothing}
        ${visit ? html`<ui-visit .office=${this.office} .visit=${visit}></ui-visit>` : nothing}
      </div>
      <div slot="inside">
        <dl>
          <div>
            <dt>${t(kioskText['ticket.ahead'])}</dt>
            <dd>${peopleText(ahead)}</dd>
          </div>
          <div>
            <dt>${t(kioskText['ticket.range'])}</dt>
            <dd>${rangeText(range, ticket.takenAt, this.office.zone)}</dd>
          </div>
          ${
            counters.length > 0
              ? html`<div>
                  <dt>${t(kioskText['ticket.loket'])}</dt>
                  <dd>${counters.join(', ')}</dd>
                </div>`
              : nothing
          }
        </dl>
        <ui-range .now=${ticket.takenAt} .from=${range?.from} .to=${range?.to} .zone=${this.office.zone}></ui-range>
      </div>
    </ui-ticket>`
  }

  #paper() {
    if (this.printing)
      return html`<div class="paper" role="status">
        ${icon('printer')}
        <span>${t(kioskText['ticket.printing'])}<small>${t(kioskText['ticket.printing.hint'])}</small></span>
        <span class="arrow">${icon('download')}</span>
      </div>`
    return html`<ui-button class="print" layout="start" @click=${() => this.#wish({ do: 'print' })}>
      ${icon('printer')}<span>${t(kioskText['ticket.print'])}<small>${t(kioskText['ticket.print.hint'])}</small></span>
    </ui-button>`
  }

  #scan() {
    return html`<section class="scan" aria-labelledby="follow">
      <ui-qr .value=${this.address} .label=${t(kioskText['ticket.qr'], { number: this.taken.ticket.number })}></ui-qr>
      <div>
        <h2 id="follow">${t(kioskText['ticket.follow'])}</h2>
        <p>${t(kioskText['ticket.scan'])}</p>
      </div>
    </section>`
  }

  #steps() {
    const steps = [kioskText['ticket.step1'], kioskText['ticket.step2'], kioskText['ticket.step3']]
    const number = this.taken.ticket.number
    return html`<ol aria-label=${t(kioskText['ticket.steps'])}>
      ${steps.map((words, i) => html`<li><span aria-hidden="true">${i + 1}</span>${t(words, { number })}</li>`)}
    </ol>`
  }

  #wish(wish: Wish): void {
    emit(this, 'wish', wish)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-ticket': KioskTicket
  }
}
