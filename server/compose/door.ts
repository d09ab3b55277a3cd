import { createApp } from '../http/app.ts'
import { addressOf, isLoopback, type Ctx } from '../http/context.ts'
import { createKept } from '../http/kept.ts'
import { createLimits } from '../http/limits.ts'
import { createMetrics } from '../http/metrics.ts'
import type { Door } from '../http/mount.ts'
import type { Caller } from '../services/identity/access.ts'
import { randomId } from '../services/identity/secrets.ts'
import type { Ground } from './ground.ts'

/** The app before any domain: requests counted, logged and admitted. */
export function composeDoor(
  { around, config, secure }: Ground,
  callerOf: (cookies: string | undefined) => Promise<Caller>,
  /** Changes whenever what the public reads may have changed. */
  stamp: () => string,
  gauges: Parameters<typeof createMetrics>[0],
) {
  const limits = createLimits()
  const metrics = createMetrics(gauges)
  const app = createApp({
    newId: randomId,
    secure,
    strictCsp: around.strictCsp,
    finished: request => {
      metrics.finished(request)
      around.finished?.(request)
    },
    failed: around.failed,
    kept: createKept(stamp),
  })
  const door: Door = {
    app,
    callerOf: c => callerOf(c.req.header('cookie')),
    admit: (c, write) => limits.admit(addressOf(c, config.trustProxy), write),
    newId: randomId,
  }
  app.get('/metrics', async c => {
    const right = config.metricsToken
      ? c.req.header('authorization') === `Bearer ${config.metricsToken}`
      : isLoopback(c as Ctx)
    return right ? c.body(await metrics.text(), 200, { 'Content-Type': metrics.type }) : c.notFound()
  })
  return { app, door, originOf: (c: Ctx) => config.publicUrl?.origin ?? new URL(c.req.url).origin }
}
