import { bookedText as words } from '../text/booked.ts'
import { caseOf, isUnsure, papersOf, surePapers, type Paper } from '../office/papers.ts'
import { papersText } from '../text/papers.ts'
import { paperNote } from './papers-words.ts'
import { say } from '../text/text.ts'
import type { Lang, Words } from '../kit/words.ts'
import { capital, nearDateText, timeText } from '../text/ui.ts'
import { html, type Markup } from './markup.ts'
import { AWAITED_STATES, LIVE_STATES, type TicketState } from '../queue/states.ts'
import { awaitsDraw, looksOnly, type OwnTicket } from './own-ticket.ts'
import { drawnIcon } from './ticket-drawings.ts'
import type { Base } from './ticket-forms.ts'

/** The lower half of a booked ticket: the QR code for the kiosk, when to come, what to bring. */
export function bookedInside(own: OwnTicket, lang: Lang, qr?: Markup): Markup | false {
  const { slot, state } = own.ticket
  if (!slot) return false
  const { zone } = own.office
  const time = (at: number) => timeText(at, zone, lang)
  const { service, ticket } = own
  const n = papersOf(service, ticket.case).length
  const bring = isUnsure(service, ticket.case)
    ? say(papersText['count.unsure'], lang)
    : say(words[n === 0 ? 'bring.none' : n === 1 ? 'bring.paper' : 'bring.papers'], lang, { n })
  const { checkIn } = own
  const fact = (label: Words, value: string) =>
    html`<div>
      <dt>${say(label, lang)}</dt>
      <dd>${value}</dd>
    </div>`
  const window = checkIn !== null && fact(words['window'], `${time(checkIn.from)}–${time(checkIn.until)}`)
  const when = `${capital(nearDateText(slot.start, zone, lang, own.now))}, ${time(slot.start)}`
  const code = looksOnly(own) ? undefined : qr
  return html`<div class="cut"></div>
    <div class="inside${code && ' with-qr'}">
      ${code && html`<div class="qr">${code}</div>`}
      <dl class="facts">
        ${fact(words['when'], when)} ${state === 'booked' && window} ${fact(words['bring'], bring)}
        ${own.code !== null && fact(words['code'], own.code)}
      </dl>
    </div>`
}

/** What a booker can do besides coming, each a plain link. */
export function bookedLinks(own: OwnTicket, base: Base, lang: Lang): Markup | false {
  if (looksOnly(own)) return false
  const link = (icon: 'calendar' | 'calendarAdd' | 'chat' | 'cross', href: string, label: string, act?: string) =>
    html`<a class="row" href="${href}" data-act=${act}
      >${drawnIcon(icon)}<span>${label}</span>${drawnIcon('chevron')}</a
    >`
  const booked = own.ticket.state === 'booked'
  return html`<nav class="links" aria-label="${say(words['label.booked'], lang)}">
    ${booked && link('calendarAdd', `${base}/kalender.ics?lang=${lang}`, say(words['calendar'], lang))}
    ${link('chat', `${base}/bagikan?lang=${lang}`, say(words['share'], lang), 'share')}
    ${booked && link('calendar', `${base}/jadwal?lang=${lang}`, say(words['move'], lang))}
    ${booked && link('cross', `?batal=1&lang=${lang}`, say(words['cancel'], lang), 'cancel')}
  </nav>`
}

/** A booking that ended may still stand in the phone's calendar. */
export function calendarRemoval(own: OwnTicket, base: Base, lang: Lang): Markup | false {
  if (looksOnly(own) || own.movedTo || !own.ticket.slot || own.ticket.offeredUntil !== undefined) return false
  return html`<nav class="links" aria-label="${say(words['label.booked'], lang)}">
    <a class="row" href="${base}/kalender.ics?lang=${lang}"
      >${drawnIcon('calendar')}<span>${say(words['calendar.remove'], lang)}</span>${drawnIcon('chevron')}</a
    >
  </nav>`
}

/** Whether the holder may say anew what the ticket is for. */
export function mayChooseCase(own: OwnTicket): boolean {
  const states: readonly TicketState[] = [...AWAITED_STATES, ...LIVE_STATES]
  return (
    !looksOnly(own) &&
    !own.over &&
    !awaitsDraw(own) &&
    own.service.cases.length > 0 &&
    states.includes(own.ticket.state)
  )
}

/** What the papers are for, with the way to change it. */
export function caseLine(own: OwnTicket, base: Base, lang: Lang): Markup | false {
  if (own.service.cases.length === 0) return false
  const found = caseOf(own.service, own.ticket.case)
  return html`<p class="how">
    ${say(papersText.for, lang)}: <b>${found ? say(found.label, lang) : say(papersText['for.unsure'], lang)}</b>
    ${mayChooseCase(own) && html`<a href="${base}/keperluan?lang=${lang}">${say(papersText.change, lang)}</a>`}
  </p>`
}

/**
 * The papers to bring; those that the booker has ticked carry a tick. Where nobody said what it is for, those that are
 * certain, and that the others depend on it.
 */
export function papersList(own: OwnTicket, lang: Lang): Markup | false {
  const { service, ticket } = own
  const papers = surePapers(service, ticket.case)
  const unsure = isUnsure(service, ticket.case)
  if (papers.length === 0 && !unsure) return false
  const have = html` <small class="have">${drawnIcon('check')} ${say(words['have'], lang)}</small>`
  const item = (paper: Paper) => {
    const note = paperNote(service, ticket.case, paper, lang)
    return html`<li>
      ${say(paper.name, lang)}${note !== '' && html` <small>${note}</small>`}${own.papers.includes(paper.id) && have}
    </li>`
  }
  const spare = caseOf(service, ticket.case)?.spare
  return html`${
    papers.length > 0 &&
    html`<ul>
      ${papers.map(item)}
    </ul>`
  }
  ${unsure && html`<p>${say(papersText[papers.length > 0 ? 'unsure.rest' : 'count.unsure'], lang)}</p>`}
  ${spare ? html`<p class="how"><b>${say(papersText.spare, lang)}</b> ${say(spare, lang)}</p>` : undefined}`
}
