import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Instant } from '../../shared/kit/time.ts'
import type { Channel } from '../../shared/messages/message.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { composeBookings } from './bookings.ts'
import type { Config } from '../config.ts'
import { createHttpGateway } from '../gateways/http-gateway.ts'
import { createPost } from '../gateways/outside.ts'
import { newPushKeys } from '../gateways/push-keys.ts'
import { createWebPushGateway } from '../gateways/web-push-gateway.ts'
import { createApp, type Finished } from '../http/app.ts'
import { mountApplications } from '../http/api/applications.ts'
import { addressOf, isLoopback, type Ctx } from '../http/context.ts'
import { mountDemo } from '../http/api/demo.ts'
import { mountDevices } from '../http/api/devices.ts'
import { mountDocs } from '../http/docs.ts'
import { mountFigures } from '../http/api/figures.ts'
import { createIdentity } from '../http/identity.ts'
import { createLimits } from '../http/limits.ts'
import { mountMessages } from '../http/api/messages.ts'
import { createMetrics } from '../http/metrics.ts'
import type { Door } from '../http/mount.ts'
import { mountIn } from '../http/pages/in-page.ts'
import { mountOffices } from '../http/api/offices.ts'
import { mountPages, type Web } from '../http/pages/pages.ts'
import { mountQueue } from '../http/api/queue.ts'
import { mountStaff } from '../http/api/staff.ts'
import { mountSurveys } from '../http/api/surveys.ts'
import { startOutbox } from '../jobs/outbox.ts'
import { createHub } from '../realtime/hub.ts'
import { createChat, type ChatActs } from '../services/messages/chat.ts'
import { createApplications, type ApplicationChanged } from '../services/documents/applications.ts'
import { createClock } from '../services/queue/clock.ts'
import { createDevices } from '../services/identity/devices.ts'
import { documentNews } from '../services/documents/document-news.ts'
import { createEstimateBook } from '../services/queue/estimates.ts'
import { createFigures } from '../services/officer/figures.ts'
import { createMessages, type Gateway } from '../services/messages/messages.ts'
import { createOffices } from '../services/office/offices.ts'
import { createQueueDays } from '../services/queue/queue-days.ts'
import { createQueue } from '../services/queue/queue.ts'
import { createSigner, hashOf, randomId } from '../services/identity/secrets.ts'
import { isSigned } from '../services/identity/signatures.ts'
import { createStaffService } from '../services/identity/staff.ts'
import { createSurveys } from '../services/survey/surveys.ts'
import { appendAudit } from '../store/audit.ts'
import type { Database } from '../store/open/database.ts'
import { ticketById } from '../store/tickets.ts'
import type { Journal } from '../journal/journal.ts'

const HOURLY = 3_600_000

/** What happens outside the program and is therefore given to it. */
export interface Surroundings {
  readonly config: Config
  readonly db: Database
  readonly web: Web
  readonly key: Buffer
  /** Where files lie that are not in the database. */
  readonly dataDir: string
  readonly now: () => Instant
  readonly strictCsp: boolean
  /** The pair by which push services know this installation; a passing one unless given. */
  readonly pushKeys?: ReturnType<typeof newPushKeys>
  /** Replaces the roads to phones, for tests. */
  readonly gateways?: Readonly<Partial<Record<Channel, Gateway>>>
  /** Replaces what the chat can do, for tests. */
  readonly chatActs?: ChatActs
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
  const applicationListeners: ApplicationChanged[] = []
  const applications = createApplications({
    db,
    offices,
    now,
    newId: randomId,
    changed: (...heard) => applicationListeners.forEach(listener => listener(...heard)),
    failed: error => around.failed(error, '-', 'application'),
  })
  days.onPublished(applications.follow)
  const queue = createQueue({ db, offices, days, estimates, tickets, surveys: surveyLinks, now })
  const surveys = createSurveys({ db, offices, signer: surveyLinks, now, demo: config.demo })
  const identity = createIdentity({ staff, devices, signer: createSigner(around.key, 'session'), secure })
  const limits = createLimits()

