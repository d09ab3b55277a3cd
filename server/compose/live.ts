import type { DocumentsOf } from '../services/booking/own-steps.ts'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { documentOf } from '../../shared/ticket/standing.ts'
import type { createApp } from '../http/app.ts'
import { createHosts } from '../http/hosts.ts'
import { createHub } from '../realtime/hub.ts'
import { createStreams } from '../realtime/streams.ts'
import { hashOf } from '../services/identity/secrets.ts'
import type { Ground } from './ground.ts'
import type { composeIdentity } from './identity.ts'
import type { Hall } from './queue.ts'
import type { Guarded } from './turnstile.ts'

const REVIEW_MS = 2_000
const TICK_MS = 1_000
const HEARD_MS = 15_000

/** The server that listens, and the live screens on it. */
export function composeLive(
  { around, config, now, every, failed, turns }: Ground,
  { offices, days, estimates, presence }: Hall,
  { staff, devices }: ReturnType<typeof composeIdentity>,
  guarded: Guarded,
  app: ReturnType<typeof createApp>,
  documentsOf: DocumentsOf,
) {
  const { isKnown } = createHosts(config)
  const server: Server = createServer(
    { requestTimeout: 20_000, headersTimeout: 10_000, keepAliveTimeout: 20_000 },
    getRequestListener(app.fetch),
  )
  const hub = createHub({
    server,
    days,
    offices,
    estimates,
    presence,
    now,
    callerOf: guarded.callerOf,
    rehearsing: around.rehearsal?.running ?? false,
    turns,
    addressOf: guarded.addressOf,
    sessionHash: hashOf,
    sameOrigin: (origin, host) =>
      (!config.demo || isKnown(host)) && (origin === undefined || originHost(origin) === host),
  })
  const streams = createStreams({
    ...{ days, offices, estimates, turns, now },
    documentOf: async ticketId => documentOf(await documentsOf(ticketId)),
    elapsed: around.elapsed ?? (() => performance.now()),
    failed: error => failed(error, 'streams'),
  })
  const ticking = every(TICK_MS, streams.tick, error => failed(error, 'streams'))
  const turnstile = guarded.install(server)
  devices.onRevoked(device => hub.drop({ device }, 'revoked'))
  staff.onEnded((sessionHash, why) => hub.drop({ sessionHash }, why))
  staff.onMoved(sessionHash => hub.drop({ sessionHash }))
  const review = () => staff.review(hub.sessions())
  const reviewing = every(REVIEW_MS, review, error => failed(error, 'sessions'))
  const hearing = every(
    HEARD_MS,
    () => devices.heard(hub.devices()),
    error => failed(error, 'devices'),
  )
  return {
    server,
    hub,
    streams,
    /** A setting changed an office: everybody hears how it is now. */
    renew(office: string) {
      hub.renew(office)
      streams.renew(office)
    },
    /** Live connections, and those of them that are phones. */
    sockets() {
      return { all: hub.sockets() + streams.size(), phones: streams.size() }
    },
    /** Ends the live screens of sessions that are over, although nobody used them. */
    review,
    /** Guests that found no room and connections that were ended, by why. */
    turnedAway: () => ({
      guests: turns.refused(),
      pipelined: turnstile.ended(),
      slow: streams.ended(),
      ...hub.ended(),
    }),
    /** Stops listening and ends every connection. */
    async stop() {
      await Promise.all([reviewing.stop(), ticking.stop(), hearing.stop()])
      streams.close()
      const silent = hub.close()
      // Browsers keep connections ready that have asked for nothing yet: nobody would ever end them.
      server.closeAllConnections()
      await silent
      if (server.listening) await new Promise(resolve => server.close(resolve))
    },
  }
}

function originHost(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
