import { html } from '../../../../shared/ticket/markup.ts'
import type { OwnTicket } from '../../../../shared/ticket/own-ticket.ts'
import { bookedText } from '../../../../shared/text/booked.ts'
import { ticketPagesText } from '../../../../shared/text/ticket-pages.ts'
import { papersText as words } from '../../../../shared/text/papers.ts'
import { papersCount, UNSURE } from '../../../../shared/ticket/papers-words.ts'
import { say } from '../../../../shared/text/text.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { framed, type PageAssets } from '../frame.ts'

/** What a ticket is for, chosen anew: one touch is the answer. `moment` makes this drawing of the form an act of its own. */
export function ticketCasePage(own: OwnTicket, lang: Lang, base: string, moment: string, assets: PageAssets): string {
  const { service, ticket } = own
  const title = say(words.question, lang, { service: say(service.name, lang) })
  const row = (id: string, name: string, line: string) =>
    html`<button class="row" name="case" value="${id}" aria-current=${(ticket.case ?? UNSURE) === id && 'true'}>
      <span><b>${name}</b> <small>${line}</small></span>
    </button>`
  return framed({
    lang,
    title,
    assets: { styles: assets.styles },
    face: 'case',
    office: own.office.name,
    look: own.office,
    demo: own.demo,
    body: html`<main>
        <h1>${title}</h1>
        <p>${say(words['question.lead'], lang)}</p>
        <form method="post" action="${base}/keperluan?lang=${lang}">
          <input type="hidden" name="moment" value="${moment}" />
          ${service.cases.map(c => row(c.id, say(c.label, lang), papersCount(service, c.id, lang)))}
          ${row(UNSURE, say(words.unsure, lang), say(words['count.unsure'], lang))}
        </form>
      </main>
      <section class="dock" aria-label="${say(ticketPagesText['page.actions'], lang)}">
        <a class="button" href="${base}?lang=${lang}">${say(bookedText['back'], lang)}</a>
      </section>`,
  })
}
