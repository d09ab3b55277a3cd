import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { AppError } from '../../shared/kit/errors.ts'
import type { Lang } from '../../shared/text/text.ts'
import type { OwnTickets } from '../services/own-tickets.ts'
import type { Ctx } from './context.ts'
import type { Door } from './mount.ts'
import { createFiles } from './static.ts'
import { notFoundPage, ticketPage, type PageAssets } from './ticket-page.ts'

const SCREENS = ['kiosk', 'display', 'console', 'survey'] as const

/** Where built pages come from; development puts its bundler here. */
export interface Web {
  /** A screen's page as HTML. */
  page(screen: (typeof SCREENS)[number]): Promise<string>
  /** A file by path, or `undefined`. */
  file(name: string, request: Request): Promise<Response | undefined>
  ticketAssets(): Promise<PageAssets>
}

/** The built screens in `root`. */
export function builtWeb(root: string): Web {
  const serve = createFiles(path.resolve(root), /^assets\//)
  const manifest = readFile(path.join(root, '.vite/manifest.json'), 'utf8').then(
    text => JSON.parse(text) as Record<string, { file: string; css?: string[] }>,
  )
  return {
    page: screen => readFile(path.join(root, screen, 'index.html'), 'utf8'),
    file: serve,
    async ticketAssets() {
      const files = await manifest
      const script = files['booking/ticket.ts']
      const style = files['booking/ticket.css']
      return {
        ...(script ? { script: `/${script.file}` } : {}),
        styles: [style?.file, ...(script?.css ?? [])].flatMap(f => (f ? [`/${f}`] : [])),
      }
    },
  }
}

/** Pages and files: the screens, the citizen's ticket page that works without scripts, and everything built. */
export function mountPages(door: Door, web: Web, tickets: OwnTickets): void {
  const { app } = door
  const html = (c: Ctx, text: string, status: 200 | 404 = 200) => {
    const headers = { 'Content-Type': 'text/html; charset=utf-8', Vary: 'Accept-Encoding' }
    if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(text, status, headers)
    return c.body(new Uint8Array(gzipSync(text)), status, { ...headers, 'Content-Encoding': 'gzip' })
  }

  app.get('/', c => c.redirect('/console/'))
  app.get('/favicon.ico', c => c.redirect('/mark.svg'))
  for (const screen of SCREENS) {
    app.get(`/${screen}`, c => c.redirect(`/${screen}/`))
    app.get(`/${screen}/`, async c => html(c, await web.page(screen)))
  }
  app.get('/s/:token', async c => {
    c.set('route', 'GET /s/:token')
    return html(c, await web.page('survey'))
  })

  app.get('/t/:token', async c => {
    c.set('route', 'GET /t/:token')
    await door.admit(c, false)
    const lang = langOf(c)
    const assets = await web.ticketAssets()
    try {
      const own = await tickets.byToken(c.req.param('token'))
      return html(c, ticketPage(own, lang, assets, c.req.param('token'), { confirm: c.req.query('batal') === '1' }))
    } catch (error) {
      if (error instanceof AppError && error.code === 'TICKET_UNKNOWN') return html(c, notFoundPage(lang, assets), 404)
      throw error
    }
  })
  app.post('/t/:token/cancel', async c => {
    c.set('route', 'POST /t/:token/cancel')
    await door.admit(c, true)
    const token = c.req.param('token')
    await tickets.cancel(token, door.newId()).catch((error: unknown) => {
      // Already called, cancelled or over: the page itself says how the ticket stands now.
      if (!(error instanceof AppError)) throw error
    })
    return c.redirect(`/t/${encodeURIComponent(token)}?lang=${langOf(c)}`, 303)
  })

  app.get('*', async (c, next) => {
    const found = await web.file(c.req.path.slice(1), c.req.raw)
    if (!found) return next()
    c.set('route', 'file')
    if (c.req.path === '/sw.js') found.headers.set('Service-Worker-Allowed', '/')
    return found
  })
}

function langOf(c: Ctx): Lang {
  return c.req.query('lang') === 'en' ? 'en' : 'id'
}
