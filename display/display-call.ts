import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { officeDate, type Instant, type Zone } from '../shared/kit/time.ts'
import { displayText as text } from '../shared/text/display.ts'
import { dateText, timeText } from '../shared/text/ui.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { icon, type IconName } from '../shared/web/ui/icons.ts'
import '../shared/web/ui/ui-number.ts'
import type { BoardCall, Panel } from './board.ts'
import { callStyles } from './display-call-styles.ts'

/** A counter name longer than this (characters) is set smaller. */
const LONG_NAME = 10

/** The large panel: the number now called and its counter, or why there is none. */
@customElement('display-call')
export class DisplayCall extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        min-width: 0;
        min-height: 0;
      }
    `,
    callStyles,
  ]

  @property({ attribute: false }) panel: Panel = { kind: 'empty' }
  @property() zone: Zone = 'WITA'
  @property({ attribute: false }) now: Instant = 0
  /** The connection is gone: the number is the last one known. */
  @property({ type: Boolean, reflect: true }) stale = false
  /** Other notices take a line of the screen; the number keeps its size, the rest draws together. */
  @property({ type: Boolean, reflect: true }) tight = false

  readonly #sizes = new ResizeObserver(() => this.#fit())

  constructor() {
    super()
    new LangController(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#sizes.disconnect()
  }

  protected override render() {
    const { panel } = this
    switch (panel.kind) {
      case 'call':
        return keyed(panel.call.seq, this.#call(panel.call))
      case 'empty':
        return this.#quiet('bell', t(text['empty.title']), t(text['empty.words']))
      case 'break':
        return this.#quiet('coffee', t(text['break.title']), t(text['break.until'], { time: this.#time(panel.until) }))
      case 'preparing':
        return this.#quiet('clock', t(text['preparing.title']), t(text['preparing.words']))
      case 'closed':
        return this.#quiet(
          'clock',
          t(text[panel.allDay ? 'closed.allDay' : 'closed.title']),
          this.#opening(panel.opens),
        )
    }
  }

  protected override updated(): void {
    this.#sizes.disconnect()
    const line = this.renderRoot.querySelector('.big')
    if (!line) return
    this.#sizes.observe(line)
    this.#sizes.observe(line.firstElementChild!)
  }

  #call(call: BoardCall) {
    const title = this.stale ? 'call.known' : call.fresh ? 'call.go' : 'call.number'
    const when = call.fresh ? t(text['call.now']) : t(text['call.at'], { time: this.#time(call.at) })
    return html`<section class=${call.fresh ? 'calling' : ''} aria-label=${t(text['call.region'])}>
      <div class="about"><span>${t(text[title])}</span><span>${when}</span></div>
      <p class="big"><ui-number .value=${call.number}></ui-number></p>
      <div class="to">
        ${icon('arrow')}<b class=${call.counterName.length > LONG_NAME ? 'long' : ''}>${call.counterName}</b>
        ${call.service ? html`<small>${t(call.service)}</small>` : nothing}
      </div>
    </section>`
  }

  #quiet(name: IconName, title: string, words: string) {
    return html`<section class="quiet" aria-label=${t(text['call.region'])}>
      ${icon(name)}
      <h2>${title}</h2>
      <p>${words}</p>
    </section>`
  }

  #opening(at: Instant | undefined): string {
    if (at === undefined) return t(text['closed.words'])
    const values = { date: dateText(at, this.zone, lang()), time: this.#time(at) }
    const today = officeDate(at, this.zone) === officeDate(this.now, this.zone)
    return t(text[today ? 'closed.today' : 'closed.day'], values)
  }

  #time(at: Instant): string {
    return timeText(at, this.zone, lang())
  }

  /** A number too long for the panel is set narrower, never lower: its height is what carries through the hall. */
  #fit(): void {
    const line = this.renderRoot.querySelector<HTMLElement>('.big')
    const number = line?.querySelector<HTMLElement>('ui-number')
    if (!line || !number) return
    line.style.setProperty('--fit', String(Math.min(1, line.clientWidth / Math.max(1, number.offsetWidth))))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'display-call': DisplayCall
  }
}
