import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { io, type Socket } from 'socket.io-client'
import type { ClientToServer, EndedWhy, JoinReply, ServerToClient } from '../contracts/live.ts'
import type { Room } from '../contracts/reach.ts'
import type { ErrorCode } from '../kit/errors.ts'
import type { Instant } from '../kit/time.ts'
import type { QueueDay } from '../queue/day.ts'
import type { Estimates } from '../queue/estimate/estimate.ts'
import type { DayEvent } from '../queue/events.ts'
import { evolve, fold } from '../queue/evolve.ts'
import { ofAnotherProgram } from './rehearsal.ts'
import { snapshotOf } from './snapshot.ts'
import { Ticker } from './ticker.ts'

const STALE_AFTER_MS = 15_000
const AGAIN_MS = 1_000

/**
 * Follows a queue day: joins the room, folds pushed events, joins again after a gap or a cut. The snapshot is the truth,
 * a push is a hint. While the connection is down the last day stays, marked as stale with its age.
 */
export class LiveDay implements ReactiveController {
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

  private socket: Socket<ServerToClient, ClientToServer> | undefined
  private ahead = 0
  private heardAt = 0
  private readonly ticker: Ticker
  private readonly host: ReactiveControllerHost
  private readonly audience: Room
  private readonly onEvents: (events: readonly DayEvent[]) => void
  private office: string | undefined

  /** `onEvents` hears pushed events in order, also those caught up after a cut; not those inside a snapshot. */
  constructor(
    host: ReactiveControllerHost,
    options: { audience: Room; office?: string; onEvents?: (events: readonly DayEvent[]) => void },
  ) {
    this.host = host
    this.audience = options.audience
    this.office = options.office
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
    if (this.office === office && this.socket) return
    this.office = office
    this.close()
    this.open()
  }

  /** Asks for what is missing, for example when an act was acknowledged and its events have not come. */
  refresh(): void {
    if (this.connected) this.join()
  }

  /** Opens the connection anew, for example after this device was paired again. */
  reconnect(): void {
    this.refused = undefined
    this.ended = undefined
    this.close()
    this.open()
  }

  hostConnected(): void {
    // A page without elements starts and stops only this controller.
    this.ticker.hostConnected()
    if (this.office) this.open()
  }

  hostDisconnected(): void {
    this.ticker.hostDisconnected()
    this.close()
  }

  private open(): void {
    if (this.socket) return
    const socket: Socket<ServerToClient, ClientToServer> = io({
      transports: ['websocket', 'polling'],
      reconnectionDelay: 200,
      reconnectionDelayMax: 3_000,
    })
    this.socket = socket
    socket.on('connect', () => {
      this.join()
      this.hasNews()
    })
    socket.on('news', () => this.hasNews())
    socket.on('disconnect', reason => {
      this.lost()
      // Socket.IO stays away after a cut made by the server; we ask once more, and hear the reason if we are refused.
      if (reason === 'io server disconnect') setTimeout(() => socket === this.socket && socket.connect(), AGAIN_MS)
    })
    // A quiet queue is not an old picture: every heartbeat of the connection says that nothing was missed.
    socket.io.on('ping', () => this.connected && (this.heardAt = this.now()))
    socket.on('connect_error', () => this.lost())
    socket.on('day', () => this.join())
    socket.on('ended', ({ why }) => {
      this.ended = why
      this.host.requestUpdate()
    })
    socket.on('events', message => {
      const day = this.day
      if (!day || message.office !== day.office) return
      this.heardFrom(message.now)
      if (message.date !== day.date || message.prev > day.seq) return this.join()
      const fresh = message.events.filter(e => e.seq > day.seq)
      this.day = fresh.reduce(evolve, day)
      this.host.requestUpdate()
      if (fresh.length > 0) this.onEvents(fresh)
    })
    socket.on('estimates', message => {
      if (message.office !== this.day?.office || message.date !== this.day.date) return
      const waiting = { ...this.estimates?.tickets, ...message.tickets }
      this.estimates = { at: message.at, services: message.services, tickets: waiting }
      this.host.requestUpdate()
    })
  }

  private hasNews(): void {
    this.news++
    this.host.requestUpdate()
  }

  private join(): void {
    const office = this.office
    if (!office || !this.socket) return
    const known = this.day && this.day.office === office ? { known: { date: this.day.date, seq: this.day.seq } } : {}
    this.socket.timeout(5_000).emit('join', { office, audience: this.audience, ...known }, (error, answer) => {
      if (error) return void setTimeout(() => this.socket?.connected && this.join(), AGAIN_MS)
      this.joined(answer)
    })
  }

  private joined(answer: JoinReply): void {
    if (!answer.ok) {
      this.refused = answer.code
      this.connected = false
      this.host.requestUpdate()
      return
    }
    if (ofAnotherProgram(answer.rehearsal === true)) return
    this.refused = undefined
    this.connected = true
    this.heardFrom(answer.now)
    if ('snapshot' in answer) {
      const { day, estimates } = snapshotOf(answer)
      this.day = day
      this.estimates = estimates
    } else {
      this.estimates = answer.estimates
      this.caughtUp(answer.events)
    }
    this.host.requestUpdate()
  }

  private caughtUp(events: readonly DayEvent[]): void {
    if (!this.day) return
    const known = this.day.seq
    const missed = events.filter(e => e.seq > known)
    this.day = fold(this.day, missed)
    if (missed.length > 0) this.onEvents(missed)
  }

  private heardFrom(now: Instant): void {
    this.ahead = now - Date.now()
    this.heardAt = now
  }

  private lost(): void {
    this.connected = false
    this.host.requestUpdate()
  }

  private close(): void {
    this.socket?.disconnect()
    this.socket = undefined
    this.connected = false
  }
}
