import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { baseStyles } from './base-styles.ts'

/** A value of 25 to 100 with its interval, on a part of that scale whose numbers are printed. */
@customElement('ui-chart-interval')
export class UiChartInterval extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        padding: 0 0.6rem;
        font-size: 0.75rem;
        color: var(--soft);
      }
      .plot {
        position: relative;
        height: 2.6rem;
      }
      .tick {
        position: absolute;
        inset: 0 auto 0 var(--x);
        border-left: 1px solid var(--line);
      }
      .span,
      .dot {
        position: absolute;
        top: 50%;
        left: var(--x);
        translate: 0 -50%;
      }
      .span {
        width: var(--w);
        min-width: 2px;
        height: 0.35rem;
        border-radius: 1rem;
        background: var(--mark);
      }
      .dot {
        width: 1.05rem;
        height: 1.05rem;
        margin-left: -0.525rem;
        border: 2px solid var(--on-call);
        border-radius: 50%;
        background: var(--call);
      }
      .scale {
        position: relative;
        height: 1.2rem;
      }
      .scale span {
        position: absolute;
        left: var(--x);
        translate: -50% 0;
      }
    `,
  ]

  @property({ type: Number }) value = 0
  @property({ type: Number }) low = 0
  @property({ type: Number }) high = 0
  @property() label = ''

  protected override render() {
    const ticks = scaleAround(this.low, this.high)
    const from = ticks[0]!
    const span = ticks.at(-1)! - from
    const share = (value: number) => `${(((value - from) / span) * 100).toFixed(2)}%`
    const width = `${(((this.high - this.low) / span) * 100).toFixed(2)}%`
    return html`<div role="img" aria-label=${this.label}>
      <div class="plot">
        ${ticks.map(tick => html`<span class="tick" .style=${`--x: ${share(tick)}`}></span>`)}
        <span class="span" .style=${`--x: ${share(this.low)}; --w: ${width}`}></span>
        <span class="dot" .style=${`--x: ${share(this.value)}`}></span>
      </div>
      <div class="scale">${ticks.map(tick => html`<span .style=${`--x: ${share(tick)}`}>${tick}</span>`)}</div>
    </div>`
  }
}

/** Round numbers around an interval, inside 25 to 100, so that the interval can be seen; at most eight of them. */
function scaleAround(low: number, high: number): readonly number[] {
  const step = high - low > 20 ? 10 : 5
  const from = Math.max(25, (Math.floor(low / step) - 1) * step)
  const to = Math.min(100, (Math.ceil(high / step) + 1) * step)
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step)
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-chart-interval': UiChartInterval
  }
}
