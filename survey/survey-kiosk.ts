import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Reply } from '../shared/contracts/api.ts'
import { officeDate } from '../shared/kit/time.ts'
import { tokenIn } from '../shared/kit/ticket-link.ts'
import { surveyKioskText as words } from '../shared/text/survey-kiosk.ts'
import { call, codeOf } from '../shared/web/client.ts'
import { ensureDevice, type PairingStep } from '../shared/web/device.ts'
import { LangController, setLang, t } from '../shared/web/lang.ts'
import { Ticker } from '../shared/web/ticker.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { mark } from '../shared/web/ui/marks.ts'
import '../shared/web/ui/ui-banner.ts'
import '../shared/web/ui/ui-button.ts'
import '../shared/web/ui/ui-dialog.ts'
import '../shared/web/ui/ui-pairing.ts'
import { onSigns, WindowKeys } from '../shared/web/window-keys.ts'
import { pageStyles } from './page-styles.ts'
import './survey-visit.ts'

/** What a ticket's link tells of its survey. */
export type Scanned = Pick<Own, 'survey' | 'date' | 'now'> & {
  readonly ticket: Pick<Own['ticket'], 'state'>
  readonly office: Pick<Own['office'], 'zone'>
}
type Own = Reply<'GET /api/tickets/:token'>

/** Nobody has touched the screen for so long: whoever stands there is asked, and has the rest of a minute to say so. */
const ASK_MS = 40_000
const LEAVE_S = 20
const THANKS_MS = 8_000
/** Keys further apart than this belong to two readings. */
const READING_MS = 1_500
const OVER = ['done', 'unserved', 'cancelled']

