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

const AGAIN_MS = 1_000

/** What a connection keeps up to date. */
export interface Linked {
  day: QueueDay | undefined
  estimates: Estimates | undefined
  connected: boolean
  refused: ErrorCode | undefined
  ended: EndedWhy | undefined
  /** The server was heard, and what its clock said. */
  heardFrom(now: Instant): void
  /** A heartbeat says that nothing was missed. */
  heardNothing(): void
  hasNews(): void
  changed(): void
}

/** A connection that stands, or comes again by itself, until it is closed. */
export interface LiveLink {
  /** Asks for what is missing. */
  join(): void
  close(): void
}

/** Opens the connection of an office's day: the socket, and what folds its events. */
export type OpenLink = typeof openLink

/** Connects, joins the room of an office, and keeps `live` up to date; `onEvents` hears what was pushed or caught up, in order. */
export function openLink(
  live: Linked,
  of: { readonly office: string; readonly audience: Room; readonly onEvents: (events: readonly DayEvent[]) => void },
): LiveLink {
  const { office, audience, onEvents } = of
  let closed = false
  const socket: Socket<ServerToClient, ClientToServer> = io({
    transports: ['websocket', 'polling'],
    reconnectionDelay: 200,
    reconnectionDelayMax: 3_000,
  })

  function join(): void {
    if (closed) return
    const known = live.day && live.day.office === office ? { known: { date: live.day.date, seq: live.day.seq } } : {}
    socket.timeout(5_000).emit('join', { office, audience, ...known }, (error, answer) => {
      if (closed) return
      if (error) return void setTimeout(() => socket.connected && join(), AGAIN_MS)
      joined(answer)
    })
  }

  function joined(answer: JoinReply): void {
    if (!answer.ok) {
      live.refused = answer.code
      live.connected = false
      live.changed()
      return
    }
    if (ofAnotherProgram(answer.rehearsal === true)) return
    live.refused = undefined
    live.connected = true
    live.heardFrom(answer.now)
    if ('snapshot' in answer) {
      const { day, estimates } = snapshotOf(answer)
      live.day = day
      live.estimates = estimates
    } else {
      live.estimates = answer.estimates
      caughtUp(answer.events)
    }
    live.changed()
  }

  function caughtUp(events: readonly DayEvent[]): void {
    const { day } = live
    if (!day) return
    const missed = events.filter(e => e.seq > day.seq)
    live.day = fold(day, missed)
    if (missed.length > 0) onEvents(missed)
  }

  function lost(): void {
    if (closed) return
    live.connected = false
    live.changed()
  }

  socket.on('connect', () => {
    join()
    live.hasNews()
  })
  socket.on('news', () => live.hasNews())
  socket.on('disconnect', reason => {
    lost()
    // Socket.IO stays away after a cut made by the server; we ask once more, and hear the reason if we are refused.
    if (reason === 'io server disconnect') setTimeout(() => !closed && socket.connect(), AGAIN_MS)
  })
  // A quiet queue is not an old picture: every heartbeat of the connection says that nothing was missed.
  socket.io.on('ping', () => live.connected && live.heardNothing())
  socket.on('connect_error', lost)
  socket.on('day', join)
  socket.on('ended', ({ why }) => {
    live.ended = why
    live.changed()
  })
  socket.on('events', message => {
    const { day } = live
    if (!day || message.office !== day.office) return
    live.heardFrom(message.now)
    if (message.date !== day.date || message.prev > day.seq) return join()
    const fresh = message.events.filter(e => e.seq > day.seq)
    live.day = fresh.reduce(evolve, day)
    live.changed()
    if (fresh.length > 0) onEvents(fresh)
  })
  socket.on('estimates', message => {
    if (message.office !== live.day?.office || message.date !== live.day.date) return
    const waiting = { ...live.estimates?.tickets, ...message.tickets }
    live.estimates = { at: message.at, services: message.services, tickets: waiting }
    live.changed()
  })

  return {
    join: () => live.connected && join(),
    close() {
      closed = true
      socket.disconnect()
    },
  }
}
