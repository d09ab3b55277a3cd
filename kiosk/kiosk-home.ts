import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { kioskText } from '../shared/text/kiosk.ts'
import { LangController, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { emit } from '../shared/web/ui/emit.ts'
import { icon } from '../shared/web/ui/icons.ts'
import '../shared/web/ui/ui-button.ts'
import '../shared/web/ui/ui-search.ts'
import '../shared/web/ui/ui-state.ts'
import type { Wish } from './flow.ts'
import './kiosk-service.ts'
import { PER_SHEET, found, sheetOf, type Card } from './services.ts'

/** The first page: every service in one view, with its line; search and sheets when there are more than fit. */
@customElement('kiosk-home')
export class KioskHome extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template: auto auto 1fr auto / 1fr;
        min-height: 0;
        padding: 0 var(--s6) var(--s5);
      }
      .ask {
        margin: var(--s3) 0 var(--s5);
      }
      h1:focus-visible {
        outline: 0;
      }
      h1 {
        font-size: 2.35rem;
        letter-spacing: -0.025em;
      }
      .ask p {
        margin-top: var(--s2);
        color: var(--soft);
        font-size: var(--t-lg);
      }
      .many {
        display: grid;
        grid-template-columns: 1fr auto auto;
        gap: var(--s3);
        margin-bottom: var(--s3);
      }
      .grid {
        grid-row: 3;
        display: grid;
        grid-template: repeat(6, minmax(72px, 1fr)) / 1fr 1fr;
        gap: var(--s3);
        min-height: 0;
      }
      .grid ui-state {
        grid-column: 1 / -1;
        font-size: var(--t-lg);
      }
      .feet {
        grid-row: 4;
        display: grid;
        grid-template-columns: 1.22fr 1fr;
        gap: var(--s3);
        margin-top: var(--s4);
      }
      .feet ui-button {
        --button-height: 5rem;
        --button-radius: var(--r-l);
        --button-pad: 0 var(--s5);
        font-size: var(--t-lg);
      }
      .feet svg {
        width: 2.75rem;
        height: 2.75rem;
      }
      .feet small {
        margin-top: 0.2em;
        font-size: 0.92rem;
      }
      .low {
        --button-ground: var(--ink);
        --button-ink: var(--paper);
      }
      .note {
        grid-column: 1 / -1;
        text-align: center;
        font-size: var(--t-xs);
        color: var(--soft);
      }
      @media (orientation: landscape) {
        :host {
          grid-template: auto 1fr auto / 18rem 1fr;
          column-gap: var(--s5);
          padding: 0 var(--s5) var(--s4);
        }
        .ask {
          grid-area: 1 / 1 / 3 / 2;
          margin: 0;
        }
        h1 {
          font-size: 1.85rem;
        }
        h1 span {
          display: block;
        }
        .ask p {
          font-size: var(--t-md);
        }
        .many {
          grid-area: 1 / 2;
          margin-bottom: var(--s2);
        }
        .grid {
          grid-area: 2 / 2 / 4 / 3;
          grid-template: repeat(4, minmax(72px, 1fr)) / repeat(3, 1fr);
          gap: var(--s2);
        }
        .feet {
          grid-area: 3 / 1;
          grid-template-columns: 1fr;
          align-content: end;
          margin: 0;
        }
        .feet ui-button {
          --button-height: 5rem;
          --button-pad: 0 var(--s3);
          font-size: var(--t-md);
        }
      }
    `,
  ]

  @property({ attribute: false }) cards: readonly Card[] = []
  @property() query = ''
  @property({ type: Number }) sheet = 0
  @property() greeting: 'morning' | 'noon' | 'afternoon' | 'evening' = 'morning'
  /** When the counts were true, as text; empty while they are true now. */
  @property() asOf = ''
  @property() note = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const list = found(this.cards, this.query)
    const { items, sheet, of } = sheetOf(list, this.sheet, PER_SHEET)
    return html`<div class="ask">
        <h1 tabindex="-1">
          <span>${t(kioskText[`greeting.${this.greeting}`])}.</span> <span>${t(kioskText['home.title'])}</span>
        </h1>
        <p>${t(kioskText[this.asOf ? 'home.lead.offline' : 'home.lead'])}</p>
      </div>
      ${this.cards.length > PER_SHEET ? this.#many(sheet, of) : nothing}
      <div class="grid" role="group" aria-label=${t(kioskText['home.choose'])}>
        ${items.map(card => html`<kiosk-service .card=${card} .asOf=${this.asOf}></kiosk-service>`)}
        ${
          items.length === 0
            ? html`<ui-state kind="empty" icon="search" .heading=${t(kioskText['home.none'])}
                >${t(kioskText['home.none.hint'])}</ui-state
              >`
            : nothing
        }
      </div>
      <div class="feet">
        <ui-button class="low" layout="start" @click=${() => this.#wish({ do: 'low', on: true })}>
          ${icon('accessibility')}<span
            >${t(kioskText['home.low'])}<small>${t(kioskText['home.low.small'])}</small></span
          >
        </ui-button>
        <ui-button layout="start" @click=${() => this.#wish({ do: 'help', open: true })}>
          ${icon('hand')}<span>${t(kioskText['home.help'])}<small>${t(kioskText['home.help.small'])}</small></span>
        </ui-button>
        ${this.note ? html`<p class="note">${this.note}</p>` : nothing}
      </div>`
  }

  #many(sheet: number, of: number) {
    const turn = (to: number) => this.#wish({ do: 'turn', sheet: to })
    return html`<div class="many">
      <ui-search
        .value=${this.query}
        .label=${t(kioskText['home.search'])}
        .placeholder=${t(kioskText['home.search.hint'])}
        @search=${(e: CustomEvent<{ value: string }>) => this.#wish({ do: 'search', query: e.detail.value })}
      ></ui-search>
      <ui-button ?disabled=${sheet === 0} @click=${() => turn(sheet - 1)}
        >${icon('back')}<span class="vh">${t(kioskText['home.previous'])}</span></ui-button
      >
      <ui-button ?disabled=${sheet >= of - 1} @click=${() => turn(sheet + 1)}
        >${t(kioskText['home.next'])} ${icon('arrow')}<small class="vh"
          >${t(kioskText['home.sheet'], { n: sheet + 1, of })}</small
        ></ui-button
      >
    </div>`
  }

  #wish(wish: Wish): void {
    emit(this, 'wish', wish)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-home': KioskHome
  }
}
