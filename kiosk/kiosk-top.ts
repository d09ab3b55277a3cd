import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { officeDate, type Instant } from '../shared/kit/time.ts'
import { doorsOf, isWholeDay } from '../shared/office/hours.ts'
import type { HallOffice } from '../shared/office/office.ts'
import { hallText } from '../shared/text/kiosk-hall.ts'
import { kioskText } from '../shared/text/kiosk.ts'
import { LangController, lang, setLang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { officeCrest } from '../shared/web/ui/marks.ts'
import '../shared/web/ui/ui-clock.ts'
import '../shared/web/ui/ui-ribbon.ts'

/** The head of every kiosk page: office, time, language and the service day. */
@customElement('kiosk-top')
export class KioskTop extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: auto 1fr auto auto;
        align-items: center;
        gap: var(--s4);
        padding: var(--s5) var(--s6) var(--s4);
      }
      .crest {
        width: 2.6rem;
      }
      .who {
        line-height: 1.25;
        font-weight: var(--w-label);
      }
      .who b {
        display: block;
        font-weight: 750;
      }
      .who span {
        color: var(--soft);
      }
      .lang {
        display: flex;
        border: var(--stroke-strong) solid var(--edge);
        border-radius: var(--r-m);
        overflow: hidden;
      }
      .lang button {
        min-width: 72px;
        min-height: 72px;
        border: 0;
        background: var(--surface);
        font-weight: 750;
      }
      .lang button:focus-visible {
        outline-offset: -6px;
      }
      .lang [aria-pressed='true'] {
        background: var(--accent);
        color: var(--on-accent);
      }
      .lang [aria-pressed='true']:focus-visible {
        outline-color: var(--on-accent);
      }
      .day {
        grid-column: 1 / -1;
        --ribbon-text: 0.875rem;
      }
      .day.none {
        font-size: var(--ribbon-text);
        font-weight: 650;
        color: var(--soft);
      }
      @media (orientation: landscape) {
        :host {
          padding: var(--s4) var(--s5) var(--s3);
          row-gap: var(--s2);
        }
        .day {
          --ribbon-text: 0.9rem;
        }
        :host([slim]) {
          padding-inline: var(--s6);
        }
        :host([slim]) .day {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) office!: HallOffice
  @property({ type: Number }) now: Instant = 0
  /** Server time minus this device's time, in ms. */
  @property({ type: Number }) offset = 0
  /** The data are invented: its clock may show another hour on purpose. */
  @property({ type: Boolean }) demo = false
  /** Leaves the service day out where a landscape page needs the height. */
  @property({ type: Boolean, reflect: true }) slim = false

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { office } = this
    const agencies = office.agencies.filter(a => a.active).length
    return html`${officeCrest(office)}
      <div class="who">
        <b>${office.name}</b
        ><span>${office.city}${agencies > 1 ? html` · ${t(hallText['agencies.n'], { n: agencies })}` : nothing}</span>
      </div>
      <ui-clock layout="stacked" .zone=${office.zone} .offset=${this.offset} ?sample=${this.demo}></ui-clock>
      <div class="lang" role="group" aria-label=${t(kioskText['lang.label'])}>
        ${(['id', 'en'] as const).map(
          code =>
            html`<button type="button" aria-pressed=${lang() === code} @click=${() => setLang(code)}>
              ${code.toUpperCase()}<span class="vh"> ${t(kioskText[`lang.${code}`])}</span>
            </button>`,
        )}
      </div>
      ${this.#day()}`
  }

  #day() {
    if (this.now === 0) return nothing
    const { office } = this
    const doors = doorsOf(office, officeDate(this.now, office.zone))
    if (!doors || isWholeDay(doors))
      return html`<p class="day none">${t(kioskText[doors ? 'day.trial' : 'day.none'])}</p>`
    return html`<ui-ribbon
      class="day"
      ends="words"
      .open=${doors.from}
      .close=${doors.to}
      .breaks=${doors.breaks}
      .now=${this.now}
      .zone=${office.zone}
    ></ui-ribbon>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-top': KioskTop
  }
}
