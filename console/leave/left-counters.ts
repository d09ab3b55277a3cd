import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { currentAt, type Counter, type QueueDay } from '../../shared/queue/day.ts'
import {
  silenceAt,
  TAKEOVER_ENDS,
  TAKEOVER_REASONS,
  type TakeoverEnd,
  type TakeoverReason,
} from '../../shared/queue/leaving.ts'
import { leaveText, takeoverEndText, takeoverReasonText } from '../../shared/text/leave.ts'
import { timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-dialog.ts'
import { ask } from '../parts/ask.ts'
import { counterName } from '../parts/names.ts'
import type { StaffView } from '../parts/page.ts'
import { sentenceOf } from '../parts/sentence.ts'

/**
 * Counters at which nobody is, each with the act that frees it, and whether the officer who looks is still at the own one;
 * nothing where all is well.
 */
@customElement('left-counters')
export class LeftCounters extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }
      :host(:not([filled])) {
        display: none;
      }
      fieldset {
        border: 0;
        padding: 0;
        margin: 0.9rem 0 0;
        display: grid;
        gap: 0.2rem;
      }
      fieldset.chips {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2rem 1rem;
      }
      legend {
        font-weight: 700;
        margin-bottom: 0.3rem;
      }
      label {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        min-height: 44px;
      }
      .note {
        display: grid;
        gap: 0.3rem;
        margin-top: 0.9rem;
      }
      .note input {
        font: inherit;
        min-height: 44px;
        padding: 0 0.7rem;
        color: inherit;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--r-m);
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) day!: QueueDay
  @property({ attribute: false }) now!: Instant
  @state() private taking:
    { readonly counterId: string; readonly ticketId: string | null; readonly number: string } | undefined
  @state() private end: TakeoverEnd = 'back'
  @state() private reason: TakeoverReason = 'ill'
  @query('input[name=note]') private note!: HTMLInputElement | null
  readonly #act = actOf(() => this.requestUpdate(), { pauses: [] })

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.toggleAttribute('filled', this.#left.length > 0 || this.#own !== undefined || this.taking !== undefined)
  }

  protected override render() {
    const own = this.#own
    return html`${own ? this.#question(own) : nothing}${this.#left.map(counter => this.#row(counter))}${
      this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`
    }${this.taking ? this.#dialog(this.taking) : nothing}`
  }

  get #left(): readonly Counter[] {
    return Object.values(this.day.counters).filter(c => c.leftAt !== undefined && c.officerId !== this.staff.id)
  }

  /** The own counter, when it asks for its officer. */
  get #own(): Counter | undefined {
    const own = Object.values(this.day.counters).find(c => c.state !== 'closed' && c.officerId === this.staff.id)
    return own && (own.leftAt !== undefined || silenceAt(this.day, own, this.now) !== undefined) ? own : undefined
  }

  #question(own: Counter) {
    const words = own.leftAt === undefined ? leaveText.ask : leaveText.left
    const params = { office: this.office.id, counter: own.id }
    const here = () =>
      this.#act.run(['mind', own.id], key => ask('POST /api/offices/:office/counters/:counter/mind', { params }, key))
    return html`<ui-banner tone="bad"
      >${t(words, { counter: counterName(this.office, own.id) })}<ui-button
        slot="action"
        size="s"
        ?busy=${this.#act.busy(['mind', own.id])}
        @click=${() => void here()}
        >${t(leaveText.here)}</ui-button
      ></ui-banner
    >`
  }

  #row(counter: Counter) {
    const ticket = currentAt(this.day, counter.id)
    const at = timeText(counter.leftAt!, this.office.zone, lang())
    const take = () => {
      this.end = this.staff.permissions.includes('queue.call') ? 'continue' : 'back'
      this.taking = { counterId: counter.id, ticketId: ticket?.id ?? null, number: ticket?.number ?? '' }
    }
    return html`<ui-banner tone="bad"
      ><b>${t(leaveText.since, { counter: counterName(this.office, counter.id), at })}.</b> ${
        ticket ? t(leaveText.with, { number: ticket.number }) : t(leaveText.alone)
      }<ui-button slot="action" size="s" @click=${take}>${t(leaveText.take)}</ui-button></ui-banner
    >`
  }

  #dialog({ counterId, ticketId, number }: NonNullable<LeftCounters['taking']>) {
    const mayServe = this.staff.permissions.includes('queue.call')
    const ends = TAKEOVER_ENDS.filter(end => end !== 'continue' || mayServe)
    return html`<ui-dialog
      open
      kind="plain"
      heading=${t(leaveText.dialog, { counter: counterName(this.office, counterId) })}
      primary=${t(leaveText.take)}
      secondary=${t(leaveText.cancel)}
      @primary=${() => void this.#take()}
      @secondary=${() => (this.taking = undefined)}
      @dismiss=${() => (this.taking = undefined)}
    >
      ${
        ticketId === null
          ? nothing
          : html`<fieldset>
              <legend>${t(leaveText.ends, { number })}</legend>
              ${ends.map(end => this.#radio('end', end, t(takeoverEndText[end]), this.end === end, () => (this.end = end)))}
            </fieldset>`
      }
      <fieldset class="chips">
        <legend>${t(leaveText.reasons)}</legend>
        ${TAKEOVER_REASONS.map(reason =>
          this.#radio(
            'reason',
            reason,
            t(takeoverReasonText[reason]),
            this.reason === reason,
            () => (this.reason = reason),
          ),
        )}
      </fieldset>
      <label class="note">${t(leaveText.note)}<input name="note" maxlength="200" autocomplete="off" /></label>
      <p class="soft">${t(leaveText.seen)}</p>
    </ui-dialog>`
  }

  #radio(name: string, value: string, words: string, checked: boolean, choose: () => void) {
    return html`<label
      ><input type="radio" name=${name} value=${value} .checked=${checked} @change=${choose} />${words}</label
    >`
  }

  async #take(): Promise<void> {
    const taking = this.taking
    if (!taking) return
    const { counterId, ticketId } = taking
    const params = { office: this.office.id, counter: counterId }
    const note = this.note?.value.trim()
    const body = { reason: this.reason, end: this.end, ticketId, ...(note ? { note } : {}) }
    await this.#act.run(['take', counterId], key =>
      ask('POST /api/offices/:office/counters/:counter/take-over', { params, body }, key),
    )
    this.taking = undefined
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'left-counters': LeftCounters
  }
}
