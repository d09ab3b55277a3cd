import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { EndedWhy } from '../contracts/live.ts'
import type { Room } from '../contracts/reach.ts'
import type { ErrorCode } from '../kit/errors.ts'
import type { Instant } from '../kit/time.ts'
import type { QueueDay } from '../queue/day.ts'
import type { Estimates } from '../queue/estimate/estimate.ts'
import type { DayEvent } from '../queue/events.ts'
import type { Linked, LiveLink, OpenLink } from './live-link.ts'
import { Ticker } from './ticker.ts'

const STALE_AFTER_MS = 15_000
const AGAIN_MS = 3_000

/**
 * Follows a queue day: joins the room, folds pushed events, joins again after a gap or a cut. The snapshot is the truth,
 * a push is a hint. While the connection is down the last day stays, marked as stale with its age.
 */
export class LiveDay implements ReactiveController, Linked {
  day: QueueDay | undefined
  estimates: Estimates | undefined
  /** The socket stands and the room is joined. */
  connected = false
  /** Rises whenever something of whoever is signed in may have changed: a page that shows it asks again. */
  news = 0
  /** Why the room refused us, for example a device that was revoked. */
  refused: ErrorCode | undefined
  /** Why the server ended the connection of somebody it knew. */
  ended: EndedWhy | undefined

  private link: LiveLink | undefined
  /** The connection that is wanted, from the first moment on. */
  private opening: object | undefined
  private again: ReturnType<typeof setTimeout> | undefined
  private ahead = 0
  private heardAt = 0
  private readonly ticker: Ticker
  private readonly host: ReactiveControllerHost
  private readonly audience: Room
  private readonly onEvents: (events: readonly DayEvent[]) => void
  private readonly linked: () => Promise<OpenLink>
  private office: string | undefined

  /** `link` gives what connects: a page that can do without for a while fetches it only then. `onEvents` hears pushed events in order, also those caught up after a cut; not those inside a snapshot. */
  constructor(
    host: ReactiveControllerHost,
    options: {
      audience: Room
      link: () => Promise<OpenLink>
      onEvents?: (events: readonly DayEvent[]) => void
    },
  ) {
    this.host = host
    this.audience = options.audience
    this.linked = options.link
    this.onEvents = options.onEvents ?? (() => {})
    this.ticker = new Ticker(host)
    host.addController(this)
  }

  /** The server's clock as far as we know it. */
  now(): Instant {
    return Date.now() + this.ahead
  }

  /** How far this device's clock is behind the server's (positive) or ahead of it, in milliseconds. */
  get clockError(): number {
    return this.ahead
  }

  /** The server's clock as another answer told it: it serves whoever follows no day, and until the day is heard. */
  set clockError(ahead: number) {
    if (this.heardAt === 0) this.ahead = ahead
  }

  /** The picture is old: no connection for a while. Its age is in `age`. */
  get stale(): boolean {
    return this.day !== undefined && !this.connected && this.now() - this.heardAt > STALE_AFTER_MS
  }

  /** When the server was last heard, by its own clock. */
  get heard(): Instant {
    return this.heardAt
  }

  /** Starts to follow an office, once it is known. */
  follow(office: string): void {
    if (this.office === office && this.opening) return
    this.office = office
    this.close()
    void this.open(office)
  }

  /** Asks for what is missing, for example when an act was acknowledged and its events have not come. */
  refresh(): void {
    this.link?.join()
  }

  /** Opens the connection anew, for example after this device was paired again. */
  reconnect(): void {
    this.refused = undefined
    this.ended = undefined
    this.close()
    if (this.office) void this.open(this.office)
  }

  hostConnected(): void {
    // A page without elements starts and stops only this controller.
    this.ticker.hostConnected()
    if (this.office && !this.opening) void this.open(this.office)
  }

  hostDisconnected(): void {
    this.ticker.hostDisconnected()
    this.close()
  }

  heardFrom(now: Instant): void {
    this.ahead = now - Date.now()
    this.heardAt = now
  }

  heardNothing(): void {
    this.heardAt = this.now()
  }

  /** Something may have changed, as the connection or another answer tells. */
  hasNews(): void {
    this.news++
    this.changed()
  }

  changed(): void {
    this.host.requestUpdate()
  }

  /** Fetches what connects, where it is not at hand, and opens it; whoever has closed meanwhile opens nothing. */
  private async open(office: string): Promise<void> {
    const opening = (this.opening = {})
    const openLink = await this.linked().catch(() => undefined)
    if (this.opening !== opening) return
    if (openLink) this.link = openLink(this, { office, audience: this.audience, onEvents: this.onEvents })
    else this.again = setTimeout(() => void this.open(office), AGAIN_MS)
  }

  private close(): void {
    clearTimeout(this.again)
    this.opening = undefined
    this.link?.close()
    this.link = undefined
    this.connected = false
  }
}
