import { AppError, ERROR_CODES, type ErrorCode } from '../../../../shared/kit/errors.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { bookedText } from '../../../../shared/text/booked.ts'
import { say } from '../../../../shared/text/text.ts'
import { looksOnly, type OwnTicket } from '../../../../shared/ticket/own-ticket.ts'
import type { OwnTickets } from '../../../services/booking/own-tickets.ts'
import { forAsker } from '../../for-asker.ts'
import type { Door } from '../../mount.ts'
import { langOf, sendPage } from '../html.ts'
import type { Web } from '../pages.ts'
import { lostPage } from '../refusal-page.ts'
import { ticketPage, DONE, type Asked } from './ticket-page.ts'
import { drawnQr } from '../drawn-qr.ts'

/** The citizen's page of one ticket, complete without scripts. */
export function mountTicket(door: Door, web: Web, tickets: OwnTickets): void {
  const { app } = door

  app.get('/t/:token', async c => {
    c.set('route', 'GET /t/:token')
    await door.admit(c, false)
    const lang = langOf(c)
    const assets = await web.ticketAssets(lang)
    try {
      const token = c.req.param('token')
      const own = forAsker(await tickets.byToken(token), await door.callerOf(c))
      if (own.movedTo) return c.redirect(`${own.movedTo}?lang=${lang}`, 302)
      const ask: Asked = {
        confirm: c.req.query('batal') === '1' ? 'cancel' : c.req.query('lupa') === '1' ? 'forget' : undefined,
        did: DONE.find(done => done === c.req.query('did')),
        said: codeIn(c.req.query('said')),
        qr: qrOf(own, () => tickets.checkInCode(token), lang),
      }
      return sendPage(c, ticketPage(own, lang, assets, token, ask))
    } catch (error) {
      if (error instanceof AppError && error.code === 'TICKET_UNKNOWN') return sendPage(c, lostPage(lang, assets), 404)
      throw error
    }
  })
}

/** The code for the kiosk, on tickets that still check in; a family's link does not get it. */
function qrOf(own: OwnTicket, code: () => string, lang: Lang) {
  const { state } = own.ticket
  if (looksOnly(own) || (state !== 'booked' && state !== 'released')) return undefined
  return drawnQr(code(), say(bookedText['qr'], lang))
}

function codeIn(text: string | undefined): ErrorCode | undefined {
  return ERROR_CODES.find(code => code === text)
}
