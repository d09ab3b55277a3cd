import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
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

export type Taken = Reply<'POST /api/offices/:office/tickets'>

/** The paper slip of a number taken at the front desk: pure black on white, sizes in mm, and nothing about the person. */
@customElement('walk-slip')
export class WalkSlip extends LitElement {
  static override styles = deskSlipStyles

  @property({ reflect: true }) paper: Paper = '80'
  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) taken!: Taken
  /** Address of the ticket's page. */
  @property() address = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { office, taken } = this
    const { number, serviceId, takenAt, priority } = taken.ticket
    const service = office.services.find(s => s.id === serviceId)
    const time = (at: number) => timeText(at, office.zone, lang())
    return html`<div class="office">
        ${officeMark(office)}<span>${office.name}<br />${office.city}</span>
      </div>
      <p class="label">${t(frontText['walk.label'])}</p>
      <h1 .style=${numberFit(number)}><ui-number .value=${number}></ui-number></h1>
      <p>
        ${service ? t(service.name) : ''}${priority ? html` · ${t(frontText['book.priority'])}` : nothing}<br />${dateText(
          takenAt,
          office.zone,
          lang(),
        )},
        ${time(takenAt)} ${office.zone}
      </p>
      ${taken.visit ? html`<ui-visit .office=${office} .visit=${taken.visit}></ui-visit>` : nothing}
      <dl>
        <div>
          <dt>${t(frontText['walk.ahead'])}</dt>
          <dd>${taken.ahead}</dd>
        </div>
        ${
          taken.range
            ? html`<div>
                <dt>${t(frontText['walk.called'])}</dt>
                <dd>${t(frontText['slip.until'], { from: time(taken.range.from), to: time(taken.range.to) })}</dd>
              </div>`
            : nothing
        }
      </dl>
      <ui-qr .value=${this.address} .label=${t(frontText['given.qr'], { number })}></ui-qr>
      <p><b>${t(frontText['slip.follow'])}</b><br />${t(frontText['walk.how'])}</p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'walk-slip': WalkSlip
  }
}
