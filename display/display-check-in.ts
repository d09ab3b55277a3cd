import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Zone } from '../shared/kit/time.ts'
import { displayText as text } from '../shared/text/display.ts'
import { timeText } from '../shared/text/ui.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import '../shared/web/ui/ui-qr.ts'
import type { ShownCode } from './check-in-code.ts'

/** Where a booked citizen checks in by phone: a code to scan and the same to type. It keeps still beside the calls. */
@customElement('display-check-in')
export class DisplayCheckIn extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: 8rem minmax(0, 1fr);
        align-items: center;
        gap: var(--s4);
        padding: var(--s3);
        border: 2px solid var(--line);
        border-radius: var(--r-m);
        background: var(--surface);
      }
      h2 {
        font-size: var(--t-lg);
        letter-spacing: -0.01em;
      }
      p {
        font-size: var(--t-md);
        font-weight: 600;
        line-height: 1.2;
        color: var(--soft);
      }
      .code {
        font-size: 3.6rem;
        font-weight: var(--w-number);
        line-height: 1.1;
        letter-spacing: 0.04em;
        color: var(--accent);
      }
      .until {
        font-size: var(--t-sm);
      }
    `,
  ]

  @property({ attribute: false }) code!: ShownCode
  /** Where the code opens on a phone. */
  @property() address = ''
  @property() zone: Zone = 'WITA'
  /** The time of the last truth, as text; empty while the picture is live. */
  @property() asOf = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { code, until, from } = this.code
    const time = (at: number) => ({ time: timeText(at, this.zone, lang()) })
    return html`<ui-qr .value=${this.address} .label=${t(text['checkIn.qr'])}></ui-qr>
      <section aria-label=${t(text['checkIn.region'])}>
        <h2>${t(text['checkIn.booked'])}</h2>
        <p>${t(text['checkIn.here'])}</p>
        <p class="code">
          <span aria-hidden="true">${code}</span
          ><span class="vh">${t(text['checkIn.spoken'], { digits: [...code].join(' ') })}</span>
        </p>
        <p class="until">
          ${this.asOf ? html`${t(text['checkIn.asOf'], time(from))} · ` : nothing}${t(text['checkIn.until'], time(until))}
        </p>
      </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'display-check-in': DisplayCheckIn
  }
}
