import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { HallOffice } from '../../shared/office/office.ts'
import { checkInText } from '../../shared/text/kiosk-check-in.ts'
import { kioskText } from '../../shared/text/kiosk.ts'
import { LangController, lang, setLang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import { officeCrest } from '../../shared/web/ui/marks.ts'
import { pictogram } from '../../shared/web/ui/pictograms.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-clock.ts'
import '../../shared/web/ui/ui-key.ts'
import '../../shared/web/ui/ui-number.ts'
import '../../shared/web/ui/ui-qr.ts'
import type { Low, Wish } from '../parts/flow.ts'
import { lowLandscape } from './low-landscape.ts'
import { lowSigns } from './low-signs.ts'
import { lowStyles } from './low-styles.ts'
import type { LowView, Option } from './low-option.ts'
import { unbroken } from '../parts/unbroken.ts'

/** The accessible mode: the upper half speaks, everything to touch is in the lower half, and every touch has a key. */
@customElement('kiosk-low')
export class KioskLow extends LitElement {
  static override styles = [baseStyles, lowStyles, lowLandscape, lowSigns]

  @property({ attribute: false }) office!: HallOffice
  @property({ attribute: false }) view!: LowView
  @property({ attribute: false }) low!: Low
  @property({ type: Number }) offset = 0
  /** The data are invented: its clock may show another hour on purpose. */
  @property({ type: Boolean }) demo = false
  /** A voice of this browser speaks the language shown. */
  @property({ type: Boolean }) speaks = false
  /** There is a page before this one. */
  @property({ type: Boolean }) inner = false
  /** One line above everything, while the connection is cut. */
  @property() banner = ''
  /** Address of the ticket's live page, on the ticket page. */
  @property() address = ''
  /** Where a service without places for today is booked, on its page. */
  @property() book = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { view, low } = this
    return html`<div class="screen ${low.big ? 'big' : ''} ${this.inner ? 'inner' : ''}">
      <div class="upper">
        <div class="who">
          ${officeCrest(this.office)}<span>${this.office.name}<br />${this.office.city}</span>
          <ui-clock .zone=${this.office.zone} .offset=${this.offset} ?sample=${this.demo}></ui-clock>
        </div>
        ${this.banner ? html`<p class="cut">${icon('offline')}<span>${this.banner}</span></p>` : nothing}
        <div class="words">
          <h1 tabindex="-1" class=${this.address ? 'number' : ''}>
            ${this.address ? html`<ui-number .value=${view.heading}></ui-number>` : view.heading}
          </h1>
          <p class=${!this.inner || this.address ? 'spare' : ''}>${view.lead}</p>
        </div>
        <div class="told" tabindex=${this.address ? 0 : nothing}>
          <p class=${this.speaks || this.inner ? 'caption' : 'caption vh'} role="status">
            ${icon(this.speaks && low.voice ? 'sound' : 'info')}<span>${unbroken(view.caption)}</span>
          </p>
          ${this.#code()}
        </div>
      </div>
      <div class="pad">
        <div class=${view.pad ? 'options signs' : 'options'} role="group" aria-label=${t(kioskText['low.options'])}>
          ${view.options.map(option => this.#option(option))}
        </div>
        ${this.#keys()} ${this.#tools()}
      </div>
    </div>`
  }

  #code() {
    const { heading } = this.view
    if (this.address) return qr(this.address, t(kioskText['ticket.qr'], { number: heading }))
    return this.book ? qr(this.book, t(kioskText['req.full.qr'], { service: heading })) : nothing
  }

  #option(option: Option) {
    return html`<button
      type="button"
      class="option"
      ?disabled=${!option.wish && !option.busy}
      aria-busy=${option.busy ? 'true' : nothing}
      aria-keyshortcuts=${option.key}
      @click=${() => option.wish && this.#wish(option.wish)}
    >
      <span class="key" aria-hidden="true">${option.key}</span>
      ${option.picture ? pictogram(option.picture) : option.onward ? icon('arrow') : nothing}
      <span class="name">${unbroken(option.label)}</span>
      ${option.note.length > 0 ? html`<small>${option.note.map(line => html`<span>${line}</span> `)}</small>` : nothing}
    </button>`
  }

  #keys() {
    const { pad, checkIn } = this.view
    // While the keypad types a number its signs mean nothing else, so these buttons are for touch alone.
    const key = (sign: string, label: string, wish: () => void, variant: 'default' | 'call' | 'primary' = 'default') =>
      html`<ui-button
        layout=${this.low.big ? 'row' : 'stack'}
        variant=${variant}
        .shortcut=${pad ? '' : sign}
        @click=${wish}
        >${pad ? nothing : html`<ui-key>${sign}</ui-key>`}${label}</ui-button
      >`
    return html`<div class="keys" role="group" aria-label=${t(kioskText['low.keys'])}>
      ${this.inner ? key('#', t(kioskText['req.back']), () => this.#wish({ do: 'back' })) : nothing}
      ${checkIn ? key('8', t(checkInText.act), () => this.#wish({ do: 'checkIn' }), 'primary') : nothing}
      ${
        this.speaks
          ? html`${key('*', t(kioskText['low.repeat']), () => emit(this, 'repeat'))}
            ${key('7', t(kioskText['low.slower']), () => this.#adjust({ slow: !this.low.slow }))}`
          : nothing
      }
      ${key('0', t(kioskText['low.help']), () => this.#wish({ do: 'help', open: true }), 'call')}
    </div>`
  }

  #tools() {
    const { low } = this
    const other = lang() === 'id' ? 'en' : 'id'
    return html`<div class="tools" role="group" aria-label=${t(kioskText['low.view'])}>
      ${
        this.speaks
          ? html`<ui-button .pressed=${low.voice} @click=${() => this.#adjust({ voice: !low.voice })}
              >${icon('sound')}${t(kioskText['low.voice'])}</ui-button
            >`
          : nothing
      }
      <ui-button
        .pressed=${low.big}
        .label=${t(kioskText['low.big.label'])}
        @click=${() => this.#adjust({ big: !low.big })}
        >${icon('text-size')}${t(kioskText['low.big'])}</ui-button
      >
      <ui-button .pressed=${low.contrast} @click=${() => this.#adjust({ contrast: !low.contrast })}
        >${icon('eye')}${t(kioskText['low.contrast'])}</ui-button
      >
      <ui-button .label=${t(kioskText[`lang.${other}`])} @click=${() => setLang(other)}
        >${other.toUpperCase()}</ui-button
      >
      <ui-button class="leave" @click=${() => this.#wish({ do: 'low', on: false })}
        >${icon('close')}${t(kioskText['low.leave'])}</ui-button
      >
    </div>`
  }

  #adjust(low: Partial<Low>): void {
    this.#wish({ do: 'adjust', low })
  }

  #wish(wish: Wish): void {
    emit(this, 'wish', wish)
  }
}

function qr(value: string, label: string) {
  return html`<ui-qr .value=${value} .label=${label}></ui-qr>`
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-low': KioskLow
  }
}
