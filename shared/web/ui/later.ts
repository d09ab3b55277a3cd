import { html, type ReactiveController, type ReactiveControllerHost } from 'lit'
import './ui-state.ts'

/** A part whose code is fetched when it is first shown, because most visits never see it. */
export class Later implements ReactiveController {
  #is: 'absent' | 'coming' | 'there' | 'failed' = 'absent'
  readonly #host: ReactiveControllerHost
  readonly #load: () => Promise<unknown>

  constructor(host: ReactiveControllerHost, load: () => Promise<unknown>) {
    this.#host = host
    this.#load = load
    host.addController(this)
  }

  hostConnected(): void {
    // What did not come is asked for again wherever its host is shown again.
    if (this.#is === 'failed') this.#is = 'absent'
  }

  /** The part; `meanwhile` until its code is there, and a way to try again where it did not come. */
  show(part: () => unknown, meanwhile: unknown = html`<ui-state></ui-state>`): unknown {
    if (this.#is === 'there') return part()
    if (this.#is === 'failed') return html`<ui-state kind="offline" @retry=${() => void this.#fetch()}></ui-state>`
    if (this.#is === 'absent') void this.#fetch()
    return meanwhile
  }

  async #fetch(): Promise<void> {
    this.#is = 'coming'
    this.#is = await this.#load().then(
      () => 'there' as const,
      () => 'failed' as const,
    )
    this.#host.requestUpdate()
  }
}
