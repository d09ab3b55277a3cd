import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { baseStyles } from './base-styles.ts'

/** One class of a distribution, such as "5–10" minutes. */
export type Bin = { readonly label: string; readonly count: number; readonly hot?: boolean }

/** A distribution as columns, each with its count above and its class below. */
@customElement('ui-hist')
export class UiHist extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        font-size: 0.75rem;
      }
      ol {
        display: flex;
        align-items: end;
        gap: 2px;
      }
      li {
        flex: 1;
        min-width: 0;
        display: grid;
        grid-template-rows: auto auto auto;
        align-content: end;
        text-align: center;
      }
      b {
        font-weight: 700;
      }
      i {
        height: calc(var(--hist-height, 6rem) * var(--y));
        min-height: 1px;
        border-radius: 2px 2px 0 0;
        background: var(--mark);
      }
      .hot i {
        background: var(--danger);
      }
      span {
        padding-top: 0.2rem;
        border-top: 1px solid var(--line);
        color: var(--soft);
        white-space: nowrap;
      }
    `,
  ]

  @property({ attribute: false }) bins: readonly Bin[] = []
  @property() label = ''

  protected override render() {
    const most = Math.max(1, ...this.bins.map(bin => bin.count))
    return html`<ol aria-label=${this.label}>
      ${this.bins.map(
        bin =>
          html`<li class=${bin.hot ? 'hot' : ''}>
            <b>${bin.count}</b><i .style=${`--y: ${(bin.count / most).toFixed(3)}`}></i><span>${bin.label}</span>
          </li>`,
      )}
    </ol>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-hist': UiHist
  }
}
