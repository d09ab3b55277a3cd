import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Instant, Zone } from '../shared/kit/time.ts'
import { displayText as text } from '../shared/text/display.ts'
import { timeText } from '../shared/text/ui.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import '../shared/web/ui/ui-number.ts'
import { pageAt, type BoardCounter } from './board.ts'
import { boardStyles } from './board-styles.ts'

/** Counters that stand at ease; more of them stand close, and more than `MOST` take turns. */
const AT_EASE = 8
const MOST = 16

/** Every counter with the number that stands there. */
@customElement('display-counters')
export class DisplayCounters extends LitElement {
  static override styles = [
    baseStyles,
    boardStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
        grid-auto-rows: minmax(min-content, 3.35rem);
        align-content: start;
        gap: var(--s2);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-content: center;
        align-items: center;
        min-width: 0;
        padding: 0.3rem 0.6rem 0.3rem 0.7rem;
        border-left: 0.3rem solid var(--accent);
        border-radius: var(--r-s);
        background: var(--surface);
        line-height: 1.15;
      }
      .name {
        overflow: hidden;
        font-size: 0.95rem;
        font-weight: 700;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .bare .name,
      .close .name {
        grid-row: 1 / span 2;
      }
      .state {
        grid-row: 2;
        font-size: 0.86rem;
        font-weight: 650;
        color: var(--soft);
      }
      ui-number,
      .word {
        grid-column: 2;
        grid-row: 1 / span 2;
        text-align: end;
      }
      ui-number {
        font-size: 1.62rem;
      }
      .word {
        font-size: 1rem;
        font-weight: 700;
        color: var(--soft);
      }
      .called {
        background: var(--call);
        border-color: var(--call-text);
        color: var(--on-call);
      }
      .called .state {
        color: var(--on-call);
      }
      .break,
      .closed {
        border-color: var(--edge);
        border-left-style: dotted;
      }
      .closed {
        background: none;
      }
      .close ul {
        grid-auto-rows: minmax(min-content, 1.7rem);
        gap: 0.375rem;
      }
      .close li {
        padding: 0.15rem 0.5rem;
      }
      .close .name {
        font-size: 0.86rem;
      }
      .close .state {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .close ui-number {
        font-size: 1.2rem;
      }
      .close .word {
        font-size: 0.86rem;
      }
      :host([stale]) .called {
        background: var(--surface);
        border-color: var(--accent);
        color: var(--ink);
      }
      :host([stale]) .state {
        color: var(--soft);
      }
    `,
  ]

  @property({ attribute: false }) counters: readonly BoardCounter[] = []
  @property() zone: Zone = 'WITA'
  @property({ attribute: false }) now: Instant = 0
  @property({ type: Boolean, reflect: true }) stale = false

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { items, page, pages } = pageAt(this.counters, MOST, this.now)
    return html`<section class=${items.length > AT_EASE ? 'close' : ''} aria-labelledby="title">
      <div class="head">
        <h2 id="title">${t(text['counters.title'])}</h2>
        ${pages > 1 ? html`<span>${t(text.page, { page, pages })}</span>` : nothing}
      </div>
      ${
        items.length === 0
          ? html`<p class="none">${t(text['counters.none'])}</p>`
          : html`<ul>
              ${items.map(counter => this.#counter(counter))}
            </ul>`
      }
    </section>`
  }

  #counter({ name, state, number, until }: BoardCounter) {
    const word = t(text[`counters.${state}`])
    const till = until === undefined ? nothing : t(text['counters.until'], { time: timeText(until, this.zone, lang()) })
    const bare = number === undefined && until === undefined
    return html`<li class=${bare ? `${state} bare` : state}>
      <span class="name">${name}</span>
      ${
        number === undefined
          ? html`<span class="word">${word}</span
              >${till === nothing ? nothing : html`<span class="state">${till}</span>`}`
          : html`<span class="state">${word}</span><ui-number .value=${number}></ui-number>`
      }
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'display-counters': DisplayCounters
  }
}
