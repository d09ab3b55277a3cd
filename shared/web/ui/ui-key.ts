import { LitElement, css, html } from 'lit'
import { customElement } from 'lit/decorators.js'

/** A keyboard hint for the eye; the button itself carries `aria-keyshortcuts`. */
@customElement('ui-key')
export class UiKey extends LitElement {
  static override styles = css`
    :host {
      box-sizing: border-box;
      display: var(--key-display, inline-grid);
      place-items: center;
      min-width: 1.7em;
      padding: 0.1em 0.45em;
      border: 1.5px solid currentColor;
      border-bottom-width: 3px;
      border-radius: 0.35em;
      font-size: 0.8em;
      font-weight: 700;
      line-height: 1.3;
    }
  `

  override connectedCallback(): void {
    super.connectedCallback()
    this.setAttribute('aria-hidden', 'true')
  }

  protected override render() {
    return html`<slot></slot>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-key': UiKey
  }
}
