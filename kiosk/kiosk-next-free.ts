import { LitElement, css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Instant } from '../shared/kit/time.ts'
import { nextOpening, type OpeningTable } from '../shared/office/hours.ts'
import type { HallOffice } from '../shared/office/office.ts'
import { kioskText } from '../shared/text/kiosk.ts'
import { nearDateText, timeText } from '../shared/text/ui.ts'
import { call } from '../shared/web/client.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'

const AHEAD_DAYS = 31

/** The next time that can still be booked of a service without a place today; nothing where there is none or it cannot be read. */
@customElement('kiosk-next-free')
export class KioskNextFree extends LitElement {
  static override styles = [
    baseStyles,
    css`
      p {
        margin: var(--s3) 0;
        font-size: var(--t-2xl);
        font-weight: 800;
        line-height: 1.2;
      }
    `,
  ]

  @property({ attribute: false }) office!: Pick<HallOffice, 'id'> & OpeningTable
  @property() service = ''
  /** `null`: looked for, and none can be booked; then it is told when numbers are given again. */
  @state() private at: Instant | null | undefined
  @state() private now: Instant = 0

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service')) void this.#look()
  }

  protected override render() {
    const { zone } = this.office
    if (this.at === null) {
      const opens = nextOpening(this.office, this.now)
      if (opens === undefined) return nothing
      const when = { date: nearDateText(opens, zone, lang(), this.now), time: timeText(opens, zone, lang()) }
      return html`<p>${t(kioskText['req.full.opens'], when)}</p>`
    }
    if (this.at === undefined) return nothing
    const when = { date: nearDateText(this.at, zone, lang(), this.now), time: timeText(this.at, zone, lang()) }
    return html`<p>${t(kioskText['req.full.next'], when)}</p>`
  }

  async #look(): Promise<void> {
    this.at = undefined
    const { service } = this
    const params = { office: this.office.id, service }
    const found = await call('GET /api/offices/:office/services/:service/slots', {
      params,
      query: { days: AHEAD_DAYS },
    }).catch(() => undefined)
    if (service !== this.service || !found) return
    this.now = found.now
    this.at = found.slots.find(slot => slot.free > 0 && slot.start > found.now)?.start ?? null
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-next-free': KioskNextFree
  }
}
