import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { codeOf, newKey } from '../../shared/web/client.ts'

/** One act of the officer, ready to be sent; the same key again is the same act. */
export interface Act {
  /** Which button is busy with it. */
  readonly name: string
  /** The words of its button, for the sentence that it is not saved yet. */
  readonly words: string
  readonly send: (key: string) => Promise<unknown>
}

interface Followed {
  readonly day: { readonly seq: number } | undefined
  refresh(): void
}

const PUSH_WITHIN_MS = 1_000
const REPEATABLE = ['UNREACHABLE', 'UNAVAILABLE', 'INTERNAL']

/**
 * Sends one act at a time. Nothing on the screen moves by the answer itself: the act stays busy until its events are
 * folded, and asks for the day again when they do not come. What may not have arrived is kept with its key.
 */
export class DeskActs implements ReactiveController {
  /** The act under way, until its events are seen. */
  busy: string | undefined
  /** An act of which nobody knows whether it happened. */
  unsaved: Act | undefined
  /** Why the office said no to the last act. */
  refusal: unknown
  private key = ''
  private settled: number | undefined
  private late: ReturnType<typeof setTimeout> | undefined
  private readonly host: ReactiveControllerHost & { readonly live: Followed }

  constructor(host: ReactiveControllerHost & { readonly live: Followed }) {
    this.host = host
    host.addController(this)
  }

  hostUpdate(): void {
    if (this.settled !== undefined && (this.host.live.day?.seq ?? 0) > this.settled) this.free()
  }

  hostDisconnected(): void {
    clearTimeout(this.late)
  }

  /** Sends an act unless another one is under way; answers whether it was accepted. */
  run(act: Act): Promise<boolean> {
    return this.send(act, newKey())
  }

  /** Sends the act again that may not have arrived, as the same act. */
  async retry(): Promise<boolean> {
    return this.unsaved ? this.send(this.unsaved, this.key) : false
  }

  /** Takes the sentence about the last act away. */
  dismiss(): void {
    this.unsaved = undefined
    this.refusal = undefined
    this.host.requestUpdate()
  }

  private async send(act: Act, key: string): Promise<boolean> {
    if (this.busy !== undefined) return false
    const before = this.host.live.day?.seq ?? 0
    this.key = key
    this.busy = act.name
    this.unsaved = undefined
    this.refusal = undefined
    this.host.requestUpdate()
    try {
      await act.send(key)
    } catch (error) {
      if (REPEATABLE.includes(codeOf(error))) this.unsaved = act
      else this.refusal = error
      this.free()
      return false
    }
    this.settled = before
    this.late = setTimeout(() => {
      this.host.live.refresh()
      this.free()
    }, PUSH_WITHIN_MS)
    this.host.requestUpdate()
    return true
  }

  private free(): void {
    clearTimeout(this.late)
    this.busy = undefined
    this.settled = undefined
    this.host.requestUpdate()
  }
}
