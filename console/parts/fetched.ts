import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Something read from the server: the last value stays while a newer one is on its way, or could not be had. */
export class Fetched<T> implements ReactiveController {
  value: T | undefined
  error: unknown
  loading = false
  private key: string | undefined
  private again: (() => Promise<T>) | undefined
  private readonly host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.host = host
    host.addController(this)
  }

  hostConnected(): void {}

  /** Reads when `key`, which names what is wanted, is a new one. `fresh` drops the old value, because it answers another question. */
  want(key: string, read: () => Promise<T>, fresh = false): void {
    if (key === this.key) return
    this.key = key
    if (fresh) this.value = undefined
    this.again = read
    void this.read(key, read)
  }

  retry(): void {
    if (this.again) void this.read(this.key!, this.again)
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
