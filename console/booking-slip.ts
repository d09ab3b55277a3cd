import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MINUTE } from '../shared/kit/time.ts'
import type { OfficeInfo } from '../shared/office/office.ts'
import type { Slot } from '../shared/queue/day.ts'
import { frontText } from '../shared/text/front-desk.ts'
import { dateText, timeText } from '../shared/text/ui.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { mark } from '../shared/web/ui/marks.ts'
import '../shared/web/ui/ui-number.ts'
import '../shared/web/ui/ui-qr.ts'
import type { Paper } from './print.ts'

/** The paper slip of a booking: pure black on white, sizes in mm, and no name, because slips are left lying about. */
@customElement('booking-slip')
export class BookingSlip extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        --u: 3mm;
        --mark-body: #000;
        --mark-stroke: #fff;
        --call: #fff;
        display: block;
        width: 72mm;
        margin: 0 auto;
        padding: 3mm 1mm 2mm;
        background: #fff;
        color: #000;
        font-size: var(--u);
        font-weight: 600;
        line-height: 1.3;
        text-align: center;
        print-color-adjust: exact;
        -webkit-print-color-adjust: exact;
      }
      :host([paper='58']) {
        --u: 2.7mm;
        width: 48mm;
        padding-inline: 0.5mm;
      }
      .mark {
        flex: none;
        width: 2.4em;
        height: 2.4em;
      }
      .office {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 0.6em;
        padding-bottom: 0.7em;
        border-bottom: 0.4mm solid #000;
        font-size: 0.95em;
        line-height: 1.2;
        text-align: left;
      }
      .label {
        margin-top: 0.6em;
        font-size: 1.1em;
      }
      h1 {
        margin: 0.05em 0;
        font-size: 6.2em;
        font-weight: 800;
        line-height: 0.95;
      }
      :host([paper='58']) h1 {
        font-size: 4.6em;
      }
      dl {
        display: grid;
        grid-template-columns: 1fr 1fr;
        margin: 0.7em 0;
        border: 0.4mm solid #000;
      }
      dl div {
        padding: 0.4em 0.2em;
      }
      dl div + div {
        border-left: 0.4mm solid #000;
      }
      dt {
        font-size: 0.85em;
      }
      dd {
        font-size: 1.3em;
        font-weight: 800;
        letter-spacing: -0.02em;
        line-height: 1.2;
      }
      ui-qr {
        width: 30mm;
        margin: 0 auto;
        border-radius: 0;
      }
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
  @property() number = ''
  @property({ attribute: false }) booked!: Slot
  /** Address of the ticket's page. */
  @property() address = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { office, booked: slot } = this
    const service = office.services.find(s => s.id === this.serviceId)
    const time = (at: number) => timeText(at, office.zone, lang())
    const { checkInEarlyMinutes: early, checkInGraceMinutes: grace } = office.booking
    return html`<div class="office">
        ${mark()}<span>${office.name}<br />${office.city}</span>
      </div>
      <p class="label">${t(frontText['slip.label'])}</p>
      <h1><ui-number .value=${this.number}></ui-number></h1>
      <p>${service ? t(service.name) : ''}<br />${dateText(slot.start, office.zone, lang())}</p>
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
      <p><b>${t(frontText['slip.follow'])}</b><br />${t(frontText['slip.how'])}</p>
      ${
        service && service.requirements.length > 0
          ? html`<div class="bring">
              <b>${t(frontText['given.bring'])}</b>
              <ul>
                ${service.requirements.map(paper => html`<li>${t(paper)}</li>`)}
              </ul>
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
