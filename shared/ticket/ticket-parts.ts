import type { Lang } from '../kit/words.ts'
import { mayCancel } from '../queue/states.ts'
import { bookedText } from '../text/booked.ts'
import { bookingText as words } from '../text/booking.ts'
import { atClock } from '../kit/time.ts'
import { whereText } from '../text/where.ts'
import { wherePart, type Hours } from './where-part.ts'
import { say } from '../text/text.ts'
import { timeText } from '../text/ui.ts'
import { documentPart, documentTitle, followsDocument, isLate } from './application-part.ts'
import { againPath, drawnNews } from './booked-news.ts'
import { bookedLinks, calendarRemoval, caseLine, papersList } from './booked-ticket.ts'
import { html, type Markup } from './markup.ts'
import { awaitsDraw, faceOf, isFinal, looksOnly, type Face, type OwnTicket } from './own-ticket.ts'
import { ticketOf } from './ticket-card.ts'
import { dockOf } from './ticket-dock.ts'
import { drawnIcon } from './ticket-drawings.ts'
import { filesPart, type Base } from './ticket-forms.ts'
import { looks, newsOf, titleOf } from './ticket-news.ts'
import { toldPart } from './told-part.ts'
import { whyOf } from './ticket-why.ts'

/** The pieces of the page that change with the ticket, in their order on the page. `alert` is empty without scripts. */
export const PARTS = ['news', 'document', 'ticket', 'fresh', 'alert', 'help', 'dock'] as const
export type Part = (typeof PARTS)[number]

/** The page of a ticket: drawn by the server, and with scripts drawn again on the phone by the very same function. */
export interface TicketFace {
  readonly face: Face
  readonly title: string
  readonly parts: Readonly<Record<Part, Markup>>
}

/** What is drawn into a ticket's page besides the ticket. */
export interface Around {
  /** Address of the page, which its forms act on. */
  readonly base: Base
  /** The code for the kiosk, drawn by the server only. */
  readonly qr?: Markup | undefined
  /** Whether the files stand open, because one was just sent or refused. */
  readonly filesOpen?: boolean
  /** What only a page with scripts can show: how old the picture is, and the switch for being told. */
  readonly fresh?: Markup
  readonly alert?: Markup
}

/** The page of a ticket in a language. */
export function ticketFace(own: OwnTicket, lang: Lang, around: Around): TicketFace {
  const face = faceOf(own)
  const quiet = face === 'called'
  const none = html``
  const news = html`${newsOf(own, face, around.base, lang)}${drawnNews(own, lang)}${looksOnly(own) && !isFinal(own) && looks(lang)}`
  // A broken promise comes before the thanks for a visit of days ago.
  const [first, second] = awaitsLate(own) ? [documentPart(own, lang), news] : [news, documentPart(own, lang)]
  return {
    face,
    title: documentTitle(own, lang) ?? titleOf(own, face, lang),
    parts: {
      news: first,
      document: second,
      ticket: quiet ? none : ticketOf(own, face, lang, around.qr),
      fresh: isFinal(own) ? (followsDocument(own) ? asOf(own, lang) : none) : (around.fresh ?? asOf(own, lang)),
      alert:
        (TOLD.includes(face) || awaitsLate(own)) && !looksOnly(own)
          ? html`${toldPart(own, lang)}${around.alert ?? none}`
          : none,
      help: quiet ? none : html`${helpOf(own, face, around, lang)}${waysOut(own, face, lang)}`,
      dock: dockOf(own, face, around.base, lang),
    },
  }
}

/** Whose document is late may wish to be told when it is ready. */
function awaitsLate({ application }: OwnTicket): boolean {
  return application !== null && isLate(application)
}

/** Pages whose reader may wish to be told. */
const TOLD: readonly Face[] = ['waiting', 'soon', 'booked', 'waitlisted']

/** When the page was true, for a reader without scripts. */
function asOf(own: OwnTicket, lang: Lang): Markup {
  const zone = own.office.zone
  return html`<p class="fresh">${say(words['fresh.at'], lang, { time: timeText(own.now, zone, lang), zone })}</p>`
}

function helpOf(own: OwnTicket, face: Face, { base, filesOpen }: Around, lang: Lang): Markup {
  const waits = face === 'waiting' || face === 'soon'
  const awaited =
    face === 'booked' || face === 'released' || face === 'offered' || (face === 'waitlisted' && !awaitsDraw(own))
  if (face === 'cancelled') return html`${calendarRemoval(own, base, lang)}`
  if (!waits && !awaited && face !== 'parked' && face !== 'missed') return html``
  const papers = papersList(own, lang)
  const list = papers || html`<p>${say(words['papers.none'], lang)}</p>`
  const acts = !looksOnly(own)
  return html`${
    face === 'soon' &&
    papers &&
    html`<section class="card">
      <h2>${say(words['papers.ready'], lang)}</h2>
      ${papers}
    </section>`
  }
  ${awaited && bookedLinks(own, base, lang)}
  ${face !== 'soon' && opening('papers', 'list', say(words['papers.title'], lang), html`${caseLine(own, base, lang)}${list}`)}
  ${opening('where', 'info', say(whereText.title, lang), wherePart(own.office, hoursOf(own), lang))}
  ${acts && filesPart(own, base, lang, filesOpen)}
  ${waits && opening('why', 'info', say(words['why.title'], lang), whyOf(own, lang))}
  ${face === 'missed' && opening('why', 'info', say(words['missed.why'], lang), html`<p>${say(words['missed.because'], lang)}</p>`)}`
}

/** Giving up lies in the list, away from the thumb; booked tickets have theirs among their links. */
function waysOut(own: OwnTicket, face: Face, lang: Lang): Markup | false {
  if (looksOnly(own) || own.over || isFinal(own) || face === 'booked' || !mayCancel(own.ticket.state)) return false
  const label = awaitsDraw(own)
    ? bookedText['draw.leave']
    : face === 'waitlisted'
      ? bookedText['wait.leave']
      : face === 'offered'
        ? bookedText['offer.no']
        : bookedText['row.cancel']
  return html`<nav class="links" aria-label="${say(words['page.others'], lang)}">
    ${
      face === 'missed' &&
      html`<a class="row" href="/b/${againPath(own)}lang=${lang}"
        >${drawnIcon('calendar')}<span>${say(bookedText['row.other'], lang)}</span>${drawnIcon('chevron')}</a
      >`
    }
    <a class="row" href="?batal=1&lang=${lang}" data-act="cancel"
      >${drawnIcon('cross')}<span>${say(label, lang)}</span>${drawnIcon('chevron')}</a
    >
  </nav>`
}

function hoursOf(own: OwnTicket): Hours {
  return { noon: atClock(own.date, '12:00', own.office.zone), open: own.doors }
}

function opening(id: string, name: 'info' | 'list', title: string, inside: Markup): Markup {
  return html`<details id="${id}">
    <summary>${drawnIcon(name)}<span>${title}</span>${drawnIcon('chevron')}</summary>
    <div>${inside}</div>
  </details>`
}
