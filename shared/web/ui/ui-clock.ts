import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Zone } from '../../kit/time.ts'
import { dateText, timeText, uiText } from '../../text/ui.ts'
import { LangController, lang, t } from '../lang.ts'
import { Ticker } from '../ticker.ts'
import { baseStyles } from './base-styles.ts'

/** A device whose own clock is further off than this (ms) is told so. */
const TOLERATED = 30_000

/** The office's time with its zone, corrected by the server's clock. */
@customElement('ui-clock')
export class UiClock extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline-flex;
        align-items: baseline;
        gap: 0.3em;
        line-height: 1.05;
        font-variant-numeric: tabular-nums;
      }
      .time {
        font-size: var(--clock-size, 1.45em);
        font-weight: var(--w-number);
        letter-spacing: -0.02em;
      }
      .zone {
        display: var(--clock-zone, inline);
        color: var(--soft);
        font-weight: 600;
      }
      .sample {
        display: block;
        font-size: 0.85em;
        text-align: end;
      }
      .drift {
        display: block;
        font-size: 0.85em;
        font-weight: 700;
        text-align: end;
        color: var(--call-text);
      }
      :host([layout='stacked']) {
        display: inline-grid;
        justify-items: end;
        gap: 0;
        --clock-size: var(--t-2xl);
      }
      :host([layout='stacked']) .zone {
        font-size: 0.92em;
      }
      :host([layout='wide']) {
        align-items: center;
        flex-direction: row-reverse;
        gap: var(--s3);
        --clock-size: 2.9rem;
      }
      :host([layout='wide']) .zone {
        display: grid;
        text-align: end;
        line-height: 1.15;
      }
      :host([layout='wide']) .dot {
        display: none;
      }
    `,
  ]

  @property() zone: Zone = 'WITA'
  /** Server time minus this device's time, in ms. */
  @property({ type: Number }) offset = 0
  /** An office of sample data plays an hour of its own: its clock is that of another day on purpose. */
  @property({ type: Boolean }) sample = false
  /** `inline`: time and zone; `stacked`: date below (kiosk); `wide`: date beside (hall). */
  @property({ reflect: true }) layout: 'inline' | 'stacked' | 'wide' = 'inline'
  /** Where this device's time comes from; a test sets it. */
  @property({ attribute: false }) source: () => number = Date.now

  constructor() {
    super()
    new LangController(this)
    new Ticker(this)
  }

  protected override render() {
    const at = this.source() + this.offset
    const apart = Math.abs(this.offset) > TOLERATED
    return html`<time class="time" datetime=${new Date(at).toISOString()}>${timeText(at, this.zone, lang())}</time>
      <span class="zone"
        ><span>${this.zone}</span>${
          this.layout === 'inline'
            ? nothing
            : html`<span><span class="dot"> · </span>${dateText(at, this.zone, lang())}</span>`
        }${apart ? html` <span class=${this.sample ? 'sample' : 'drift'}>${t(uiText[this.sample ? 'clock.sample' : 'clock.drift'])}</span>` : nothing}</span
      >`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-clock': UiClock
  }
}
