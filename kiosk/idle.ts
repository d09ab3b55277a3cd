import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { Ticker } from '../shared/web/ticker.ts'
import { onSigns } from '../shared/web/window-keys.ts'

/** A person who has not touched the screen for so long is asked; the dialog itself counts the rest down. */
export const ASK_AFTER_MS = 40_000
export const LEAVE_AFTER_S = 20

const CHECK_MS = 500
const SIGNS = ['pointerdown', 'keydown'] as const

/** Knows how long nobody has touched the screen. `source` is a monotonic clock in milliseconds; a test sets it. */
export class IdleWatch implements ReactiveController {
  source: () => number = () => performance.now()
  private last = 0
  private off = () => {}
  private readonly host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost, check: () => void) {
    this.host = host
    host.addController(this)
    new Ticker(host, { everyMs: CHECK_MS, tick: check })
  }

  /** Milliseconds since the last touch or key. */
  get quietMs(): number {
    return this.source() - this.last
  }

  /** Somebody is here. */
  readonly touched = (): void => {
    this.last = this.source()
    this.host.requestUpdate()
  }

  hostConnected(): void {
    this.last = this.source()
    this.off = onSigns(SIGNS, this.touched)
  }

  hostDisconnected(): void {
    this.off()
  }
}
