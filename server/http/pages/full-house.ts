import type { IncomingMessage } from 'node:http'
import { errorText } from '../../../shared/text/errors.ts'
import { html } from '../../../shared/ticket/markup.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import { sentencePage } from './refusal-page.ts'

const RETRY = { retryAfter: 2 }
const AGAIN_SECONDS = 5

const data = JSON.stringify({ error: { code: 'TOO_MANY_REQUESTS', data: RETRY, requestId: '-' } })
const pages = { id: page('id'), en: page('en') }

/** What somebody is told who found no room to wait: made beforehand, for it is told when there is no time. */
export function fullHouse(req: IncomingMessage): { readonly type: string; readonly body: string } {
  if (!req.headers.accept?.includes('text/html')) return { type: 'application/json', body: data }
  return { type: 'text/html; charset=utf-8', body: pages[/[?&]lang=en\b/.test(req.url ?? '') ? 'en' : 'id'] }
}

/** It asks again by itself. */
function page(lang: Lang): string {
  const head = html`<meta http-equiv="refresh" content="${AGAIN_SECONDS}" />`
  return sentencePage(errorText('TOO_MANY_REQUESTS', lang, RETRY), lang, { head })
}
