import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { atClock, isClock, type Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { CLOSE_REASONS, type CloseReason, type QueueDay } from '../../shared/queue/day.ts'
import { adminText } from '../../shared/text/admin.ts'
import { closeReasonLabel, closingText } from '../../shared/text/closing.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { clockInput } from '../../shared/web/ui/clock-input.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-choice.ts'
import '../../shared/web/ui/ui-dialog.ts'
import { ask } from './ask.ts'
import { expectedFor } from './bookings.ts'
import { fieldStyles } from './field-styles.ts'
import { sentenceOf } from './sentence.ts'
import './service-search.ts'
import type { ServiceSearch } from './service-search.ts'

/** Closes a service in one act, and says before who will hear of it. Raises `closed` with a sentence, or `dismiss`. */
@customElement('closing-dialog')
export class ClosingDialog extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      ui-dialog {
        --dialog-pad: 1.3rem 1.4rem 1.2rem;
        --dialog-title: 1.25rem;
        --dialog-width: 40rem;
      }
      .form {
        display: grid;
        gap: 0.8rem;
        min-height: 19rem;
        margin-top: 0.8rem;
        align-content: start;
      }
      .reasons {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.4rem;
        margin-top: 0.2rem;
      }
      ui-choice {
        min-height: 2.4rem;
        padding: 0.3em 0.8em;
      }
      .head {
        font-size: 0.8rem;
        font-weight: 650;
        letter-spacing: 0;
        color: var(--soft);
      }
      .until input {
        width: 9rem;
      }
      .told {
        padding: 0.5rem 0.8rem;
        border-radius: var(--r-m);
        background: var(--sunk);
        line-height: 1.4;
      }
      ui-banner {
        --banner-pad: 0.5rem 0.9rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) day!: QueueDay
  @property({ type: Number }) now: Instant = 0
  /** The service meant, where it is known. */
  @property({ attribute: false }) serviceId = ''
  @state() private reason: CloseReason = 'systemDown'
  @state() private until = ''
  @state() private problem = ''
  @query('service-search') private search!: ServiceSearch
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override firstUpdated(): void {
    void this.updateComplete.then(() => this.search.updateComplete).then(() => this.search.focus())
  }

  protected override render() {
    return html`<ui-dialog
      open
      kind="plain"
      heading=${t(closingText['ask.title'])}
      primary=${t(closingText['ask.go'])}
      secondary=${t(closingText['ask.cancel'])}
      ?busy=${this.#act.busy()}
      @primary=${() => void this.#close()}
      @secondary=${() => emit(this, 'dismiss')}
    >
      <p class="soft">${t(closingText['ask.lead'])}</p>
      <div class="form">
        <service-search
          .office=${this.office}
          .closed=${Object.keys(this.day.closures)}
          value=${this.serviceId}
          @service=${(e: CustomEvent<string>) => this.#set({ serviceId: e.detail })}
        ></service-search>
        <div>
          <p class="head" id="reason">${t(closingText['ask.reason'])}</p>
          <div class="reasons" role="radiogroup" aria-labelledby="reason">
            ${CLOSE_REASONS.map(
              reason =>
                html`<ui-choice
                  kind="radio"
                  name="reason"
                  .checked=${reason === this.reason}
                  @change=${() => this.#set({ reason })}
                  >${t(closeReasonLabel[reason])}</ui-choice
                >`,
            )}
          </div>
        </div>
        <label class="field until"
          ><span>${t(closingText['ask.until'])}</span>${clockInput({
            value: this.until,
            wrong: this.problem !== '' && typeof this.#ends === 'string',
            set: until => this.#set({ until }),
          })}</label
        >
        ${this.serviceId ? html`<p class="told" role="status">${this.#told()}</p>` : nothing}
        ${this.problem ? html`<ui-banner tone="bad">${this.problem}</ui-banner>` : nothing}
      </div>
    </ui-dialog>`
  }

  #told(): string {
    const n = expectedFor(this.day, this.serviceId)
    const waiting = this.day.waiting[this.serviceId]?.length ?? 0
    return [
      this.day.closures[this.serviceId] ? t(closingText['ask.already']) : '',
      n > 0 ? t(closingText['ask.told'], { n }) : t(closingText['ask.toldNone']),
      waiting > 0 ? t(closingText['ask.waiting'], { n: waiting }) : '',
    ].join(' ')
  }

  /** When it is meant to open again by itself. */
  get #ends(): Instant | 'past' | 'none' | undefined {
    if (this.until === '') return undefined
    if (!isClock(this.until)) return 'none'
    const at = atClock(this.day.date, this.until, this.office.zone)
    return at > this.now ? at : 'past'
  }

  #set(change: Partial<{ serviceId: string; reason: CloseReason; until: string }>): void {
    Object.assign(this, change)
    this.#act.rest()
    this.problem = ''
  }

  async #close(): Promise<void> {
    const until = this.#ends
    const service = this.office.services.find(s => s.id === this.serviceId)
    if (!service) {
      this.problem = t(closingText['ask.service'])
      this.search.focus()
      return
    }
    if (until === 'past' || until === 'none') {
      this.problem = t(until === 'past' ? closingText['ask.past'] : adminText['wrong.time'])
      return
    }
    this.problem = ''
    const params = { office: this.office.id, service: service.id }
    const body = { reason: this.reason, ...(until === undefined ? {} : { until }) }
    const done = await this.#act.run([service.id, body], key =>
      ask('POST /api/offices/:office/services/:service/close', { params, body }, key),
    )
    if (done) emit(this, 'closed', t(closingText['done.closed'], { service: t(service.name), n: done.told }))
    else if (this.#act.error) this.problem = sentenceOf(this.#act.error)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'closing-dialog': ClosingDialog
  }
}
