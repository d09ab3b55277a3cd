import { html } from '../../../../shared/ticket/markup.ts'
import type { OwnTicket } from '../../../../shared/ticket/own-ticket.ts'
import { atClock } from '../../../../shared/kit/time.ts'
import { serviceWithCase } from '../../../../shared/ticket/papers-words.ts'
import { addressText, wherePart } from '../../../../shared/ticket/where-part.ts'
import { drawnIcon } from '../../../../shared/ticket/ticket-drawings.ts'
import { bookedText } from '../../../../shared/text/booked.ts'
import { ticketPagesText as words } from '../../../../shared/text/ticket-pages.ts'
import { say } from '../../../../shared/text/text.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { framed, type PageAssets } from '../frame.ts'

/** How the family follows a ticket: a link that only looks, to copy or to send, without any script. */
export function sharePage(
  own: OwnTicket,
  lang: Lang,
  at: { readonly base: string; readonly link: string },
  assets: PageAssets,
): string {
  const w = (key: keyof typeof words, values?: Record<string, string>) => say(words[key], lang, values)
  const text = w('share.text', {
    number: own.ticket.number,
    service: serviceWithCase(own.service, own.ticket.case, lang),
    place: [own.office.name, addressText(own.office, lang)].filter(Boolean).join(', '),
    link: at.link,
  })
  const sent = encodeURIComponent(text)
  const row = (href: string, label: string) =>
    html`<a class="row" href="${href}" rel="noreferrer"
      >${drawnIcon('chat')}<span>${label}</span>${drawnIcon('chevron')}</a
    >`
  return framed({
    lang,
    title: w('share.title'),
    assets: { styles: assets.styles },
    face: 'share',
    office: own.office.name,
    look: own.office,
    demo: own.demo,
    body: html`<main>
        <h1>${w('share.title')}</h1>
        <p>${w('share.what')}</p>
        <form class="act">
          <label for="link">${w('share.link')}</label><input id="link" readonly value="${at.link}" />
        </form>
        ${wherePart(own.office, { noon: atClock(own.date, '12:00', own.office.zone), open: own.doors }, lang)}
        <nav class="links" aria-label="${w('share.title')}">
          ${row(`https://wa.me/?text=${sent}`, w('share.whatsapp'))}${row(`sms:?body=${sent}`, w('share.sms'))}
        </nav>
      </main>
      <section class="dock" aria-label="${say(words['page.actions'], lang)}">
        <a class="button" href="${at.base}?lang=${lang}">${say(bookedText.back, lang)}</a>
      </section>`,
  })
}
