import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { baseStyles } from './base-styles.ts'
import { icon } from './icons.ts'

const ICONS = { attention: 'warning', offline: 'offline', bad: 'warning', info: 'info' } as const

/** What a banner is about: something to mind, a picture that has gone stale, a failure, or plain news. */
export type BannerTone = keyof typeof ICONS

/** One sentence about the state of this screen: offline, stale, sound off, not saved. */
@customElement('ui-banner')
export class UiBanner extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      div {
        display: flex;
        align-items: center;
        gap: 0.8em;
        padding: var(--banner-pad, 0.8em 1.1em);
        border-radius: var(--r-m);
        border-inline-start: 0.4rem solid var(--call);
        background: var(--call-soft);
        color: var(--ink);
        line-height: 1.35;
      }
      .icon {
        display: grid;
        font-size: 1.4em;
        color: var(--call-text);
      }
      .words {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .bad {
        background: var(--danger-soft);
        border-color: var(--danger);
      }
      .bad .icon {
        color: var(--danger);
      }
      .info {
        background: var(--accent-soft);
        border-color: var(--accent);
      }
      .info .icon {
        color: var(--deep);
      }
    `,
  ]

  @property({ reflect: true }) tone: BannerTone = 'attention'

  protected override render() {
    return html`<div class=${this.tone} role="status">
      <span class="icon"><slot name="icon">${icon(ICONS[this.tone])}</slot></span>
      <span class="words"><slot></slot></span>
      <slot name="action"></slot>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-banner': UiBanner
  }
}
