import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { looksOnly, type OwnTicket } from '../../../shared/ticket/own-ticket.ts'
import { AppError, ERROR_CODES, type ErrorCode } from '../../../shared/kit/errors.ts'
import { bookedText } from '../../../shared/text/booked.ts'
import { say } from '../../../shared/text/text.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import type { OwnTickets } from '../../services/booking/own-tickets.ts'
import type { Ctx } from '../context.ts'
import type { PageAssets } from './frame.ts'
import { html, langOf } from './html.ts'
import type { Door } from '../mount.ts'
import { createFiles } from '../static.ts'
import { notFoundPage, ticketPage } from './ticket-page.ts'
import { drawnQr } from './ticket-qr.ts'

const SCREENS = ['kiosk', 'display', 'console', 'survey'] as const

/** Where built pages come from; development puts its bundler here. */
export interface Web {
  /** A screen's page as HTML. */
  page(screen: (typeof SCREENS)[number]): Promise<string>
  /** A file by path, or `undefined`. */
  file(name: string, request: Request): Promise<Response | undefined>
  ticketAssets(): Promise<PageAssets>
  bookingAssets(): Promise<PageAssets>
  /** Those of the page behind the code of the hall screen. */
  inAssets(): Promise<PageAssets>
}

/** The built screens in `root`. */
export function builtWeb(root: string): Web {
  const serve = createFiles(path.resolve(root), /^assets\//)
  const manifest = readFile(path.join(root, '.vite/manifest.json'), 'utf8').then(
    text => JSON.parse(text) as Record<string, { file: string; css?: string[] }>,
  )
  /** A script and a style of their own name, without a page around them: the server writes that page. */
  async function assetsOf(name: 'ticket' | 'booking' | 'in'): Promise<PageAssets> {
    const files = await manifest
    const script = files[`booking/${name}.ts`]
    const style = files[`booking/styles/${name}.css`]
    return {
      ...(script ? { script: `/${script.file}` } : {}),
      styles: [style?.file, ...(script?.css ?? [])].flatMap(f => (f ? [`/${f}`] : [])),
    }
  }

  return {
    page: screen => readFile(path.join(root, screen, 'index.html'), 'utf8'),
    file: serve,
    ticketAssets: () => assetsOf('ticket'),
    bookingAssets: () => assetsOf('booking'),
    inAssets: () => assetsOf('in'),
  }
}

/** Pages and files: the screens, the citizen's ticket page that works without scripts, and everything built. */
export function mountPages(door: Door, web: Web, tickets: OwnTickets, originOf: (c: Ctx) => string): void {
  const { app } = door

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
      const token = c.req.param('token')
      const own = await tickets.byToken(token)
      if (own.movedTo) return c.redirect(`${own.movedTo}?lang=${lang}`, 302)
      const ask = {
        confirm: c.req.query('batal') === '1',
        said: codeIn(c.req.query('said')),
        qr: qrOf(own, `${originOf(c)}/t/${token}`, lang),
      }
      return html(c, ticketPage(own, lang, assets, token, ask))
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

/** The code for the kiosk, on tickets that still check in; a family's link does not get it. */
function qrOf(own: OwnTicket, address: string, lang: Lang) {
  const { state } = own.ticket
  if (looksOnly(own) || (state !== 'booked' && state !== 'released')) return undefined
  return drawnQr(address, say(bookedText['qr'], lang))
}

function codeIn(text: string | undefined): ErrorCode | undefined {
  return ERROR_CODES.find(code => code === text)
}
