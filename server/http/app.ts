import { Hono, type MiddlewareHandler } from 'hono'
import { AppError } from '../../shared/kit/errors.ts'
import type { Lang } from '../../shared/kit/words.ts'
import type { Ctx, Env } from './context.ts'
import { shown } from './rehearsal-mark.ts'
import { asRefusal, errorReply, isBusy } from './errors.ts'

/** Pages and forms of citizens, who are no program: a refusal there is a page. */
const PAGE_PATH = /^\/((b|t|s|in|ikm|perbaikan)(\/|$)|$)/

/** Addresses of programs alone. */
const API_PATH = /^\/api(\/|$)/

/** Things that one finished request is told to: the log and the metrics. Never the path, which may carry a token. */
export interface Finished {
  readonly requestId: string
  readonly route: string
  readonly method: string
  readonly status: number
  readonly ms: number
  /** It was refused because much is being done: no fault. */
  readonly busy?: true | undefined
}

/** Whether a request went wrong by a fault of the program or of its machine. */
export const isFault = ({ status, busy }: Pick<Finished, 'status' | 'busy'>): boolean => status >= 500 && !busy

/** Where and how a page was refused. */
export interface RefusedAt {
  readonly requestId: string
  readonly lang: Lang
  readonly path: string
}

export interface AppDeps {
  readonly newId: () => string
  readonly secure: boolean
  readonly rehearsing: boolean
  /** Strict in production and demo alike; development needs the bundler's inline styles. */
  readonly strictCsp: boolean
  readonly finished: (request: Finished) => void
  readonly failed: (error: unknown, requestId: string, route: string) => void
  /** Whether a `Host` is one that is answered. */
  readonly answers: (host: string | undefined) => boolean
  /** The page for somebody whose browser wants one. */
  readonly refusalPage: (error: AppError, at: RefusedAt) => Promise<string>
  /** Room for a guest's body of so many bytes; what comes back is called once it was read. */
  readonly room: (c: Ctx, bytes: number) => () => void
  /** Answers that are kept for all. */
  readonly kept: MiddlewareHandler<Env>
}

const CSP = [
  "default-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** The app before any route: ids, headers, limits, the Origin check and the one place where errors become answers. */
export function createApp(deps: AppDeps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    const began = performance.now()
    const requestId = deps.newId()
    c.set('requestId', requestId)
    c.set('route', 'other')
    c.set('rehearsing', deps.rehearsing)
    c.set('room', bytes => deps.room(c, bytes))
    await next()
    const headers = c.res.headers
    headers.set('X-Content-Type-Options', 'nosniff')
    // A looser one of the answer's own stays: a badge is made to be shown elsewhere.
    if (!headers.has('Cross-Origin-Resource-Policy')) headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    // What binds a page means nothing on its scripts and styles, and every header of theirs costs a phone its bytes.
    if (!c.req.path.startsWith('/assets/')) {
      headers.set('X-Request-Id', requestId)
      headers.set('Referrer-Policy', 'same-origin')
      headers.set('Cross-Origin-Opener-Policy', 'same-origin')
      headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
      // A stricter one of the answer's own stays.
      if (deps.strictCsp && !headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', CSP)
    }
    if (deps.rehearsing && API_PATH.test(c.req.path)) headers.set('X-Rehearsal', '1')
    if (deps.secure) headers.set('Strict-Transport-Security', 'max-age=15552000')
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
    deps.finished({
      requestId,
      route: c.get('route'),
      method: c.req.method,
      status: c.res.status,
      ms: performance.now() - began,
      ...(isBusy(c.error) ? { busy: true as const } : {}),
    })
  })
  // No name of anything has this sign, and PostgreSQL takes it in no text.
  app.use(async (c, next) => {
    if (c.req.url.includes('%00')) throw new AppError('NOT_FOUND')
    await next()
  })
  app.use(async (c, next) => {
    if (!deps.answers(c.req.header('host'))) throw new AppError('HOST_UNKNOWN')
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') refuseForeign(c)
    await next()
  })
  app.use(deps.kept)
  const pageOf = (error: AppError, c: Ctx) =>
    deps.refusalPage(error, {
      requestId: c.get('requestId'),
      lang: c.req.query('lang') === 'en' ? 'en' : 'id',
      path: c.req.path,
    })
  app.onError(async (error, c) => {
    const requestId = c.get('requestId')
    if (!(error instanceof AppError)) deps.failed(error, requestId, c.get('route'))
    const { status, body, headers } = errorReply(error, requestId)
    const page = PAGE_PATH.test(c.req.path) && c.req.header('accept')?.includes('text/html')
    if (!page) return c.json(body, status, headers)
    const said = asRefusal(error) ?? new AppError('INTERNAL')
    return c.html(shown(c, await pageOf(said, c)), status, headers)
  })
  app.notFound(async c => {
    const error = new AppError('NOT_FOUND')
    const { status, body } = errorReply(error, c.get('requestId'))
    const page = !API_PATH.test(c.req.path) && c.req.header('accept')?.includes('text/html')
    return page ? c.html(shown(c, await pageOf(error, c)), status) : c.json(body, status)
  })
  return app
}

/** Browsers name the page that acts; a page of another site may not act with our cookies. */
function refuseForeign(c: Ctx): void {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') throw new AppError('FOREIGN_ORIGIN')
  if (origin === undefined) return
  if (hostOf(origin) !== c.req.header('host')) throw new AppError('FOREIGN_ORIGIN')
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
