import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Lang } from '../../../shared/kit/words.ts'
import type { Ctx } from '../context.ts'
import { shown } from '../rehearsal-mark.ts'

/** A tenth smaller than gzip and no dearer; the best quality would cost fifty times as much for each page. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

/** A page as an answer, compressed as the browser takes it. */
export function sendPage(c: Ctx, page: string, status: ContentfulStatusCode = 200) {
  const text = shown(c, page)
  const headers = { 'Content-Type': 'text/html; charset=utf-8', Vary: 'Accept-Encoding' }
  const taken = c.req.header('accept-encoding') ?? ''
  const sent = (bytes: Buffer, coding: string) =>
    c.body(new Uint8Array(bytes), status, { ...headers, 'Content-Encoding': coding })
  if (/\bbr\b/.test(taken)) return sent(brotliCompressSync(text, QUICK), 'br')
  if (/\bgzip\b/.test(taken)) return sent(gzipSync(text), 'gzip')
  return c.body(text, status, headers)
}

/** The language that an address asks for. */
export function langOf(c: Ctx): Lang {
  return c.req.query('lang') === 'en' ? 'en' : 'id'
}
