import { timingSafeEqual } from 'node:crypto'
import { isOpened } from '../../shared/office/opened.ts'
import { createApp } from '../http/app.ts'
import { addressOf, isDirect, type Ctx } from '../http/context.ts'
import { createHosts } from '../http/hosts.ts'
import { createKept } from '../http/kept.ts'
import { createLimits } from '../http/limits.ts'
import { refusalPage } from '../http/pages/refusal-page.ts'
import { createMetrics } from '../http/metrics.ts'
import type { Door } from '../http/mount.ts'
import { createRoom } from '../http/room.ts'
import { networkOf } from '../services/gate/network.ts'
import type { Caller } from '../services/identity/access.ts'
import { hashOf, randomId } from '../services/identity/secrets.ts'
import { createWalls } from '../services/identity/walls.ts'
import type { Offices } from '../services/office/offices.ts'
import type { Ground } from './ground.ts'

/** Bytes of guests' bodies on their way, in all and of one network; a body is 64 KB at most, and mostly a few hundred bytes. */
const MOST_BODIES = { all: 64 * 1024 * 1024, ofNetwork: 1024 * 1024 }

/** The app before any domain: requests counted, logged and admitted. */
export function composeDoor(
  { around, config, db, secure }: Ground,
  {
    callerOf,
    knowsBrowser,
  }: {
    callerOf: (cookies: string | undefined) => Promise<Caller>
    knowsBrowser: (cookies: string | undefined) => boolean
  },
  offices: Pick<Offices, 'get'>,
  /** Changes whenever what the public reads may have changed. */
  stamp: () => string,
  /** What the figures of the process show; none are served without. */
  gauges?: Parameters<typeof createMetrics>[0],
) {
  const rehearsing = around.rehearsal?.running ?? false
  const limits = createLimits()
  const bodies = createRoom(MOST_BODIES)
  const metrics = gauges && createMetrics(gauges)
  const hosts = createHosts(config)
  const app = createApp({
    answers: host => !config.demo || hosts.isKnown(host),
    refusalPage: async (error, at) => refusalPage(error, at, await around.web.ticketAssets(at.lang)),
    newId: randomId,
    secure,
    rehearsing,
    strictCsp: around.strictCsp,
    finished: request => {
      metrics?.finished(request)
      around.finished?.(request)
    },
    failed: around.failed,
    room: (c, bytes) => bodies.enter(networkOf(addressOf(c, config.trustProxy)), bytes),
    kept: createKept(stamp),
  })
  // Whoever comes by a proxy comes from this machine, too: without a token nobody reads the figures then.
  const behindProxy = config.trustProxy || config.publicUrl !== undefined
  const door: Door = {
    app,
    callerOf: c => callerOf(c.req.header('cookie')),
    admit: (c, write) => limits.admit(addressOf(c, config.trustProxy), write),
    signedInBefore: c => knowsBrowser(c.req.header('cookie')),
    walls: createWalls({ db, officeOf: offices.get }),
    newId: randomId,
    rehearsing,
    besides: office => (rehearsing && office !== undefined ? around.rehearsal!.besides(office) : undefined),
    isPreparing: office => !isOpened(offices.get(office)),
  }
  if (metrics)
    app.get('/metrics', async c => {
      const right = config.metricsToken
        ? isSame(c.req.header('authorization') ?? '', `Bearer ${config.metricsToken}`)
        : !behindProxy && isDirect(c as Ctx)
      return right ? c.body(await metrics.text(), 200, { 'Content-Type': metrics.type }) : c.notFound()
    })
  // By its `Host` and nothing else: the target of a request may name any server.
  const originOf = (c: Ctx) => hosts.originFor(c.req.header('host'), c.env?.incoming?.socket.localPort)
  return { app, door, originOf }
}

function isSame(given: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(right)))
}
