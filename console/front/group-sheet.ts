import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { frontText } from '../../shared/text/front-desk.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-qr.ts'

/** The list of a group on paper: who, which number, when, and the link of each as a code if wanted. */
@customElement('group-sheet')
export class GroupSheet extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        background: #fff;
        color: #000;
        font-size: 11pt;
      }
      h1 {
        font-size: 15pt;
      }
      table {
        width: 100%;
        margin-top: 5mm;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 1.5mm 2mm;
        border-bottom: 0.3mm solid #000;
        text-align: left;
      }
      tr {
        break-inside: avoid;
      }
      td:first-of-type {
        font-weight: 800;
      }
      ui-qr {
        width: 20mm;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property() serviceId = ''
  @property({ attribute: false }) booked: Reply<'POST /api/offices/:office/bookings/group'>['booked'] = []
  @property({ type: Boolean }) codes = false
  /** Where the ticket pages are, for the codes. */
  @property() origin = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const service = this.office.services.find(s => s.id === this.serviceId)
    const { zone } = this.office
    return html`<h1>${this.office.name}</h1>
      <p>${service ? t(service.name) : ''}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${t(frontText['group.number'])}</th>
            <th scope="col">${t(frontText['group.name'])}</th>
            <th scope="col">${t(frontText['group.time'])}</th>
            ${this.codes ? html`<th scope="col">${t(frontText['group.link'])}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${this.booked.map(
            ({ ticket, name, path, code }) =>
              html`<tr>
                <td>${ticket.number}<br />${t(frontText['slip.code'], { code })}</td>
                <td>${name}</td>
                <td>
                  ${dateText(ticket.slot.start, zone, lang())}, ${timeText(ticket.slot.start, zone, lang())} ${zone}
                </td>
                ${
                  this.codes
                    ? html`<td>
                        <ui-qr
                          .value=${this.origin + path}
                          .label=${t(frontText['given.qr'], { number: ticket.number })}
                        ></ui-qr>
                      </td>`
                    : nothing
                }
              </tr>`,
          )}
        </tbody>
      </table>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'group-sheet': GroupSheet
  }
}
