import { MINUTE, atClock, type Instant } from '../kit/time.ts'
import { allows } from '../queue/states.ts'
import { bookingText as words } from '../text/booking.ts'
import { say, type Lang, type Words } from '../text/text.ts'
import { dateText, timeText } from '../text/ui.ts'
import { spokenLabel } from '../voice/spoken.ts'
import { documentPart, documentTitle, followsDocument } from './application-part.ts'
import { markup, type Markup } from './markup.ts'
import { faceOf, isFinal, returnUntil, type Face, type OwnTicket } from './own-ticket.ts'
import { drawnHeads, drawnIcon, drawnRange } from './ticket-drawings.ts'

/** The pieces of the page that change with the ticket, in their order on the page. `alert` is empty without scripts. */
export const PARTS = ['news', 'document', 'ticket', 'fresh', 'alert', 'help', 'dock'] as const
export type Part = (typeof PARTS)[number]

/** The page of a ticket: drawn by the server, and with scripts drawn again on the phone by the very same function. */
export interface TicketFace {
  readonly face: Face
  readonly title: string
  readonly parts: Readonly<Record<Part, Markup>>
}

/** What only a page with scripts can show: how old the picture is, and the switch for being told. */
export interface LiveParts {
  readonly fresh: Markup
  readonly alert: Markup
}

/** The page of a ticket in a language. */
export function ticketFace(own: OwnTicket, lang: Lang, live?: LiveParts): TicketFace {
  const face = faceOf(own)
  const quiet = face === 'called'
  const none = markup``
  return {
    face,
    title: documentTitle(own, lang) ?? titleOf(own, face, lang),
    parts: {
      news: newsOf(own, face, lang),
      document: documentPart(own, lang),
      ticket: quiet ? none : ticketOf(own, face, lang),
      fresh: isFinal(own) ? (followsDocument(own) ? asOf(own, lang) : none) : (live?.fresh ?? asOf(own, lang)),
      alert: live && (face === 'waiting' || face === 'soon') ? live.alert : none,
      help: quiet ? none : helpOf(own, face, lang),
      dock: dockOf(own, face, lang),
    },
  }
}

/** When the page was true, for a reader without scripts. */
export function asOf(own: OwnTicket, lang: Lang): Markup {
  const zone = own.office.zone
  return markup`<p class="fresh">${say(words['fresh.at'], lang, { time: timeText(own.now, zone, lang), zone })}</p>`
}

/** A number of people in words. */
export function people(n: number, lang: Lang): string {
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
  return say(words['title.other'], lang, { number })
}

function newsOf(own: OwnTicket, face: Face, lang: Lang): Markup {
  const w = (text: Words, values?: Record<string, string | number>) => say(text, lang, values)
  const time = (at: Instant | undefined) => (at === undefined ? '' : timeText(at, own.office.zone, lang))
  const note = (title: Words, what: Markup | string, tone = 'note') =>
    markup`<div class="${tone}"><p class="lead">${w(title, { counter: counterOf(own, lang) })}</p><p>${what}</p></div>`
  switch (face) {
    case 'waitlisted':
    case 'offered':
    case 'booked':
    case 'released':
    case 'waiting':
      return markup``
    case 'soon': {
      const next = own.ahead === 0
      return markup`<div class="near">${!next && markup`<b>${own.ahead}</b>`}<p class="lead">${w(words[next ? 'soon.next' : 'soon.some'])}</p><p>${w(words['soon.where'])}</p></div>`
    }
    case 'called': {
      const [before, after] = w(words['called.number'], { number: '|' }).split('|')
      return markup`<p class="mine">${before}${numberOf(own, lang)}${after}</p><h1>${w(words['called.go'])} <strong>${counterOf(own, lang)}</strong></h1>${drawnIcon('arrow')}<p class="map">${w(words['called.at'], { time: time(own.ticket.calledAt) })}</p>`
    }
    case 'serving':
      return note(words['serving.title'], w(words['serving.then']), 'note go')
    case 'missed': {
      const until = returnUntil(own)
      return note(
        words['missed.title'],
        w(words[own.now < until ? 'missed.until' : 'missed.late'], { time: time(until) }),
        'note call',
      )
    }
    case 'parked':
      return note(words['parked.title'], w(words['parked.what']), 'note call')
    case 'done': {
      const rated = own.survey?.state
      const more =
        rated === 'rated' || rated === 'complete' ? 'done.rated' : rated === 'expired' ? 'done.expired' : undefined
      const at = w(words['done.at'], { time: time(own.ticket.since) })
      return note(words['done.title'], more ? `${at} ${w(words[more])}` : at, 'note go')
    }
    case 'cancelled':
      return note(words['cancelled.title'], w(words['cancelled.what']))
    case 'over':
      return note(words['over.title'], w(words['over.what']))
  }
}