/** The kiosk after the service: reads the code on the paper of a number, asks about its visit, and forgets it. */
@customElement('survey-kiosk')
export class SurveyKiosk extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    css`
      :host {
        --target: 72px;
      }
      .rest {
        max-width: 40rem;
        justify-content: center;
        text-align: center;
      }
      .rest svg {
        width: 6rem;
        height: 6rem;
        margin: 0 auto;
      }
      .rest h1 {
        font-size: clamp(1.75rem, 5vw, 3rem);
      }
      .leave {
        align-self: center;
        margin: 0 1rem 1.25rem;
      }
    `,
  ]

  /** Pairs this kiosk when needed. */
  @property({ attribute: false }) pair = (show: (step: PairingStep) => void, signal: AbortSignal): Promise<unknown> =>
    ensureDevice('kiosk', { show, signal })
  @property({ attribute: false }) ask = (token: string): Promise<Scanned> =>
    call('GET /api/tickets/:token', { params: { token } })
  /** A clock in milliseconds that only grows. */
  @property({ attribute: false }) source = (): number => performance.now()
  /** Where this screen came from and goes back to; a kiosk that only asks has none. */
  @property({ attribute: false }) back =
    new URLSearchParams(location.search).get('kiosk') === 'start' ? toStart : undefined
  @state() private step: PairingStep | undefined
  /** The survey that is open. */
  @state() private token: string | undefined
  @state() private trouble: Exclude<keyof typeof words, 'title'> | undefined
  @state() private asking = false
  #leaving = new AbortController()
  #reading = { text: '', at: -Infinity }
  #touched = 0
  #thanks: ReturnType<typeof setTimeout> | undefined
  #off = () => {}

  constructor() {
    super()
    new LangController(this)
    new Ticker(this, { everyMs: 500, tick: () => this.look() })
    new WindowKeys(this, { down: event => this.#onKey(event), repeats: true })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#leaving = new AbortController()
    this.#off = onSigns(['pointerdown', 'keydown'], this.#onTouch)
    void this.start()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#thanks)
    this.#leaving.abort()
    this.#off()
  }

  /** Pairs when needed. */
  async start(): Promise<void> {
    try {
      await this.pair(step => (this.step = step), this.#leaving.signal)
      this.step = undefined
    } catch {
      // The kiosk left the page.
    }
  }

  /** Looks whether somebody is still there. */
  look(): void {
    const quiet = this.source() - this.#touched
    const engaged = this.token !== undefined || this.trouble !== undefined || this.back !== undefined
    if (engaged && !this.step && quiet >= ASK_MS) this.asking = true
  }

  protected override render() {
    if (this.step) return html`<ui-pairing kind="kiosk" .step=${this.step}></ui-pairing>`
    return html`${this.token === undefined ? this.#rest() : this.#visit(this.token)}
      <ui-dialog
        ?open=${this.asking}
        .heading=${t(words['idle.title'])}
        .primary=${t(words['idle.stay'])}
        .secondary=${t(words.leave)}
        .seconds=${LEAVE_S}
        .source=${this.source}
        @primary=${this.#onTouch}
        @dismiss=${this.#onTouch}
        @secondary=${this.#reset}
        @expire=${this.#reset}
        >${t(words['idle.body'])}</ui-dialog
      >`
  }

  #rest() {
    return html`<main class="rest">
      ${mark()}
      <h1>${t(words.title)}</h1>
      <p>${t(words.lead)}</p>
      <p class="soft">${t(words.how)}</p>
      ${
        this.trouble
          ? html`<ui-banner role="status" tone=${this.trouble === 'busy' ? 'info' : 'attention'}
              >${t(words[this.trouble])}</ui-banner
            >`
          : nothing
      }
      ${this.back ? html`<ui-button @click=${this.#reset}>${t(words.back)}</ui-button>` : nothing}
    </main>`
  }

  #visit(token: string) {
    return html`${keyed(
        token,
        html`<survey-visit
          tablet
          token=${token}
          @answered=${() => this.#restIn(THANKS_MS)}
          @more=${() => clearTimeout(this.#thanks)}
          @answers=${() => this.#restIn(THANKS_MS)}
        ></survey-visit>`,
      )}<ui-button class="leave" @click=${this.#reset}>${t(words.leave)}</ui-button>`
  }

  /** A scanner types like a keyboard and ends with Enter. */
  #onKey(event: KeyboardEvent): void {
    if (this.token !== undefined || this.step) return
    const now = this.source()
    const { text, at } = this.#reading
    const before = now - at > READING_MS ? '' : text
    if (event.key.length === 1) this.#reading = { text: (before + event.key).slice(-400), at: now }
    if (event.key !== 'Enter' || before === '') return
    event.preventDefault()
    this.#reading = { text: '', at: -Infinity }
    void this.read(before)
  }

  /** Opens the survey of the ticket whose link was read. */
  async read(text: string): Promise<void> {
    const token = tokenIn(text)
    if (token === undefined) return void (this.trouble = 'no.unknown')
    this.trouble = 'busy'
    try {
      const { survey, ticket, date, now, office } = await this.ask(token)
      const isToday = date === officeDate(now, office.zone)
      if (!OVER.includes(ticket.state)) this.trouble = 'no.open'
      else if (!isToday) this.trouble = 'no.over'
      else if (!survey) this.trouble = 'no.desk'
      else {
        this.trouble = undefined
        this.token = survey.path.split('/').pop()
      }
    } catch (error) {
      const code = codeOf(error)
      if (code === 'NOT_SIGNED_IN' || code === 'DEVICE_REVOKED') void this.start()
      this.trouble = code === 'TICKET_UNKNOWN' ? 'no.unknown' : code === 'TOO_MANY_REQUESTS' ? 'no.many' : 'no.away'
    }
  }

  #restIn(ms: number): void {
    clearTimeout(this.#thanks)
    this.#thanks = setTimeout(this.#reset, ms)
  }

  readonly #onTouch = (): void => {
    this.asking = false
    this.#touched = this.source()
  }

  /** Nothing of the person before stays: not what was half filled in, not the language. */
  readonly #reset = (): void => {
    clearTimeout(this.#thanks)
    this.token = undefined
    this.trouble = undefined
    setLang('id')
    this.#onTouch()
    void this.back?.()
  }
}

/** The first page of the kiosk, once the server can give it: a screen that nobody tends must not end on a page of the browser. */
async function toStart(): Promise<void> {
  try {
    await call('GET /api/health', {})
    location.assign('/kiosk/')
  } catch {
    // Stays where it is, and is asked again when nobody touches it.
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'survey-kiosk': SurveyKiosk
  }
}
