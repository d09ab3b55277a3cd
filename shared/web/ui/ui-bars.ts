import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { baseStyles } from './base-styles.ts'

/** One bar: its length, and the words that stand at its end. */
export type Bar = { readonly label: string; readonly value: number; readonly text: string; readonly hot?: boolean }

/** Bars in their natural order, from a start that is printed when it is not zero. */
@customElement('ui-bars')
export class UiBars extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        font-size: 0.875rem;
      }
      ul {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: 0.35rem 0.75rem;
      }
      li {
        display: grid;
        grid-template-columns: subgrid;
        grid-column: 1 / -1;
        align-items: center;
      }
      .track {
        height: 0.9em;
        border-radius: 2px;
        background: var(--sunk);
      }
      .track i {
        display: block;
        width: var(--w);
        height: 100%;
        border-radius: 2px;
        background: var(--mark);
      }
      .hot i {
        background: var(--danger);
      }
      b {
        font-weight: 750;
        text-align: end;
        white-space: nowrap;
      }
      .hot b {
        color: var(--danger);
      }
      .scale span {
        display: flex;
        justify-content: space-between;
        grid-column: 2;
        font-size: 0.75rem;
        color: var(--soft);
      }
    `,
  ]

  @property({ attribute: false }) rows: readonly Bar[] = []
  @property({ type: Number }) from = 0
  /** Where the scale ends; the largest value when not given. */
  @property({ attribute: false }) max: number | undefined
  @property() label = ''

  protected override render() {
    const max = this.max ?? Math.max(this.from + 1, ...this.rows.map(row => row.value))
    const width = (value: number) => Math.min(1, Math.max(0, (value - this.from) / (max - this.from))) * 100
    return html`<ul aria-label=${this.label}>
      ${this.rows.map(
        row =>
          html`<li class=${row.hot ? 'hot' : ''}>
            <span>${row.label}</span>
            <span class="track"><i .style=${`--w: ${width(row.value).toFixed(2)}%`}></i></span>
            <b>${row.text}</b>
          </li>`,
      )}
      ${
        this.from === 0
          ? nothing
          : html`<li class="scale" aria-hidden="true">
              <span><span>${this.from}</span><span>${max}</span></span>
            </li>`
      }
    </ul>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-bars': UiBars
  }
}