function ticketOf(own: OwnTicket, face: Face, lang: Lang): Markup {
  const past = face === 'done' || face === 'cancelled' || face === 'over'
  const waits = face === 'waiting' || face === 'soon'
  const where = [say(own.service.name, lang), ...(past ? [] : [own.counters.map(c => c.name).join(', ')])]
  const date = dateText(atClock(own.date, '12:00', 'WIB'), 'WIB', lang)
  return markup`<section class="ticket${past && ' past'}" aria-label="${say(words['ticket.label'], lang)}"><div class="face"><p>${say(words['ticket.label'], lang)}</p><h1 class="num">${numberOf(own, lang)}</h1><p>${where.filter(Boolean).join(' · ')}</p>${past && markup`<p>${date}</p>`}</div>${waits && markup`<div class="cut"></div>${placeOf(own, lang)}`}</section>`
}

function placeOf(own: OwnTicket, lang: Lang): Markup {
  const time = (at: Instant) => timeText(at, own.office.zone, lang)
  const { range, now } = own
  const ahead = people(own.ahead, lang)
  const from = range && Math.max(range.from, Math.floor(now / MINUTE) * MINUTE)
  const shown = range && from !== null && range.to > now ? { from, to: range.to } : undefined
  const span = shown && { from: time(shown.from), to: time(shown.to) }
  const unsure = range ? 'ticket.shortly' : own.counters.length === 0 ? 'ticket.closed' : 'ticket.unknown'
  return markup`<div class="inside"><dl class="pair"><div><dt>${say(words['ticket.ahead'], lang)}</dt><dd>${ahead}</dd></div><div><dt>${say(words['ticket.expected'], lang)}</dt>${span ? markup`<dd>${span.from}–${span.to}</dd>` : markup`<dd class="unsure">${say(words[unsure], lang)}</dd>`}</div></dl>${shown && span && drawnRange(shown, now, say(words['ticket.between'], lang, span), time)}${drawnHeads(own.ahead)}</div>`
}

function helpOf(own: OwnTicket, face: Face, lang: Lang): Markup {
  const waits = face === 'waiting' || face === 'soon'
  const papers = own.service.requirements.map(r => markup`<li>${say(r, lang)}</li>`)
  const list = papers.length > 0 ? markup`<ul>${papers}</ul>` : markup`<p>${say(words['papers.none'], lang)}</p>`
  if (!waits && face !== 'parked' && face !== 'missed') return markup``
  return markup`${face === 'soon' && papers.length > 0 && markup`<section class="card"><h2>${say(words['papers.ready'], lang)}</h2>${list}</section>`}${waits && opening('why', 'info', say(words['why.title'], lang), whyOf(own, lang))}${face !== 'soon' && opening('papers', 'list', say(words['papers.title'], lang), list)}`
}

/** The rule in words, with the own turn time. */
function whyOf(own: OwnTicket, lang: Lang): Markup {
  const { takenAt, due, priority } = own.ticket
  const kind = due > takenAt ? 'later' : priority && due < takenAt ? 'priority' : 'walkIn'
  const values = { due: timeText(due, own.office.zone, lang), n: Math.round((takenAt - due) / MINUTE) }
  const credit = { n: own.office.rules.priorityCreditMinutes }
  return markup`<p>${say(words['why.rule'], lang)}</p><p><b>${say(words[`why.${kind}`], lang, values)}</b></p>${credit.n > 0 && markup`<p>${say(words['why.credit'], lang, credit)}</p>`}<p>${say(words['why.record'], lang)}</p>`
}

function opening(id: string, name: 'info' | 'list', title: string, inside: Markup): Markup {
  return markup`<details id="${id}"><summary>${drawnIcon(name)}<span>${title}</span>${drawnIcon('chevron')}</summary><div>${inside}</div></details>`
}

function dockOf(own: OwnTicket, face: Face, lang: Lang): Markup {
  const w = (text: Words, values?: Record<string, string | number>) => say(text, lang, values)
  if (face === 'called') return markup`<p>${w(words['called.missed'], { n: own.office.rules.returnGraceMinutes })}</p>`
  if (face === 'done') {
    const survey = own.survey
    if (survey?.state === 'open')
      return markup`<a class="button primary" href="${surveyHref(survey.path, lang)}">${w(words['done.rate'])}</a><p>${w(words['done.voluntary'])}</p>`
    if (survey?.state === 'rated')
      return markup`<a class="button" href="${surveyHref(survey.path, lang)}">${w(words['done.skm'])}</a>`
    return markup``
  }
  if (face === 'over' || !allows('ticketCancelled', own.ticket.state)) return markup``
  return markup`<a class="button" data-act="cancel" href="?batal=1&lang=${lang}">${w(words['cancel.act'])}</a>`
}

function numberOf(own: OwnTicket, lang: Lang): Markup {
  const { number } = own.ticket
  return markup`<span class="number" aria-hidden="true">${number}</span><span class="vh">${spokenLabel(number, 'digits', lang)}</span>`
}

function counterOf(own: OwnTicket, lang: Lang): string {
  const id = own.ticket.counterId
  return own.counters.find(c => c.id === id)?.name ?? (id ? say(words['ticket.counter'], lang, { id }) : '')
}
