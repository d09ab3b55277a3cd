import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Instant, Zone } from '../../kit/time.ts'
import { timeText, uiText } from '../../text/ui.ts'
import { LangController, lang, t } from '../lang.ts'
import { baseStyles } from './base-styles.ts'

/** A pause of the service day. */
export type RibbonBreak = { readonly from: Instant; readonly to: Instant }

/** The service day as a woven band: woven is gone, plain is still open, hatched is a break, the amber bar is now. */
@customElement('ui-ribbon')
export class UiRibbon extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: var(--s3);
        font-size: var(--ribbon-text, var(--t-sm));
        font-weight: 650;
        color: var(--soft);
      }
      .band {
        grid-column: 2;
        position: relative;
        height: 0.75rem;
        border-radius: 2px;
        background: var(--sunk);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      :host(:not([ends])) .band {
        grid-column: 1 / -1;
      }
      .gone {
        position: absolute;
        inset: 0 auto 0 0;
        width: var(--now);
        border-radius: 2px 0 0 2px;
        background-color: var(--accent);
        background-image:
          repeating-linear-gradient(
            90deg,
            transparent 0 7px,
            var(--thread) 7px 8px,
            transparent 8px 10px,
            var(--thread) 10px 11px
          ),
          repeating-linear-gradient(
            0deg,
            transparent 0 3px,
            color-mix(in srgb, var(--on-accent) 26%, transparent) 3px 4px
          );
        --thread: color-mix(in srgb, var(--on-accent) 34%, transparent);
      }
      .break {
        position: absolute;
        inset: 0 auto 0 var(--b0);
        width: calc(var(--b1) - var(--b0));
        background: repeating-linear-gradient(135deg, var(--edge) 0 1.5px, transparent 1.5px 6px);
      }
      .now {
        position: absolute;
        top: -4px;
        bottom: -4px;
        left: calc(var(--now) - 2px);
        width: 5px;
        border-radius: 2px;
        background: var(--call);
        box-shadow: 0 0 0 2px var(--ribbon-ground, var(--paper));
      }
    `,
  ]

  @property({ type: Number }) open: Instant = 0
  @property({ type: Number }) close: Instant = 0
  @property({ type: Number }) now: Instant = 0
  @property({ attribute: false }) breaks: readonly RibbonBreak[] = []
  @property() zone: Zone = 'WITA'
  /** What stands at both ends: nothing, the times, or "Buka 08.00" and "Tutup 15.00". */
  @property({ reflect: true }) ends: 'times' | 'words' | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { open, close, now } = this
    const running = now >= open && now < close
    return html`${this.#end('ribbon.opens', open)}
      <div
        class="band"
        role="img"
        aria-label=${t(uiText[`ribbon.${this.#phase()}`], { open: this.#time(open), close: this.#time(close), now: this.#time(now) })}
        .style=${`--now: ${this.#place(now)}`}
      >
        ${now > open ? html`<span class="gone"></span>` : nothing}
        ${this.breaks.map(
          pause =>
            html`<span
              class="break"
              .style=${`--b0: ${this.#place(pause.from)}; --b1: ${this.#place(pause.to)}`}
            ></span>`,
        )}
        ${running ? html`<span class="now"></span>` : nothing}
      </div>
      ${this.#end('ribbon.closes', close)}`
  }

  #end(key: 'ribbon.opens' | 'ribbon.closes', at: Instant) {
    if (!this.ends) return nothing
    const time = this.#time(at)
    return html`<span aria-hidden="true"
      >${this.ends === 'times' ? time : t(uiText[key], { open: time, close: time })}</span
    >`
  }

  #phase(): 'before' | 'open' | 'break' | 'closed' {
    if (this.now < this.open) return 'before'
    if (this.now >= this.close) return 'closed'
    return this.breaks.some(pause => this.now >= pause.from && this.now < pause.to) ? 'break' : 'open'
  }

  #place(at: Instant): string {
    const share = (at - this.open) / Math.max(1, this.close - this.open)
    return `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`
  }

  #time(at: Instant): string {
    return timeText(at, this.zone, lang())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-ribbon': UiRibbon
  }
}
