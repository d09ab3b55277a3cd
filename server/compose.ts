import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { MINUTE, type Instant } from '../shared/kit/time.ts'
import type { Config } from './config.ts'
import { createApp, type Finished } from './http/app.ts'
import { addressOf, isLoopback, type Ctx } from './http/context.ts'
import { mountDemo } from './http/demo.ts'
import { mountDevices } from './http/devices.ts'
import { mountDocs } from './http/docs.ts'
import { mountFigures } from './http/figures.ts'
import { createIdentity } from './http/identity.ts'
import { createLimits } from './http/limits.ts'
import { createMetrics } from './http/metrics.ts'
import type { Door } from './http/mount.ts'
import { mountIn } from './http/in-page.ts'
import { mountOffices } from './http/offices.ts'
import { mountPages, type Web } from './http/pages.ts'
import { mountQueue } from './http/queue.ts'
import { mountStaff } from './http/staff.ts'
import { mountSurveys } from './http/surveys.ts'
import { createHub } from './realtime/hub.ts'
import { createClock } from './services/clock.ts'
import { createDevices } from './services/devices.ts'
import { createEstimateBook } from './services/estimates.ts'
import { createFigures } from './services/figures.ts'
import { createOffices } from './services/offices.ts'
import { createOwnTickets } from './services/own-tickets.ts'
import { createQueueDays } from './services/queue-days.ts'
import { createQueue } from './services/queue.ts'
import { createSealer, createSigner, hashOf, randomId } from './services/secrets.ts'
import { createStaffService } from './services/staff.ts'
import { createSurveys } from './services/surveys.ts'
import { appendAudit } from './store/audit.ts'
import type { Database } from './store/database.ts'
import type { Journal } from './journal/journal.ts'

const HOURLY = 3_600_000

/** What happens outside the program and is therefore given to it. */
export interface Surroundings {
  readonly config: Config
  readonly db: Database
  readonly web: Web
  readonly key: Buffer
  readonly now: () => Instant
  readonly strictCsp: boolean
  /** Replaces the database's own journal, for measurements. */
  readonly journal?: Journal
  readonly finished?: (request: Finished) => void
  readonly failed: (error: unknown, requestId: string, route: string) => void
}

/** The whole program, composed: the only place that knows all parts. */
export async function compose(around: Surroundings) {
  const { config, db } = around
  const clock = createClock(around.now)
  const { now } = clock
  const secure = config.publicUrl?.protocol === 'https:'
  const offices = await createOffices(db, now)
  const days = createQueueDays({ journal: around.journal ?? db.journal, calendar: offices, now, newId: randomId })
  const estimates = createEstimateBook(now, Math.random)
  const staff = createStaffService(db, now)
  const devices = createDevices(db, now)
  const tickets = createSigner(around.key, 'ticket')
  const surveyLinks = createSigner(around.key, 'survey')
  const queue = createQueue({ db, offices, days, estimates, tickets, surveys: surveyLinks, now })
  const own = createOwnTickets({
    db,
    offices,
    days,
    estimates,
    tickets,
    shares: createSigner(around.key, 'share'),
    names: createSealer(around.key, 'names'),
    surveyPath: queue.surveyPath,
    heldBackMs: office => Math.round(Math.random() * office.booking.heldBackMinutes * MINUTE),
    withdraw: async () => false,
    now,
    demo: config.demo,
  })
  const surveys = createSurveys({ db, offices, signer: surveyLinks, now, demo: config.demo })
  const identity = createIdentity({ staff, devices, signer: createSigner(around.key, 'session'), secure })
  const limits = createLimits()

  const metrics = createMetrics({ sockets: () => hub.sockets() })
  const app = createApp({
    newId: randomId,
    secure,
    strictCsp: around.strictCsp,
    finished: request => {
      metrics.finished(request)
      around.finished?.(request)
    },
    failed: around.failed,
  })
  const door: Door = {
    app,
    callerOf: c => identity.callerOf(c.req.header('cookie')),
    admit: (c, write) => limits.admit(addressOf(c, config.trustProxy), write),
    newId: randomId,
  }
  const record = (who: string, what: string, detail: Record<string, unknown>) =>
    appendAudit(db, { at: now(), who, what, detail })
  mountOffices(door, {
    offices,
    demo: config.demo,
    version: config.version,
    database: db.dialect,
    now,
    changed: async office => {
      await days.replan(office)
      hub.renew(office)
    },
    record,
  })
  mountStaff(door, { staff, identity, limits, trustProxy: config.trustProxy })
  mountDevices(door, { devices, offices, identity, demo: config.demo, record })
  mountQueue(door, queue, own)
  mountSurveys(door, surveys)
  mountFigures(door, createFigures({ db, offices, now }))
  mountDemo(door, { clock, demo: config.demo })
  mountDocs(door, config.version)
  app.get('/metrics', async c => {
    const right = config.metricsToken
      ? c.req.header('authorization') === `Bearer ${config.metricsToken}`
      : isLoopback(c as Ctx)
    return right ? c.body(await metrics.text(), 200, { 'Content-Type': metrics.type }) : c.notFound()
  })
  mountIn(door, around.web, now)
  mountPages(door, around.web, own)

  const server: Server = createServer(
    { requestTimeout: 20_000, headersTimeout: 10_000, keepAliveTimeout: 20_000 },
    getRequestListener(app.fetch),
  )
  const hub = createHub({
    server,
    days,
    offices,
    estimates,
    now,
    callerOf: cookies => identity.callerOf(cookies),
    sessionHash: hashOf,
    sameOrigin: (origin, host) => origin === undefined || originHost(origin) === host,
  })
  devices.onRevoked(device => hub.drop({ device }))
  staff.onEnded(sessionHash => hub.drop({ sessionHash }))
  const sweeper = setInterval(() => void staff.sweep().catch(error => around.failed(error, '-', 'sweep')), HOURLY)

  return {
    app,
    server,
    days,
    offices,
    hub,
    staff,
    devices,
    /** Stops listening, ends connections and closes the database. */
    async close() {
      clearInterval(sweeper)
      await hub.close()
      server.closeAllConnections()
      if (server.listening) await new Promise(resolve => server.close(resolve))
      await db.close()
    },
  }
}

export type Program = Awaited<ReturnType<typeof compose>>

/** The installation's own key, made at the first start, readable by its owner alone. */
export function officeKey(dataDir: string): Buffer {
  const file = path.join(dataDir, 'key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' })
  return readFileSync(file)
}

function originHost(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
