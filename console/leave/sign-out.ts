import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { currentAt, type QueueDay } from '../../shared/queue/day.ts'
import { counterOf } from '../../shared/queue/guards.ts'
import { leaveText } from '../../shared/text/leave.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-dialog.ts'
import { ask } from '../parts/ask.ts'
import { leftWaitingText } from '../parts/left-waiting.ts'
import { counterName } from '../parts/names.ts'
import { sentenceOf } from '../parts/sentence.ts'

/** Asks whoever signs out of an open counter what becomes of it. Raises `signout` once that is said, or `dismiss`. */
@customElement('leave-sign-out')
export class LeaveSignOut extends LitElement {
  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) day!: QueueDay
  @property() staffId = ''
  readonly #act = actOf(() => this.requestUpdate(), { pauses: [] })

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const counter = counterOf(this.day, this.staffId)
    if (!counter) return nothing
    const ticket = currentAt(this.day, counter.id)
    const words = { counter: counterName(this.office, counter.id), number: ticket?.number ?? '' }
    return html`<ui-dialog
      open
      kind="plain"
      heading=${t(ticket ? leaveText['out.serving'] : leaveText['out.open'], words)}
      primary=${t(ticket ? leaveText['out.stay'] : leaveText['out.close'])}
      secondary=${t(leaveText['out.leave'])}
      @primary=${() => (ticket ? emit(this, 'dismiss') : void this.#end('close', counter.id))}
      @secondary=${() => void this.#end('leave', counter.id)}
      @dismiss=${() => emit(this, 'dismiss')}
    >
      <p>${leftWaitingText(this.office, this.day, counter.id)} ${t(leaveText['out.why'], words)}</p>
      ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
    </ui-dialog>`
  }

  async #end(act: 'close' | 'leave', counter: string): Promise<void> {
    const params = { office: this.office.id, counter }
    const done = await this.#act.run([act, counter], key =>
      ask(`POST /api/offices/:office/counters/:counter/${act}`, { params }, key),
    )
    if (done) emit(this, 'signout')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'leave-sign-out': LeaveSignOut
  }
}
