import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { currentAt, type Counter, type QueueDay } from '../../shared/queue/day.ts'
import { counterOf } from '../../shared/queue/guards.ts'
import { leaveText } from '../../shared/text/leave.ts'
import { timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-dialog.ts'
import { ask } from '../parts/ask.ts'
import { BREAKS, leftWaitingText } from '../parts/left-waiting.ts'
import { counterName } from '../parts/names.ts'
import { sentenceOf } from '../parts/sentence.ts'

/** Asks whoever signs out of an open counter what becomes of it. Raises `signout` once that is said, or `dismiss`. */
@customElement('leave-sign-out')
export class LeaveSignOut extends LitElement {
  static override styles = [
    baseStyles,
    css`
      .hand {
        margin-top: 0.6rem;
      }
      .rest {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        align-items: center;
        margin-top: 0.9rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) now: Instant = 0
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
      primary=${t(ticket ? leaveText['out.stay'] : leaveText.cancel)}
      secondary=${t(ticket ? leaveText['out.leave'] : leaveText['out.close'])}
      secondaryVariant=${ticket ? 'default' : 'danger'}
      @primary=${() => emit(this, 'dismiss')}
      @secondary=${() => void this.#end(ticket ? 'leave' : 'close', counter.id)}
      @dismiss=${() => emit(this, 'dismiss')}
    >
      <p>${leftWaitingText(this.office, this.day, counter.id)} ${t(leaveText['out.why'], words)}</p>
      ${ticket ? nothing : html`${this.#breaks(counter)}${this.#hand(counter)}`}
      ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
    </ui-dialog>`
  }

  #hand({ id }: Counter) {
    return html`<p class="hand">
      <ui-button size="s" ?busy=${this.#act.busy(['leave', id])} @click=${() => void this.#end('leave', id)}
        >${t(leaveText['out.leave'])}</ui-button
      >
    </p>`
  }

  /** Who only rests says for how long; the counter keeps its officer until then. */
  #breaks({ id, state, until }: Counter) {
    const at = (time: Instant) => timeText(time, this.office.zone, lang())
    if (state === 'break')
      return until === undefined || until <= this.now
        ? nothing
        : html`<p class="rest">
            <ui-button size="s" @click=${() => emit(this, 'signout')}
              >${t(leaveText['out.rest'], { at: at(until) })}</ui-button
            >
          </p>`
    return html`<p class="rest" role="group" aria-label=${t(leaveText['out.break'])}>
      ${t(leaveText['out.break'])}
      ${BREAKS.map(
        minutes =>
          html`<ui-button
            size="s"
            ?busy=${this.#act.busy(['break', minutes])}
            @click=${() => void this.#rest(id, minutes)}
            >${t(leaveText['out.minutes'], { n: minutes, at: at(this.now + minutes * MINUTE) })}</ui-button
          >`,
      )}
    </p>`
  }

  async #end(act: 'close' | 'leave', counter: string): Promise<void> {
    const params = { office: this.office.id, counter }
    const done = await this.#act.run([act, counter], key =>
      ask(`POST /api/offices/:office/counters/:counter/${act}`, { params }, key),
    )
    if (done) emit(this, 'signout')
  }

  async #rest(counter: string, minutes: number): Promise<void> {
    const params = { office: this.office.id, counter }
    const done = await this.#act.run(['break', minutes], key =>
      ask('POST /api/offices/:office/counters/:counter/break', { params, body: { minutes } }, key),
    )
    if (done) emit(this, 'signout')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'leave-sign-out': LeaveSignOut
  }
}
