import { MINUTE, type Instant } from '../kit/time.ts'
import { isLost } from '../queue/lost-time.ts'
import { mayCancel, AWAITED_STATES } from '../queue/states.ts'
import { bookedText } from '../text/booked.ts'
import { bookingText as words } from '../text/booking.ts'
import { say } from '../text/text.ts'
import type { Lang, Words } from '../kit/words.ts'
import { timeText } from '../text/ui.ts'
import { spokenLabel } from '../voice/spoken.ts'
import { documentPart, documentTitle, followsDocument } from './application-part.ts'
import {
  atCheckIn,
  bookedNews,
  cancelledNews,
  dayText,
  drawnNews,
  lateNews,
  note,
  numberNews,
  offerNews,
  releasedNews,
  startAgain,
  waitlistNews,
} from './booked-news.ts'
import { bookedInside, bookedLinks, calendarRemoval, papersList } from './booked-ticket.ts'
import { html, type Markup } from './markup.ts'
import { awaitsDraw, faceOf, isFinal, looksOnly, returnUntil, type Face, type OwnTicket } from './own-ticket.ts'
import { drawnHeads, drawnIcon, drawnRange } from './ticket-drawings.ts'
import { buttonForm, filesPart, letPassForm, type Base } from './ticket-forms.ts'
import { whyOf } from './ticket-why.ts'

/** The pieces of the page that change with the ticket, in their order on the page. `alert` is empty without scripts. */
export const PARTS = ['news', 'document', 'ticket', 'fresh', 'alert', 'help', 'dock'] as const
export type Part = (typeof PARTS)[number]

/** A number of so many signs is drawn smaller: with a series of three letters, or the code of a draw. */
const LONG = 7
/** And so is the name of a counter with more. */
const WIDE = 8

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
  return {
    face,
    title: documentTitle(own, lang) ?? titleOf(own, face, lang),
    parts: {
      news: html`${newsOf(own, face, around.base, lang)}${drawnNews(own, lang)}${looksOnly(own) && !isFinal(own) && looks(lang)}`,
      document: documentPart(own, lang),
      ticket: quiet ? none : ticketOf(own, face, lang, around.qr),
      fresh: isFinal(own) ? (followsDocument(own) ? asOf(own, lang) : none) : (around.fresh ?? asOf(own, lang)),
      alert: TOLD.includes(face) && !looksOnly(own) ? (around.alert ?? none) : none,
      help: quiet ? none : helpOf(own, face, around, lang),
      dock: dockOf(own, face, around.base, lang),
    },
  }
}

/** Pages whose reader may wish to be told. */
const TOLD: readonly Face[] = ['waiting', 'soon', 'booked', 'waitlisted']

/** When the page was true, for a reader without scripts. */
function asOf(own: OwnTicket, lang: Lang): Markup {
  const zone = own.office.zone
  return html`<p class="fresh">${say(words['fresh.at'], lang, { time: timeText(own.now, zone, lang), zone })}</p>`
}

/** A number of people in words. */
function people(n: number, lang: Lang): string {
  return n === 1 ? say(words['people.one'], lang) : say(words['people.some'], lang, { n })
}

/** Address of the survey of this visit in the language of the page. */
function surveyHref(path: string, lang: Lang): string {
  return `${path}?lang=${lang}`
}

function titleOf(own: OwnTicket, face: Face, lang: Lang): string {
  const { number } = own.ticket
  if (face === 'called') return say(words['title.called'], lang, { counter: counterOf(own, lang), number })
  if (face === 'soon' && own.ahead === 0) return say(words['title.next'], lang, { number })
  if (face === 'soon' || face === 'waiting')
    return say(words[`title.${face}`], lang, { number, people: people(own.ahead, lang) })
  if (face === 'offered') return say(bookedText['title.offered'], lang, { number })
  const { slot } = own.ticket
  if (face === 'booked' && slot)
    return say(bookedText['title.booked'], lang, { number, time: timeText(slot.start, own.office.zone, lang) })
  return say(words['title.other'], lang, { number })
}

function looks(lang: Lang): Markup {
  return html`<p class="looks">${say(bookedText['looks'], lang)}</p>`
}

