import { LitElement, css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { baseStyles } from './base-styles.ts'

/** The outline with two notches and a dashed cut: whatever wears it is a ticket, and nothing else may. */
@customElement('ui-ticket')
export class UiTicket extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        position: relative;
        display: block;
        border: var(--stroke) solid var(--ticket-line, var(--line));
        border-radius: var(--r-l);
        background: var(--surface);
        color: var(--ink);
      }
      .cut {
        position: relative;
        border-top: 2px dashed var(--edge);
      }
      .cut::before,
      .cut::after {
        content: '';
        position: absolute;
        top: calc(-0.75rem - 1px);
        width: 0.8rem;
        height: 1.5rem;
        background: var(--ticket-ground, var(--paper));
        border: var(--stroke) solid var(--ticket-line, var(--line));
      }
      .cut::before {
        left: calc(var(--stroke) * -1);
        border-left: 0;
        border-radius: 0 1rem 1rem 0;
      }
      .cut::after {
        right: calc(var(--stroke) * -1);
        border-right: 0;
        border-radius: 1rem 0 0 1rem;
      }
      :host([state='soon']) {
        --surface: var(--call-soft);
        --ticket-line: var(--call);
        --soft: var(--ink);
      }
      :host([state='called']) {
        --surface: var(--call);
        --ink: var(--on-call);
        --soft: var(--on-call);
        --edge: var(--on-call);
        --ticket-line: var(--call);
      }
      :host([state='done']) {
        --surface: var(--sunk);
        --ink: var(--soft);
        --ticket-line: var(--edge);
      }
    `,
  ]

  @property({ reflect: true }) state: 'live' | 'soon' | 'called' | 'done' = 'live'
  @state() private inside = false

  protected override render() {
    return html`<slot name="face"></slot>
      <div class="cut" ?hidden=${!this.inside}></div>
      <slot name="inside" @slotchange=${this.#onSlot}></slot>`
  }

  #onSlot(event: Event): void {
    this.inside = (event.target as HTMLSlotElement).assignedNodes().length > 0
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-ticket': UiTicket
  }
}
