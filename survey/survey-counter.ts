import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Reply } from '../shared/contracts/api.ts'
import { surveyText } from '../shared/text/survey.ts'
import { call, codeOf } from '../shared/web/client.ts'
import { ensureDevice, type PairingStep } from '../shared/web/device.ts'
import { LangController, setLang, t } from '../shared/web/lang.ts'
import { Ticker } from '../shared/web/ticker.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { mark } from '../shared/web/ui/marks.ts'
import '../shared/web/ui/ui-pairing.ts'
import '../shared/web/ui/ui-state.ts'
import { pageStyles } from './page-styles.ts'
import './survey-visit.ts'

/** The visit that the tablet asks about. */
export type LastVisit = Reply<'GET /api/offices/:office/counters/:counter/survey'>

const POLL_MS = 3_000
const THANKS_MS = 8_000
/** A visit that nobody touched for so long has left, rated, half filled in or not; the next citizen must not see it. */
const GONE_MS = 120_000

/** The tablet of a counter: rests until a visit ends there, asks about it, thanks, and rests again. */
@customElement('survey-counter')
export class SurveyCounter extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    css`
      .rest {
        display: grid;
        max-width: none;
        place-content: center;
        justify-items: center;
        gap: 1rem;
        padding: 2rem;
        text-align: center;
      }
      .rest svg {
        width: 6rem;
        height: 6rem;
      }
      .rest h1 {
        font-size: clamp(1.75rem, 5vw, 3rem);
      }
      .number {
        padding: 0.75rem 1rem 0;
        font-size: var(--t-lg);
        font-weight: 700;
        text-align: center;
      }
    `,
  ]

  @property() counter = ''
  /** Pairs this tablet when needed; gives the office where it stands. */
  @property({ attribute: false }) pair = (show: (step: PairingStep) => void, signal: AbortSignal): Promise<string> =>
    ensureDevice('tablet', { show, signal }).then(device => device.officeId)
  @property({ attribute: false }) ask = lastVisit
  @state() private shown: LastVisit | undefined
  @state() private step: PairingStep | undefined
  @state() private trouble: 'atWork' | 'unknown' | 'away' | undefined
  #office: string | undefined
  #leaving = new AbortController()
  #over: string | undefined
  /** Somebody fills in the nine questions: that their visit is no longer asked for must not push them away. */
  #filling = false
  #rest: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    new LangController(this)
    new Ticker(this, { everyMs: POLL_MS, tick: () => void this.look() })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#leaving = new AbortController()
    void this.start()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#rest)
    this.#leaving.abort()
  }

  /** Pairs when needed, then asks. */
  async start(): Promise<void> {
    this.#office = undefined
    try {
      this.#office = await this.pair(step => (this.step = step), this.#leaving.signal)
    } catch {
      // The tablet left the page.
      return
    }
    this.step = undefined
    await this.look()
  }

  /** Asks whether a visit has ended here. */
  async look(): Promise<void> {
    if (this.#office === undefined) return
    try {
      const visit = await this.ask(this.#office, this.counter)
      this.trouble = undefined
      // Whoever is served now, or was since, stands where the last one stood.
      const next = visit.path !== null && visit.path !== this.shown?.path && visit.path !== this.#over
      if (this.#filling && (visit.serving || next)) this.#toRest()
      if (this.#filling) return
      if (!visit.path) return this.#onNone()
      if (visit.path === this.shown?.path || visit.path === this.#over) return
      // Whoever comes now did not choose the language of the one before.
      if (this.shown) setLang('id')
      this.shown = visit
      this.#restIn(GONE_MS)
    } catch (error) {
      const code = codeOf(error)
      if (code === 'NOT_SIGNED_IN' || code === 'FORBIDDEN') return void this.start()
      this.trouble = code === 'SURVEY_NOT_HERE' ? 'atWork' : code === 'COUNTER_UNKNOWN' ? 'unknown' : 'away'
    }
  }

  protected override render() {
    if (this.step) return html`<ui-pairing kind="tablet" .step=${this.step}></ui-pairing>`
    if (this.trouble === 'atWork') {
      return html`<main>
        <ui-state kind="empty" icon="lock" heading=${t(surveyText['state.atWork'])}
          >${t(surveyText['state.atWorkWhat'])}</ui-state
        >
      </main>`
    }
    if (this.trouble === 'unknown') {
      return html`<main>
        <ui-state kind="empty" heading=${t(surveyText['state.noCounter'])}
          >${t(surveyText['state.noCounterWhat'])}</ui-state
        >
      </main>`
    }
    const { path, number } = this.shown ?? {}
    if (!path) {
      return html`<main class="rest">
        ${mark()}
        <h1>${t(surveyText['counter.rest'])}</h1>
        <p class="soft">${t(surveyText['rate.voluntary'])}</p>
        ${this.trouble ? html`<p role="status">${t(surveyText['counter.away'])}</p>` : nothing}
      </main>`
    }
    return html`${number ? html`<p class="number" role="status">${t(surveyText['counter.number'], { number })}</p>` : nothing}
    ${keyed(
      path,
      html`<survey-visit
        tablet
        token=${path.split('/').pop() ?? ''}
        @rate=${() => this.#restIn(GONE_MS)}
        @reasons=${() => this.#restIn(GONE_MS)}
        @answered=${() => this.#restIn(THANKS_MS)}
        @more=${this.#onFilling}
        @draft=${this.#onFilling}
        @pointerdown=${this.#onTouch}
        @keydown=${this.#onTouch}
        @answers=${() => this.#restIn(THANKS_MS)}
      ></survey-visit>`,
    )}`
  }

  /**
   * The server no longer asks: the visit was rated elsewhere, or the next one has begun. Thanks already shown may stand; a
   * low mark whose reasons are still open goes out with those chosen. */
  #onNone(): void {
    if (this.shown && this.renderRoot.querySelector('survey-visit')?.waiting) this.#toRest()
  }

  readonly #onFilling = (): void => {
    this.#filling = true
    this.#restIn(GONE_MS)
  }

  readonly #onTouch = (): void => {
    if (this.#filling) this.#restIn(GONE_MS)
  }

  #restIn(ms: number): void {
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => this.#toRest(), ms)
  }

  #toRest(): void {
    clearTimeout(this.#rest)
    this.#over = this.shown?.path ?? undefined
    this.#filling = false
    this.shown = undefined
    setLang('id')
  }
}

function lastVisit(office: string, counter: string): Promise<LastVisit> {
  return call('GET /api/offices/:office/counters/:counter/survey', { params: { office, counter } })
}

declare global {
  interface HTMLElementTagNameMap {
    'survey-counter': SurveyCounter
  }
}
