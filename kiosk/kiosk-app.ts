import { LitElement, html, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { HallOffice } from '../shared/office/office.ts'
import type { DayPlan } from '../shared/queue/day.ts'
import { kioskText } from '../shared/text/kiosk.ts'
import { call, newKey } from '../shared/web/client.ts'
import { LangController, lang, setLang, t } from '../shared/web/lang.ts'
import { LiveDay } from '../shared/web/live-day.ts'
import { openLink } from '../shared/web/live-link.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import '../shared/web/ui/ui-dialog.ts'
import '../shared/web/ui/ui-pairing.ts'
import '../shared/web/ui/ui-state.ts'
import { appStyles } from './app-styles.ts'
import type { Claim } from './parts/claim.ts'
import { REST, atRest, saving, step, type Act, type Flow, type Wish } from './parts/flow.ts'
import { ASK_AFTER_MS, IdleWatch, LEAVE_AFTER_S } from './idle.ts'
import type { KioskSlip } from './ticket/kiosk-slip.ts'
import { lowView, wishOf } from './low/low-view.ts'
import type { LowView } from './low/low-option.ts'
import { lowContext, screenOf, type Follows } from './pages.ts'
import { paperOf, printOn, printsByItself } from './ticket/paper.ts'
import { ScanWatch } from './check-in/scan.ts'
import { cardsOf, isFull, type Card } from './parts/services.ts'
import { askedFor } from './parts/wanted.ts'
import { KioskSetup } from './setup.ts'
import { isRush, recent } from './parts/rush.ts'
import { takeNumber } from './ticket/take.ts'
import { hush, onVoices, speak } from './voice.ts'

/** Seconds for which a ticket is shown; every touch starts them anew. Who needs larger text needs longer. */
const SHOWN_S = { usual: 20, low: 60 }

/** The kiosk: finds its office, follows the day, and moves the flow by touches, keys, answers and time. */
@customElement('kiosk-app')
export class KioskApp extends LitElement {
  static override styles = [baseStyles, appStyles]

  @property({ attribute: false }) live: Follows = new LiveDay(this, { audience: 'hall', link: async () => openLink })
  @property({ attribute: false }) setup = new KioskSetup(this, office => this.#follow(office))
  @property({ attribute: false }) print = printOn
  @property({ attribute: false }) idle = new IdleWatch(this, () => this.#checkIdle())
  @state() private flow: Flow = REST
  @state() private asking = false
  @query('kiosk-slip') private slip!: KioskSlip | null
  #plan: DayPlan | null | undefined
  /** Services that had no place at some time of the day named first. */
  #full: { readonly date: string; readonly ids: ReadonlySet<string> } = { date: '', ids: new Set() }
  /** The services as this update shows them. */
  #shown: readonly Card[] = []
  #told = ''
  #taken: readonly number[] = []
  #offVoices = () => {}

  constructor() {
    super()
    new LangController(this)
    new ScanWatch(this, {
      page: () => ({ scans: this.#scans, waits: this.flow.low !== null }),
      read: claim => this.#read(claim),
      pressed: key => this.#pressed(key),
    })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#offVoices = onVoices(() => this.requestUpdate())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#offVoices()
  }

  protected override willUpdate(): void {
    if (this.live.refused && !this.setup.pairing) void this.setup.start()
    const plan = this.live.day?.plan
    // A new plan means that a setting changed; names and papers come from the office, so it is read again.
    if (this.#plan !== undefined && plan !== this.#plan) void this.setup.load()
    this.#plan = plan
    this.#rememberFull()
  }

  protected override updated(changed: PropertyValues): void {
    document.documentElement.dataset['theme'] = this.flow.low?.contrast ? 'contrast' : 'light'
    const before = changed.get('flow' as keyof KioskApp) as Flow | undefined
    if (before && (before.page.name !== this.flow.page.name || !before.low !== !this.flow.low)) void this.#focusHead()
    this.#tell()
  }

  protected override render() {
    const { pairing } = this.setup
    if (pairing) return html`<ui-pairing kind="kiosk" .step=${pairing}></ui-pairing>`
    return html`<div class="screen" @wish=${this.#onWish} @repeat=${() => this.#tell(true)}>${this.#screen()}</div>
      ${this.#dialogs()}`
  }

  #screen() {
    const { live, flow } = this
    const { office, device, demo } = this.setup
    if (!office || !live.day) return this.#waiting()
    const cards = this.#shown
    const of = this.#shownFor()
    const left = Math.max(0, Math.ceil(of - this.idle.quietMs / 1000))
    return screenOf({ office, flow, live, cards, often: this.setup.often, demo, device: device?.name ?? '', left, of })
  }

  #waiting() {
    if (!this.setup.failed)
      return html`<ui-state kind="loading" .heading=${t(kioskText['state.loading'])}
        >${t(kioskText['state.loading.hint'])}</ui-state
      >`
    return html`<ui-state kind="error" .heading=${t(kioskText['state.error'])} @retry=${() => this.setup.start()}
      >${t(kioskText['state.error.hint'])}</ui-state
    >`
  }

  #dialogs() {
    return html`<ui-dialog
        ?open=${this.asking}
        .heading=${t(kioskText['idle.title'])}
        .primary=${t(kioskText['idle.stay'])}
        .secondary=${t(kioskText['idle.leave'])}
        .seconds=${LEAVE_AFTER_S}
        .source=${this.idle.source}
        @dismiss=${this.#stay}
        @secondary=${this.#reset}
        @expire=${this.#reset}
        @click=${this.#stay}
        >${t(kioskText['idle.body'])}</ui-dialog
      >
      <ui-dialog
        kind="plain"
        ?open=${this.flow.help}
        .heading=${t(kioskText['help.title'])}
        .primary=${t(kioskText['help.close'])}
        @primary=${() => this.#act({ do: 'help', open: false })}
        @dismiss=${() => this.#act({ do: 'help', open: false })}
        >${t(kioskText['help.body'])}</ui-dialog
      >`
  }

  #follow(office: string): void {
    this.live.follow(office)
    if (this.live.refused) this.live.reconnect()
  }

  #act(act: Act): void {
    const { page: before, open } = this.flow
    this.flow = step(this.flow, act)
    const { page } = this.flow
    if (act.do === 'reset' || (before.name === 'ticket' && page.name !== 'ticket')) this.#cleared()
    if (act.do === 'take' && page !== before && page.name === 'requirements' && page.take.state === 'busy')
      void this.#take(page.take.key, page, open?.key === page.take.key)
    if (act.do === 'present' && page !== before && page.name === 'checkIn' && page.take.state === 'busy')
      void this.#checkIn(page.take.key, page.claim!)
    if (act.do === 'taken' && page.name === 'ticket' && page !== before && printsByItself()) void this.#print()
  }

  async #take(key: string, page: Extract<Flow['page'], { name: 'requirements' }>, repeats: boolean): Promise<void> {
    const now = this.idle.source()
    // What was sent without an answer may have made its number: it is asked for again, never refused here.
    if (!repeats && isRush(this.#taken, now)) return this.#act({ do: 'refused', key, code: 'TOO_MANY_REQUESTS' })
    const params = { office: this.setup.office!.id }
    const body = askedFor(page)
    const ask = (k: string) => call('POST /api/offices/:office/tickets', { params, body }, k)
    await takeNumber(key, ask, act => this.#act(act), this.setup.sleep)
    if (this.flow.page.name === 'ticket') this.#taken = [...recent(this.#taken, now), now]
    this.idle.touched()
  }

  async #checkIn(key: string, claim: Claim): Promise<void> {
    const params = { office: this.setup.office!.id }
    const ask = (k: string) => call('POST /api/offices/:office/check-in', { params, body: claim }, k)
    await takeNumber(key, ask, act => this.#act(act), this.setup.sleep)
    this.idle.touched()
  }

  async #print(): Promise<void> {
    this.#act({ do: 'printing' })
    await this.updateComplete
    await this.slip?.updateComplete
    this.print(paperOf(), this.slip?.taken.visit?.steps.length)
    this.idle.touched()
  }

  #onWish(event: CustomEvent<Wish>): void {
    this.#wish(event.detail)
  }

  #wish(wish: Wish): void {
    if (wish.do === 'print') void this.#print()
    else this.#act(wish.do === 'take' || wish.do === 'present' ? { ...wish, key: newKey() } : wish)
  }

  /** The scanner is heard where a booking is checked in, and by whom the first page still greets. */
  get #scans(): boolean {
    const { page, help } = this.flow
    return this.setup.office !== null && !help && (page.name === 'checkIn' || page.name === 'home')
  }

  #read(claim: Claim | null): void {
    this.#stay()
    this.#act(claim ? { do: 'present', key: newKey(), claim } : { do: 'unread' })
  }

  #pressed(key: string): void {
    const { low, help } = this.flow
    const { office } = this.setup
    if (!low || !office || !/^[\d*#]$/.test(key)) return
    if (this.asking) return this.#stay()
    if (help) return this.#act({ do: 'help', open: false })
    const view = this.#view(office)
    if (key === '*' && !view.pad) return this.#tell(true)
    const wish = wishOf(key, low, view)
    if (wish) this.#wish(wish)
  }

  #checkIdle(): void {
    const { page } = this.flow
    if (page.name === 'ticket') {
      if (this.idle.quietMs >= this.#shownFor() * 1000) this.#reset()
      else this.requestUpdate()
    } else if (saving(page)) {
      this.idle.touched()
    } else if (this.idle.quietMs >= ASK_AFTER_MS) {
      if (!atRest(this.flow) || lang() !== 'id') this.asking = true
      // Nothing to ask about on the first page, but what was left unanswered there is not the next person's.
      else if (this.flow.open) this.#reset()
    }
  }

  #shownFor(): number {
    return this.flow.low ? SHOWN_S.low : SHOWN_S.usual
  }

  readonly #stay = (): void => {
    this.asking = false
    this.idle.touched()
  }

  readonly #reset = (): void => this.#act({ do: 'reset' })

  /** Nothing of the person before stays: not the number, not the language, not the view. */
  #cleared(): void {
    this.asking = false
    setLang('id')
    hush()
    this.idle.touched()
  }

  async #focusHead(): Promise<void> {
    await this.updateComplete
    const page = this.renderRoot.querySelector<LitElement>('main > *')
    await page?.updateComplete
    page?.renderRoot.querySelector('h1')?.focus()
  }

  /** Reads the caption of the accessible mode aloud when it is a new one, or once more. */
  #tell(again = false): void {
    const { low } = this.flow
    const { office } = this.setup
    if (!low || !office || !this.live.day) return void (this.#told = '')
    const { heading, caption } = this.#view(office)
    const words = `${this.flow.page.name === 'ticket' ? '' : `${heading}. `}${caption}`
    if (words === this.#told && !again) return
    this.#told = words
    if (low.voice) speak(words, lang(), low.slow)
    else hush()
  }

  #view(office: HallOffice): LowView {
    return lowView(this.flow, lowContext({ office, live: this.live, cards: this.#shown }))
  }

  #cards(office: HallOffice): readonly Card[] {
    const { live } = this
    return cardsOf(office, live.day, live.estimates, live.now(), !live.stale, this.#full.ids)
  }

  /** Makes the cards of this update. Places that come back are told as such, so it is remembered which services had none. */
  #rememberFull(): void {
    const { office } = this.setup
    const date = this.live.day?.date ?? ''
    if (!office) return void (this.#shown = [])
    const before = this.#full.date === date ? this.#full.ids : new Set<string>()
    this.#shown = this.#cards(office)
    const full = this.#shown.filter(isFull).map(card => card.service.id)
    if (date === this.#full.date && full.every(id => before.has(id))) return
    this.#full = { date, ids: new Set([...before, ...full]) }
    this.#shown = this.#cards(office)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-app': KioskApp
  }
}
