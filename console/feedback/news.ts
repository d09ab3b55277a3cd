import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { NEWS_CHANGED, REACHED_AGAIN, ask } from '../parts/ask.ts'

const EVERY_MS = 60_000

/**
 * What waits for somebody, for the bar: asked at the start, after each act, and whenever the live connection tells of news. Without
 * one it is asked every minute while the page is seen, and what the answer tells of goes on to the page, as the connection would. It
 * is also the one to notice that the server answers again.
 */
export class News implements ReactiveController {
  /** Messages. */
  waiting = 0
  /** Own reports that were sent back or asked about. */
  reports = 0
  /** Outages of past days that wait for their agreement. */
  outages = 0
  /** Objections that wait for their answer or decision. */
  contests = 0
  leads = false
  /** How often this person's screens were told of news, as it was heard last. */
  #told: number | undefined
  #heard = 0
  /** Nothing was heard lately: an answer failed, or the connection broke off. */
  #isAway = false
  #wasConnected = false
  #timer: ReturnType<typeof setInterval> | undefined
  readonly #host: ReactiveControllerHost
  readonly #live: Pick<LiveDay, 'connected' | 'news' | 'hasNews'>
  readonly #may: () => boolean

  constructor(host: ReactiveControllerHost, live: Pick<LiveDay, 'connected' | 'news' | 'hasNews'>, may: () => boolean) {
    this.#host = host
    this.#live = live
    this.#may = may
    host.addController(this)
  }

  hostConnected(): void {
    if (!this.#may()) return
    this.#timer = setInterval(this.#look, EVERY_MS)
    window.addEventListener(NEWS_CHANGED, this.#ask)
    document.addEventListener('visibilitychange', this.#look)
    this.#ask()
  }

  hostDisconnected(): void {
    clearInterval(this.#timer)
    window.removeEventListener(NEWS_CHANGED, this.#ask)
    document.removeEventListener('visibilitychange', this.#look)
  }

  hostUpdate(): void {
    this.#followLine()
    if (this.#live.news === this.#heard) return
    this.#heard = this.#live.news
    if (this.#may()) this.#ask()
  }

  readonly #look = (): void => {
    if (document.visibilityState === 'visible' && !this.#live.connected) this.#ask()
  }

  readonly #ask = (): void => {
    ask('GET /api/me/news', {}).then(
      ({ waiting, reports, outages, contests, leads, told }) => {
        this.#reached(true)
        if (!this.#live.connected && this.#told !== undefined && told !== this.#told) this.#passOn()
        this.#told = told
        const counted = { waiting, reports, outages, contests, leads }
        if (Object.entries(counted).every(([what, n]) => this[what as keyof typeof counted] === n)) return
        Object.assign(this, counted)
        this.#host.requestUpdate()
      },
      // What was known stays; the page itself says when the server is away.
      () => {
        this.#isAway = true
      },
    )
  }

  #followLine(): void {
    const { connected } = this.#live
    if (this.#wasConnected && !connected) this.#isAway = true
    this.#wasConnected = connected
    this.#reached(connected)
  }

  /** What could not be read while the server was away is read again. */
  #reached(answers: boolean): void {
    if (answers && this.#isAway) {
      this.#isAway = false
      window.dispatchEvent(new Event(REACHED_AGAIN))
    }
  }

  #passOn(): void {
    this.#live.hasNews()
    this.#heard = this.#live.news
  }
}
