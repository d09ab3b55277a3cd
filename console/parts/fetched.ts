import { html, type ReactiveController, type ReactiveControllerHost } from 'lit'
import '../../shared/web/ui/ui-state.ts'
import { REACHED_AGAIN } from './ask.ts'
import { sentenceOf } from './sentence.ts'

const AGAIN = [REACHED_AGAIN, 'online']

/**
 * Something read from the server: the last value stays while a newer one is on its way, or could not be had. What could not be had is
 * read again by itself once the server answers or the device has a network again.
 */
export class Fetched<T> implements ReactiveController {
  value: T | undefined
  error: unknown
  loading = false
  private key: string | undefined
  private of: string | undefined
  private again: (() => Promise<T>) | undefined
  private readonly host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.host = host
    host.addController(this)
  }

  hostConnected(): void {
    for (const event of AGAIN) window.addEventListener(event, this.onReached)
  }

  hostDisconnected(): void {
    for (const event of AGAIN) window.removeEventListener(event, this.onReached)
  }

  /**
   * Reads when `key`, which names what is wanted, is a new one. `fresh` drops the old value, because it answers another question;
   * as a name, of a person or a month, it does so whenever that is another one.
   */
  want(key: string, read: () => Promise<T>, fresh: boolean | string = false): void {
    if (key === this.key) return
    this.key = key
    if (fresh === true || (fresh !== false && fresh !== this.of)) this.value = undefined
    if (fresh !== false) this.of = `${fresh}`
    this.again = read
    void this.read(key, read)
  }

  retry(): void {
    if (this.again) void this.read(this.key!, this.again)
  }

  private readonly onReached = (): void => {
    if (this.error && !this.loading) this.retry()
  }

  private async read(key: string, read: () => Promise<T>): Promise<void> {
    this.loading = true
    this.error = undefined
    this.host.requestUpdate()
    try {
      const value = await read()
      if (key === this.key) this.value = value
    } catch (error) {
      if (key === this.key) this.error = error
    }
    if (key !== this.key) return
    this.loading = false
    this.host.requestUpdate()
  }
}

/** What was read, by `body`; until there is something, that it is on its way or why it could not be had. */
export function whenRead<T>(of: Fetched<T>, body: (value: T) => unknown): unknown {
  if (of.value !== undefined) return body(of.value)
  return of.error
    ? html`<ui-state kind="error" @retry=${() => of.retry()}>${sentenceOf(of.error)}</ui-state>`
    : html`<ui-state></ui-state>`
}
