import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { baseStyles } from './base-styles.ts'

/** One figure; `hot` only when it is past a promise. */
export type Figure = { readonly label: string; readonly value: string; readonly unit?: string; readonly hot?: boolean }

/** A strip of figures: label, number, unit. */
@customElement('ui-figures')
export class UiFigures extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        overflow: hidden;
        border: var(--stroke) solid var(--line);
        border-radius: var(--r-m);
        background: var(--surface);
      }
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(var(--figure-width, 8.5rem), 1fr));
        margin: 0 0 -1px -1px;
      }
      dl > div {
        padding: 0.6rem 1rem;
        border: solid var(--line);
        border-width: 0 0 1px 1px;
      }
      dt {
        font-size: 0.8rem;
        font-weight: 600;
        color: var(--soft);
      }
      b {
        font-size: 1.35rem;
        font-weight: 800;
        letter-spacing: -0.02em;
        line-height: 1.3;
      }
      small {
        font-size: 0.85rem;
        font-weight: 550;
        color: var(--soft);
      }
      .hot * {
        color: var(--danger);
      }
    `,
  ]

  @property({ attribute: false }) items: readonly Figure[] = []
  @property() label = ''

  protected override render() {
    return html`<section aria-label=${this.label || nothing}>
      <dl>
        ${this.items.map(
          item =>
            html`<div class=${item.hot ? 'hot' : ''}>
              <dt>${item.label}</dt>
              <dd><b>${item.value}</b> ${item.unit ? html`<small>${item.unit}</small>` : nothing}</dd>
            </div>`,
        )}
      </dl>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-figures': UiFigures
  }
}
