import { LitElement, css, html, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { baseStyles } from './base-styles.ts'
import { emit } from './emit.ts'
import { icon } from './icons.ts'
import { rovingStep } from './roving.ts'

/** A checkbox or radio drawn large. The host itself is the control, so that radios can be a group across shadow roots. */
@customElement('ui-choice')
export class UiChoice extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        box-sizing: border-box;
        display: flex;
        align-items: center;
        gap: 0.8em;
        min-height: var(--target);
        padding: 0.7em 1em;
        border: var(--stroke-strong) solid var(--edge);
        border-radius: var(--r-m);
        background: var(--surface);
        color: var(--ink);
        font-weight: var(--w-label);
        line-height: 1.25;
        text-align: start;
        cursor: pointer;
        user-select: none;
        touch-action: manipulation;
        -webkit-tap-highlight-color: transparent;
      }
      :host(:focus-visible) {
        outline: var(--focus-width) solid var(--focus);
        outline-offset: 3px;
      }
      .box {
        flex: none;
        display: grid;
        place-items: center;
        width: 1.6em;
        height: 1.6em;
        border: 2px solid var(--edge);
        border-radius: 0.35em;
        background: var(--surface);
        color: transparent;
      }
      .box.radio {
        border-radius: 50%;
      }
      .box svg {
        width: 1.2em;
        height: 1.2em;
        stroke-width: 3;
      }
      :host([checked]) {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      :host([checked]) .box {
        background: var(--accent);
        border-color: var(--accent);
        color: var(--on-accent);
      }
      :host([disabled]) {
        border-style: dashed;
        border-color: var(--edge);
        background: var(--sunk);
        color: var(--soft);
        cursor: not-allowed;
      }
      :host([disabled]) .box {
        background: transparent;
        border-color: var(--edge);
        color: transparent;
      }
      :host([disabled][checked]) .box {
        color: var(--soft);
      }
      /* Forced colours show what is transparent: the tick of what is not chosen has to go, and what is chosen keeps a ground. */
      @media (forced-colors: active) {
        :host(:not([checked])) .box svg {
          visibility: hidden;
        }
        :host([checked]) {
          forced-color-adjust: none;
          border-color: Highlight;
          background: Highlight;
          color: HighlightText;
        }
        :host([checked]) .box {
          border-color: HighlightText;
          background: Highlight;
          color: HighlightText;
        }
        :host([checked]) ::slotted(*) {
          color: inherit;
        }
      }
      ::slotted(small) {
        display: block;
        font-weight: var(--w-text);
        color: var(--soft);
      }
    `,
  ]

  @property({ reflect: true }) kind: 'checkbox' | 'radio' = 'checkbox'
  @property({ reflect: true }) name = ''
  @property() value = ''
  @property({ type: Boolean, reflect: true }) checked = false
  @property({ type: Boolean, reflect: true }) disabled = false

  constructor() {
    super()
    this.addEventListener('click', this.#choose)
    this.addEventListener('keydown', this.#onKey)
  }

  protected override updated(changed: PropertyValues<this>): void {
    const peers = this.#peers()
    const reachable = this.kind === 'checkbox' || this.checked || !peers.some(peer => peer.checked)
    this.setAttribute('role', this.kind)
    this.setAttribute('aria-checked', String(this.checked))
    this.setAttribute('aria-disabled', String(this.disabled))
    this.tabIndex = reachable && !this.disabled ? 0 : -1
    if (changed.has('checked')) for (const peer of peers) if (peer !== this) peer.requestUpdate()
  }

  protected override render() {
    return html`<span class="box ${this.kind}">${icon('check')}</span><span><slot></slot></span>`
  }

  #peers(): UiChoice[] {
    if (this.kind === 'checkbox') return []
    const all = (this.getRootNode() as ParentNode).querySelectorAll('ui-choice')
    return [...all].filter(peer => peer.kind === 'radio' && peer.name === this.name && !peer.disabled)
  }

  #choose(): void {
    if (this.disabled || (this.kind === 'radio' && this.checked)) return
    for (const peer of this.#peers()) if (peer !== this) peer.checked = false
    this.checked = !this.checked
    emit(this, 'change', { checked: this.checked, value: this.value })
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === ' ' || (event.key === 'Enter' && this.kind === 'checkbox')) {
      event.preventDefault()
      this.#choose()
      return
    }
    const peers = this.#peers()
    const next = peers[rovingStep(event.key, peers.indexOf(this), peers.length) ?? -1]
    if (!next) return
    event.preventDefault()
    next.focus()
    next.#choose()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-choice': UiChoice
  }
}
