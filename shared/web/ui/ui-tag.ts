import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'

/** A small status word: always a word, never a colour alone. */
@customElement('ui-tag')
export class UiTag extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.35em;
      padding: 0.2em 0.6em;
      border-radius: var(--r-pill);
      background: var(--sunk);
      color: var(--ink);
      box-shadow: var(--tag-ring);
      font-size: var(--t-xs);
      font-weight: 650;
      line-height: 1.35;
      letter-spacing: 0;
      white-space: nowrap;
    }
    :host([hidden]) {
      display: none;
    }
    :host([tone='go']) {
      background: var(--accent-soft);
      color: var(--deep);
    }
    :host([tone='call']) {
      background: var(--call);
      color: var(--on-call);
    }
    :host([tone='warn']) {
      background: var(--call-soft);
      color: var(--call-text);
    }
    :host([tone='bad']) {
      background: var(--danger-soft);
      color: var(--danger);
    }
  `

  @property({ reflect: true }) tone: 'neutral' | 'go' | 'call' | 'warn' | 'bad' = 'neutral'

  protected override render() {
    return html`<slot></slot>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-tag': UiTag
  }
}
