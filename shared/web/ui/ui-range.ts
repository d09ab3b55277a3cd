import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Instant, Zone } from '../../kit/time.ts'
import { timeText, uiText } from '../../text/ui.ts'
import { LangController, lang, t } from '../lang.ts'
import { baseStyles } from './base-styles.ts'

/** Times closer than this share of the track would print over each other. */
const ROOM = 0.16

/** A promise as a span between two times, never a point. Without `from` and `to` it says that nothing can be promised yet. */
@customElement('ui-range')
export class UiRange extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        --h: 0.9rem;
      }
      .track {
        position: relative;
        height: var(--h);
        border-radius: var(--r-pill);
        background: var(--sunk);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      .span {
        position: absolute;
        inset: 0 auto 0 var(--a);
        width: max(var(--h), calc(var(--b) - var(--a)));
        border-radius: var(--r-pill);
        background: var(--accent);
        transition:
          left var(--m-calm) var(--ease),
          width var(--m-calm) var(--ease);
      }
      .now {
        position: absolute;
        top: -0.3rem;
        bottom: -0.3rem;
        left: 0;
        width: 0.35rem;
        border-radius: 1rem;
        background: var(--call);
        box-shadow: 0 0 0 2px var(--surface);
      }
      .ticks {
        position: relative;
        height: 1.4em;
        margin-top: 0.4em;
        font-size: var(--range-text, var(--t-xs));
        line-height: 1.4;
        color: var(--soft);
      }
      .ticks span {
        position: absolute;
        left: var(--x);
        translate: -50% 0;
        white-space: nowrap;
      }
      .ticks .first {
        translate: none;
      }
      .ticks .last {
        translate: -100% 0;
      }
      .unknown .track {
        background: repeating-linear-gradient(90deg, var(--edge) 0 0.4rem, transparent 0.4rem 0.8rem) center / 100% 2px
          no-repeat;
        box-shadow: none;
      }
    `,
  ]

  @property({ type: Number }) now: Instant = 0
  @property({ attribute: false }) from: Instant | undefined
  @property({ attribute: false }) to: Instant | undefined
  /** Where the track ends; the span's own end plus half of its way when not given. */
  @property({ attribute: false }) end: Instant | undefined
  @property() zone: Zone = 'WITA'

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { now, from, to } = this
    if (from === undefined || to === undefined) {
      return html`<div class="unknown">
        <div class="track" aria-hidden="true"><span class="now"></span></div>
        <div class="ticks">${t(uiText['range.unknown'])}</div>
      </div>`
    }
    const end = Math.max(this.end ?? to + (to - now) / 2, to, now + 1)
    const share = (at: Instant) => Math.min(1, Math.max(0, (at - now) / (end - now)))
    const words = { from: this.#time(Math.max(from, now)), to: this.#time(Math.max(to, now)) }
    return html`<div role="img" aria-label=${t(uiText['range.between'], words)}>
      <div class="track">
        <span class="span" .style=${`--a: ${percent(share(from))}; --b: ${percent(share(to))}`}></span>
        <span class="now"></span>
      </div>
      <div class="ticks">
        <span class="first" .style=${'--x: 0'}>${this.#time(now)}</span>
        ${share(from) > ROOM && share(from) < 1 - ROOM ? this.#tick(from, share(from)) : nothing}
        ${share(to) - share(from) > ROOM && share(to) < 1 - ROOM ? this.#tick(to, share(to)) : nothing}
        <span class="last" .style=${'--x: 100%'}>${this.#time(end)}</span>
      </div>
    </div>`
  }

  #tick(at: Instant, share: number) {
    return html`<span .style=${`--x: ${percent(share)}`}>${this.#time(at)}</span>`
  }

  #time(at: Instant): string {
    return timeText(at, this.zone, lang())
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-range': UiRange
  }
}