function newsOf(own: OwnTicket, face: Face, base: Base, lang: Lang): Markup {
  const w = (text: Words, values?: Record<string, string | number>) => say(text, lang, values)
  const time = (at: Instant | undefined) => (at === undefined ? '' : timeText(at, own.office.zone, lang))
  const told = (title: Words, what: string, tone?: string) =>
    note(w(title, { counter: counterOf(own, lang) }), what, tone)
  switch (face) {
    case 'waitlisted':
      return waitlistNews(own, lang)
    case 'offered':
      return offerNews(own, base, lang)
    case 'booked':
      return bookedNews(own, base, lang)
    case 'released':
      return releasedNews(own, base, lang)
    case 'waiting':
      return html`${lateNews(own, lang)}${numberNews(own, base, lang)}`
    case 'soon': {
      const next = own.ahead === 0
      return html`${lateNews(own, lang)}
        <div class="near">
          ${!next && html`<b>${own.ahead}</b>`}
          <p class="lead">${w(words[next ? 'soon.next' : 'soon.some'])}</p>
          <p>${w(words['soon.where'])}</p>
        </div>
        ${numberNews(own, base, lang)}`
    }
    case 'called': {
      const [before, after] = w(words['called.number'], { number: '|' }).split('|')
      return html`<p class="mine">${before}${numberOf(own, lang)}${after}</p>
        <h1>
          ${w(words['called.go'])}
          <strong class=${counterOf(own, lang).length > WIDE && 'long'}>${counterOf(own, lang)}</strong>
        </h1>
        ${drawnIcon('arrow')}
        <p class="map">${w(words['called.at'], { time: time(own.ticket.calledAt) })}</p>`
    }
    case 'serving':
      return told(words['serving.title'], w(words['serving.then']), 'note go')
    case 'missed': {
      const until = returnUntil(own)
      return told(
        words['missed.title'],
        w(words[own.now < until ? 'missed.until' : 'missed.late'], { time: time(until) }),
        'note call',
      )
    }
    case 'parked':
      return told(words['parked.title'], w(words['parked.what']), 'note call')
    case 'done': {
      const rated = own.survey?.state
      const more =
        rated === 'rated' || rated === 'complete' ? 'done.rated' : rated === 'expired' ? 'done.expired' : undefined
      const at = w(words['done.at'], { time: time(own.ticket.since) })
      return told(words['done.title'], more ? `${at} ${w(words[more])}` : at, 'note go')
    }
    case 'cancelled':
      return cancelledNews(own, base, lang)
    case 'unserved':
      return told(words['unserved.title'], w(words['unserved.what']))
    case 'over':
      return told(words['over.title'], w(words['over.what']))
  }
}

function ticketOf(own: OwnTicket, face: Face, lang: Lang, qr?: Markup): Markup {
  const past = isFinal(own)
  const waits = face === 'waiting' || face === 'soon'
  const awaited = AWAITED_STATES.includes(own.ticket.state)
  const atDoor = face === 'booked' || face === 'released'
  const where = [say(own.service.name, lang), ...(past || awaited ? [] : [own.counters.map(c => c.name).join(', ')])]
  const date = dayText(own, lang)
  const label = labelOf(own, face)
  return html`<section class="ticket${past && ' past'}" aria-label="${say(label, lang)}">
    <div class="face">
      <p>${say(label, lang)}</p>
      <h1 class="num${own.ticket.number.length >= LONG && ' long'}">${numberOf(own, lang)}</h1>
      <p>${where.filter(Boolean).join(' · ')}</p>
      ${(past || (awaited && !atDoor)) && html`<p>${date}</p>`}
    </div>
    ${atDoor && bookedInside(own, lang, qr)}
    ${
      waits &&
      html`<div class="cut"></div>
        ${placeOf(own, lang)}`
    }
  </section>`
}

/** What the number is: of a place, of a turn on the waitlist or in a draw, or of the line in the hall. */
function labelOf(own: OwnTicket, face: Face): Words {
  if (awaitsDraw(own)) return bookedText['label.draw']
  if (face === 'waitlisted') return bookedText['label.wait']
  const { state, slot } = own.ticket
  return AWAITED_STATES.includes(state) || (face === 'cancelled' && slot)
    ? bookedText['label.booked']
    : words['ticket.label']
}

