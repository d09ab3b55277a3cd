import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { undoableBy } from '../../shared/queue/commands/undo.ts'
import { currentAt, type Counter, type QueueDay } from '../../shared/queue/day.ts'
import { counterOf } from '../../shared/queue/guards.ts'
import { silenceAt } from '../../shared/queue/leaving.ts'
import { deskText } from '../../shared/text/desk.ts'
import { leaveText } from '../../shared/text/leave.ts'
import { timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-key.ts'
import { WindowKeys } from '../../shared/web/window-keys.ts'
import { ask } from '../parts/ask.ts'
import { counterName } from '../parts/names.ts'
import type { StaffView } from '../parts/page.ts'
import { sentenceIn } from '../parts/sentence.ts'
import { bannerListStyles } from './banner-list-styles.ts'
import './takeover-dialog.ts'

/** Yes, ya. */
const HERE = 'Y'

/**
 * Counters at which nobody is, each with the act that frees it, and whether the officer who looks is still at the own one;
 * nothing where all is well.
 */
@customElement('left-counters')
export class LeftCounters extends LitElement {
  static override styles = bannerListStyles

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) day!: QueueDay
  @property({ attribute: false }) now!: Instant
  /** Only the question to the officer who looks, where the counters of others stand elsewhere. */
  @property({ type: Boolean }) own = false
  /** The counter that is taken over. */
  @state() private taking: string | undefined
  readonly #act = actOf(() => this.requestUpdate(), { pauses: [] })

  constructor() {
    super()
    new LangController(this)
    new WindowKeys(this, { down: event => this.#onKey(event), listening: () => this.taking === undefined })
  }

  protected override willUpdate(): void {
    const n = [this.#asked, this.#taken, this.#act.error].filter(it => it !== undefined).length + this.#left.length
    if (n > 0 || this.taking !== undefined) this.setAttribute('filled', String(n))
    else this.removeAttribute('filled')
  }

  protected override render() {
    const own = this.#asked
    const taken = this.#taken
    return html`${
      this.#act.error === undefined
        ? nothing
        : html`<ui-banner tone="bad">${sentenceIn(this.office, this.#act.error)}</ui-banner>`
    }${own ? this.#question(own) : nothing}${taken ? this.#undoing(taken) : nothing}${this.#left.map(counter => this.#row(counter))}${
      this.taking === undefined
        ? nothing
        : html`<takeover-dialog
            .office=${this.office}
            .staff=${this.staff}
            .day=${this.day}
            .counterId=${this.taking}
            @dismiss=${() => (this.taking = undefined)}
          ></takeover-dialog>`
    }`
  }

  get #left(): readonly Counter[] {
    if (this.own) return []
    const left = Object.values(this.day.counters).filter(c => c.leftAt !== undefined && c.officerId !== this.staff.id)
    // Where the list is folded, those at which somebody stands stay in sight.
    const free = (counter: Counter) => Number(counter.current === undefined)
    return left.sort((a, b) => free(a) - free(b))
  }

  /** The own counter, when it asks for its officer. */
  get #asked(): Counter | undefined {
    const own = Object.values(this.day.counters).find(c => c.state !== 'closed' && c.officerId === this.staff.id)
    return own && (own.leftAt !== undefined || silenceAt(this.day, own, this.now) !== undefined) ? own : undefined
  }

  /** The takeover that can still be taken back; whoever sits at a counter sees it there. */
  get #taken() {
    if (counterOf(this.day, this.staff.id)) return undefined
    const it = undoableBy(this.day, `staff:${this.staff.id}`, this.now)
    return it?.last.verb === 'takeOver' ? it : undefined
  }

  #undoing({ counterId, last }: { readonly counterId: string; readonly last: { readonly seq: number } }) {
    const params = { office: this.office.id, counter: counterId }
    const what = ['undo', counterId]
    const undo = () =>
      this.#act.run(what, key =>
        ask('POST /api/offices/:office/counters/:counter/undo', { params, body: { act: last.seq } }, key),
      )
    return html`<ui-banner tone="info"
      ><b>${t(deskText['undone.takeOver'], { counter: counterName(this.office, counterId) })}</b
      ><ui-button slot="action" size="s" ?busy=${this.#act.busy(what)} @click=${() => void undo()}
        >${t(deskText['act.undo'])}</ui-button
      ></ui-banner
    >`
  }

  #question(own: Counter) {
    const words =
      own.leftAt !== undefined ? leaveText.left : own.nudgedAt === undefined ? leaveText.ask : leaveText.nudged
    return html`<ui-banner tone="bad"
      >${t(words, { counter: counterName(this.office, own.id) })}<ui-button
        slot="action"
        size="s"
        shortcut=${HERE}
        ?busy=${this.#act.busy(['mind', own.id])}
        @click=${() => void this.#mind(own)}
        >${t(leaveText.here)}<ui-key>${HERE}</ui-key></ui-button
      ></ui-banner
    >`
  }

  async #mind({ id: counter }: Counter): Promise<void> {
    const params = { office: this.office.id, counter }
    await this.#act.run(['mind', counter], key =>
      ask('POST /api/offices/:office/counters/:counter/mind', { params }, key),
    )
  }

  /** One key answers that the officer is there. */
  #onKey(event: KeyboardEvent): void {
    const own = this.#asked
    if (!own || event.repeat || event.key.toUpperCase() !== HERE) return
    event.preventDefault()
    void this.#mind(own)
  }

  #row(counter: Counter) {
    const ticket = currentAt(this.day, counter.id)
    const at = timeText(counter.leftAt!, this.office.zone, lang())
    return html`<ui-banner tone="bad"
      ><b>${t(leaveText.since, { counter: counterName(this.office, counter.id), at })}.</b> ${
        ticket ? t(leaveText.with, { number: ticket.number }) : t(leaveText.alone)
      }<ui-button slot="action" size="s" @click=${() => (this.taking = counter.id)}
        >${t(leaveText.take)}</ui-button
      ></ui-banner
    >`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'left-counters': LeftCounters
  }
}
