import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { HallOffice } from '../../shared/office/office.ts'
import { caseNamed } from '../../shared/search/case-named.ts'
import { hallText } from '../../shared/text/kiosk-hall.ts'
import { kioskText } from '../../shared/text/kiosk.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-button.ts'
import { countUnfound } from '../../shared/web/unfound.ts'
import { daysText, type Tile } from '../parts/agencies.ts'
import type { Wish } from '../parts/flow.ts'
import { HITS_PER_SHEET, deskOf, hitsOf, marked, type Hit } from '../parts/hits.ts'
import { eventServices, eventWish } from '../parts/wanted.ts'
import type { LifeEvent } from '../../shared/office/life-events.ts'
import { isFull, sheetOf, type Card } from '../parts/services.ts'
import { findStyles } from './find-styles.ts'
import { hallStyles } from './hall-styles.ts'
import { lineOf } from './service-line.ts'

const ROWS = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'].map(row => [...row])

/** Search by letters: answers above, keys in the lowest third within everybody's reach, the front desk always last. */
@customElement('kiosk-find')
export class KioskFind extends LitElement {
  static override styles = [baseStyles, hallStyles, findStyles]

  @property({ attribute: false }) office!: HallOffice
  @property() today: LocalDate = ''
  @property({ attribute: false }) tiles: readonly Tile[] = []
  @property({ attribute: false }) often: readonly Card[] = []
  @property() query = ''
  @property({ type: Number }) sheet = 0
  @property() asOf = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const hits = hitsOf(this.office, this.tiles, this.often, this.query)
    const { items, sheet, of } = sheetOf(hits, this.sheet, HITS_PER_SHEET)
    return html`<div class="found">
        <div class="typed">
          ${icon('search')}
          <h1
            tabindex="-1"
            aria-label=${this.query ? t(hallText.typed, { letters: this.query }) : t(hallText['typed.none'])}
          >
            <span class=${this.query ? '' : 'soft'} aria-hidden="true">${this.query || t(hallText['typed.none'])}</span>
          </h1>
          <u></u>
          ${this.query ? html`<ui-button @click=${() => this.#type('')}>${t(hallText.clear)}</ui-button>` : nothing}
        </div>
        <h2>
          <b role="status">${this.#told(hits.length)}</b>
          <span>${hits.length > 0 ? t(hallText['hits.touch']) : ''}</span>
        </h2>
        <div class="hits">${items.map(hit => this.#hit(hit))} ${this.#desk(hits.length)}</div>
      </div>
      <div class="keys" role="group" aria-label=${t(hallText.keys)}>
        ${ROWS.map(
          (row, i) =>
            html`<div>
              ${row.map(sign => html`<button type="button" @click=${() => this.#type(this.query + sign.toLowerCase())}>${sign}</button>`)}
              ${
                i === ROWS.length - 1
                  ? html`<button
                      type="button"
                      class="wide"
                      ?disabled=${this.query === ''}
                      @click=${() => this.#type(this.query.slice(0, -1))}
                    >
                      ${t(hallText['key.erase'])}
                    </button>`
                  : nothing
              }
            </div>`,
        )}
        <div>
          <button type="button" class="wide" @click=${() => this.#wish({ do: 'back' })}>
            ${icon('back')}${t(hallText['back.agencies'])}
          </button>
          <button type="button" class="space" @click=${() => this.#type(`${this.query} `)}>
            ${t(hallText['key.space'])}
          </button>
          <button
            type="button"
            class="wide"
            ?disabled=${of < 2}
            @click=${() => this.#wish({ do: 'turn', sheet: (sheet + 1) % of })}
          >
            ${t(hallText['hits.more'])}${icon('arrow')}
          </button>
        </div>
      </div>`
  }

  #told(n: number): string {
    if (this.query.trim() === '') return t(hallText['hits.first'])
    if (n === 0) return t(hallText['hits.none'])
    return n === 1 ? t(hallText['hits.one']) : t(hallText.hits, { n })
  }

  #hit(hit: Hit) {
    if ('event' in hit) return this.#event(hit.event)
    return 'tile' in hit ? this.#agency(hit.tile) : this.#service(hit.card)
  }

  #agency(tile: Tile) {
    const name = t(tile.name)
    const n = tile.cards.length
    return html`<button
      type="button"
      ?disabled=${!tile.there}
      @click=${() => this.#wish({ do: 'agency', id: tile.id })}
    >
      <span class="code">${tile.code}</span>
      <span
        ><b>${this.#name(name)}</b
        ><small>${tile.there ? t(hallText['hit.agency'], { n }) : daysText(tile, lang())}</small></span
      >
      <span class="w">${icon('arrow')}</span>
    </button>`
  }

  #service(card: Card) {
    const { service, open } = card
    const agency = this.office.agencies.find(a => a.id === service.agency)
    const { first, second } = lineOf(card, this.asOf)
    const named = caseNamed(service, this.query)
    const choose: Wish = { do: 'choose', serviceId: service.id, ...(named === undefined ? {} : { case: named }) }
    return html`<button
      type="button"
      class=${isFull(card) ? 'shut' : ''}
      ?disabled=${!open}
      @click=${() => this.#wish(choose)}
    >
      <span class="code">${service.letter}</span>
      <span
        ><b>${this.#name(t(service.name))}</b
        ><small>${agency ? `${t(agency.name)} · ${t(agency.where)}` : t(service.detail)}</small></span
      >
      <span class="w">${first}${second ? html`<br />${second}` : nothing}</span>
    </button>`
  }

  #event(event: LifeEvent) {
    const { office, today } = this
    const wish = eventWish(office, event, today)
    return html`<button type="button" ?disabled=${!wish} @click=${() => wish && this.#wish(wish)}>
      <span class="code">1</span>
      <span><b>${this.#name(t(event.name))}</b><small>${eventServices(office, event, today)}</small></span>
      <span class="w">${icon('arrow')}</span>
    </button>`
  }

  #name(name: string) {
    const [before, typed, after] = marked(name, this.query)
    return typed ? html`${before}<mark>${typed}</mark>${after}` : name
  }

  #desk(found: number) {
    const card = deskOf(this.office, this.tiles)
    const small = card ? t(hallText['desk.small'], { service: t(card.service.name) }) : t(hallText['desk.walk'])
    const ask = () => {
      if (found === 0) countUnfound(this.office.id, this.query)
      this.#wish(card ? { do: 'choose', serviceId: card.service.id } : { do: 'help', open: true })
    }
    return html`<button type="button" class="alt" @click=${ask}>
      <span class="code">?</span><span><b>${t(hallText.desk)}</b><small>${small}</small></span>
      <span class="w">${card ? t(kioskText['home.waiting'], { n: card.waiting }) : nothing}</span>
    </button>`
  }

  #type(query: string): void {
    this.#wish({ do: 'search', query })
  }

  #wish(wish: Wish): void {
    emit(this, 'wish', wish)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-find': KioskFind
  }
}
