import { ticketPage } from '../../server/http/pages/ticket/ticket-page.ts'
import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import type { Lang } from '../../shared/kit/words.ts'
import { servedPage, wearing } from './page-served.ts'

/** The page of a ticket as the server sends it. */
export const served = (own: OwnTicket, lang: Lang = 'id', ask = {}): Promise<HTMLElement> =>
  servedPage(ticketPage(own, lang, { styles: [] }, 'token-of-a-ticket-0001', ask))

/** Puts on what the page of a ticket wears, for the tests of one group. */
export const withTicketStyle = (): void => wearing('/booking/styles/ticket.css')
