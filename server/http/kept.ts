import type { MiddlewareHandler } from 'hono'
import type { Ctx, Env } from './context.ts'

const MOST_KEPT = 300
const MOST_QUERY = 120

/**
 * What the public reads, the same for everybody who brings no cookie: no page with a form's own secret, no token in the address,
 * nothing of one person.
 */
const SHARED = [
  /^\/b\/[^/]+$/,
  /^\/b\/[^/]+\/[^/]+(\/(jadwal|belum|syarat))?$/,
  /^\/api\/offices(\/[^/]+)?$/,
  /^\/api\/offices\/[^/]+\/(board|hall)$/,
  /^\/api\/offices\/[^/]+\/services\/[^/]+\/slots$/,
  /^\/(kiosk|display|console|survey)\/$/,
]

interface Kept {
  readonly route: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly headers: [string, string][]
}

/**
 * Keeps whole answers for as long as `stamp` stays the same: a hundred who ask for one page cause one drawing of it, also while
 * it is being drawn.
 */
export function createKept(stamp: () => string): MiddlewareHandler<Env> {
  const kept = new Map<string, { readonly stamp: string; readonly answer: Promise<Kept | undefined> }>()
  return async (c, next) => {
    const key = keyOf(c)
    if (key === undefined) return next()
    const now = stamp()
    const known = kept.get(key)
    if (known?.stamp === now) {
      const answer = await known.answer
      if (!answer) return next()
      c.set('route', answer.route)
      return new Response(answer.bytes, { headers: answer.headers })
    }
    let tell: (made: Kept | undefined) => void = () => {}
    const entry = { stamp: now, answer: new Promise<Kept | undefined>(resolve => (tell = resolve)) }
    kept.delete(key)
    kept.set(key, entry)
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
    let made: Kept | undefined
    try {
      await next()
      made = await answerOf(c)
    } finally {
      tell(made)
      if (!made && kept.get(key) === entry) kept.delete(key)
    }
    return undefined
  }
}

/** All that such an answer goes by; `undefined` for what is not shared. */
function keyOf(c: Ctx): string | undefined {
  const { method, path, url } = c.req
  if ((method !== 'GET' && method !== 'HEAD') || c.req.header('cookie') !== undefined) return undefined
  const query = url.indexOf('?')
  if ((query > 0 && url.length - query > MOST_QUERY) || !SHARED.some(shared => shared.test(path))) return undefined
  const coding = /\b(br|gzip)\b/g
  const codings = [...new Set(c.req.header('accept-encoding')?.match(coding))].sort().join()
  return [codings, c.req.header('accept') === 'application/json', c.req.header('host'), url].join(' ')
}

/** The answer as it can be given again: a good one that sets nobody's cookie. */
async function answerOf(c: Ctx): Promise<Kept | undefined> {
  const { status, headers } = c.res
  if (status !== 200 || headers.has('set-cookie')) return undefined
  const answer = { route: c.get('route'), bytes: new Uint8Array(await c.res.arrayBuffer()), headers: [...headers] }
  // Its body has been read.
  c.res = undefined
  c.res = new Response(answer.bytes, { headers })
  return answer
}
