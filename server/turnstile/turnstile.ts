import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Known } from './known.ts'
import type { Turns } from './turns.ts'

/** Requests of one connection that are not answered yet; browsers send one after another. */
const MOST_OF_SOCKET = 4
const RETRY_SECONDS = 2

type OnRequest = (req: IncomingMessage, res: ServerResponse) => void
type OnUpgrade = (req: IncomingMessage, socket: Socket, head: Buffer) => void

/** How a full house is told. */
export interface FullHouse {
  readonly type: string
  readonly body: string
}

export interface Turnstile {
  /** Connections that were ended because they sent more requests than they waited for. */
  ended(): number
}

/**
 * Stands before everything that listens on the server, sockets included: who is known to be of the desk goes through, guests wait
 * for their turn. Installed last, around the listeners that are there.
 */
export function installTurnstile(
  server: Server,
  deps: {
    readonly turns: Turns
    readonly known: Known
    /** Whether somebody signs in where somebody of the desk signed in before: first, whatever comes from the same address. */
    readonly signsIn: (req: IncomingMessage) => boolean
    readonly addressOf: (req: IncomingMessage) => string
    readonly fullHouse: (req: IncomingMessage) => FullHouse
  },
): Turnstile {
  const { turns, known } = deps
  const open = new WeakMap<Socket, Set<ServerResponse>>()
  let ended = 0
  const listeners = {
    request: server.listeners('request') as OnRequest[],
    upgrade: server.listeners('upgrade') as OnUpgrade[],
  }
  server.removeAllListeners('request').removeAllListeners('upgrade')

  server.on('request', (req: IncomingMessage, res: ServerResponse) => {
    const go = () => listeners.request.forEach(listener => listener.call(server, req, res))
    // A long poll, or a stream, is answered when there is something to say: it holds up nobody.
    const polls = isLive(req)
    if (known.has(req.headers.cookie) || deps.signsIn(req)) {
      if (!polls) untilAnswered(res, turns.desk())
      return go()
    }
    if (!counted(req.socket, res)) return
    const address = deps.addressOf(req)
    turns.guest({
      address,
      probe: isProbe(req),
      gone: () => req.socket.destroyed,
      start(leave) {
        if (polls) leave()
        else untilAnswered(res, leave)
        go()
      },
      refuse: () => tell(req, res),
      drop: () => void req.socket.destroy(),
    })
  })

  server.on('upgrade', (req: IncomingMessage, socket: Socket, head: Buffer) => {
    const go = () => listeners.upgrade.forEach(listener => listener.call(server, req, socket, head))
    if (known.has(req.headers.cookie)) return go()
    const gone = () => {}
    socket.on('error', gone)
    turns.guest({
      address: deps.addressOf(req),
      gone: () => socket.destroyed,
      start(leave) {
        socket.off('error', gone)
        go()
        leave()
      },
      refuse: () =>
        socket.end(`HTTP/1.1 503 Service Unavailable\r\nRetry-After: ${RETRY_SECONDS}\r\nConnection: close\r\n\r\n`),
      drop: () => socket.destroy(),
    })
  })

  /** Whether the connection keeps to what a browser does; one that sends and does not wait is ended. */
  function counted(socket: Socket, res: ServerResponse): boolean {
    const unanswered = open.get(socket) ?? new Set()
    if (unanswered.size >= MOST_OF_SOCKET) {
      if (!socket.destroyed) ended++
      socket.destroy()
      return false
    }
    open.set(socket, unanswered.add(res))
    untilAnswered(res, () => unanswered.delete(res))
    return true
  }

  function tell(req: IncomingMessage, res: ServerResponse): void {
    if (req.socket.destroyed) return
    const { type, body } = deps.fullHouse(req)
    const headers = {
      'Content-Type': type,
      'Retry-After': `${RETRY_SECONDS}`,
      'Cache-Control': 'no-store',
      Connection: 'close',
    }
    res.writeHead(503, headers).end(req.method === 'HEAD' ? undefined : body)
  }

  return { ended: () => ended }
}

/**
 * Calls when the answer has been made, not when a slow reader has read it; and again at the end, for whoever left before. What is
 * called may be done twice.
 */
function untilAnswered(res: ServerResponse, done: () => void): void {
  res.once('prefinish', done).once('close', done)
}

function isLive(req: IncomingMessage): boolean {
  return /^\/(socket\.io\/|t\/[^/?]+\/stream$)/.test(req.url ?? '')
}

/** Who watches over the server asks for these two, and must be answered also in a crowd. */
function isProbe(req: IncomingMessage): boolean {
  return /^\/(api\/health|metrics)(\?|$)/.test(req.url ?? '')
}
