import { LitElement, css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { currentAt, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import { TAKEOVER_ENDS, TAKEOVER_REASONS, type TakeoverEnd, type TakeoverReason } from '../../shared/queue/leaving.ts'
import { leaveText, takeoverDeedText, takeoverEndText, takeoverReasonText } from '../../shared/text/leave.ts'
import { timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-dialog.ts'
import { KeptForm } from '../kept/kept-form.ts'
import { ask } from '../parts/ask.ts'
import { counterName } from '../parts/names.ts'
import type { StaffView } from '../parts/page.ts'
import { sentenceIn } from '../parts/sentence.ts'

/** Takes a counter over with the ticket that stands there: what becomes of it, and why, on record. Raises `dismiss` once done or left. */
@customElement('takeover-dialog')
export class TakeoverDialog extends LitElement {
  static override styles = [
    baseStyles,
    css`
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
      .first,
      .soft {
        margin-top: 0.9rem;
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
  @property({ attribute: false }) counterId = ''
  @state() private end: TakeoverEnd | undefined
  @state() private reason: TakeoverReason | undefined
  @state() private note = ''
  /** When a question was seen to stand, so that its answer is told. */
  #askedAt = Infinity
  /** The ticket that stood there when it was asked: no other one is meant. */
  #ticket: Pick<Ticket, 'id' | 'number'> | undefined
  /** And the officer. */
  #from: string | undefined
  readonly #act = actOf(() => this.requestUpdate(), { pauses: [] })
  readonly #kept = new KeptForm(this, {
    form: () => `takeover ${this.counterId} ${this.#ticket?.id ?? ''}`,
    read: () => (this.note ? { note: this.note } : undefined),
    write: ({ note = '' }) => (this.note = note),
  })

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#askedAt = this.day.counters[this.counterId]?.nudgedAt ?? this.#askedAt
    if (!changed.has('counterId')) return
    this.#ticket = currentAt(this.day, this.counterId)
    this.#from = this.day.counters[this.counterId]?.officerId
    // Nothing is chosen for anybody: it goes on record about a colleague.
    this.end = undefined
    this.reason = undefined
    this.note = ''
  }

  protected override render() {
    const mayServe = this.staff.permissions.includes('queue.call')
    const ends = TAKEOVER_ENDS.filter(end => end !== 'continue' || mayServe)
    return html`<ui-dialog
      open
      kind="plain"
      heading=${t(leaveText.dialog, { counter: counterName(this.office, this.counterId) })}
      primary=${this.#deed()}
      secondary=${t(leaveText.cancel)}
      ?primaryDisabled=${!this.#decided()}
      ?busy=${this.#act.busy()}
      @primary=${() => void this.#take()}
      @secondary=${this.#leave}
      @dismiss=${this.#leave}
    >
      ${
        this.#ticket === undefined
          ? nothing
          : html`<fieldset>
              <legend>${t(leaveText.ends, { number: this.#ticket.number })}</legend>
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
      <label class="note"
        >${t(leaveText.note)}<input
          name="note"
          maxlength="200"
          autocomplete="off"
          .value=${this.note}
          @input=${(e: Event) => (this.note = (e.target as HTMLInputElement).value)}
      /></label>
      ${this.#first()}
      <p class="soft">${t(leaveText.seen)}</p>
      ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceIn(this.office, this.#act.error)}</ui-banner>`}
    </ui-dialog>`
  }

  /** Whoever leads may ask the officer first; the answer stands here as soon as it is given. */
  #first() {
    const words = this.#asked()
    const mayAsk = this.staff.permissions.includes('queue.free') && this.day.counters[this.counterId]?.state === 'open'
    if (words === undefined && !mayAsk) return nothing
    return html`<p class="first" role="status">
      ${
        words ??
        html`<ui-button size="s" ?busy=${this.#act.busy(['ask', this.counterId])} @click=${() => void this.#ask()}
          >${t(leaveText.first, { counter: counterName(this.office, this.counterId) })}</ui-button
        >`
      }
    </p>`
  }

  /** What its officer was asked and answered; `undefined` where nobody has asked. */
  #asked(): string | undefined {
    const { leftAt, nudgedAt, actedAt } = this.day.counters[this.counterId] ?? {}
    const at = (time: number) => timeText(time, this.office.zone, lang())
    const counter = counterName(this.office, this.counterId)
    if (leftAt !== undefined) return t(leaveText['first.left'], { counter, at: at(leftAt) })
    if (nudgedAt !== undefined) return t(leaveText['first.asked'], { at: at(nudgedAt) })
    return actedAt !== undefined && actedAt >= this.#askedAt
      ? t(leaveText['first.answered'], { counter, at: at(actedAt) })
      : undefined
  }

  async #ask(): Promise<void> {
    const counter = this.counterId
    const params = { office: this.office.id, counter }
    await this.#act.run(['ask', counter], key =>
      ask('POST /api/offices/:office/counters/:counter/nudge', { params }, key),
    )
  }

  /** The button says what it will do, or what is still to be chosen. */
  #deed(): string {
    const words = { counter: counterName(this.office, this.counterId), number: this.#ticket?.number ?? '' }
    if (this.#ticket && !this.end) return t(leaveText['deed.end'])
    if (!this.reason) return t(leaveText['deed.reason'])
    return t(this.#ticket && this.end ? takeoverDeedText[this.end] : leaveText['deed.free'], words)
  }

  #decided(): boolean {
    return this.reason !== undefined && (this.#ticket === undefined || this.end !== undefined)
  }

  #radio(name: string, value: string, words: string, checked: boolean, choose: () => void) {
    return html`<label
      ><input type="radio" name=${name} value=${value} .checked=${checked} @change=${choose} />${words}</label
    >`
  }

  readonly #leave = (): void => {
    this.#kept.drop()
    emit(this, 'dismiss')
  }

  async #take(): Promise<void> {
    const { reason, end = 'back' } = this
    if (!reason || !this.#decided()) return
    const params = { office: this.office.id, counter: this.counterId }
    const note = this.note.trim()
    const ticketId = this.#ticket?.id ?? null
    const from = this.#from
    const body = { reason, end, ticketId, ...(from === undefined ? {} : { from }), ...(note ? { note } : {}) }
    const done = await this.#act.run(['take', this.counterId], key =>
      ask('POST /api/offices/:office/counters/:counter/take-over', { params, body }, key),
    )
    if (!done) return
    this.#leave()
    // Whoever goes on serving is led to where that is done; at the desk nothing changes.
    if (end === 'continue' && ticketId) location.hash = '#/loket'
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'takeover-dialog': TakeoverDialog
  }
}
