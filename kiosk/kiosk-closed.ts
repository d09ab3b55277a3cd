import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { officeDate, type Instant } from '../shared/kit/time.ts'
import { isOpened } from '../shared/office/opened.ts'
import { nextOpening } from '../shared/office/hours.ts'
import type { HallOffice } from '../shared/office/office.ts'
import { checkInText } from '../shared/text/kiosk-check-in.ts'
import { kioskText } from '../shared/text/kiosk.ts'
import { nearDateText, timeText } from '../shared/text/ui.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { emit } from '../shared/web/ui/emit.ts'
import { icon } from '../shared/web/ui/icons.ts'
import '../shared/web/ui/ui-button.ts'
import '../shared/web/ui/ui-qr.ts'
import type { Wish } from './parts/flow.ts'

/**
 * The doors are shut: when they open again, and how to book and see the papers until then. No service is offered that would
 * be refused, and no front desk at which nobody stands.
 */
@customElement('kiosk-closed')
export class KioskClosed extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-rows: 1fr auto auto;
        gap: var(--s4);
        min-height: 0;
        padding: 0 var(--s6) var(--s6);
      }
      .body {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: var(--s4);
        text-align: center;
      }
      .clock {
        color: var(--accent);
      }
      .clock svg {
        width: 7rem;
        height: 7rem;
        stroke-width: 1.5;
      }
      h1:focus-visible {
        outline: 0;
      }
      h1 {
        font-size: var(--t-3xl);
      }
      p {
        font-size: var(--t-xl);
        font-weight: 600;
      }
      .book {
        display: grid;
        grid-template-columns: 14rem 1fr;
        align-items: center;
        gap: var(--s5);
        padding: var(--s5);
        border: var(--stroke) solid var(--line);
        border-radius: var(--r-l);
        background: var(--surface);
      }
      .book p {
        margin-top: var(--s2);
        font-size: var(--t-lg);
      }
      @media (orientation: landscape) {
        .book {
          grid-template-columns: 10rem 1fr;
        }
      }
      ui-button {
        --button-height: 5rem;
        --button-radius: var(--r-l);
        font-size: var(--t-lg);
      }
    `,
  ]

  @property({ attribute: false }) office!: HallOffice
  @property({ type: Number }) now: Instant = 0
  /** The doors open later today, and who has booked may check in before. */
  @property({ type: Boolean }) booking = false

  /** Where a time is booked on a phone; empty where nothing can be booked. */
  @property() book = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    return html`<div class="body">
        <span class="clock">${icon('clock')}</span>
        <h1 tabindex="-1">${t(kioskText[isOpened(this.office) ? 'closed.title' : 'closed.preparing'])}</h1>
        <p>${this.#next()}</p>
      </div>
      ${
        this.booking
          ? html`<ui-button variant="primary" @click=${() => emit(this, 'wish', { do: 'checkIn' } satisfies Wish)}
              >${icon('check-in')}${t(checkInText['home.title'])}</ui-button
            >`
          : nothing
      }
      ${
        this.book
          ? html`<div class="book">
              <ui-qr .value=${this.book} .label=${t(kioskText['closed.qr'])}></ui-qr>
              <div>
                <h2>${t(kioskText['closed.book'])}</h2>
                <p>${t(kioskText['closed.scan'])}</p>
              </div>
            </div>`
          : nothing
      }`
  }

  #next(): string {
    const { office, now } = this
    if (!isOpened(office)) return t(kioskText['closed.preparing.what'])
    const at = nextOpening(office, now)
    if (at === undefined) return t(kioskText['closed.later'])
    const time = timeText(at, office.zone, lang())
    if (officeDate(at, office.zone) === officeDate(now, office.zone)) return t(kioskText['closed.today'], { time })
    return t(kioskText['closed.next'], { day: nearDateText(at, office.zone, lang(), now), time })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-closed': KioskClosed
  }
}
