import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { officeDate } from '../../shared/kit/time.ts'
import type { HallOffice } from '../../shared/office/office.ts'
import { isUnsure, surePapers } from '../../shared/office/papers.ts'
import { bringUnsure, papersCount, serviceWithCase } from '../../shared/ticket/papers-words.ts'
import { kioskText } from '../../shared/text/kiosk.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { officeMark } from '../../shared/web/ui/marks.ts'
import { numberFit, slipStyles } from '../../shared/web/ui/slip-styles.ts'
import '../../shared/web/ui/ui-number.ts'
import '../../shared/web/ui/ui-qr.ts'
import '../../shared/web/ui/ui-visit.ts'
import type { Taken } from '../parts/flow.ts'
import type { Paper } from './paper.ts'
import { peopleText, rangeText } from '../parts/sentences.ts'
import type { Card } from '../parts/services.ts'

/** The paper slip: pure black on white, because a thermal head prints dots or nothing. Sizes in mm, so no screen scales it. */
@customElement('kiosk-slip')
export class KioskSlip extends LitElement {
  static override styles = [
    baseStyles,
    slipStyles,
    css`
      h1 {
        font-size: calc(6.9em * var(--fit, 1));
      }
      :host([paper='58']) h1 {
        font-size: calc(5em * var(--fit, 1));
      }
      dl {
        grid-template-columns: 1fr 1.5fr;
      }
      dd {
        font-size: 1.5em;
      }
      :host([paper='58']) dd {
        font-size: 1.25em;
      }
      .qr {
        display: grid;
        grid-template-columns: 28mm 1fr;
        align-items: center;
        gap: 0.6em;
        text-align: left;
      }
      :host([paper='58']) .qr {
        grid-template-columns: 32mm;
        justify-content: center;
        text-align: center;
      }
      .qr b {
        display: block;
        font-size: 1.15em;
        font-weight: 800;
      }
      .foot {
        margin-top: 0.7em;
        padding-top: 0.6em;
        border-top: 0.4mm dashed #000;
        font-size: 0.9em;
      }
    `,
  ]

  @property({ reflect: true }) paper: Paper = '80'
  @property({ attribute: false }) office!: HallOffice
  @property({ attribute: false }) taken!: Taken
  @property({ attribute: false }) card!: Card
  /** What a checked-in citizen must know besides; empty for a walk-in. */
  @property() arrival = ''
  @property() address = ''
  /** Name of this kiosk. */
  @property() device = ''
  @property({ type: Boolean }) demo = false

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { office, card, taken } = this
    const { ticket, visit } = taken
    const papers = surePapers(card.service, ticket.case).map(p => t(p.name))
    const unsure = isUnsure(card.service, ticket.case)
    const what = [
      serviceWithCase(card.service, ticket.case, lang()),
      t(kioskText[ticket.priority ? 'ticket.priority' : 'ticket.general']),
    ]
    // The desks of a visit stand below, and its papers are those of all its services: the page of the ticket has them.
    if (card.counters.length > 0 && !visit) what.push(t(kioskText['ticket.at'], { list: card.counters.join(', ') }))
    return html`<div class="office">
        ${officeMark(office)}<span>${office.name}<br />${office.city}</span>
      </div>
      <p class="label">${t(kioskText['ticket.slip'])}</p>
      <h1 .style=${numberFit(ticket.number)}><ui-number .value=${ticket.number}></ui-number></h1>
      <p>${what.join(' · ')}</p>
      ${this.arrival ? html`<p><b>${this.arrival}</b></p>` : ''}
      ${visit ? html`<ui-visit .office=${office} .visit=${visit}></ui-visit>` : ''}
      <dl>
        <div>
          <dt>${t(kioskText['ticket.ahead'])}</dt>
          <dd>${peopleText(taken.ahead)}</dd>
        </div>
        <div>
          <dt>${t(kioskText['ticket.range'])}</dt>
          <dd>${rangeText(taken.range, ticket.takenAt, office.zone)}</dd>
        </div>
      </dl>
      <div class="qr">
        <ui-qr .value=${this.address} .label=${t(kioskText['ticket.qr'], { number: ticket.number })}></ui-qr>
        <div>
          <b>${t(kioskText['ticket.follow'])}</b>
          ${t(kioskText['slip.phone'])}
        </div>
      </div>
      ${
        visit
          ? ''
          : unsure
            ? html`<p class="papers">${bringUnsure(papers, lang())}</p>`
            : papers.length > 0
              ? html`<p class="papers">
                  <b>${papersCount(card.service, ticket.case, lang())}:</b> ${papers.join(', ')}
                </p>`
              : ''
      }
      <p class="foot">
        ${this.#when()}<br />${t(kioskText['slip.missed'], { n: office.rules.returnGraceMinutes })}${
          this.demo ? html`<br />${t(kioskText['note.demo'])}` : ''
        }
      </p>`
  }

  #when(): string {
    const { zone } = this.office
    const at = this.taken.ticket.takenAt
    const year = officeDate(at, zone).slice(0, 4)
    return `${dateText(at, zone, lang())} ${year}, ${timeText(at, zone, lang())} ${zone} · ${this.device}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-slip': KioskSlip
  }
}
