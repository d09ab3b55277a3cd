import { LitElement, css, html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Reply } from '../shared/contracts/api.ts'
import type { QueueDay } from '../shared/queue/day.ts'
import type { DayEvent } from '../shared/queue/events.ts'
import { displayText as text } from '../shared/text/display.ts'
import { wearAccent } from '../shared/web/accent.ts'
import { call } from '../shared/web/client.ts'
import { ensureDevice, type PairingStep } from '../shared/web/device.ts'
import { titleOf } from '../shared/web/rehearsal.ts'
import { LangController, t } from '../shared/web/lang.ts'
import { LiveDay } from '../shared/web/live-day.ts'
import { openLink } from '../shared/web/live-link.ts'
import { Ticker } from '../shared/web/ticker.ts'
import '../shared/web/ui/ui-pairing.ts'
import '../shared/web/ui/ui-state.ts'
import type { Announcer } from './announcer.ts'
import { areaName, eventsIn, inArea } from './area.ts'
import { boardOf, shiftAt, takenBack, voiceCalls, voiceCallsIn } from './board.ts'
import { CheckInCode } from './check-in-code.ts'
import './display-hall.ts'
import { createVoice, type Voice } from './voice.ts'

const RETRY_MS = 3_000
/** The office's own words and counters are read again this often; the queue itself is pushed. */
const OFFICE_EVERY_MS = 60_000

/** The hall display: joins the office, follows its day, shows it and speaks it. It heals by itself, for nobody stands by. */
@customElement('display-app')
export class DisplayApp extends LitElement {
  static override styles = css`
    :host {
      display: block;
      min-height: 100vh;
    }
    .boot {
      display: grid;
      align-content: center;
      height: 100vh;
      padding: 0 25vw;
      font-size: var(--t-xl);
    }
  `

  @state() private step: PairingStep | undefined = { kind: 'asking' }
  @state() private info: Reply<'GET /api/offices/:office/hall'> | undefined
  @state() private unreachable = false
  /** The area of the hall that this display shows and speaks; `null`: the whole of it. */
  @state() private area: string | null = null

  readonly #live = new LiveDay(this, {
    audience: 'hall',
    link: async () => openLink,
    onEvents: events => this.#heard(events),
  })
  readonly #code = new CheckInCode(this, {
    office: () => (this.#takesBookings ? this.#officeId : ''),
    now: () => this.#live.now(),
  })
  #takesBookings = false
  #officeId = ''
  #voice: Voice | undefined
  #spokenOf: QueueDay | undefined
  #joining = false
  #leave = new AbortController()

  constructor() {
    super()
    new LangController(this)
    new Ticker(this, { everyMs: OFFICE_EVERY_MS, tick: () => void this.#readOffice() })
  }

  /** The voice of this hall, once the first snapshot is there; its log tells what was spoken. */
  get announcer(): Announcer | undefined {
    return this.#voice?.announcer
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#leave = new AbortController()
    void this.#join()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave.abort()
    this.#voice?.dispose()
    this.#voice = undefined
  }

  protected override willUpdate(): void {
    const { day, refused } = this.#live
    if (refused && !this.#joining) void this.#join()
    const office = this.#office
    if (!day || !office) return
    const now = () => this.#live.now()
    this.#voice = createVoice(this.#voice, { office, date: day.date, now, onChange: () => this.requestUpdate() })
    const { announcer } = this.#voice
    if (day !== this.#spokenOf) {
      // What was taken back while this screen was away.
      for (const { number, seq } of takenBack(announcer.waiting, day)) announcer.unhear(number, seq + 1)
      const shown = inArea({ day, office }, this.area)
      announcer.hear(voiceCalls(shown.day, shown.office))
    }
    this.#spokenOf = day
    wearAccent(office.accent)
  }

  protected override render() {
    if (this.step) return html`<ui-pairing kind="display" .step=${this.step}></ui-pairing>`
    const { day, estimates, stale } = this.#live
    const office = this.#office
    if (!day || !office) return this.#boot()
    const now = this.#live.now()
    const shown = inArea({ day, office }, this.area)
    const board = boardOf({ ...shown, estimates, now, stale })
    this.#takesBookings = board.checkIn
    return html`<display-hall
      .board=${board}
      .code=${this.#code.shown}
      .office=${office}
      .area=${areaName(office, this.area)}
      .now=${now}
      .offset=${this.#live.clockError}
      .staleSince=${stale ? this.#live.heard : undefined}
      .sounding=${this.#voice?.sound.allowed ?? false}
      .speaking=${this.announcer?.current?.seq}
      .behind=${this.announcer?.behind ?? false}
      .published=${this.info?.published ?? undefined}
      .demo=${this.info?.demo ?? false}
      @sound=${() => this.#voice?.sound.unlock()}
    ></display-hall>`
  }

  protected override updated(): void {
    document.title = titleOf(t(text['page.title']))
    const [x, y] = shiftAt(this.#live.now())
    this.style.setProperty('--shift-x', `${x}px`)
    this.style.setProperty('--shift-y', `${y}px`)
  }

  #boot() {
    return html`<div class="boot">
      ${
        this.unreachable
          ? html`<ui-state kind="stale" .icon=${'offline' as const} .heading=${t(text['boot.offline'])}
              >${t(text['boot.again'])}</ui-state
            >`
          : html`<ui-state kind="loading" .heading=${t(text['boot.loading'])}></ui-state>`
      }
    </div>`
  }

  get #office() {
    return this.info?.office.id === this.#officeId ? this.info.office : undefined
  }

  /** From an unknown screen to one that follows its office; also the way back after the office has refused it. */
  async #join(): Promise<void> {
    const { signal } = this.#leave
    this.#joining = true
    try {
      if (this.#live.refused) await pause()
      const device = await ensureDevice('display', { signal, show: step => this.#show(step) })
      this.#officeId = device.officeId
      while (!(await this.#readOffice())) await pause()
      signal.throwIfAborted()
      this.step = undefined
      if (this.#live.refused) this.#live.reconnect()
      this.#live.follow(device.officeId)
    } catch (error) {
      if (!signal.aborted) throw error
    } finally {
      this.#joining = false
    }
  }

  /** While it asks who it is, the hall keeps its last picture; once nobody knows this screen, the picture is gone. */
  #show(step: PairingStep): void {
    if (step.kind === 'code') this.#live.day = undefined
    this.step = this.#live.day ? undefined : step
  }

  async #readOffice(): Promise<boolean> {
    try {
      const [info, { device }] = await Promise.all([
        call('GET /api/offices/:office/hall', { params: { office: this.#officeId } }),
        call('GET /api/devices/me', { query: { kind: 'display' } }),
      ])
      this.info = info
      this.area = device?.area ?? null
      this.unreachable = false
    } catch {
      this.unreachable = true
    }
    return !this.unreachable
  }

  #heard(events: readonly DayEvent[]): void {
    if (events.some(event => event.type === 'dayPlanned')) void this.#readOffice()
    const office = this.#office
    for (const event of events) {
      if (event.type === 'actUndone' && event.undone === 'ticketCalled')
        this.announcer?.unhear(event.ticket.number, event.seq)
    }
    const own = office ? eventsIn(events, office, this.area) : []
    if (this.#live.day && office) this.announcer?.hear(voiceCallsIn(own, this.#live.day, office))
  }
}

function pause(): Promise<void> {
  return new Promise(done => setTimeout(done, RETRY_MS))
}

declare global {
  interface HTMLElementTagNameMap {
    'display-app': DisplayApp
  }
}
