import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { kioskText } from '../shared/text/kiosk.ts'
import { minuteRange } from '../shared/text/ranges.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { serviceWithCase } from '../shared/ticket/papers-words.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { emit } from '../shared/web/ui/emit.ts'
import { pictogram } from '../shared/web/ui/pictograms.ts'
import type { Wish } from './parts/flow.ts'
import { leftText, pausedLines, quiet } from './parts/sentences.ts'
import { unbroken } from './parts/unbroken.ts'
import { isFull, type Card } from './parts/services.ts'

/** What gives way where a card is too low for its words, one after the other: its detail, the size of its name, its picture. */
const TIGHT = [undefined, 'detail', 'name', 'most'] as const
/** Above and below the words, in pixels: they never touch the frame. */
const AIR = 16

/** One service to touch: what it is, how many wait and how long it will take. */
@customElement('kiosk-service')
export class KioskService extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  static override styles = [
    baseStyles,
    css`
      .unbroken {
        white-space: nowrap;
      }
      :host {
        display: grid;
        min-height: 0;
      }
      button {
        position: relative;
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: center;
        gap: 0 0.85rem;
        min-height: 72px;
        padding: var(--s2) 0.85rem;
        border: var(--stroke-strong) solid var(--line);
        border-radius: var(--r-l);
        background: var(--surface);
        color: var(--ink);
        text-align: start;
        line-height: 1.2;
        box-shadow: var(--e-1);
        touch-action: manipulation;
        transition: background var(--m-quick) var(--ease);
      }
      button:active {
        background: var(--accent-soft);
        border-color: var(--accent);
      }
      .pict {
        width: 3.7rem;
        height: 3.7rem;
      }
      .name {
        display: block;
        padding-right: 1.2rem;
        font-weight: 750;
        font-size: 1.38rem;
        letter-spacing: -0.02em;
        line-height: 1.08;
        overflow-wrap: anywhere;
      }
      .detail {
        display: block;
        margin-top: 0.2rem;
        color: var(--soft);
        font-size: 0.9rem;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 0.6em;
        margin-top: 0.4rem;
        font-size: 0.96rem;
        font-weight: 600;
      }
      .line b {
        font-weight: 800;
        font-size: 1.08em;
      }
      .line .soft {
        white-space: nowrap;
      }
      .letter {
        position: absolute;
        top: 0.5rem;
        right: 0.6rem;
        min-width: 1.5em;
        border-radius: 0.3em;
        background: var(--accent-soft);
        color: var(--deep);
        font-weight: 800;
        font-size: 0.875rem;
        line-height: 1.5em;
        text-align: center;
      }
      .left {
        padding: 0 0.5em;
        border-radius: var(--r-s);
        background: var(--call-soft);
        color: var(--call-text);
        font-weight: 750;
        white-space: nowrap;
      }
      .full,
      button:disabled {
        border-style: dashed;
        border-color: var(--edge);
        background: var(--sunk);
        color: var(--ink);
        box-shadow: none;
      }
      /* Why it cannot be had now matters more than what belongs to it; so does whatever its card has no room for otherwise. */
      .full .detail,
      :disabled .detail,
      [data-tight] .detail {
        display: none;
      }
      [data-tight='name'] .name,
      [data-tight='most'] .name {
        font-size: 1.12rem;
      }
      [data-tight='name'] .line,
      [data-tight='most'] .line {
        margin-top: 0.2rem;
        font-size: 0.9rem;
        line-height: 1.15;
      }
      [data-tight='most'] .name {
        padding-right: 0.9rem;
        font-size: 0.9rem;
      }
      [data-tight='most'] .line {
        font-size: 0.82rem;
      }
      [data-tight='most'] .pict {
        display: none;
      }
      button:disabled {
        cursor: not-allowed;
      }
      @media (orientation: landscape) {
        button {
          gap: 0 var(--s3);
          padding: var(--s2) var(--s3);
        }
        .pict {
          width: 3rem;
          height: 3rem;
        }
        .name {
          font-size: 1.2rem;
        }
        .detail {
          display: none;
        }
        .line {
          display: grid;
          margin-top: 0.3rem;
          line-height: 1.3;
        }
        [data-tight='name'] .line,
        [data-tight='most'] .line {
          display: flex;
          gap: 0 0.5em;
        }
        .left {
          justify-self: start;
        }
        .letter {
          font-size: 0.9rem;
        }
      }
    `,
  ]

  @property({ attribute: false }) card!: Card
  @property() asOf = ''
  /** The case that the search names, which is then not asked for. */
  @property() named: string | undefined

  readonly #sizes = new ResizeObserver(() => this.#fit())

  constructor() {
    super()
    new LangController(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#sizes.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#sizes.disconnect()
  }

  protected override updated(): void {
    this.#fit()
  }

  protected override render() {
    const { service, open } = this.card
    const full = isFull(this.card)
    return html`<button type="button" class=${full ? 'full' : ''} ?disabled=${!open} @click=${this.#choose}>
      <span class="letter" aria-hidden="true">${service.letter}</span>
      ${pictogram(service.icon)}
      <span class="text">
        <span class="name">${unbroken(serviceWithCase(service, this.named, lang()))}</span>
        <span class="detail">${t(service.detail)}</span>
        <span class="line">${full ? this.#full() : open ? this.#line() : this.#closed()}</span>
      </span>
    </button>`
  }

  #line() {
    const { waiting, told } = this.card
    const left = leftText(this.card)
    const wait = told ? minuteRange(told, lang()) : this.asOf
    return html`<span
        >${
          quiet(this.card) ? t(kioskText['home.nobody']) : html`<b>${waiting}</b> ${t(kioskText['home.waiting.label'])}`
        }</span
      >${wait ? html`<span class="soft">${wait}</span>` : nothing}${left ? html`<span class="left">${left}</span>` : nothing}`
  }

  /** It can still be touched: its page says how to come by a place, and opens again by itself. */
  #full() {
    const how = this.card.service.booking ? 'home.full.book' : 'home.full.tomorrow'
    return html`<b>${t(kioskText['home.full'])}</b><span>${t(kioskText[how])}</span>`
  }

  /**
   * A service that is closed for a while keeps its place: who hurries finds it where it always is and reads at once why and
   * until when, instead of looking for it or touching what has slid under the finger.
   */
  #closed() {
    const [when, why] = this.card.paused
      ? pausedLines(this.card.paused)
      : [t(kioskText['home.closed']), t(kioskText['home.closed.hint'])]
    return html`<b>${when}</b><span>${why}</span>`
  }

  #fit(): void {
    const button = this.renderRoot.querySelector('button')
    const text = button?.querySelector<HTMLElement>('.text')
    if (!button || !text) return
    for (const tight of TIGHT) {
      if (tight) button.dataset['tight'] = tight
      else delete button.dataset['tight']
      if (text.offsetHeight + AIR <= button.clientHeight) return
    }
  }

  #choose(): void {
    emit(this, 'wish', {
      do: 'choose',
      serviceId: this.card.service.id,
      ...(this.named === undefined ? {} : { case: this.named }),
    } satisfies Wish)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-service': KioskService
  }
}
