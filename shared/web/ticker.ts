import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** How a clock goes when it is not once a second, all the time, to draw its host anew. */
export interface Ticking {
  /** Milliseconds between two ticks. */
  readonly everyMs?: number
  readonly tick?: () => void
  /** Whether it goes now; asked after every drawing of the host. */
  readonly while?: () => boolean
}

/** The clock of an element: ticks while the element is on the page and `while` holds. */
export class Ticker implements ReactiveController {
  private readonly everyMs: number
  private readonly tick: () => void
  private readonly goes: () => boolean
  private connected = false
  private timer: ReturnType<typeof setInterval> | undefined

  constructor(host: ReactiveControllerHost, { everyMs = 1_000, tick, while: goes }: Ticking = {}) {
    this.everyMs = everyMs
    this.tick = tick ?? (() => host.requestUpdate())
    this.goes = goes ?? (() => true)
    host.addController(this)
  }

  hostConnected(): void {
    this.connected = true
    this.settle()
  }

  hostUpdated(): void {
    this.settle()
  }

  hostDisconnected(): void {
    this.connected = false
    this.settle()
  }

  private settle(): void {
    if (this.connected && this.goes()) {
      this.timer ??= setInterval(this.tick, this.everyMs)
    } else {
      clearInterval(this.timer)
      this.timer = undefined
    }
  }
}
