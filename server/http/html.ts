import { gzipSync } from 'node:zlib'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Lang } from '../../shared/text/text.ts'
import type { Ctx } from './context.ts'

/** A page as an answer, compressed where the browser takes it. */
export function html(c: Ctx, text: string, status: ContentfulStatusCode = 200) {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', Vary: 'Accept-Encoding' }
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(text, status, headers)
  return c.body(new Uint8Array(gzipSync(text)), status, { ...headers, 'Content-Encoding': 'gzip' })
}

/** The language that an address asks for. */
export function langOf(c: Ctx): Lang {
  return c.req.query('lang') === 'en' ? 'en' : 'id'
}
