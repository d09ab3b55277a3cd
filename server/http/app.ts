import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { AppError } from '../../shared/kit/errors.ts'
import { FILE_LIMIT } from '../../shared/ticket/scans.ts'
import type { Ctx, Env } from './context.ts'
import { asRefusal, errorReply } from './errors.ts'

const MOST_BYTES = 64 * 1024
/** A scan of papers with what a form puts around it. */
const MOST_FORM_BYTES = 5.2 * 1024 * 1024
/** The one way by which such a form comes in. */
const FILES_PATH = /^\/t\/[\w.-]{20,80}\/files$/

/** Pages and forms of citizens, who are no program: a refusal there is a page. */
const PAGE_PATH = /^\/(b|t|s|in)(\/|$)/

/** Things that one finished request is told to: the log and the metrics. Never the path, which may carry a token. */
export interface Finished {
  readonly requestId: string
  readonly route: string
  readonly method: string
  readonly status: number
  readonly ms: number
}

export interface AppDeps {
  readonly newId: () => string
  readonly secure: boolean
  /** Strict in production and demo alike; development needs the bundler's inline styles. */
  readonly strictCsp: boolean
  readonly finished: (request: Finished) => void
  readonly failed: (error: unknown, requestId: string, route: string) => void
  /** Whether a `Host` is one that is answered. */
  readonly answers: (host: string | undefined) => boolean
  /** The page for somebody whose browser wants one. */
  readonly refusalPage: (error: AppError, requestId: string, lang: 'id' | 'en') => string
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
    await next()
    const headers = c.res.headers
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    // What binds a page means nothing on its scripts and styles, and every header of theirs costs a phone its bytes.
    if (!c.req.path.startsWith('/assets/')) {
      headers.set('X-Request-Id', requestId)
      headers.set('Referrer-Policy', 'same-origin')
      headers.set('Cross-Origin-Opener-Policy', 'same-origin')
      headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
      // A stricter one of the answer's own stays.
      if (deps.strictCsp && !headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', CSP)
    }
    if (deps.secure) headers.set('Strict-Transport-Security', 'max-age=15552000')
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
    deps.finished({
      requestId,
      route: c.get('route'),
      method: c.req.method,
      status: c.res.status,
      ms: performance.now() - began,
    })
  })
  app.use(async (c, next) => {
    if (!deps.answers(c.req.header('host'))) throw new AppError('HOST_UNKNOWN')
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') refuseForeign(c)
    await next()
  })
  app.use(deps.kept)
  const tooLarge = () => {
    throw new AppError('BODY_TOO_LARGE', { mostBytes: MOST_BYTES, most: '64 KB' })
  }
  const fileTooLarge = () => {
    throw new AppError('BODY_TOO_LARGE', FILE_LIMIT)
  }
  const counted = bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge })
  const countedFile = bodyLimit({ maxSize: MOST_FORM_BYTES, onError: fileTooLarge })
  app.use((c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    if (FILES_PATH.test(c.req.path)) return countedFile(c, next)
    // A stated length is held by the HTTP parser itself; counting the bytes again would cost a quarter of the request.
    const stated = c.req.header('transfer-encoding') === undefined ? c.req.header('content-length') : undefined
    if (stated === undefined) return counted(c, next)
    return Number(stated) > MOST_BYTES ? tooLarge() : next()
  })
  app.onError((error, c) => {
    const requestId = c.get('requestId')
    if (!(error instanceof AppError)) deps.failed(error, requestId, c.get('route'))
    const { status, body, headers } = errorReply(error, requestId)
    const page = PAGE_PATH.test(c.req.path) && c.req.header('accept')?.includes('text/html')
    if (!page) return c.json(body, status, headers)
    const said = asRefusal(error) ?? new AppError('INTERNAL')
    return c.html(deps.refusalPage(said, requestId, c.req.query('lang') === 'en' ? 'en' : 'id'), status, headers)
  })
  app.notFound(c => {
    const { status, body } = errorReply(new AppError('NOT_FOUND'), c.get('requestId'))
    return c.json(body, status)
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
