import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { hallText } from '../../shared/text/kiosk-hall.ts'
import { kioskText } from '../../shared/text/kiosk.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-button.ts'
import { daysText, type Tile } from '../parts/agencies.ts'
import type { Wish } from '../parts/flow.ts'
import { PER_SHEET, isFull, sheetOf, type Card } from '../parts/services.ts'
import { hallStyles } from './hall-styles.ts'
import { drawnLine } from './service-line.ts'

/** The services of one agency: for whom each is, who waits and how long; twelve at a time. */
@customElement('kiosk-agency')
export class KioskAgency extends LitElement {
  static override styles = [
    baseStyles,
    hallStyles,
    css`
      .svcs {
        display: grid;
        flex: 1;
        grid-template-columns: 1fr 1fr;
        grid-auto-rows: minmax(72px, 1fr);
        gap: 16px;
        min-height: 0;
      }
      .svcs.few {
        grid-auto-rows: minmax(72px, 9rem);
      }
      .svcs button {
        display: grid;
        align-content: center;
        min-width: 0;
        padding: 0.6rem 1.1rem;
        border-radius: var(--r-l);
        box-shadow: var(--e-1);
      }
      .name {
        font-size: 1.4rem;
        font-weight: 750;
        letter-spacing: -0.02em;
        line-height: 1.1;
      }
      .detail {
        margin-top: 0.2rem;
        color: var(--soft);
        font-size: 1rem;
      }
      .q {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 0.6em;
        margin-top: 0.45rem;
        font-size: 1rem;
        font-weight: 700;
      }
      .w {
        color: var(--soft);
        font-weight: 600;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        margin: var(--s4) 0 0;
        border: var(--stroke) solid var(--line);
        border-radius: var(--r-l);
        background: var(--surface);
      }
      dl div {
        padding: 0.8rem 1.2rem;
      }
      dl div + div {
        border-inline-start: var(--stroke) solid var(--line);
      }
      dt {
        color: var(--soft);
        font-size: 1rem;
        font-weight: 600;
      }
      dd {
        margin: 0;
        font-size: 1.5rem;
        font-weight: 800;
        letter-spacing: -0.02em;
        line-height: 1.2;
      }
      @media (orientation: landscape) {
        .svcs {
          grid-template-columns: repeat(3, 1fr);
          gap: 12px;
        }
        .svcs button {
          padding: 0.3rem 0.9rem;
        }
        .name {
          font-size: 1.15rem;
        }
        .detail {
          font-size: 0.88rem;
        }
        .q {
          margin-top: 0.2rem;
          font-size: 0.92rem;
        }
        dl {
          margin-top: var(--s3);
        }
        dl div {
          display: flex;
          align-items: baseline;
          justify-content: space-between;
          padding: 0.35rem 1.2rem;
        }
        dd {
          font-size: 1.15rem;
        }
      }
    `,
  ]

  @property({ attribute: false }) tile!: Tile
  @property({ type: Number }) sheet = 0
  /** Attended counters, of how many. */
  @property({ attribute: false }) counters: { readonly open: number; readonly of: number } = { open: 0, of: 0 }
  /** When the last number is given, as text; empty where it is not known. */
  @property() last = ''
  @property() asOf = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { tile } = this
    const { items, sheet, of } = sheetOf(tile.cards, this.sheet, PER_SHEET)
    const agency = t(tile.name)
    return html`<div class="ask">
        <h1 tabindex="-1">${t(hallText['agency.which'], { agency })}</h1>
        <p>${this.#lead()}</p>
      </div>
      <div class=${items.length < 7 ? 'svcs few' : 'svcs'} role="group" aria-label=${agency}>
        ${items.map(card => this.#service(card))}
      </div>
      <dl>
        <div>
          <dt>${t(hallText['fact.counters'])}</dt>
          <dd>${t(hallText['fact.of'], { n: this.counters.open, of: this.counters.of })}</dd>
        </div>
        <div>
          <dt>${t(hallText['fact.waiting'], { agency })}</dt>
          <dd>${tile.cards.reduce((sum, card) => sum + card.waiting, 0)}</dd>
        </div>
        <div>
          <dt>${t(hallText['fact.last'])}</dt>
          <dd>${this.last || '–'}</dd>
        </div>
      </dl>
      <div class=${of > 1 ? 'one three' : 'one'}>
        <ui-button @click=${() => this.#wish({ do: 'back' })}>${icon('back')}${t(hallText['back.agencies'])}</ui-button>
        <ui-button @click=${() => this.#wish({ do: 'find' })}>${icon('search')}${t(hallText.letters)}</ui-button>
        ${
          of > 1
            ? html`<ui-button @click=${() => this.#wish({ do: 'turn', sheet: (sheet + 1) % of })}
                >${t(kioskText['home.next'])} ${icon('arrow')}<small class="vh"
                  >${t(kioskText['home.sheet'], { n: sheet + 1, of })}</small
                ></ui-button
              >`
            : nothing
        }
      </div>`
  }

  #lead(): string {
    const { tile } = this
    if (!tile.there) return t(hallText['agency.absent'], { days: daysText(tile, lang()) })
    const parts = [t(hallText['agency.lead'], { n: tile.cards.length }), t(tile.where)]
    if (tile.code) parts.push(t(hallText['agency.series'], { code: tile.code }))
    return parts.filter(Boolean).join(' · ')
  }

  #service(card: Card) {
    const { service, open } = card
    return html`<button
      type="button"
      class=${isFull(card) ? 'shut' : ''}
      ?disabled=${!open}
      @click=${() => this.#wish({ do: 'choose', serviceId: service.id })}
    >
      <span class="name">${t(service.name)}</span
      ><span class="detail">${t(service.detail)}</span>${drawnLine(card, this.asOf)}
    </button>`
  }

  #wish(wish: Wish): void {
    emit(this, 'wish', wish)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-agency': KioskAgency
  }
}
