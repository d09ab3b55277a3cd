import type { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Server, Socket } from 'socket.io'

/** A screen says hello, joins, and answers a ping every ten seconds. */
const MOST_FRAMES = 30
const FRAMES_MS = 10_000
/** What a connection may have taken from us and not read, besides the snapshot that it asked for last. */
const MOST_UNREAD = 512 * 1024
const SWEEP_MS = 500
/** A screen enters as soon as it has a connection; so many in all may not have done so yet, and for so long. */
const MOST_SILENT = 1_000
const SILENT_MS = 5_000

/** A connection as the engine below has it. */
export type Connection = Socket['conn']

/** Connections that do harm, ended without waiting for their consent. */
export interface Guards {
  /** Whether it reads what it is sent; one that does not is ended. `snapshot` is what it was sent on purpose. */
  reads(connection: Connection, snapshot?: number): boolean
  /** It has entered: it is no longer one that only shook hands. */
  entered(connection: Connection): void
  ended(): { readonly frames: number; readonly unread: number; readonly silent: number }
  stop(): void
}

/** Watches every connection of the engine, before anything that it says is decoded. */
export function createGuards(
  engine: Server['engine'],
  { addressOf, now }: { addressOf: (req: IncomingMessage) => string; now: () => number },
): Guards {
  const connections = new Set<Connection>()
  /** Those that have not entered, with their address, and for each address since when. */
  const silent = new Map<Connection, string>()
  const silentOf = new Map<string, Map<Connection, number>>()
  const snapshots = new WeakMap<Connection, number>()
  /** What stands behind a message that is still on its way; while one is, the engine keeps all others to itself. */
  const queued = new WeakMap<Connection, number>()
  let frames = 0
  let unread = 0
  let silentEnded = 0

  engine.on('connection', (connection: Connection) => {
    let since = now()
    let said = 0
    let over = false
    const heard = () => {
      if (over) return
      const at = now()
      if (at - since > FRAMES_MS) [since, said] = [at, 0]
      if (++said <= MOST_FRAMES) return
      over = true
      frames++
      end(connection)
    }
    connections.add(connection)
    connection.on('close', () => {
      connections.delete(connection)
      entered(connection)
    })
    const address = addressOf(connection.request)
    silent.set(connection, address)
    silentOf.set(address, (silentOf.get(address) ?? new Map()).set(connection, now()))
    if (silent.size > MOST_SILENT) hush(oldestOfLargest())
    connection.on('packet', heard)
    connection.on('packetCreate', ({ data }: { readonly data?: string | Buffer }) =>
      queued.set(connection, (queued.get(connection) ?? 0) + (data?.length ?? 0)),
    )
    connection.on('flush', () => queued.delete(connection))
    // Pings of the protocol below are answered by the library, and are no packets.
    socketOf(connection)?.on('ping', heard)
    connection.on('upgrade', () => socketOf(connection)?.on('ping', heard))
  })

  function reads(connection: Connection, snapshot?: number): boolean {
    const waiting = (socketOf(connection)?.bufferedAmount ?? 0) + (queued.get(connection) ?? 0)
    if (waiting > MOST_UNREAD + (snapshot === undefined ? (snapshots.get(connection) ?? 0) : 0)) {
      unread++
      end(connection)
      return false
    }
    if (snapshot !== undefined) snapshots.set(connection, snapshot)
    return true
  }

  function entered(connection: Connection): void {
    const address = silent.get(connection)
    if (address === undefined) return
    silent.delete(connection)
    const own = silentOf.get(address)!
    own.delete(connection)
    if (own.size === 0) silentOf.delete(address)
  }

  /** Whoever comes with a crowd loses of the own crowd. */
  function oldestOfLargest(): Connection {
    const largest = [...silentOf.values()].reduce((a, b) => (b.size > a.size ? b : a))
    return largest.keys().next().value!
  }

  function hush(connection: Connection): void {
    silentEnded++
    entered(connection)
    end(connection)
  }

  const sweeper = setInterval(() => {
    for (const connection of connections) reads(connection)
    const late = now() - SILENT_MS
    for (const own of silentOf.values()) for (const [connection, since] of own) if (since < late) hush(connection)
  }, SWEEP_MS)

  return { reads, entered, ended: () => ({ frames, unread, silent: silentEnded }), stop: () => clearInterval(sweeper) }
}

/** The WebSocket of a connection; none while it polls. */
function socketOf({ transport }: { readonly transport: object }): WebSocket | undefined {
  return 'socket' in transport && isWebSocket(transport.socket) ? transport.socket : undefined
}

type WebSocket = EventEmitter & { readonly bufferedAmount: number; terminate(): void }

function isWebSocket(value: unknown): value is WebSocket {
  return typeof value === 'object' && value !== null && 'bufferedAmount' in value && 'terminate' in value
}

/** At once: somebody who does not read would not hear a polite end either. */
function end(connection: Connection): void {
  const socket = socketOf(connection)
  if (!socket) return connection.close(true)
  // What came in one piece with the words that ended it is not decoded to the last one.
  socket.removeAllListeners('message')
  socket.terminate()
}
