import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Closure, QueueDay } from '../../shared/queue/day.ts'
import { closeReasonLabel, closingText } from '../../shared/text/closing.ts'
import { timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { ask } from './ask.ts'
import './closing-dialog.ts'
import { paneStyles } from './pane-styles.ts'
import { sentenceOf } from './sentence.ts'

/** The services that are closed for a while: since when, until when and why; with the right, to close and open them. */
@customElement('service-closing')
export class ServiceClosing extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      :host {
        display: block;
      }
      header {
        align-items: center;
      }
      ul {
        display: grid;
        gap: 0.4rem;
        max-height: 9rem;
        margin-top: 0.5rem;
        overflow: auto;
      }
      li {
        display: flex;
        gap: 0.8rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.45rem 0.65rem;
        border-inline-start: 0.3rem solid var(--call);
        border-radius: var(--r-m);
        background: var(--call-soft);
        font-size: 0.875rem;
        line-height: 1.3;
      }
      .said {
        margin-top: 0.4rem;
        font-size: 0.85rem;
        font-weight: 600;
      }
      ui-banner {
        margin-top: 0.5rem;
        --banner-pad: 0.4rem 0.8rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) day!: QueueDay
  @property({ type: Number }) now: Instant = 0
  /** May close and open services. */
  @property({ type: Boolean }) mayClose = false
  @state() private asking = false
  @state() private said = ''
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const closed = Object.entries(this.day.closures)
    return html`<section class="pane" aria-labelledby="closing">
        <header>
          <h2 id="closing">${t(closingText.title)}</h2>
          ${
            this.mayClose
              ? html`<ui-button size="s" @click=${() => (this.asking = true)}>${t(closingText.act)}</ui-button>`
              : nothing
          }
        </header>
        ${
          closed.length === 0
            ? html`<p class="note">${t(closingText.none)}</p>`
            : html`<ul>
                ${closed.map(([id, closure]) => this.#row(id, closure))}
              </ul>`
        }
        <div role="status">
          ${this.said ? html`<p class="said">${this.said}</p>` : nothing}
          ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
        </div>
      </section>
      ${
        this.asking
          ? html`<closing-dialog
              .office=${this.office}
              .day=${this.day}
              .now=${this.now}
              @dismiss=${() => (this.asking = false)}
              @closed=${(e: CustomEvent<string>) => this.#done(e.detail)}
            ></closing-dialog>`
          : nothing
      }`
  }

  #row(id: string, { since, until, reason }: Closure) {
    const time = (at: Instant) => timeText(at, this.office.zone, lang())
    const service = this.#name(id)
    return html`<li>
      <span
        ><b>${service}</b> · ${t(closeReasonLabel[reason])}<br />${t(closingText.since, { at: time(since) })},
        ${until === undefined ? t(closingText.open) : t(closingText.until, { at: time(until) })}</span
      >${
        this.mayClose
          ? html`<ui-button
              size="s"
              ?busy=${this.#act.busy(id)}
              label=${t(closingText['act.open.label'], { service })}
              @click=${() => void this.#open(id)}
              >${t(closingText['act.open'])}</ui-button
            >`
          : nothing
      }
    </li>`
  }

  #name(id: string): string {
    const service = this.office.services.find(s => s.id === id)
    return service ? t(service.name) : id
  }

  #done(words: string): void {
    this.asking = false
    this.#act.rest()
    this.said = words
  }

  async #open(id: string): Promise<void> {
    const params = { office: this.office.id, service: id }
    const done = await this.#act.run(id, key =>
      ask('POST /api/offices/:office/services/:service/open', { params }, key),
    )
    if (done) this.said = t(closingText['done.opened'], { service: this.#name(id), n: done.told })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'service-closing': ServiceClosing
  }
}
