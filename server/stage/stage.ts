import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** So long may the answers of a program that left the stage take; a phone that reads slowly is cut then. */
const LAST_WORDS_MS = 5_000

/** A program that answers while it is on stage. Its server never listens itself: requests and upgrades are handed to it. */
export interface Act {
  readonly server: Server
  /** Ends its jobs and live connections; what is being answered is answered still. */
  leave(): Promise<void>
  /** Closes what it holds, once the last answer is made. */
  close(): Promise<void>
}

/** The one server that listens, and the program that answers on it: the set-up, the office's own, or a rehearsal. */
export interface Stage {
  readonly server: Server
  /** From now on this one answers; the one before it finishes the answers it is at, and is closed. */
  show(act: Act): void
  /** Resolves once whoever left the stage has been closed. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** `failed` hears of a program that could not be closed. */
export function createStage(first: Act, failed: (error: unknown) => void): Stage {
  const server = createServer({ requestTimeout: 20_000, headersTimeout: 10_000, keepAliveTimeout: 20_000 })
  let act = first
  let leaving: Promise<unknown> = Promise.resolve()
  /** Answers that are not made yet, and connections that were upgraded, by whose they are. */
  const open = new Map<Act, Set<{ destroy(): unknown }>>()

  function keep(it: { destroy(): unknown; once(event: 'close', done: () => void): unknown }): void {
    const own = open.get(act) ?? new Set()
    open.set(act, own.add(it))
    it.once('close', () => own.delete(it))
  }

  server.on('request', (req: IncomingMessage, res: ServerResponse) => {
    keep(res)
    act.server.emit('request', req, res)
  })
  server.on('upgrade', (req: IncomingMessage, socket: Socket, head: Buffer) => {
    keep(socket)
    if (!act.server.emit('upgrade', req, socket, head)) socket.destroy()
  })

  async function retire(former: Act): Promise<void> {
    await former.leave()
    const own = open.get(former) ?? new Set()
    const end = Date.now() + LAST_WORDS_MS
    while (own.size > 0 && Date.now() < end) await new Promise(resolve => setTimeout(resolve, 20))
    for (const it of own) it.destroy()
    open.delete(former)
    await former.close()
  }

  return {
    server,
    show(next) {
      const former = act
      act = next
      leaving = leaving.then(() => retire(former)).catch(failed)
    },
    settled: async () => void (await leaving),
    async close() {
      await leaving
      await act.leave()
      // Browsers keep connections ready that have asked for nothing yet: nobody would ever end them.
      server.closeAllConnections()
      if (server.listening) await new Promise(resolve => server.close(resolve))
      await act.close()
    },
  }
}
