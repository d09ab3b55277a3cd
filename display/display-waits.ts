import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Instant, Zone } from '../shared/kit/time.ts'
import { displayText as text } from '../shared/text/display.ts'
import { minuteRange } from '../shared/text/ranges.ts'
import { timeText } from '../shared/text/ui.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { pageAt, type BoardClosure, type BoardWait } from './board.ts'
import { boardStyles } from './board-styles.ts'

const MOST = 8

/** How many wait for each service, and within which minutes somebody who came now would be called. */
@customElement('display-waits')
export class DisplayWaits extends LitElement {
  static override styles = [
    baseStyles,
    boardStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        grid-auto-rows: minmax(1.7rem, 2.35rem);
        align-content: start;
        gap: 0 var(--s4);
      }
      li {
        display: grid;
        grid-template-columns: 1.6em minmax(0, 1fr) auto auto;
        gap: 0.4em;
        align-items: center;
        border-bottom: 1px solid var(--line);
        font-size: 0.9rem;
        font-weight: 650;
        line-height: 1.2;
      }
      .letter {
        font-weight: var(--w-number);
        color: var(--accent);
      }
      .name {
        display: -webkit-box;
        overflow: hidden;
        line-height: 1.02;
        overflow-wrap: anywhere;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      b {
        font-weight: var(--w-number);
      }
      .minutes {
        min-width: 4.1em;
        text-align: end;
        white-space: nowrap;
        color: var(--soft);
      }
      .shut {
        color: var(--call-text);
      }
    `,
  ]

  @property({ attribute: false }) waits: readonly BoardWait[] = []
  @property({ attribute: false }) now: Instant = 0
  @property() zone: Zone = 'WITA'
  /** The time of the last truth, as text; empty while the picture is live. */
  @property() asOf = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { items, page, pages } = pageAt(this.waits, MOST, this.now)
    const title = this.asOf ? t(text['waits.old'], { time: this.asOf }) : t(text['waits.title'])
    return html`<section aria-labelledby="title">
      <div class="head">
        <h2 id="title">${title}</h2>
        ${pages > 1 ? html`<span>${t(text.page, { page, pages })}</span>` : nothing}
      </div>
      ${
        items.length === 0
          ? html`<p class="none">${t(text['waits.none'])}</p>`
          : html`<ul>
              ${items.map(wait => this.#wait(wait))}
            </ul>`
      }
    </section>`
  }

  #closed({ until }: BoardClosure): string {
    if (until === undefined) return t(text['waits.closed'])
    return t(text['waits.closedUntil'], { time: timeText(until, this.zone, lang()) })
  }

  #wait({ letter, name, waiting, told, closure }: BoardWait) {
    const said = closure
      ? t(text['waits.closedFor'])
      : told
        ? minuteRange(told, lang(), 'about')
        : t(text['waits.unknown'])
    const shown = closure ? this.#closed(closure) : told ? minuteRange(told, lang(), 'column') : '—'
    return html`<li>
      <span class="letter">${letter}</span>
      <span class="name">${t(name)}</span>
      <b aria-hidden="true">${waiting}</b>
      <span class=${closure ? 'minutes shut' : 'minutes'} aria-hidden="true">${shown}</span>
      <span class="vh">${t(text['waits.people'], { n: waiting })}, ${said}</span>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'display-waits': DisplayWaits
  }
}
