import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { ask } from '../parts/ask.ts'

/** Raised on `window` by whatever page has read or written something, so that the bar counts anew. */
export const NEWS_CHANGED = 'tanggap-news-changed'
const EVERY_MS = 60_000

/** What waits for somebody, for the bar: asked at the start, every minute while the page is seen, and after each act. */
export class News implements ReactiveController {
  waiting = 0
  leads = false
  #timer: ReturnType<typeof setInterval> | undefined
  readonly #host: ReactiveControllerHost
  readonly #may: () => boolean

  constructor(host: ReactiveControllerHost, may: () => boolean) {
    this.#host = host
    this.#may = may
    host.addController(this)
  }

  hostConnected(): void {
    if (!this.#may()) return
    this.#timer = setInterval(() => document.visibilityState === 'visible' && this.#ask(), EVERY_MS)
    window.addEventListener(NEWS_CHANGED, this.#ask)
    this.#ask()
  }

  hostDisconnected(): void {
    clearInterval(this.#timer)
    window.removeEventListener(NEWS_CHANGED, this.#ask)
  }

  readonly #ask = (): void => {
    ask('GET /api/me/news', {}).then(
      ({ waiting, leads }) => {
        if (waiting === this.waiting && leads === this.leads) return
        Object.assign(this, { waiting, leads })
        this.#host.requestUpdate()
      },
      // What was known stays; the page itself says when the server is away.
      () => undefined,
    )
  }
}
