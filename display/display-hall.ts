import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Instant } from '../shared/kit/time.ts'
import type { Words } from '../shared/kit/words.ts'
import type { HallOffice } from '../shared/office/office.ts'
import type { InHall } from '../shared/survey/publication/publication.ts'
import { displayText as text } from '../shared/text/display.ts'
import { timeText } from '../shared/text/ui.ts'
import { spokenText } from '../shared/voice/spoken.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { emit } from '../shared/web/ui/emit.ts'
import { icon } from '../shared/web/ui/icons.ts'
import { officeCrest } from '../shared/web/ui/marks.ts'
import '../shared/web/ui/ui-banner.ts'
import '../shared/web/ui/ui-button.ts'
import '../shared/web/ui/ui-clock.ts'
import '../shared/web/ui/ui-ribbon.ts'
import type { Board } from './board.ts'
import { codeAddress, type ShownCode } from './check-in-code.ts'
import { closureWords } from './closure-words.ts'
import './display-call.ts'
import './display-check-in.ts'
import './display-counters.ts'
import { isQuiet } from './display-ikm.ts'
import './display-recent.ts'
import './display-ticker.ts'
import './display-waits.ts'

/** The whole picture of the waiting hall; raises `sound` when somebody asks for it. */
@customElement('display-hall')
export class DisplayHall extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-rows: auto auto 1fr auto auto;
        grid-template-columns: minmax(0, 1fr);
        height: 100vh;
        transform: translate(var(--shift-x, 0), var(--shift-y, 0));
      }
      header {
        display: grid;
        grid-template-columns: auto auto 1fr auto;
        align-items: center;
        gap: var(--s4);
        padding: var(--s4) var(--s6) 0;
      }
      .crest {
        width: 2.6rem;
      }
      .who {
        font-weight: 700;
        line-height: 1.2;
      }
      .who span {
        display: block;
        font-weight: 600;
        color: var(--soft);
      }
      ui-ribbon {
        padding: 0 var(--s5);
      }
      ui-clock {
        grid-column: -2;
      }
      .alerts {
        display: flex;
        gap: var(--s3);
        padding: 0 var(--s6);
        margin-top: var(--s3);
      }
      .alerts:empty {
        margin: 0;
      }
      ui-banner {
        flex: 1;
        font-size: 1.2rem;
        font-weight: 600;
        --banner-pad: 0.55em 1em;
      }
      .narrow {
        flex: none;
      }
      ui-banner [slot='icon'] {
        display: grid;
      }
      ui-button {
        font-size: 1rem;
        --button-height: 1.7rem;
        --button-pad: 0 1em;
        --button-ground: transparent;
      }
      main {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 22.5rem;
        grid-template-rows: minmax(0, 1fr);
        gap: var(--s4);
        min-height: 0;
        padding: var(--s4) var(--s6);
      }
      .side {
        display: grid;
        grid-template-rows: minmax(0, 1fr) auto;
        gap: var(--s3);
        min-height: 0;
      }
      .boards {
        display: grid;
        grid-template-columns: 1.62fr 1fr;
        gap: var(--s4) var(--s5);
        padding: 0 var(--s6) var(--s4);
      }
      .tight main {
        padding: var(--s3) var(--s6);
      }
    `,
  ]

  @property({ attribute: false }) board!: Board
  @property({ attribute: false }) office!: HallOffice
  /** What the area is called that it shows; the whole hall has none. */
  @property({ attribute: false }) area: Words | undefined
  /** The server's clock, and how far it is ahead of this device's (ms). */
  @property({ attribute: false }) now: Instant = 0
  @property({ type: Number }) offset = 0
  /** When the server was last heard, once the picture is old. */
  @property({ attribute: false }) staleSince: Instant | undefined
  /** False until the browser lets the page sound. */
  @property({ attribute: false }) sounding = true
  /** `seq` of the call that the voice is at. */
  @property({ attribute: false }) speaking: number | undefined
  @property({ attribute: false }) behind = false
  /** The code with which a booking is checked in by phone, while there is one. */
  @property({ attribute: false }) code: ShownCode | undefined
  /** What the office published last, to be shown between calls. */
  @property({ attribute: false }) published: InHall | undefined
  @property({ type: Boolean }) demo = false

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { board, office, now, staleSince } = this
    const stale = staleSince !== undefined
    const asOf = stale ? timeText(staleSince, office.zone, lang()) : ''
    // An old closing would send people away who could be served, so it is told only while the picture is live.
    const shut = board.shut && !stale ? t(text['shut.words']) : ''
    const closure =
      shut || (stale ? '' : closureWords(this.sounding ? board.closures : board.closures.slice(0, 1), office.zone))
    const tight = stale || !this.sounding || closure !== ''
    const { code } = this
    const showsCode = board.checkIn && code !== undefined
    const call = board.panel.kind === 'call' && board.panel.call.fresh ? board.panel.call : undefined
    const quiet = !stale && closure === '' && this.speaking === undefined && isQuiet(board, now)
    // Beside a code and a notice there is no room for it.
    const published = quiet && !(tight && showsCode) ? this.published : undefined
    const places = showsCode ? (tight ? 2 : 3) : 4
    return html`${this.#header()}
      <div class="alerts" role="region" aria-label=${t(text.alerts)}>${this.#alerts(asOf, closure)}</div>
      <main class=${tight ? 'tight' : ''}>
        <display-call
          .panel=${board.panel}
          .now=${now}
          zone=${office.zone}
          ?stale=${stale}
          ?tight=${tight}
        ></display-call>
        <div class="side">
          <display-recent
            .places=${published ? places - 1 : places}
            .calls=${board.recent}
            zone=${office.zone}
            ?stale=${stale}
            .speaking=${this.speaking}
            .behind=${this.behind && this.sounding}
          ></display-recent>
          ${
            showsCode
              ? html`<display-check-in
                  .code=${code}
                  .address=${codeAddress(code)}
                  zone=${office.zone}
                  .asOf=${asOf}
                ></display-check-in>`
              : nothing
          }
          ${
            published
              ? html`<display-ikm .published=${published} address=${`${location.host}/ikm/${office.id}`}></display-ikm>`
              : nothing
          }
        </div>
      </main>
      <div class="boards" role="region" aria-label=${t(text.boards)}>
        <display-counters
          .counters=${board.counters}
          .now=${now}
          zone=${office.zone}
          ?stale=${stale}
        ></display-counters>
        <display-waits .waits=${board.waits} .now=${now} zone=${office.zone} .asOf=${asOf}></display-waits>
      </div>
      <footer>
        <display-ticker
          .words=${stale ? t(text['stale.running']) : t(office.runningText)}
          ?still=${call !== undefined}
          .demo=${this.demo}
        ></display-ticker>
      </footer>
      <p class="vh" aria-live="polite">${call ? spokenText(call, office.reading, lang()) : nothing}</p>`
  }

  #header() {
    const { office, board, now } = this
    return html`<header>
      <h1 class="vh">${t(text['page.title'])}</h1>
      ${officeCrest(office)}
      <div class="who">${office.name}<span>${this.area ? t(this.area) : office.city}</span></div>
      ${
        board.hours
          ? html`<ui-ribbon
              ends="times"
              zone=${office.zone}
              .open=${board.hours.from}
              .close=${board.hours.to}
              .breaks=${board.hours.breaks}
              .now=${now}
            ></ui-ribbon>`
          : nothing
      }
      <ui-clock layout="wide" zone=${office.zone} .offset=${this.offset} ?sample=${this.demo}></ui-clock>
    </header>`
  }

  #alerts(asOf: string, closure: string) {
    return [
      closure ? html`<ui-banner tone="info"><span slot="icon">${icon('clock')}</span>${closure}</ui-banner>` : nothing,
      asOf ? html`<ui-banner tone="offline">${t(text['stale.words'], { time: asOf })}</ui-banner>` : nothing,
      this.sounding
        ? nothing
        : html`<ui-banner class=${closure ? 'narrow' : ''}
            ><span slot="icon">${icon('sound-off')}</span>${t(text['sound.off'])}
            <ui-button slot="action" @click=${() => emit(this, 'sound')}>${t(text['sound.on'])}</ui-button></ui-banner
          >`,
    ]
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'display-hall': DisplayHall
  }
}
