import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { consoleText } from '../../shared/text/console.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-tag.ts'

/** One page of the group. */
export interface GroupEntry {
  readonly href: string
  readonly label: string
  readonly current: boolean
  /** How many messages wait there. */
  readonly waiting: number
}

/** The pages of one group above the page that is shown: beside each other, and on a phone behind "Menu". */
@customElement('page-group')
export class PageGroup extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        padding-bottom: 0.6rem;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1.25rem;
      }
      a {
        padding: 0.4rem 0;
        border: solid transparent;
        border-width: 0 0 3px;
        color: var(--soft);
        font-weight: 650;
        text-decoration: none;
      }
      a:hover {
        color: var(--ink);
      }
      a[aria-current] {
        color: var(--ink);
        border-color: var(--accent);
      }
      button {
        display: none;
      }
      @media (max-width: 40rem) {
        button {
          display: flex;
          gap: 0.5rem;
          align-items: center;
          width: 100%;
          min-height: 3rem;
          padding: 0 0.8rem;
          border: 1.5px solid var(--edge);
          border-radius: var(--r-m);
          background: var(--surface);
          color: var(--ink);
          font: inherit;
          font-weight: 700;
          cursor: pointer;
        }
        button .here {
          flex: 1;
          overflow: hidden;
          font-weight: 550;
          text-align: end;
          text-overflow: ellipsis;
          white-space: nowrap;
        }
        nav {
          display: none;
        }
        .open {
          display: grid;
          margin-top: 0.3rem;
          border: 1.5px solid var(--line);
          border-radius: var(--r-m);
          background: var(--surface);
        }
        a {
          min-height: 3rem;
          padding: 0.75rem 0.8rem;
          border-width: 0 0 0 4px;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) entries: readonly GroupEntry[] = []
  @state() private open = false
  #here: string | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const here = this.entries.find(e => e.current)?.href
    if (here === this.#here) return
    this.#here = here
    this.open = false
  }

  protected override render() {
    const here = this.entries.find(e => e.current)
    const elsewhere = this.entries.filter(e => !e.current && e.waiting > 0)
    return html`<button
        type="button"
        aria-expanded=${this.open}
        aria-controls="pages"
        @click=${() => (this.open = !this.open)}
        @keydown=${(e: KeyboardEvent) => e.key === 'Escape' && (this.open = false)}
      >
        ${icon('list')} ${t(consoleText['frame.menu'])}<span class="here">${here?.label}</span>
        ${elsewhereOf(elsewhere)}
      </button>
      <nav id="pages" class=${this.open ? 'open' : ''} aria-label=${t(consoleText['frame.group'])}>
        ${this.entries.map(
          ({ href, label, current, waiting }) =>
            html`<a href=${href} aria-current=${current ? 'page' : nothing} @click=${() => (this.open = false)}
              >${label}${tagOf(waiting)}</a
            >`,
        )}
      </nav>`
  }
}

/** How many messages wait on pages that are not shown, and on which where it is one. */
function elsewhereOf(entries: readonly GroupEntry[]) {
  if (entries.length === 0) return nothing
  const page = entries.length === 1 ? entries[0]!.label : t(consoleText['frame.elsewhere'])
  const n = `${entries.reduce((sum, e) => sum + e.waiting, 0)}`
  return html` <ui-tag tone="warn">${t(consoleText['frame.waitingAt'], { page, n })}</ui-tag>`
}

/** How many messages wait. */
export function tagOf(waiting: number) {
  if (waiting === 0) return nothing
  return html` <ui-tag tone="warn">${t(consoleText['frame.waiting'], { n: `${waiting}` })}</ui-tag>`
}

declare global {
  interface HTMLElementTagNameMap {
    'page-group': PageGroup
  }
}
