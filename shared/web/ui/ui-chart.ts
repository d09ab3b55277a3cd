import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { chartText } from '../../text/chart.ts'
import { LangController, t } from '../lang.ts'
import { baseStyles } from './base-styles.ts'
import './ui-table.ts'

/** The same numbers as a table: heads, and one row of texts each. */
export type ChartTable = { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** The frame of every chart: a picture that says its own sentence, its key, and the same numbers as a table on request. */
@customElement('ui-chart')
export class UiChart extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      ui-table {
        max-height: 22rem;
      }
      footer {
        display: flex;
        gap: 1rem;
        align-items: center;
        justify-content: space-between;
        margin-top: 0.15rem;
      }
      button {
        min-height: 1.65rem;
        margin-left: auto;
        padding: 0 0.2rem;
        border: 0;
        background: none;
        color: var(--accent);
        font-size: 0.8rem;
        font-weight: 650;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
    `,
  ]

  /** What the picture shows, in one sentence with its numbers. */
  @property() label = ''
  @property({ attribute: false }) table: ChartTable = { heads: [], rows: [] }
  @state() private asTable = false

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    return html`${this.asTable ? this.#table() : html`<div role="img" aria-label=${this.label}><slot></slot></div>`}
      <footer>
        ${this.asTable ? nothing : html`<slot name="key"></slot>`}
        <button type="button" @click=${this.#switch}>${t(this.asTable ? chartText.chart : chartText.table)}</button>
      </footer>`
  }

  #table() {
    const { heads, rows } = this.table
    return html`<ui-table
      caption=${this.label}
      .columns=${heads.map((label, i) => ({ key: String(i), label, numeric: i > 0 }))}
      .rows=${rows.map((cells, i) => ({ id: String(i), cells: Object.fromEntries(cells.entries()) }))}
    ></ui-table>`
  }

  readonly #switch = (): void => {
    this.asTable = !this.asTable
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-chart': UiChart
  }
}
