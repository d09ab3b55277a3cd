import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Instant, Zone } from '../../shared/kit/time.ts'
import { checkInText as text } from '../../shared/text/kiosk-check-in.ts'
import { kioskText } from '../../shared/text/kiosk.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-number.ts'
import { actStyles } from '../parts/act-styles.ts'
import { checkInTrouble } from './arrival.ts'
import { checkInStyles } from './check-in-styles.ts'
import { numberClaim, provedClaim } from '../parts/claim.ts'
import type { Page, Wish } from '../parts/flow.ts'

const DIGITS = [...'1234567890']

/** Check-in of a booking: the scanner is heard on this whole page, and the number can be typed by touch. */
@customElement('kiosk-check-in')
export class KioskCheckIn extends LitElement {
  static override styles = [baseStyles, actStyles, checkInStyles]

  @property({ attribute: false }) page!: Extract<Page, { name: 'checkIn' }>
  /** Letters of the services that can be booked here. */
  @property({ attribute: false }) letters: readonly string[] = []
  @property({ type: Number }) now: Instant = 0
  @property() zone: Zone = 'WITA'

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const found = checkInTrouble(this.page, this.now, this.zone)
    return html`<div class="body">
        <div class="head">
          <h1 tabindex="-1">${t(text['home.title'])}</h1>
          <p>${t(text.lead)}</p>
        </div>
        <section class="scan" aria-labelledby="scan">
          ${icon('check-in')}
          <div>
            <h2 id="scan">${t(text['scan.title'])}</h2>
            <p>${t(text['scan.how'])}</p>
          </div>
        </section>
        ${this.page.asks === null ? this.#number() : this.#proof(this.page.asks)}
        ${found ? html`<ui-banner class="trouble" .tone=${found.tone}>${found.tone === 'attention' ? html`<span slot="icon">${icon('clock')}</span>` : nothing}${found.words}</ui-banner>` : nothing}
      </div>
      <div class="act">${this.#acts(found?.final === false)}</div>`
  }

  #number() {
    const { letter } = this.page
    return html`<section class="number" aria-labelledby="number">
      <header>
        <div>
          <h2 id="number">${t(text['number.title'])}</h2>
          <p>${t(text['number.how'])}</p>
        </div>
        ${this.#typed()}
      </header>
      <div class="keys series" role="group" aria-label=${t(text['keys.series'])}>
        ${this.letters.map(
          l =>
            html`<ui-button .pressed=${l === letter} @click=${() => this.#wish({ do: 'series', letter: l })}
              >${l}R</ui-button
            >`,
        )}
      </div>
      ${this.#digits(t(text['keys.digits']))}
    </section>`
  }

  /** What only the holder knows; dots would hide a slip of the finger, and three digits say little. */
  #proof(number: string) {
    const { proof } = this.page
    return html`<section class="number proof" aria-labelledby="number">
      <header>
        <div>
          <h2 id="number">${t(text['proof.title'], { number })}</h2>
          <p>${t(text['proof.how'])}</p>
        </div>
        <output aria-label=${t(text['proof.shown'])}
          >${proof ? proof : html`<span class="vh">${t(text['proof.none'])}</span>`}</output
        >
      </header>
      ${this.#digits(t(text['proof.keys']))}
    </section>`
  }

  #digits(label: string) {
    return html`<div class="keys digits" role="group" aria-label=${label}>
      ${DIGITS.map(
        digit =>
          html`<ui-button class=${digit === '0' ? 'nought' : ''} @click=${() => this.#wish({ do: 'digit', digit })}
            >${digit}</ui-button
          >`,
      )}
      <ui-button class="erase" @click=${() => this.#wish({ do: 'erase' })}>${t(text['keys.erase'])}</ui-button>
    </div>`
  }

  #typed() {
    const { letter, digits } = this.page
    const shown = letter || digits ? `${letter || '–'}R-${digits}` : ''
    return html`<output aria-label=${t(text['number.shown'])}
      >${shown ? shown : html`<span class="vh">${t(text['number.none'])}</span>`}</output
    >`
  }

  #acts(again: boolean) {
    const { letter, digits, asks, proof, take } = this.page
    const busy = take.state === 'busy'
    const typed = asks === null ? numberClaim(letter, digits) : provedClaim(asks, proof)
    const ready = again || typed !== null
    return html`<ui-button ?disabled=${busy} @click=${() => this.#wish({ do: 'back' })}
        >${icon('back')}${t(kioskText['req.back'])}</ui-button
      ><ui-button
        variant="primary"
        class="go"
        ?busy=${busy}
        ?disabled=${!ready && !busy}
        @click=${() => this.#wish({ do: 'present' })}
        >${this.#label(again)}</ui-button
      >`
  }

  #label(again: boolean) {
    const { take, asks } = this.page
    if (take.state === 'busy') return take.attempt === 1 ? t(text.busy) : t(text.again, { n: take.attempt })
    return again
      ? html`${icon('refresh')}${t(text.retry)}`
      : html`${t(asks === null ? text.next : text.act)}${icon('arrow')}`
  }

  #wish(wish: Wish): void {
    emit(this, 'wish', wish)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-check-in': KioskCheckIn
  }
}
