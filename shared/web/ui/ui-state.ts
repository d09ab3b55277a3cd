import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { uiText } from '../../text/ui.ts'
import { LangController, t } from '../lang.ts'
import { baseStyles } from './base-styles.ts'
import { emit } from './emit.ts'
import { icon, type IconName } from './icons.ts'

const ICONS = { loading: 'clock', empty: 'info', error: 'warning', offline: 'offline', stale: 'clock' } as const

/** What stands where content is missing: loading, empty, error, offline, stale. Never a blank area. */
@customElement('ui-state')
export class UiState extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      div {
        display: grid;
        gap: 0.25em;
        align-content: start;
        height: 100%;
        padding: 0.8em;
        border: 1.5px dashed var(--edge);
        border-radius: var(--r-m);
        line-height: 1.3;
      }
      svg {
        width: 1.7em;
        height: 1.7em;
        color: var(--accent);
      }
      .offline svg,
      .stale svg {
        color: var(--call-text);
      }
      .error svg {
        color: var(--danger);
      }
      .loading {
        border-style: solid;
        border-color: var(--line);
      }
      i {
        height: 0.75em;
        margin-bottom: 0.3em;
        border-radius: 1rem;
        background: var(--sunk);
        box-shadow: inset 0 0 0 1px var(--line);
        animation: breathe 1.2s ease-in-out infinite alternate;
      }
      i:nth-of-type(2) {
        width: 70%;
        animation-delay: 0.2s;
      }
      i:nth-of-type(3) {
        width: 85%;
        animation-delay: 0.4s;
      }
      @keyframes breathe {
        to {
          opacity: 0.45;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        i {
          animation: none;
        }
      }
      button {
        justify-self: start;
        min-height: max(2.6em, var(--target) * 0.8);
        padding: 0;
        border: 0;
        background: none;
        color: var(--accent);
        font-weight: 650;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
    `,
  ]

  @property({ reflect: true }) kind: 'loading' | 'empty' | 'error' | 'offline' | 'stale' = 'loading'
  @property() heading = ''
  /** A short code that the help desk can look up. */
  @property() code = ''
  @property({ attribute: false }) icon: IconName | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const heading = this.heading || t(uiText[`state.${this.kind}`])
    if (this.kind === 'loading') {
      return html`<div class="loading" role="status"><i></i><i></i><i></i><span>${heading}</span><slot></slot></div>`
    }
    const retry = this.kind === 'error' || this.kind === 'offline'
    return html`<div class=${this.kind} role=${this.kind === 'error' ? 'alert' : 'status'}>
      ${icon(this.icon ?? ICONS[this.kind])}
      <b>${heading}</b>
      <slot></slot>
      ${this.code ? html`<span>${t(uiText['state.code'], { code: this.code })}</span>` : nothing}
      ${
        retry
          ? html`<button type="button" @click=${() => emit(this, 'retry')}>${t(uiText['state.retry'])}</button>`
          : nothing
      }
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-state': UiState
  }
}
