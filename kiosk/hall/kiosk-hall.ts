import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { hallText } from '../../shared/text/kiosk-hall.ts'
import { checkInText } from '../../shared/text/kiosk-check-in.ts'
import { kioskText } from '../../shared/text/kiosk.ts'
import { lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-button.ts'
import { agenciesPerSheet, daysText, type Tile } from '../parts/agencies.ts'
import { FirstPage } from '../parts/first-page.ts'
import '../parts/kiosk-events.ts'
import { sheetOf, type Card } from '../parts/services.ts'
import { homeHallStyles } from './home-hall-styles.ts'
import { hallStyles } from './hall-styles.ts'
import { lineOf } from './service-line.ts'

/** The first page of a hall of many agencies: letters, what people come for most, and every agency from A to Z. */
@customElement('kiosk-hall')
export class KioskHall extends FirstPage {
  static override styles = [baseStyles, hallStyles, homeHallStyles]

  @property({ attribute: false }) tiles: readonly Tile[] = []
  /** What people come for most, most first. */
  @property({ attribute: false }) often: readonly Card[] = []

  protected override render() {
    return html`${this.ask()} ${this.#ways()} ${this.#often()} ${this.#agencies()} ${this.feet()}`
  }

  #ways() {
    const example = t(this.often[0]?.service.name ?? ['', ''])
      .slice(0, 4)
      .toLowerCase()
    return html`<div class=${this.booking ? 'ways' : 'ways alone'}>
      <button type="button" class="seek" @click=${() => this.wish({ do: 'find' })}>
        ${icon('search')}<span>${t(hallText.seek)}<small>${t(hallText['seek.small'], { example })}</small></span>
      </button>
      ${
        this.booking
          ? html`<button type="button" class="scan" @click=${() => this.wish({ do: 'checkIn' })}>
              ${icon('check-in')}<span>${t(checkInText.act)}<small>${t(hallText['check-in.small'])}</small></span>
            </button>`
          : nothing
      }
    </div>`
  }

  #often() {
    if (this.often.length === 0) return nothing
    const names = new Map(this.office.agencies.map(a => [a.id, a.name]))
    return html`<section class="most">
      <h2>${t(hallText.often)} <span>${t(hallText['often.small'])}</span></h2>
      <div class="often">
        ${this.often.map(card => {
          const { service } = card
          const { first } = lineOf(card, '')
          const agency = service.agency === null ? undefined : names.get(service.agency)
          return html`<button
            type="button"
            ?disabled=${!card.open}
            @click=${() => this.wish({ do: 'choose', serviceId: service.id })}
          >
            ${t(service.name)}<small>${agency ? html`${t(agency)} · ${first}` : first}</small>
          </button>`
        })}
      </div>
    </section>`
  }

  #agencies() {
    const { items, sheet, of } = sheetOf(this.tiles, this.sheet, agenciesPerSheet(this.tiles.length))
    return html`<section class="all">
      <kiosk-events class="life" .office=${this.office} .today=${this.today}></kiosk-events>
      <h2>${t(hallText.all)} <span>${t(hallText['all.small'])}</span></h2>
      <div class="inst" role="group" aria-label=${t(hallText.all)}>
        ${items.map(tile =>
          tile.there
            ? html`<button type="button" @click=${() => this.wish({ do: 'agency', id: tile.id })}>
                <b>${t(tile.name)}</b><small>${t(tile.detail)}</small>
              </button>`
            : html`<button type="button" disabled>
                <b>${t(tile.name)}</b><small>${daysText(tile, lang())}</small>
              </button>`,
        )}
        ${
          of > 1
            ? html`<button
                type="button"
                class="more"
                @click=${() => this.wish({ do: 'turn', sheet: (sheet + 1) % of })}
              >
                <b>${t(hallText['all.more'])}</b><small>${t(kioskText['home.sheet'], { n: sheet + 1, of })}</small>
              </button>`
            : nothing
        }
      </div>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-hall': KioskHall
  }
}
