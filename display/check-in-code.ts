import type { ReactiveControllerHost } from 'lit'
import type { Instant } from '../shared/kit/time.ts'
import { call } from '../shared/web/client.ts'
import { Ticker } from '../shared/web/ticker.ts'

/** The code that is shown, and until when whoever reads it is in the hall. */
export interface ShownCode {
  readonly code: string
  readonly until: Instant
  /** When the server gave it. */
  readonly from: Instant
}

/** Asked for anew so long before the present one ends (milliseconds), so that none ever stands too long. */
const AHEAD_MS = 5_000
/** Pause after an answer that never came. */
const RETRY_MS = 5_000

/** So long the last one stays while the next is on its way: it checks in for one minute more. */
const STAYS_MS = 10_000

/** The code as it may be shown at `now`: no longer than somebody who reads it can still check in with it. */
export function codeAt(known: ShownCode | undefined, now: Instant): ShownCode | undefined {
  return known && now < known.until + STAYS_MS ? known : undefined
}

/** Whether it is time to ask: nothing is known, or the code is about to end; after a failure only once its pause is over. */
export function mustAsk(known: ShownCode | undefined, failedAt: Instant | undefined, now: Instant): boolean {
  if (failedAt !== undefined && now - failedAt < RETRY_MS) return false
  return known === undefined || now >= known.until - AHEAD_MS
}

/** Where a phone checks in with the code. */
export function codeAddress({ code }: ShownCode, origin: string = location.origin): string {
  return `${origin}/in?code=${encodeURIComponent(code)}`
}

export interface CodeOptions {
  /** The office whose code is shown; empty while nothing can be checked in. */
  readonly office: () => string
  /** The server's clock. */
  readonly now: () => Instant
}

/** Keeps the check-in code of the hall current. Without a connection the last one stays until it ends. */
export class CheckInCode {
  private known: ShownCode | undefined
  private failedAt: Instant | undefined
  private asking = false
  private readonly host: ReactiveControllerHost
  private readonly options: CodeOptions

  constructor(host: ReactiveControllerHost, options: CodeOptions) {
    this.host = host
    this.options = options
    new Ticker(host, { tick: () => void this.ask() })
  }

  /** The code to show now. */
  get shown(): ShownCode | undefined {
    return codeAt(this.known, this.options.now())
  }

  private async ask(): Promise<void> {
    const office = this.options.office()
    if (!office || this.asking || !mustAsk(this.known, this.failedAt, this.options.now())) return
    this.asking = true
    try {
      const { code, until, now } = await call('GET /api/offices/:office/check-in-code', { params: { office } })
      // A server that answers with the same code until its very end is not asked in every tick.
      this.failedAt = this.known?.code === code ? this.options.now() : undefined
      this.known = { code, until, from: now }
    } catch {
      this.failedAt = this.options.now()
    } finally {
      this.asking = false
      this.host.requestUpdate()
    }
  }
}
