import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MINUTE, type Instant, type Zone } from '../../kit/time.ts'
import { timeText, uiText } from '../../text/ui.ts'
import { LangController, lang, t } from '../lang.ts'
import { baseStyles } from './base-styles.ts'

/** One part of a ticket's way; without `to` it is still going on. */
export type TripSpan = {
  readonly kind: 'waiting' | 'walking' | 'serving' | 'held'
  readonly from: Instant
  readonly to?: Instant | undefined
}

/** The way of one ticket: waiting, walking, being served, each with its times. */
@customElement('ui-trip')
export class UiTrip extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      ol {
        display: flex;
        gap: 3px;
        font-size: 0.875rem;
        line-height: 1.25;
      }
      li {
        flex: var(--share) 1 auto;
        padding: 0.45rem 0.7rem;
        border-top: 0.3rem solid var(--mark-soft);
        background: var(--sunk);
        white-space: nowrap;
      }
      @media (max-width: 30rem) {
        li {
          flex-basis: 0;
          min-width: 0;
          padding-inline: 0.4rem;
          white-space: normal;
        }
      }
      li:first-child {
        border-radius: var(--r-s) 0 0 var(--r-s);
      }
      li:last-child {
        border-radius: 0 var(--r-s) var(--r-s) 0;
      }
      li:only-child {
        border-radius: var(--r-s);
      }
      .walking {
        border-color: var(--call);
      }
      .serving {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      .held {
        border-top-style: dashed;
        border-color: var(--edge);
      }
      b {
        display: block;
        font-weight: 700;
      }
      span {
        color: var(--soft);
      }
    `,
  ]

  @property({ attribute: false }) spans: readonly TripSpan[] = []
  @property({ type: Number }) now: Instant = 0
  @property() zone: Zone = 'WITA'

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    return html`<ol aria-label=${t(uiText['trip.label'])}>
      ${this.spans.map(span => this.#span(span))}
    </ol>`
  }

  // The width grows with the logarithm of the time, so that two minutes of walking stay readable beside an hour of waiting.
  #span({ kind, from, to }: TripSpan) {
    const minutes = Math.max(0, Math.round(((to ?? this.now) - from) / MINUTE))
    const name = t(uiText[`trip.${kind}`])
    const start = timeText(from, this.zone, lang())
    return html`<li class=${kind} .style=${`--share: ${(1 + Math.log2(1 + minutes)).toFixed(2)}`}>
      <b>${to === undefined && kind !== 'waiting' ? name : `${name} ${t(uiText['trip.minutes'], { n: minutes })}`}</b>
      <span
        >${
          to === undefined ? t(uiText['trip.since'], { from: start }) : `${start}–${timeText(to, this.zone, lang())}`
        }</span
      >
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-trip': UiTrip
  }
}