function placeOf(own: OwnTicket, lang: Lang): Markup {
  const time = (at: Instant) => timeText(at, own.office.zone, lang)
  const { range, now } = own
  const ahead = people(own.ahead, lang)
  const from = range && Math.max(range.from, Math.floor(now / MINUTE) * MINUTE)
  const shown = range && from !== null && range.to > now ? { from, to: range.to } : undefined
  const span = shown && { from: time(shown.from), to: time(shown.to) }
  const unsure = range ? 'ticket.shortly' : own.counters.length === 0 ? 'ticket.closed' : 'ticket.unknown'
  return html`<div class="inside">
    <dl class="pair">
      <div>
        <dt>${say(words['ticket.ahead'], lang)}</dt>
        <dd>${ahead}</dd>
      </div>
      <div>
        <dt>${say(words['ticket.expected'], lang)}</dt>
        ${span ? html`<dd>${span.from}–${span.to}</dd>` : html`<dd class="unsure">${say(words[unsure], lang)}</dd>`}
      </div>
    </dl>
    ${shown && span && drawnRange(shown, now, say(words['ticket.between'], lang, span), time)}${drawnHeads(own.ahead)}
  </div>`
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
  ${face !== 'soon' && opening('papers', 'list', say(words['papers.title'], lang), list)}
  ${acts && filesPart(own, base, lang, filesOpen)}
  ${waits && opening('why', 'info', say(words['why.title'], lang), whyOf(own, lang))}
  ${waits && acts && letPassForm(own, base, lang)}`
}

function opening(id: string, name: 'info' | 'list', title: string, inside: Markup): Markup {
  return html`<details id="${id}">
    <summary>${drawnIcon(name)}<span>${title}</span>${drawnIcon('chevron')}</summary>
    <div>${inside}</div>
  </details>`
}

function dockOf(own: OwnTicket, face: Face, base: Base, lang: Lang): Markup {
  const w = (text: Words, values?: Record<string, string | number>) => say(text, lang, values)
  const cancel = (label: string) => html`<a class="button" data-act="cancel" href="?batal=1&lang=${lang}">${label}</a>`
  if (looksOnly(own)) return html``
  switch (face) {
    case 'called':
      return html`<p>${w(words['called.missed'], { n: own.office.rules.returnGraceMinutes })}</p>`
    case 'done':
      return surveyDock(own, lang)
    case 'booked':
      // Once the door is open the note on top says it, and the code is not to lie under it.
      return atCheckIn(own) ? html`` : html`<p>${w(bookedText['dock.qr'])}</p>`
    case 'waitlisted':
      return cancel(w(bookedText[awaitsDraw(own) ? 'draw.leave' : 'wait.leave']))
    case 'offered':
      return cancel(w(bookedText['offer.no']))
    case 'missed':
      return html`${buttonForm(own, base, 'here', w(bookedText['here.act']), lang)}${cancel(w(words['cancel.act']))}`
    case 'cancelled': {
      const to = own.movedTo ?? own.anew?.path
      if (to) return html`<a class="button primary" href="${to}?lang=${lang}">${w(bookedText['moved.open'])}</a>`
      if (own.anew) return html``
      return own.ticket.joined === 'booked' || own.ticket.slot || isLost(own.ticket) ? startAgain(own, lang) : html``
    }
    case 'unserved':
      return startAgain(own, lang)
    case 'over':
      return html``
    default:
      return !own.over && mayCancel(own.ticket.state) ? cancel(w(words['cancel.act'])) : html``
  }
}

function surveyDock({ survey }: OwnTicket, lang: Lang): Markup {
  const w = (text: Words) => say(text, lang)
  if (survey?.state === 'open')
    return html`<a class="button primary" href="${surveyHref(survey.path, lang)}">${w(words['done.rate'])}</a>
      <p>${w(words['done.voluntary'])}</p>`
  if (survey?.state === 'rated')
    return html`<a class="button" href="${surveyHref(survey.path, lang)}">${w(words['done.skm'])}</a>`
  return html``
}

function numberOf(own: OwnTicket, lang: Lang): Markup {
  const { number } = own.ticket
  return html`<span class="number" aria-hidden="true">${number}</span
    ><span class="vh">${spokenLabel(number, 'digits', lang)}</span>`
}

function counterOf(own: OwnTicket, lang: Lang): string {
  const id = own.ticket.counterId
  return own.counters.find(c => c.id === id)?.name ?? (id ? say(words['ticket.counter'], lang, { id }) : '')
}
