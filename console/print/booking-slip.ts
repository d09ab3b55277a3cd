import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MINUTE } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Slot } from '../../shared/queue/day.ts'
import { bringWords, serviceWithCase } from '../../shared/ticket/papers-words.ts'
import type { VisitAhead } from '../../shared/ticket/visits/visit-ahead.ts'
import { frontText } from '../../shared/text/front-desk.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { officeMark } from '../../shared/web/ui/marks.ts'
import { numberFit } from '../../shared/web/ui/slip-styles.ts'
import '../../shared/web/ui/ui-number.ts'
import '../../shared/web/ui/ui-qr.ts'
import '../../shared/web/ui/ui-visit.ts'
import { deskSlipStyles } from './desk-slip-styles.ts'
import type { Paper } from './print.ts'

/** The paper slip of a booking: pure black on white, sizes in mm, and no name, because slips are left lying about. */
@customElement('booking-slip')
export class BookingSlip extends LitElement {
  static override styles = [
    deskSlipStyles,
    css`
      .bring {
        margin-top: 0.7em;
        padding-top: 0.6em;
        border-top: 0.4mm dashed #000;
        text-align: left;
      }
      .bring li {
        padding-left: 1em;
        text-indent: -1em;
      }
      .bring li::before {
        content: '□ ';
      }
    `,
  ]

  @property({ reflect: true }) paper: Paper = '80'
  @property({ attribute: false }) office!: OfficeInfo
  @property() serviceId = ''
  /** What the booking is for, where somebody said. */
  @property() case: string | undefined
  /** The steps of a booking of several services. */
  @property({ attribute: false }) visit: VisitAhead | undefined
  @property() number = ''
  @property({ attribute: false }) booked!: Slot
  /** The booking code, typed at the kiosk beside the number. */
  @property() code = ''
  /** Address of the ticket's page. */
  @property() address = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { office, booked: slot } = this
    const service = office.services.find(s => s.id === this.serviceId)
    const { count, papers, depends } = bringWords(office.services, this, this.visit, lang())
    const time = (at: number) => timeText(at, office.zone, lang())
    const { checkInEarlyMinutes: early, checkInGraceMinutes: grace } = office.booking
    return html`<div class="office">
        ${officeMark(office)}<span>${office.name}<br />${office.city}</span>
      </div>
      <p class="label">${t(frontText['slip.label'])}</p>
      <h1 .style=${numberFit(this.number)}><ui-number .value=${this.number}></ui-number></h1>
      <p>
        ${service ? serviceWithCase(service, this.case, lang()) : ''}<br />${dateText(slot.start, office.zone, lang())}
      </p>
      ${this.visit ? html`<ui-visit .office=${office} .visit=${this.visit}></ui-visit>` : nothing}
      <dl>
        <div>
          <dt>${t(frontText['slip.come'])}</dt>
          <dd>${time(slot.start)} ${office.zone}</dd>
        </div>
        <div>
          <dt>${t(frontText['slip.checkIn'])}</dt>
          <dd>
            ${t(frontText['slip.until'], {
              from: time(slot.start - early * MINUTE),
              to: time(slot.start + grace * MINUTE),
            })}
          </dd>
        </div>
      </dl>
      <ui-qr .value=${this.address} .label=${t(frontText['given.qr'], { number: this.number })}></ui-qr>
      <p><b>${t(frontText['slip.code'], { code: this.code })}</b></p>
      <p><b>${t(frontText['slip.follow'])}</b><br />${t(frontText['slip.how'])}</p>
      ${
        papers.length > 0 || depends
          ? html`<div class="bring">
              <b>${count}</b>
              <ul>
                ${papers.map(paper => html`<li>${paper.line}</li>`)}
              </ul>
              ${depends ? html`<p>${depends}</p>` : nothing}
            </div>`
          : nothing
      }`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'booking-slip': BookingSlip
  }
}
