import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { displayText as text } from '../shared/text/display.ts'
import { LangController, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { mark } from '../shared/web/ui/marks.ts'

/** Calm enough to read from the back of the hall: rem in a second. */
const PACE = 2.6

/** The office's line at the bottom. It runs only when it is too long to stand, and never under reduced motion. */
@customElement('display-ticker')
export class DisplayTicker extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--s4);
        min-height: 2.9rem;
        padding: 0 var(--s6);
        border-top: 2px solid var(--line);
        background: var(--surface);
        font-size: 1.2rem;
        font-weight: 650;
        line-height: 1.25;
      }
      .mark {
        width: 1.7rem;
        height: 1.7rem;
      }
      .window {
        overflow: hidden;
      }
      .line {
        display: inline-flex;
        gap: 6rem;
        white-space: nowrap;
      }
      .words {
        display: inline-block;
      }
      .runs .window {
        mask: linear-gradient(90deg, #000 94%, transparent);
      }
      .runs .line {
        animation: run var(--seconds) linear infinite;
      }
      /* While somebody is called, nothing else may draw the eye. */
      :host([still]) .line {
        animation-play-state: paused;
      }
      /* Every round begins with a rest, so that the first words can be read. */
      @keyframes run {
        0%,
        12% {
          transform: none;
        }
        to {
          transform: translateX(calc(-50% - 3rem));
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .line {
          display: block;
          white-space: normal;
          font-size: 0.95rem;
        }
        .runs .line {
          animation: none;
        }
        .runs .window {
          mask: none;
        }
        .twin {
          display: none;
        }
      }
      .demo {
        font-size: var(--t-2xs);
        font-weight: 500;
        color: var(--soft);
      }
    `,
  ]

  @property() words = ''
  @property({ type: Boolean }) demo = false
  @property({ type: Boolean, reflect: true }) still = false
  @state() private runs = false

  readonly #sizes = new ResizeObserver(() => this.#measure())

  constructor() {
    super()
    new LangController(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#sizes.disconnect()
  }

  protected override render() {
    return html`${mark()}
      <div class=${this.runs ? 'runs' : ''}>
        <div class="window">
          <div class="line">
            <span class="words">${this.words}</span>
            ${this.runs ? html`<span class="twin" aria-hidden="true">${this.words}</span>` : nothing}
          </div>
        </div>
      </div>
      ${this.demo ? html`<span class="demo">${t(text.demo)}</span>` : html`<span></span>`}`
  }

  protected override firstUpdated(): void {
    this.#sizes.observe(this.renderRoot.querySelector('.window')!)
    this.#sizes.observe(this.renderRoot.querySelector('.words')!)
  }

  #measure(): void {
    const room = this.renderRoot.querySelector<HTMLElement>('.window')!.clientWidth
    const words = this.renderRoot.querySelector<HTMLElement>('.words')!.offsetWidth
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
    this.runs = words > room
    this.style.setProperty('--seconds', `${Math.round(words / rem / PACE + 2)}s`)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'display-ticker': DisplayTicker
  }
}
