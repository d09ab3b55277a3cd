import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { addDays, atClock, MINUTE, officeDate, type Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { DayReport } from '../../shared/officer/day-report.ts'
import { dayText } from '../../shared/text/day.ts'
import { dateText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'

/** How often it is asked again whether somebody has closed the day. */
const REREAD_MS = 5 * MINUTE

/**
 * Says that yesterday was not closed, with the way to do so; nothing where it was, or nobody can any more. Raises `yesterday`
 * with its date where the day itself is on the page (`here`).
 */
@customElement('manager-yesterday')
export class ManagerYesterday extends LitElement {
  static override styles = baseStyles

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) now: Instant = 0
  @property({ type: Boolean }) here = false
  /** Another number reads anew. */
  @property({ attribute: false }) read = 0
  readonly #report = new Fetched<DayReport>(this)

  constructor() {
    super()
    new LangController(this)
  }

  get #date() {
    return addDays(officeDate(this.now, this.office.zone), -1)
  }

  protected override willUpdate(): void {
    const params = { office: this.office.id, date: this.#date }
    const key = `${params.date} ${this.read} ${Math.floor(this.now / REREAD_MS)}`
    this.#report.want(key, () => ask('GET /api/offices/:office/days/:date', { params }))
  }

  protected override render() {
    const report = this.#report.value
    if (!report?.closable || report.date !== this.#date) return nothing
    const { zone } = this.office
    const date = dateText(atClock(report.date, '12:00', zone), zone, lang())
    const words = t(dayText['yesterday.open'])
    const act = this.here
      ? html`<ui-button slot="action" size="s" @click=${() => emit(this, 'yesterday', report.date)}
          >${words}</ui-button
        >`
      : html`<a slot="action" href="#/hari">${words}</a>`
    return html`<ui-banner tone="attention">${t(dayText.yesterday, { date })}${act}</ui-banner>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'manager-yesterday': ManagerYesterday
  }
}
