import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { baseStyles } from './base-styles.ts'
import './ui-chart.ts'

/** One bar: its length, the words at its end, and further columns; `weak` is drawn lighter, `hot` is past a promise. */
export type ChartBar = {
  readonly label: string
  /** `null` draws no bar; the words still say why. */
  readonly value: number | null
  readonly text: string
  readonly more?: readonly string[]
  readonly hot?: boolean
  readonly weak?: boolean
}

/** A line across the bars with its word above, such as where a letter begins. */
export type ChartMark = { readonly at: number; readonly label: string }

/** Bars in their natural order, from the scale's own start, which is printed when it is not zero. */
@customElement('ui-chart-bars')
export class UiChartBars extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        font-size: 0.8125rem;
      }
      .grid {
        display: grid;
        grid-template-columns: fit-content(11rem) minmax(3rem, 1fr) repeat(var(--columns), auto);
        gap: var(--bar-gap, 0.3rem) 0.75rem;
        align-items: center;
      }
      .grid > * {
        grid-row: var(--row);
        line-height: 1.2;
      }
      .grid > .label {
        grid-column: 1;
        line-height: 1.4;
        margin-block: -0.1em;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: var(--bar-wrap, nowrap);
        font-weight: 550;
      }
      .track {
        grid-column: 2;
        height: 0.9rem;
        border-radius: 3px;
        background: var(--sunk);
      }
      .track i {
        display: block;
        width: var(--w);
        height: 100%;
        border-radius: 3px;
        background: var(--mark);
      }
      .weak i {
        background: var(--mark-soft);
      }
      @media (forced-colors: active) {
        .track i {
          forced-color-adjust: none;
          background: CanvasText;
        }
      }
      .cell {
        grid-column: var(--column);
        text-align: end;
        white-space: nowrap;
      }
      .strong {
        font-weight: 750;
      }
      .hot {
        color: var(--danger);
        font-weight: 750;
      }
      .head {
        font-size: 0.75rem;
        color: var(--soft);
      }
      .marks {
        position: relative;
        grid-column: 2;
        grid-row: 1 / span var(--rows);
        align-self: stretch;
        pointer-events: none;
      }
      .marks span {
        position: absolute;
        inset: 0 auto 0 var(--x);
        border-left: 1px dashed var(--ink);
        padding-left: 0.25rem;
        font-size: 0.75rem;
        font-weight: 650;
      }
      .scale {
        display: flex;
        grid-column: 2;
        justify-content: space-between;
        font-size: 0.75rem;
        color: var(--soft);
      }
    `,
  ]

  @property({ attribute: false }) rows: readonly ChartBar[] = []
  /** Words over the label, the value and the further columns. */
  @property({ attribute: false }) heads: readonly string[] = []
  @property({ attribute: false }) marks: readonly ChartMark[] = []
  @property({ type: Number }) from = 0
  @property({ attribute: false }) max: number | undefined
  /** The ends of the scale as they are printed; nothing by default. */
  @property({ attribute: false }) scale: readonly [string, string] | undefined
  @property() label = ''

  protected override render() {
    const max = this.max ?? Math.max(this.from + 1, ...this.rows.map(row => row.value ?? 0))
    const place = (value: number) =>
      (Math.min(1, Math.max(0, (value - this.from) / (max - this.from))) * 100).toFixed(2)
    const columns = Math.max(1, this.heads.length - 1)
    const rows = this.rows.map(row => [row.label, row.text, ...(row.more ?? [])])
    return html`<ui-chart .label=${this.label} .table=${{ heads: this.heads, rows }}>
      <div class="grid" .style=${`--columns: ${columns}; --rows: ${this.rows.length + 1}`}>
        ${this.heads
          .slice(1)
          .map((head, i) => html`<span class="cell head" .style=${`--row: 1; --column: ${i + 3}`}>${head}</span>`)}
        ${this.rows.map((row, i) => this.#bar(row, i + 2, place))}
        ${
          this.marks.length === 0
            ? nothing
            : html`<div class="marks">
                ${this.marks.map(m => html`<span .style=${`--x: ${place(m.at)}%`}>${m.label}</span>`)}
              </div>`
        }
        ${
          this.scale
            ? html`<div class="scale" .style=${`--row: ${this.rows.length + 2}`}>
                <span>${this.scale[0]}</span><span>${this.scale[1]}</span>
              </div>`
            : nothing
        }
      </div>
    </ui-chart>`
  }

  #bar(row: ChartBar, at: number, place: (value: number) => string) {
    const line = `--row: ${at}`
    const tone = row.hot ? ' hot' : ''
    return html`<span class="label" title=${row.label} .style=${line}>${row.label}</span>
      <div class="track ${row.weak ? 'weak' : ''}" .style=${line}>
        ${row.value === null ? nothing : html`<i .style=${`--w: ${place(row.value)}%`}></i>`}
      </div>
      <span class="cell strong" .style=${`${line}; --column: 3`}>${row.text}</span>
      ${(row.more ?? []).map(
        (text, i) =>
          html`<span class="cell${i === 0 ? tone : ''}" .style=${`${line}; --column: ${i + 4}`}>${text}</span>`,
      )}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-chart-bars': UiChartBars
  }
}
