import { fixture, html } from '@open-wc/testing'
import { ticketPage } from '../../server/http/pages/ticket/ticket-page.ts'
import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import type { Lang } from '../../shared/kit/words.ts'

const style = document.createElement('link')
style.rel = 'stylesheet'
style.href = '/booking/styles/ticket.css'

/** The page as the server sends it, inside this one. */
export async function served(own: OwnTicket, lang: Lang = 'id', ask = {}): Promise<HTMLElement> {
  const sent = new DOMParser().parseFromString(
    ticketPage(own, lang, { styles: [] }, 'token-of-a-ticket-0001', ask),
    'text/html',
  )
  const page = await fixture<HTMLElement>(html`<div></div>`)
  page.className = sent.body.className
  page.append(...sent.body.children)
  return page
}

/** Puts on what the page of a ticket wears, for the tests of one group. */
export function withTicketStyle(): void {
  before(async () => {
    document.documentElement.dataset['device'] = 'phone'
    const loaded = new Promise(done => style.addEventListener('load', done))
    document.head.append(style)
    await loaded
  })
  after(() => {
    style.remove()
    document.documentElement.dataset['device'] = 'console'
  })
}
