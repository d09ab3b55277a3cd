import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Zone } from '../shared/kit/time.ts'
import { displayText as text } from '../shared/text/display.ts'
import { timeText } from '../shared/text/ui.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { icon } from '../shared/web/ui/icons.ts'
import '../shared/web/ui/ui-number.ts'
import '../shared/web/ui/ui-tag.ts'
import type { BoardCall } from './board.ts'

/** The calls before the one now, newest first; those of the last seconds still wear amber. */
@customElement('display-recent')
export class DisplayRecent extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-rows: auto 1fr;
        gap: var(--s2);
        min-height: 0;
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-height: 1.35rem;
      }
      h2 {
        font-size: var(--t-md);
        letter-spacing: 0;
        color: var(--soft);
      }
      ui-tag {
        font-size: var(--t-sm);
        line-height: 1;
      }
      ol {
        display: grid;
        grid-auto-rows: 1fr;
        gap: var(--s2);
        min-height: 0;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--s3);
        align-items: center;
        min-height: 0;
        padding: 0 var(--s4);
        border: 2px solid transparent;
        border-radius: var(--r-m);
        background: var(--surface);
      }
      .place {
        border: 2px dashed var(--line);
        background: none;
      }
      .fresh {
        border-color: var(--call);
      }
      ui-number {
        font-size: 3.1rem;
        line-height: 1;
      }
      .long {
        font-size: 2.5rem;
      }
      .where {
        min-width: 0;
        text-align: end;
      }
      b {
        display: block;
        overflow: hidden;
        font-size: var(--t-xl);
        font-weight: 750;
        line-height: 1.1;
        text-overflow: ellipsis;
        white-space: nowrap;
        color: var(--call-text);
      }
      .when {
        display: flex;
        align-items: center;
        justify-content: end;
        gap: 0.35em;
        font-size: var(--t-sm);
        font-weight: 600;
        color: var(--soft);
      }
      .when svg {
        color: var(--call-text);
      }
      :host([stale]) b,
      :host([stale]) ui-number {
        color: var(--soft);
      }
    `,
  ]

  @property({ attribute: false }) calls: readonly BoardCall[] = []
  /** Calls that find room; fewer where the check-in code stands below them. */
  @property({ type: Number }) places = 4
  @property() zone: Zone = 'WITA'
  @property({ type: Boolean, reflect: true }) stale = false
  /** `seq` of the call that the voice is at. */
  @property({ attribute: false }) speaking: number | undefined
  /** Calls come faster than they can be spoken. */
  @property({ type: Boolean }) behind = false

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const calls = this.calls.slice(0, this.places)
    const free = Array.from({ length: this.places - calls.length })
    return html`<div class="head">
        <h2>${t(text['recent.title'])}</h2>
        ${this.behind ? html`<ui-tag tone="warn">${icon('sound')}${t(text['sound.behind'])}</ui-tag>` : nothing}
      </div>
      ${calls.length === 0 ? html`<p class="vh">${t(text['recent.empty'])}</p>` : nothing}
      <ol>
        ${calls.map(call => this.#call(call))} ${free.map(() => html`<li class="place" aria-hidden="true"></li>`)}
      </ol>`
  }

  #call(call: BoardCall) {
    return html`<li class=${call.fresh ? 'fresh' : ''}>
      <ui-number class=${call.number.length > 5 ? 'long' : ''} .value=${call.number}></ui-number>
      <div class="where">
        <b>${call.counterName}</b>
        <span class="when"
          >${
            call.seq === this.speaking
              ? html`${icon('sound')}<span class="vh">${t(text['recent.speaking'])}</span>`
              : nothing
          }<time>${timeText(call.at, this.zone, lang())}</time></span
        >
      </div>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'display-recent': DisplayRecent
  }
}
