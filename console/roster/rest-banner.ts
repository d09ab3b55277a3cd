import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { counterOf } from '../../shared/queue/guards.ts'
import type { Turn } from '../../shared/roster/roster.ts'
import { rosterText } from '../../shared/text/roster.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-banner.ts'
import { bannerListStyles } from '../leave/banner-list-styles.ts'
import { OwnPlan } from './own-plan.ts'
import { turnOf } from './roster-says.ts'

/** Says at the own counter that the break by the plan is due; nobody is sent into it. */
@customElement('rest-banner')
export class RestBanner extends LitElement {
  static override styles = bannerListStyles

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) day: QueueDay | undefined
  @property({ attribute: false }) now: Instant = 0
  @property() staffId = ''
  readonly #plan = new OwnPlan(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.#plan.want(this.now)
    if (this.#due) this.setAttribute('filled', '1')
    else this.removeAttribute('filled')
  }

  get #due(): Turn | undefined {
    const open = this.day && counterOf(this.day, this.staffId)?.state === 'open'
    return open ? this.#plan.restAt(this.office, this.now) : undefined
  }

  protected override render() {
    const rest = this.#due
    return rest ? html`<ui-banner tone="attention">${t(rosterText['desk.rest'], turnOf(rest))}</ui-banner>` : nothing
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rest-banner': RestBanner
  }
}
