import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { baseStyles } from './base-styles.ts'

/** A native button in the look of the house. `click` never leaves it while it is disabled or busy. */
@customElement('ui-button')
export class UiButton extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline-flex;
        vertical-align: middle;
        -webkit-tap-highlight-color: transparent;
      }
      button {
        position: relative;
        flex: 1;
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: var(--button-gap, 0.6em);
        min-width: 0;
        min-height: var(--button-height, var(--target));
        padding: var(--button-pad, 0.3em 1.25em);
        border: var(--stroke-strong) solid var(--edge);
        border-radius: var(--button-radius, var(--r-m));
        background: var(--button-ground, var(--surface));
        color: var(--button-ink, var(--ink));
        font-weight: var(--w-title);
        line-height: 1.15;
        text-align: center;
        overflow: hidden;
        touch-action: manipulation;
        transition: background var(--m-quick) var(--ease);
      }
      :host([variant='primary']) button,
      button[aria-pressed='true'] {
        background: var(--button-ground, var(--accent));
        border-color: var(--button-ground, var(--accent));
        color: var(--button-ink, var(--on-accent));
      }
      :host([variant='call']) button {
        background: var(--call);
        border-color: var(--call);
        color: var(--on-call);
      }
      :host([variant='plain']) button {
        border-color: transparent;
        background: transparent;
        color: var(--button-ink, var(--accent));
      }
      :host([variant='danger']) button {
        color: var(--danger);
        border-color: currentColor;
      }
      @media (hover: hover) {
        button:enabled:hover {
          background: var(--button-ground, var(--accent-soft));
        }
        :host([variant='primary']) button:enabled:hover,
        button[aria-pressed='true']:enabled:hover {
          background: var(--button-ground, var(--deep));
        }
        :host([variant='call']) button:enabled:hover {
          background: var(--call);
        }
      }
      button:active {
        translate: 0 1px;
      }
      :host button:disabled {
        border: var(--stroke-strong) dashed var(--edge);
        background: var(--sunk);
        color: var(--soft);
        cursor: not-allowed;
        translate: none;
      }
      :host([size='s']) {
        font-size: var(--t-sm);
      }
      :host([size='s']) button {
        min-height: var(--button-height, calc(var(--target) * 0.85));
        padding: var(--button-pad, 0.2em 0.9em);
      }
      :host([size='l']) {
        font-size: var(--t-lg);
      }
      :host([size='l']) button {
        min-height: var(--button-height, calc(var(--target) * 1.3));
        border-radius: var(--button-radius, var(--r-l));
      }
      :host([layout='stack']) button {
        flex-direction: column;
        gap: var(--button-gap, 0.2em);
        min-height: var(--button-height, max(var(--target), 4.2em));
        padding: var(--button-pad, 0.4em 0.6em);
      }
      :host([layout='start']) button {
        justify-content: flex-start;
        text-align: start;
      }
      ::slotted(svg) {
        flex: none;
      }
      ::slotted(small) {
        display: block;
        font-weight: 500;
      }
      ::slotted(.end) {
        margin-inline-start: auto;
      }
      :host([layout='stack']) ::slotted(ui-key) {
        position: absolute;
        top: 0.35rem;
        inset-inline-end: 0.35rem;
      }
      button[aria-busy='true'] {
        cursor: progress;
      }
      button[aria-busy='true']::after {
        content: '';
        position: absolute;
        inset: auto auto 0 0;
        width: 40%;
        height: max(3px, 0.2em);
        border-radius: var(--r-pill);
        background: currentColor;
        animation: busy 1.1s var(--ease) infinite alternate;
      }
      @keyframes busy {
        to {
          translate: 150% 0;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        button[aria-busy='true']::after {
          width: 100%;
          animation: none;
        }
      }
    `,
  ]

  @property({ reflect: true }) variant: 'default' | 'primary' | 'call' | 'danger' | 'plain' = 'default'
  @property({ reflect: true }) size: 's' | 'm' | 'l' = 'm'
  /** `stack` puts the icon above the word, `start` lines both up at the left. */
  @property({ reflect: true }) layout: 'row' | 'stack' | 'start' = 'row'
  @property() type: 'button' | 'submit' = 'button'
  @property({ type: Boolean, reflect: true }) disabled = false
  /** Work is under way: the label stays, a bar runs below it. */
  @property({ type: Boolean, reflect: true }) busy = false
  /** Set for a toggle only. */
  @property({ attribute: false }) pressed: boolean | undefined
  /** The accessible name where the slotted words do not suffice. */
  @property() label = ''
  /** The key that does the same, for `aria-keyshortcuts`. */
  @property() shortcut = ''

  constructor() {
    super()
    this.addEventListener('click', this.#onClick, true)
  }

  protected override render() {
    return html`<button
      part="button"
      type="button"
      ?disabled=${this.disabled}
      aria-busy=${this.busy ? 'true' : nothing}
      aria-disabled=${this.busy ? 'true' : nothing}
      aria-pressed=${this.pressed ?? nothing}
      aria-label=${this.label || nothing}
      aria-keyshortcuts=${this.shortcut || nothing}
    >
      <slot></slot>
    </button>`
  }

  // Capturing on the host is the one place that comes before every listener of the screen.
  #onClick(event: Event): void {
    if (this.disabled || this.busy) {
      event.stopImmediatePropagation()
      event.preventDefault()
    } else if (this.type === 'submit') {
      this.closest('form')?.requestSubmit()
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-button': UiButton
  }
}
