import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import '../../shared/web/ui/ui-state.ts'
import { codeOf } from '../../shared/web/client.ts'
import { REACHED_AGAIN } from './ask.ts'
import { sentenceOf } from './sentence.ts'

const AGAIN = [REACHED_AGAIN, 'online']
/** After so long it is asked again for what the server is still reading. */
const READING_MS = 3_000

/**
 * Something read from the server: the last value stays while a newer one is on its way, or could not be had. What could not be had is
 * read again by itself once the server answers or the device has a network again; so is what the server says that it is still reading.
 */
export class Fetched<T> implements ReactiveController {
  value: T | undefined
  error: unknown
  loading = false
  /** What the server says while it reads for the first time: no error, but a longer wait. */
  reading: unknown
  private timer: ReturnType<typeof setTimeout> | undefined
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
    clearTimeout(this.timer)
    for (const event of AGAIN) window.removeEventListener(event, this.onReached)
  }

  /**
   * Reads when `key`, which names what is wanted, is a new one. `fresh` drops the old value, because it answers another question;
   * as a name, of a person or a month, it does so whenever that is another one.
   */
  want(key: string, read: () => Promise<T>, fresh: boolean | string = false): void {
    if (key === this.key) return
    this.key = key
    this.reading = undefined
    if (fresh === true || (fresh !== false && fresh !== this.of)) this.value = undefined
    if (fresh !== false) this.of = `${fresh}`
    this.again = read
    void this.read(key, read)
  }

  retry(): void {
    if (this.again) void this.read(this.key!, this.again)
  }

  private wait(said: unknown): void {
    this.reading = said
    this.timer = setTimeout(() => this.retry(), READING_MS)
    this.host.requestUpdate()
  }

  private readonly onReached = (): void => {
    if (this.error && !this.loading) this.retry()
  }

  private async read(key: string, read: () => Promise<T>): Promise<void> {
    clearTimeout(this.timer)
    this.loading = true
    this.error = undefined
    this.host.requestUpdate()
    try {
      const value = await read()
      if (key === this.key) this.value = value
    } catch (error) {
      if (key === this.key && codeOf(error) === 'FIGURES_READING') return this.wait(error)
      if (key === this.key) this.error = error
    }
    if (key !== this.key) return
    this.reading = undefined
    this.loading = false
    this.host.requestUpdate()
  }
}

/** What was read, by `body`; until there is something, that it is on its way or why it could not be had. */
export function whenRead<T>(of: Fetched<T>, body: (value: T) => unknown): unknown {
  if (of.value !== undefined) return body(of.value)
  return of.error
    ? html`<ui-state kind="error" @retry=${() => of.retry()}>${sentenceOf(of.error)}</ui-state>`
    : onItsWay(of)
}

/** That something is on its way, and why it takes longer. */
export function onItsWay({ reading }: Pick<Fetched<unknown>, 'reading'>): unknown {
  return html`<ui-state>${reading ? html`<p>${sentenceOf(reading)}</p>` : nothing}</ui-state>`
}
