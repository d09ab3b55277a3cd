import type { Lang, Words } from '../kit/words.ts'
import type { Instant } from '../kit/time.ts'
import { bookedText } from '../text/booked.ts'
import { bookingText as words } from '../text/booking.ts'
import { say } from '../text/text.ts'
import { timeText } from '../text/ui.ts'
import {
  bookedNews,
  cancelledNews,
  lateNews,
  note,
  numberNews,
  offerNews,
  releasedNews,
  shutNews,
  waitlistNews,
} from './booked-news.ts'
import { html, type Markup } from './markup.ts'
import { looksOnly, returnUntil, type Face, type OwnTicket } from './own-ticket.ts'
import { resultNews } from './result-part.ts'
import { counterOf, numberOf, people } from './ticket-card.ts'
import { drawnIcon } from './ticket-drawings.ts'
import type { Base } from './ticket-forms.ts'

/** The name of a counter with more signs is drawn smaller. */
const WIDE = 8

/** The title of the page: what matters most, readable in a row of tabs. */
export function titleOf(own: OwnTicket, face: Face, lang: Lang): string {
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

/** A link that only looks says so. */
export function looks(lang: Lang): Markup {
  return html`<p class="looks">${say(bookedText['looks'], lang)}</p>`
}

/** What matters most just now. */
export function newsOf(own: OwnTicket, face: Face, base: Base, lang: Lang): Markup {
  const w = (text: Words, values?: Record<string, string | number>) => say(text, lang, values)
  const time = (at: Instant | undefined) => (at === undefined ? '' : timeText(at, own.office.zone, lang))
  const told = (title: Words, what: string, tone?: string) =>
    note(w(title, { counter: counterOf(own, lang) }), what, tone)
  switch (face) {
    case 'waitlisted':
      return waitlistNews(own, lang)
    case 'offered':
      return offerNews(own, lang)
    case 'booked':
      return bookedNews(own, base, lang)
    case 'released':
      return releasedNews(own, base, lang)
    case 'waiting':
      return html`${shutNews(own, lang)}${lateNews(own, lang)}${numberNews(own, base, lang)}`
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
      return told(
        words['serving.title'],
        looksOnly(own) ? '' : w(words[own.mayRate ? 'serving.then' : 'serving.tablet']),
        'note go',
      )
    case 'missed': {
      const until = returnUntil(own)
      const still = own.now < until
      if (looksOnly(own))
        return told(
          words['missed.title'],
          w(words[still ? 'missed.until' : 'missed.late'], { time: time(until) }),
          'note call',
        )
      const n = own.office.rules.returnPlaces
      const what = still ? (n === 0 ? 'missed.next' : 'missed.back') : 'missed.backLate'
      return note(
        w(words['missed.at'], { number: own.ticket.number, time: time(own.ticket.since) }),
        w(words[what], { n }),
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
      const otherwise = resultNews(own, more ? w(words[more]) : '', lang)
      if (otherwise) return otherwise
      return told(words['done.title'], more ? `${at} ${w(words[more])}` : at, 'note go')
    }
    case 'cancelled':
      return cancelledNews(own, base, lang)
    case 'unserved':
      return own.survey
        ? told(words['partly.title'], w(words['partly.what']))
        : told(words['unserved.title'], w(words['unserved.what']))
    case 'over':
      return told(words['over.title'], w(words['over.what']))
  }
}
