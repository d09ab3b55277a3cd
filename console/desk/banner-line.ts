import { LitElement, css, html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { deskText } from '../../shared/text/desk.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-button.ts'
import type { UiButton } from '../../shared/web/ui/ui-button.ts'

/**
 * All banners of the desk in one line, so that the work below keeps its place: the first of them in words, and a button
 * that lays the others over the page. What is slotted stands in the order of what presses most: a banner, or a list of
 * them that says in `filled` how many it has.
 */
@customElement('banner-line')
export class BannerLine extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        position: relative;
        z-index: 2;
        display: block;
        --banner-pad: 0.3rem 0.9rem;
        --button-height: 2.1rem;
      }
      :host([filled]) {
        height: 2.9rem;
        margin-bottom: 0.55rem;
      }
      .line {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.5rem;
        align-items: center;
        max-height: calc(100vh - 5rem);
        font-size: 0.9rem;
      }
      .rows {
        display: grid;
        gap: 0.5rem;
        min-width: 0;
      }
      .open {
        align-items: start;
        padding: 0.6rem;
        border: 1px solid var(--line);
        border-radius: var(--r-l);
        background: var(--surface);
        box-shadow: var(--e-2);
        overflow: auto;
        --banner-pad: 0.45rem 0.9rem;
      }
      ::slotted([folded='none']:is(ui-banner)) {
        display: none;
      }
      @media (max-width: 48rem) {
        :host([filled]) {
          height: auto;
        }
        .line {
          grid-template-columns: minmax(0, 1fr);
          justify-items: end;
        }
        .rows {
          width: 100%;
        }
        .open {
          max-height: none;
        }
      }
    `,
  ]

  @state() private count = 0
  /** The first of them has more to it than fits in a line. */
  @state() private more = false
  @state() private open = false
  @query('ui-button') private opener!: UiButton | null
  readonly #watched = new MutationObserver(() => this.#read())

  constructor() {
    super()
    new LangController(this)
    this.addEventListener('keydown', this.#onKey)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#watched.observe(this, { childList: true, subtree: true, attributeFilter: ['filled', 'more'] })
    this.#read()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#watched.disconnect()
  }

  protected override updated(): void {
    this.toggleAttribute('filled', this.count > 0)
    let first = true
    for (const child of this.children) {
      const shown = this.open || countOf(child) === 0 ? undefined : first ? 'one' : 'none'
      if (shown) child.setAttribute('folded', shown)
      else child.removeAttribute('folded')
      if (countOf(child) > 0) first = false
    }
  }

  protected override render() {
    const others = this.count > 1
    return html`<div class="line ${this.open ? 'open' : ''}">
      <div class="rows"><slot></slot></div>
      ${
        others || this.more
          ? html`<ui-button size="s" .pressed=${this.open} @click=${() => (this.open = !this.open)}
              >${t(deskText[this.open ? 'banner.fold' : others ? 'banner.all' : 'banner.more'], { n: this.count })}</ui-button
            >`
          : nothing
      }
    </div>`
  }

  #read(): void {
    const filled = [...this.children].filter(child => countOf(child) > 0)
    this.count = filled.reduce((sum, child) => sum + countOf(child), 0)
    this.more = filled[0]?.hasAttribute('more') ?? false
    if (this.count < 2 && !this.more) this.open = false
    this.requestUpdate()
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return
    // Else the desk below takes it for the sentence about the last act.
    event.preventDefault()
    this.open = false
    this.opener?.focus()
  }
}

function countOf(child: Element): number {
  return child.localName === 'ui-banner' ? 1 : Number(child.getAttribute('filled') ?? 0)
}

declare global {
  interface HTMLElementTagNameMap {
    'banner-line': BannerLine
  }
}
