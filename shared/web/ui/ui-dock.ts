import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { baseStyles } from './base-styles.ts'

/** The actions of a phone page, where the thumb is. */
@customElement('ui-dock')
export class UiDock extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        position: sticky;
        bottom: 0;
        z-index: 1;
        display: grid;
        gap: 0.5rem;
        margin-top: auto;
        padding: 0.75rem min(1rem, 4.5vw) max(1rem, env(safe-area-inset-bottom));
        border-top: 1px solid var(--dock-line, var(--line));
        background: var(--dock-ground, var(--paper));
      }
      .actions {
        display: grid;
        gap: 0.5rem;
        width: 100%;
        max-width: 30rem;
        margin: 0 auto;
      }
      :host([layout='two']) .actions {
        grid-template-columns: 1fr 1.2fr;
      }
      :host([layout='two']) ::slotted(ui-button) {
        --button-pad: 0.3em 0.5em;
      }
      ::slotted(ui-button) {
        --button-height: 52px;
        font-size: 1.0625rem;
      }
      slot[name='note'] {
        display: block;
        font-size: var(--t-xs);
        line-height: 1.4;
        color: var(--dock-ink, var(--soft));
        text-align: center;
      }
    `,
  ]

  @property({ reflect: true }) layout: 'one' | 'two' = 'one'

  protected override render() {
    return html`<div class="actions"><slot></slot></div>
      <slot name="note"></slot>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-dock': UiDock
  }
}
