import { randomBytes, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { compose } from '../../server/compose/compose.ts'
import type { Surroundings } from '../../server/compose/ground.ts'
import { readConfig } from '../../server/config.ts'
import type { Finished } from '../../server/http/app.ts'
import type { Web } from '../../server/http/pages/pages.ts'
import { seedDemo } from '../../server/seed.ts'
import { api } from '../../shared/contracts/api.ts'
import type { Route } from '../../shared/contracts/route.ts'
import { atClock } from '../../shared/kit/time.ts'
import { withSeen, type OfficeChange } from '../../shared/office/structure/change.ts'
import { freshDatabase } from './databases.ts'

/** A Tuesday, half past nine in Samarinda. */
export const MORNING = atClock('2026-06-09', '09:30', 'WITA')

/** What came back from a request. */
export interface Answer {
  readonly status: number
  readonly text: string
  /** Parsed; tests read answers of every shape. */
  readonly body: ReturnType<typeof JSON.parse>
  readonly headers: Headers
}

const noWeb: Web = {
  page: async screen => `<!doctype html><title>${screen}</title>`,
  file: async () => undefined,
  bookingAssets: async () => ({ styles: ['/assets/booking.css'] }),
  ticketAssets: async () => ({ styles: ['/assets/ticket.css'] }),
  homeAssets: async () => ({ styles: ['/assets/booking.css', '/assets/home.css'] }),
  ikmAssets: async () => ({ styles: ['/assets/ikm.css'] }),
  inAssets: async () => ({ script: '/assets/in.js', styles: ['/assets/in.css'] }),
}

/** A job of a test has its turn when the test gives it one: its clock is set by hand, and a timer would keep to another. */
const byHand = () => ({ stop: async () => {} })

/** The real program over a database in memory, with a clock that the test sets and jobs that the test runs. */
export async function testApp(options: Partial<Surroundings> & { env?: Record<string, string> } = {}) {
  const clock = { now: MORNING }
  const log: Finished[] = []
  const failures: unknown[] = []
  const routes = new Map<string | null, string>()
  const dataDir = path.join(tmpdir(), `tanggap-files-${randomUUID()}`)
  const db = options.db ?? (await freshDatabase())
  await seedDemo(db, clock.now)
  const program = await compose({
    config: readConfig({ LOG_LEVEL: 'silent', ...options.env }, 'test'),
    web: noWeb,
    key: randomBytes(32),
    dataDir,
    now: () => clock.now,
    strictCsp: true,
    every: byHand,
    finished: request => {
      log.push(request)
      routes.set(request.requestId, request.route)
    },
    failed: error => failures.push(error),
    ...options,
    db,
  })
  /** Somebody with cookies of their own, or with those of somebody known from before a restart. */
  function visitor(cookies = new Map<string, string>()) {
    async function ask(
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ): Promise<Answer> {
      const response = await program.app.request(path, {
        method,
        headers: {
          ...(cookies.size > 0 ? { cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join('; ') } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          host: 'localhost',
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      for (const cookie of response.headers.getSetCookie()) {
        const [pair] = cookie.split(';')
        const eq = pair!.indexOf('=')
        if (/max-age=0/i.test(cookie)) cookies.delete(pair!.slice(0, eq))
        else cookies.set(pair!.slice(0, eq), pair!.slice(eq + 1))
      }
      const text = await response.text()
      const isJson = response.headers.get('content-type')?.includes('json')
      const answer = isJson ? JSON.parse(text) : undefined
      if (response.ok && isJson) asPromised(routes.get(response.headers.get('x-request-id')), answer)
      return { status: response.status, text, body: answer, headers: response.headers }
    }
    /** A change of settings by somebody who sees the office as it stands, where the test does not say what they saw. */
    function seeing(path: string, body: unknown): unknown {
      const [, id] = /^\/api\/offices\/([^/]+)\/settings(\/effects)?$/.exec(path) ?? []
      if (id === undefined || typeof body !== 'object' || body === null || 'seen' in body) return body
      return withSeen(body as OfficeChange, program.offices.get(id))
    }
    return {
      cookies,
      get: (path: string, headers?: Record<string, string>) => ask('GET', path, undefined, headers),
      post: (path: string, body: unknown = {}, headers?: Record<string, string>) =>
        ask('POST', path, seeing(path, body), { 'idempotency-key': randomUUID(), ...headers }),
      patch: (path: string, body: unknown) => ask('PATCH', path, seeing(path, body)),
    }
  }
  type Visitor = ReturnType<typeof visitor>

  async function as(username: string): Promise<Visitor> {
    const who = visitor()
    const answer = await who.post('/api/login', { username, password: 'tanggap-demo' })
    if (answer.status !== 200) throw new Error(`login of ${username}: ${answer.text}`)
    return who
  }

  async function device(kind: 'kiosk' | 'display' | 'tablet'): Promise<Visitor> {
    const who = visitor()
    const answer = await who.post('/api/devices/demo', { kind })
    if (answer.status !== 200) throw new Error(`pairing of a ${kind}: ${answer.text}`)
    return who
  }

  return {
    ...program,
    db,
    clock,
    log,
    failures,
    visitor,
    as,
    device,
    /** Listens on a free port and gives the address. */
    async listen(): Promise<string> {
      await new Promise<void>(resolve => program.server.listen(0, '127.0.0.1', resolve))
      return `http://127.0.0.1:${(program.server.address() as AddressInfo).port}`
    },
  }
}

const CONTRACT = new Map<string | undefined, Route>(Object.entries(api))

/** Every good answer of every test carries what its contract names and nothing else. */
function asPromised(route: string | undefined, answer: unknown): void {
  const promised = CONTRACT.get(route)?.reply.parse(answer)
  if (promised !== undefined && !isDeepStrictEqual(promised, answer))
    throw new Error(`${route} answers more than its contract names: ${JSON.stringify(answer)}`)
}

export type TestApp = Awaited<ReturnType<typeof testApp>>
export type Visitor = Awaited<ReturnType<TestApp['as']>>

/** The settings changed without a request, by somebody who sees them as they stand. */
export function saved(app: TestApp, change: OfficeChange) {
  const { seen, ...only } = withSeen(change, app.offices.get('samarinda'))
  return app.offices.change('samarinda', only, seen, { who: 'system', what: 'office.configure' })
}

/** The path of the survey of the last visit at a counter, as the counter's tablet gets it. */
export async function surveyAt(app: TestApp, counter: string): Promise<string> {
  const { path } = (await (await app.device('tablet')).get(counterPath(counter, 'survey'))).body
  return `/api/surveys/${path.slice(3)}`
}

/** The path of a counter's act in the demo office. */
export const counterPath = (counter: string, act: string) => `/api/offices/samarinda/counters/${counter}/${act}`
export const TICKETS = '/api/offices/samarinda/tickets'
