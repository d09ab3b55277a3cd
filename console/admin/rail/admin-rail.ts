import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { railText as words } from '../../../shared/text/rail.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { icon, type IconName } from '../../../shared/web/ui/icons.ts'

/** One page of the administration, as the rail leads to it. */
export interface RailEntry {
  readonly href: string
  readonly label: string
  readonly icon: IconName
  readonly current: boolean
}

/** The pages of the administration down the left side; on a narrow screen one line to choose from. */
@customElement('admin-rail')
export class AdminRail extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      nav {
        position: sticky;
        top: 0;
        display: grid;
        gap: 0.15rem;
      }
      a {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.6rem;
        align-items: center;
        min-height: max(2.4rem, var(--target, 0px));
        padding: 0.2rem 0.7rem;
        border: 1.5px solid transparent;
        border-radius: var(--r-m);
        color: var(--soft);
        font-size: 0.875rem;
        font-weight: 600;
        line-height: 1.25;
        text-decoration: none;
      }
      a:hover {
        color: var(--ink);
      }
      a:focus-visible {
        outline-offset: -2px;
      }
      a[aria-current] {
        background: var(--accent-soft);
        color: var(--deep);
        font-weight: 700;
      }
      label {
        display: none;
      }
      select {
        width: 100%;
        min-height: 2.75rem;
        padding: 0.2rem 0.6rem;
        border: 1.5px solid var(--edge);
        border-radius: var(--r-m);
        background: var(--surface);
        color: var(--ink);
        font-weight: 650;
      }
      @media (forced-colors: active) {
        a {
          border-color: Canvas;
        }
        a[aria-current] {
          border-color: Highlight;
        }
      }
      @media (max-width: 60rem) {
        nav {
          display: none;
        }
        label {
          display: block;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) entries: readonly RailEntry[] = []

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const current = this.entries.find(e => e.current)
    return html`<nav aria-label=${t(words.title)}>
        ${this.entries.map(
          e =>
            html`<a href=${e.href} aria-current=${e.current ? 'page' : nothing}
              >${icon(e.icon)}<span>${e.label}</span></a
            >`,
        )}
      </nav>
      <label
        ><span class="vh">${t(words.title)}</span>
        <select .value=${live(current?.href ?? '')} @change=${this.#go}>
          ${this.entries.map(e => html`<option value=${e.href} ?selected=${e.current}>${e.label}</option>`)}
        </select></label
      >`
  }

  /** Whoever has typed something is asked before: then the line says again where one is. */
  readonly #go = (event: Event): void => {
    location.hash = (event.target as HTMLSelectElement).value
    setTimeout(() => this.requestUpdate())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-rail': AdminRail
  }
}
