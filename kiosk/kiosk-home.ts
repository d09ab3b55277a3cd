import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { checkInText } from '../shared/text/kiosk-check-in.ts'
import { caseNamed } from '../shared/search/case-named.ts'
import { kioskText } from '../shared/text/kiosk.ts'
import { t } from '../shared/web/lang.ts'
import { countUnfound } from '../shared/web/unfound.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { icon } from '../shared/web/ui/icons.ts'
import '../shared/web/ui/ui-button.ts'
import '../shared/web/ui/ui-search.ts'
import '../shared/web/ui/ui-state.ts'
import { FirstPage } from './parts/first-page.ts'
import { homeStyles } from './home-styles.ts'
import './kiosk-service.ts'
import './parts/kiosk-events.ts'
import { PER_SHEET, found, sheetOf, type Card } from './parts/services.ts'

/** Other offices that one answer names. */
const MOST_ELSEWHERE = 2

/** The first page: every service in one view, with its line; search and sheets when there are more than fit. */
@customElement('kiosk-home')
export class KioskHome extends FirstPage {
  static override styles = [baseStyles, homeStyles]

  @property({ attribute: false }) cards: readonly Card[] = []
  @property() query = ''

  protected override render() {
    const { cards, elsewhere, asked, none } = found(this.cards, this.office, this.query)
    const { items, sheet, of } = sheetOf(cards, this.sheet, PER_SHEET)
    return html`${this.ask(t(kioskText[this.asOf ? 'home.lead.offline' : 'home.lead']))}
      ${this.booking ? this.#checkIn() : nothing}
      <kiosk-events .office=${this.office} .today=${this.today}></kiosk-events>
      ${this.cards.length > PER_SHEET ? this.#many(sheet, of, asked) : nothing}
      <div class="grid" role="group" aria-label=${t(kioskText['home.choose'])}>
        ${items.map(card => html`<kiosk-service .card=${card} .asOf=${this.asOf} .named=${asked ? caseNamed(card.service, this.query) : undefined}></kiosk-service>`)}
        ${elsewhere
          .slice(0, MOST_ELSEWHERE)
          .map(
            ({ name, where }) =>
              html`<ui-state kind="empty" icon="info" .heading=${t(kioskText['home.elsewhere'], { name: t(name) })}
                >${t(where)}</ui-state
              >`,
          )}
        ${
          none
            ? html`<ui-state kind="empty" icon="search" .heading=${t(kioskText['home.none'])}
                >${t(kioskText['home.none.hint'])}</ui-state
              >`
            : nothing
        }
      </div>
      ${this.feet()}`
  }

  #checkIn() {
    return html`<ui-button
      class="check-in"
      variant="primary"
      layout="start"
      @click=${() => this.wish({ do: 'checkIn' })}
    >
      ${icon('check-in')}<span>${t(checkInText['home.title'])}<small>${t(checkInText['home.small'])}</small></span>
      <span class="end">${icon('arrow')}</span>
    </ui-button>`
  }

  #many(sheet: number, of: number, asked: boolean) {
    const turn = (to: number) => this.wish({ do: 'turn', sheet: to })
    return html`<div class="many">
      <ui-search
        .value=${this.query}
        .label=${t(kioskText['home.search'])}
        .placeholder=${t(kioskText['home.search.hint'])}
        @searched=${this.#searched}
        @search=${(e: CustomEvent<{ value: string }>) => this.wish({ do: 'search', query: e.detail.value })}
      ></ui-search>
      ${
        asked
          ? html`<ui-button @click=${() => this.wish({ do: 'search', query: '' })}
              >${t(kioskText['home.all'], { n: this.cards.length })}</ui-button
            >`
          : html`<ui-button ?disabled=${sheet === 0} @click=${() => turn(sheet - 1)}
                >${icon('back')}<span class="vh">${t(kioskText['home.previous'])}</span></ui-button
              >
              <ui-button ?disabled=${sheet >= of - 1} @click=${() => turn(sheet + 1)}
                >${t(kioskText['home.next'])} ${icon('arrow')}<small class="vh"
                  >${t(kioskText['home.sheet'], { n: sheet + 1, of })}</small
                ></ui-button
              >`
      }
    </div>`
  }

  readonly #searched = (): void => {
    if (found(this.cards, this.office, this.query).none) countUnfound(this.office.id, this.query)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-home': KioskHome
  }
}
