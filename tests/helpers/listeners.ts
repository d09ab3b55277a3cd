import { io, type Socket } from 'socket.io-client'
import type { ClientToServer, EventsMessage, JoinReply, ServerToClient } from '../../shared/contracts/live.ts'
import type { Room } from '../../shared/contracts/reach.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { evolve, fold } from '../../shared/queue/evolve.ts'
import { snapshotOf } from '../../shared/web/snapshot.ts'
import type { Visitor } from './test-app.ts'

/** A real socket client that follows an office as a screen does, and keeps every word that it was sent. */
export async function listener(
  url: string,
  audience: Room,
  who?: Visitor,
  known?: { date: string; seq: number },
  office = 'samarinda',
) {
  const cookie = who ? [...who.cookies].map(([k, v]) => `${k}=${v}`).join('; ') : undefined
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    ...(cookie ? { extraHeaders: { cookie } } : {}),
  })
  const heard: EventsMessage[] = []
  const words: string[] = []
  const gaps: number[] = []
  let day: QueueDay | undefined
  let renewals = 0
  socket.onAny((name: string, message: unknown) => words.push(JSON.stringify([name, message])))
  socket.on('day', () => renewals++)
  socket.on('events', message => {
    heard.push(message)
    if (!day) return
    if (message.prev > day.seq) gaps.push(message.prev)
    day = message.events.filter(e => e.seq > day!.seq).reduce(evolve, day)
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  const reply = await new Promise<JoinReply>(resolve =>
    socket.emit('join', { office, audience, ...(known ? { known } : {}) }, resolve),
  )
  const snapshot = reply.ok && 'snapshot' in reply ? snapshotOf(reply) : undefined
  words.push(JSON.stringify(snapshot ?? reply))
  day = snapshot?.day
  return {
    socket,
    reply,
    heard,
    words,
    gaps,
    day: () => day,
    renewals: () => renewals,
    /** Goes on from a day that was known before the cut. */
    resume(from: QueueDay) {
      day = reply.ok && 'events' in reply ? fold(from, reply.events) : day
      return day
    },
    close: () => socket.disconnect(),
  }
}

/** Waits until something is so, at most `ms` milliseconds. */
export async function until(what: () => boolean, ms = 5_000): Promise<void> {
  const end = Date.now() + ms
  while (!what()) {
    if (Date.now() > end) throw new Error(`not so within ${ms} ms: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}