  const pushKeys = around.pushKeys ?? newPushKeys()
  // Messages go to people of today: they keep to the clock on the wall while a day of the past is played.
  const messages = createMessages({
    db,
    key: around.key,
    gateways: around.gateways ?? gatewaysOf(config, pushKeys, around.now),
    origin: config.publicUrl?.origin,
    now: around.now,
    random: Math.random,
  })
  const metrics = createMetrics({ sockets: () => hub.sockets(), messages: () => messages.byState() })
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
  const booking = await composeBookings({
    config,
    db,
    key: around.key,
    dataDir: around.dataDir,
    offices,
    days,
    estimates,
    queue,
    surveys,
    messages,
    tickets,
    surveyLinks,
    applicationOf: applications.ofTicket,
    now,
    realNow: around.now,
    secure,
    record,
    failed: (error, what) => around.failed(error, '-', what),
  })
  const chat = createChat({
    db,
    key: around.key,
    offices,
    messages,
    acts: around.chatActs ?? booking.chatActs,
    now: around.now,
  })

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
  mountQueue(door, queue, booking.own, applications.without)
  const originOf = (c: Ctx) => config.publicUrl?.origin ?? new URL(c.req.url).origin
  booking.mount(door, around.web, originOf)
  mountApplications(door, applications)
  mountSurveys(door, surveys)
  mountFigures(door, createFigures({ db, offices, now }))
  mountMessages(door, {
    messages,
    chat,
    pushKey: pushKeys.publicKey,
    async holderOf(token) {
      const id = tickets.open(token)
      if (id === undefined || !(await ticketById(db, id))) throw new AppError('TICKET_UNKNOWN')
      booking.notices.listens(id)
      return id
    },
    isSigned: (header, body) =>
      config.gateway !== undefined && isSigned(config.gateway.secret, header, body, around.now()),
  })
  mountDemo(door, { clock, demo: config.demo })
  mountDocs(door, config.version)
  app.get('/metrics', async c => {
    const right = config.metricsToken
      ? c.req.header('authorization') === `Bearer ${config.metricsToken}`
      : isLoopback(c as Ctx)
    return right ? c.body(await metrics.text(), 200, { 'Content-Type': metrics.type }) : c.notFound()
  })
  mountIn(door, around.web, now)
  mountPages(door, around.web, booking.own, originOf)

  applicationListeners.push(
    documentNews({
      stateOf: async ticketId => (await applications.ofTicket(ticketId))?.state,
      tell: booking.notices.ofDocument,
      failed: error => around.failed(error, '-', 'document-news'),
    }),
  )

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

  const outbox = startOutbox({
    deliver: () => messages.deliverDue(around.now()),
    failed: error => around.failed(error, '-', 'outbox'),
  })

  return {
    app,
    server,
    messages,
    booking,
    days,
    offices,
    hub,
    staff,
    devices,
    applications,
    /** Hears every step of an application after it is on disk. */
    onApplicationChanged: (listener: ApplicationChanged) => void applicationListeners.push(listener),
    /** Stops listening, ends connections and closes the database. */
    async close() {
      clearInterval(sweeper)
      await booking.stop()
      await outbox.stop()
      const silent = hub.close()
      // Browsers keep connections ready that have asked for nothing yet: nobody would ever end them.
      server.closeAllConnections()
      await silent
      if (server.listening) await new Promise(resolve => server.close(resolve))
      await applications.settled()
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

/** Web Push always, and the office's adapter for the channels that it carries. */
function gatewaysOf(
  { gateway, publicUrl }: Config,
  keys: ReturnType<typeof newPushKeys>,
  now: () => Instant,
): Readonly<Partial<Record<Channel, Gateway>>> {
  // Push services want to know whom to tell when something is wrong; RFC 8292 takes an https address.
  const subject = publicUrl?.protocol === 'https:' ? publicUrl.origin : 'https://tanggap.invalid'
  const push = createWebPushGateway({ keys, subject, post: createPost({ allowPrivate: false }) })
  if (!gateway) return { push }
  const { url, secret, channels, allowPrivate } = gateway
  const phones = createHttpGateway({ url, secret, now, post: createPost({ allowPrivate }) })
  return { push, ...Object.fromEntries(channels.map(channel => [channel, phones])) }
}

function originHost(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
