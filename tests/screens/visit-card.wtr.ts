import { expect } from '@open-wc/testing'
import { ticketPage } from '../../server/http/pages/ticket/ticket-page.ts'
import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import { visitCard } from '../../booking/visit-card.ts'
import { ownTicket } from '../helpers/own-ticket.ts'
import { served, withTicketStyle } from './ticket-served.ts'

describe('the steps of a visit on an open page', () => {
  withTicketStyle()

  const names = {
    akta: ['Akta Kelahiran', 'Birth certificate'],
    kk: ['Kartu Keluarga', 'Family card'],
    kia: ['Kartu Identitas Anak', 'Child ID card'],
  } as const
  type Name = keyof typeof names
  const visit = (...steps: readonly Name[]): OwnTicket => ({
    ...ownTicket(),
    visit: {
      ...{ eventId: null, event: null, dropped: [], documents: [] },
      steps: steps.map((name, i) => ({ services: [names[name]], state: i === 0 ? 'now' : 'later', counter: null })),
    },
  })
  const { fetch } = window
  afterEach(() => {
    window.fetch = fetch
  })
  /** A page that is open, the server behind it, and what a screen reader hears of it. */
  async function opened(first: OwnTicket) {
    const page = await served(first)
    const card = page.querySelector('[data-part="visit"]')!
    const server: { own: OwnTicket | undefined; asked: string[] } = { own: first, asked: [] }
    window.fetch = async at => {
      server.asked.push(String(at))
      if (!server.own) throw new TypeError('no network')
      return new Response(ticketPage(server.own, 'id', { styles: [] }, 'token-of-a-ticket-0001'))
    }
    const heard: string[] = []
    const words = (node: Node) => node.textContent!.replace(/\s+/g, ' ').trim()
    new MutationObserver(all => {
      for (const node of all.flatMap(one => [...one.addedNodes])) if (words(node)) heard.push(words(node))
    }).observe(card, { childList: true, subtree: true })
    const follow = visitCard(page, first, '/t/token-of-a-ticket-0001?lang=id')
    return { page, card, server, heard, follow, lines: () => [...card.querySelectorAll('li')].map(words) }
  }

  it('follow without a new page: what differs alone is put in anew, and said once [D47 D51]', async () => {
    const { page, card, server, heard, follow, lines } = await opened(visit('akta', 'kk'))
    expect(card.getAttribute('aria-live')).to.equal('polite')
    const dialog = page.querySelector<HTMLDialogElement>('#cancel')!
    dialog.showModal()
    const focused = document.activeElement
    const kept = card.querySelector('li')
    await follow(visit('akta', 'kk'))
    expect(server.asked).to.deep.equal([])
    server.own = visit('akta', 'kk', 'kia')
    await follow(server.own)
    await follow(server.own)
    expect(server.asked).to.deep.equal(['/t/token-of-a-ticket-0001?lang=id'])
    expect(heard).to.deep.equal(['Langkah 1 dari 3', '3Kartu Identitas Anak'])
    expect(card.querySelector('li')).to.equal(kept)
    expect([dialog.open, document.activeElement]).to.deep.equal([true, focused])
    server.own = visit('akta', 'kia', 'kk')
    await follow(server.own)
    expect(heard.slice(2)).to.deep.equal(['2Kartu Identitas Anak', '3Kartu Keluarga'])
    server.own = visit('akta', 'kia')
    await follow(server.own)
    expect(lines()).to.have.length(2)
  })

  it('come to the page of a visit that had one step only, where the place that is said was there before', async () => {
    const { card, server, heard, follow } = await opened(ownTicket())
    expect([card.textContent, getComputedStyle(card).display]).to.deep.equal(['', 'block'])
    server.own = visit('akta', 'kk')
    await follow(server.own)
    expect(card.querySelectorAll('li')).to.have.length(2)
    expect(heard).to.have.length(1)
    server.own = ownTicket()
    await follow(server.own)
    expect(card.children).to.have.length(0)
  })

  it('stay as they were where the page could not be fetched, and are asked for again', async () => {
    const { server, follow, lines } = await opened(visit('akta', 'kk'))
    server.own = undefined
    expect(await follow(visit('akta')).catch((error: unknown) => (error as Error).message)).to.equal('no network')
    expect(lines()).to.have.length(2)
    server.own = visit('akta', 'kia')
    await follow(server.own)
    expect(lines()[1]).to.contain('Kartu Identitas Anak')
  })
})
