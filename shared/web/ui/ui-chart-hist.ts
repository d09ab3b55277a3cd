import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { baseStyles } from './base-styles.ts'
import './ui-chart.ts'

/** A distribution as columns, and beside it, as lines, the shape of a second one brought to the same area. */
@customElement('ui-chart-hist')
export class UiChartHist extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        font-size: 0.75rem;
      }
      .grid {
        display: flex;
        align-items: flex-end;
        height: var(--hist-height, 7.5rem);
        border-bottom: 1px solid var(--line);
      }
      .bin {
        position: relative;
        flex: 1;
        height: 100%;
      }
      .bin i,
      .bin u {
        position: absolute;
        inset: auto 2px 0;
        height: var(--y);
      }
      .bin i {
        border-radius: 2px 2px 0 0;
        background: var(--mark);
      }
      .bin u {
        inset-inline: 0;
        border-top: 2.5px solid var(--ink);
      }
      .ticks {
        display: flex;
        padding-top: 0.2rem;
        color: var(--soft);
      }
      .ticks span {
        flex: 1;
        white-space: nowrap;
      }
      .unit {
        text-align: end;
        color: var(--soft);
      }
    `,
  ]

  @property({ attribute: false }) bins: readonly number[] = []
  /** Counts of the second distribution in the same bins; empty for none. */
  @property({ attribute: false }) other: readonly number[] = []
  /** Where each bin begins, as printed. */
  @property({ attribute: false }) starts: readonly string[] = []
  /** Words over the bins, the counts and the second counts. */
  @property({ attribute: false }) heads: readonly string[] = []
  /** What the scale measures. */
  @property() unit = ''
  @property() label = ''

  protected override render() {
    const own = shares(this.bins)
    const other = shares(this.other)
    const most = Math.max(...own, ...other, 1e-9)
    const height = (share: number) => `--y: ${((share / most) * 100).toFixed(1)}%`
    const rows = this.bins.map((n, i) => [
      this.starts[i] ?? '',
      String(n),
      ...(this.other.length > 0 ? [String(this.other[i] ?? 0)] : []),
    ])
    return html`<ui-chart .label=${this.label} .table=${{ heads: this.heads.slice(0, rows[0]?.length ?? 0), rows }}>
      <div class="grid">
        ${own.map(
          (share, i) =>
            html`<div class="bin">
              <i .style=${height(share)}></i>${other[i] ? html`<u .style=${height(other[i])}></u>` : nothing}
            </div>`,
        )}
      </div>
      <div class="ticks">${this.bins.map((_, i) => html`<span>${i % 2 === 0 ? this.starts[i] : ''}</span>`)}</div>
      <div class="unit">${this.unit}</div>
    </ui-chart>`
  }
}

function shares(counts: readonly number[]): readonly number[] {
  const sum = counts.reduce((a, b) => a + b, 0)
  return counts.map(n => (sum === 0 ? 0 : n / sum))
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-chart-hist': UiChartHist
  }
}
