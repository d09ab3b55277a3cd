import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { chartText } from '../../text/chart.ts'
import { LangController, t } from '../lang.ts'
import { baseStyles } from './base-styles.ts'
import './ui-chart.ts'

/** What was measured in one cell and on how many it rests; `value` is `null` where those are too few to say. */
export type HeatCell = { readonly value: number | null; readonly n: number }

/** A row of cells, one for each head; `null` where nothing was measured. */
export type HeatRow = { readonly label: string; readonly cells: readonly (HeatCell | null)[] }

/** A table of shades of one hue; every cell prints its number and on how many it rests, and the column of now is framed. */
@customElement('ui-chart-heat')
export class UiChartHeat extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        font-size: 0.8125rem;
      }
      .key {
        display: flex;
        gap: 0.9rem;
        font-size: 0.8rem;
        color: var(--soft);
      }
      .key i {
        display: inline-block;
        width: 1.5rem;
        height: 0.75rem;
        margin-right: 0.3rem;
        border: 1px solid var(--line);
        border-radius: 2px;
        vertical-align: -0.05rem;
      }
      /* An office that is open around the clock has more hours than a phone has room. */
      .grid {
        overflow-x: auto;
        display: grid;
        grid-template-columns: fit-content(11rem) repeat(var(--columns), minmax(2rem, 1fr));
        gap: 2px;
        line-height: 1.2;
      }
      .label {
        padding-right: 0.75rem;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-weight: 550;
        align-self: center;
      }
      .head {
        padding-bottom: 0.1rem;
        text-align: center;
        color: var(--soft);
      }
      .cell {
        padding: 0.05rem 0;
        border-radius: 3px;
        text-align: center;
        font-weight: 700;
        min-height: 1.15rem;
      }
      .cell small {
        display: block;
        font-size: 0.6875rem;
        font-weight: 450;
        white-space: nowrap;
      }
      .none,
      .few {
        border: 1px dashed var(--line);
      }
      .now {
        box-shadow:
          inset 2px 0 var(--call),
          inset -2px 0 var(--call);
      }
      .head.now {
        font-weight: 750;
        color: var(--ink);
        box-shadow:
          inset 0 2px var(--call),
          inset 2px 0 var(--call),
          inset -2px 0 var(--call);
      }
      .h0 {
        background: var(--heat-0);
      }
      .h1 {
        background: var(--heat-1);
      }
      .h2 {
        background: var(--heat-2);
      }
      .h3 {
        background: var(--heat-3);
        /* the one ink that is dark in every theme, as this shade needs it */
        color: var(--on-call);
      }
      .h4 {
        background: var(--heat-4);
        color: var(--on-heat-high);
      }
      .h0,
      .h1,
      .h2 {
        color: var(--on-heat-low);
      }
    `,
  ]

  @property({ attribute: false }) heads: readonly string[] = []
  @property({ attribute: false }) rows: readonly HeatRow[] = []
  /** Where the four darker shades begin. */
  @property({ attribute: false }) steps: readonly [number, number, number, number] = [10, 20, 30, 45]
  /** The head that is now. */
  @property() now = ''
  /** What the rows are, for the head of the table. */
  @property({ attribute: false }) name = ''
  @property() label = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const rows = this.rows.map(row => [
      row.label,
      ...row.cells.map(cell => (cell ? `${said(cell)} (n ${cell.n})` : '–')),
    ])
    return html`<ui-chart .label=${this.label} .table=${{ heads: [this.name, ...this.heads], rows }}>
      <div class="grid" tabindex="0" .style=${`--columns: ${this.heads.length}`}>
        <span></span>
        ${this.heads.map(head => html`<span class="head ${head === this.now ? 'now' : ''}">${head}</span>`)}
        ${this.rows.map(
          row =>
            html`<span class="label" title=${row.label}>${row.label}</span>${row.cells.map((cell, i) =>
                this.#cell(cell, this.heads[i] === this.now ? 'now' : ''),
              )}`,
        )}
      </div>
      <div class="key" slot="key">
        ${[0, 1, 2, 3, 4].map(shade => html`<span><i class="h${shade}"></i>${this.#band(shade)}</span>`)}
      </div>
    </ui-chart>`
  }

  #cell(cell: HeatCell | null, now: string) {
    if (cell === null) return html`<span class="cell none ${now}"></span>`
    const { value, n } = cell
    const shade = value === null ? 'few' : `h${this.steps.filter(step => value >= step).length}`
    return html`<span class="cell ${shade} ${now}">${said(cell)}<small>n ${n}</small></span>`
  }

  #band(shade: number): string {
    const from = this.steps[shade - 1]
    const to = this.steps[shade]
    if (from === undefined) return t(chartText.under, { to: to! })
    return to === undefined ? t(chartText.over, { from }) : t(chartText.between, { from, to: to - 1 })
  }
}

function said({ value }: HeatCell): string {
  return value === null ? '–' : String(value)
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-chart-heat': UiChartHeat
  }
}
