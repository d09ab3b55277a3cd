import { MINUTE, atClock, type Instant } from '../kit/time.ts'
import { bookedText as words, cancelledWhy, closedWhy } from '../text/booked.ts'
import { bookingText } from '../text/booking.ts'
import { say } from '../text/text.ts'
import type { Lang, Words } from '../kit/words.ts'
import { isLost } from '../queue/lost-time.ts'
import { AWAITED_STATES } from '../queue/states.ts'
import { capital, nearDateText, timeText } from '../text/ui.ts'
import { html, type Markup } from './markup.ts'
import { awaitsDraw, isFinal, looksOnly, mayUndoCheckIn, type OwnTicket } from './own-ticket.ts'
import { buttonForm, checkInForm, moveForm, type Base } from './ticket-forms.ts'
import { drawnIcon } from './ticket-drawings.ts'

/** A note on top of a ticket's page: what matters most, in two sentences. */
export function note(title: string, what: Markup | string, tone = 'note'): Markup {
  return html`<div class="${tone}">
    <p class="lead">${title}</p>
    <p>${what}</p>
  </div>`
}

/** The day of a ticket in words. */
export function dayText(own: OwnTicket, lang: Lang): string {
  const { zone } = own.office
  return nearDateText(atClock(own.date, '12:00', zone), zone, lang, own.now)
}

/** News of somebody who waits for a place, in the list or in a draw. */
export function waitlistNews(own: OwnTicket, lang: Lang): Markup {
  const w = wording(own, lang)
  const { draw } = own
  if (draw && awaitsDraw(own))
    return html`<div class="note go">
      <p class="lead">${w(words['draw.title'])}</p>
      <p>${w(words['draw.what'], { date: w.date(draw.at), time: w.time(draw.at) })}</p>
      <p>${w(words['draw.then'])}</p>
      <p>${recordLink(own, lang)}</p>
    </div>`
  const n = own.waitlistPlace ?? 1
  return html`<div class="note go">
    <p class="lead">${w(words['wait.title'], { n })}</p>
    <p>${w(words['wait.what'], { date: dayText(own, lang) })}</p>
    <p>${w(words['wait.walk'])}</p>
  </div>`
}

/** Whose place or turn came by a draw finds their own row of its record. */
export function drawnNews(own: OwnTicket, lang: Lang): Markup | false {
  if (!own.draw?.held || !(AWAITED_STATES.includes(own.ticket.state) || isFinal(own))) return false
  return html`<p class="looks">${say(words['label.draw'], lang)}: <b>${own.draw.code}</b>. ${recordLink(own, lang)}</p>`
}

/** A place is offered: why, which, until when. */
export function offerNews(own: OwnTicket, lang: Lang): Markup {
  const w = wording(own, lang)
  const { slot, offeredUntil } = own.ticket
  const until = offeredUntil ?? own.now
  const title = w(words['offer.title'], { date: dayText(own, lang), time: slot ? w.time(slot.start) : '' })
  const left = Math.max(1, Math.ceil((until - own.now) / MINUTE))
  if (own.closed)
    return note(title, `${say(closedWhy[own.closed.reason], lang)} ${w(words['offer.closed'])}`, 'note call')
  return html`<div class="note call">
    <p class="lead">${title}</p>
    <p>${w(words['offer.why'])}</p>
    <p>${w(words['offer.until'], { time: w.time(until), n: left })}</p>
  </div>`
}

/** A booking on its way to the visit: saved, at the door, too late, or stopped by a closed service. */
export function bookedNews(own: OwnTicket, base: Base, lang: Lang): Markup {
  const w = wording(own, lang)
  const { checkIn, now } = own
  const start = own.ticket.slot?.start ?? own.ticket.due
  if (own.closed) return closedNews(own, base, lang)
  const saved = html`<p class="ok">${drawnIcon('check')} ${w(words['saved'])}</p>`
  const head = html`<div class="saved">
    ${saved}
    <p class="lead">${w(words['booked.title'], { time: w.time(start) })}</p>
    <p>${capital(w(words['booked.day'], { date: w.date(start), office: own.office.name }))}</p>
  </div>`
  if (!checkIn || !atCheckIn(own)) return head
  const late = now > checkIn.until
  const title = late ? w(words['check.late'], { until: w.time(checkIn.until) }) : w(words['check.title'])
  const what = w(words[late ? 'check.late.what' : 'check.what'])
  return html`${!late && html`<div class="saved">${saved}</div>`}
    <div class="note ${late ? 'call' : 'go'}">
      <p class="lead">${title}</p>
      <p>${what}</p>
      ${checkInForm(own, base, lang)}
    </div>`
}

/** Whether its holder may say now that they are here. */
export function atCheckIn(own: OwnTicket): boolean {
  return own.checkIn !== null && own.now >= own.checkIn.from && !looksOnly(own)
}

/** Whoever waits for a service, or in an office, that was closed is told so, and what becomes of the number. */
export function shutNews(own: OwnTicket, lang: Lang): Markup | false {
  const w = wording(own, lang)
  if (own.shut) return note(w(words['shut.title']), w(words['shut.keep']), 'note call')
  return own.closed !== null && closedNote(own, own.closed, lang, w(words['closed.waits']))
}

/** The place went to somebody else: kindly, why, and what still works. */
export function releasedNews(own: OwnTicket, base: Base, lang: Lang): Markup {
  const w = wording(own, lang)
  const { slot } = own.ticket
  const until = own.checkIn?.until ?? own.ticket.since
  const why = w(words['released.why'], { until: w.time(until), time: w.time(slot?.start ?? until) })
  return html`<div class="note call">
    <p class="lead">${w(words['released.title'])}</p>
    <p>${why}</p>
    <p>${w(words['released.still'])}</p>
    ${!looksOnly(own) && checkInForm(own, base, lang)}
  </div>`
}

/** Somebody in line who came after the time of the booking is told so. */
export function lateNews(own: OwnTicket, lang: Lang): Markup | false {
  return own.ticket.joined === 'late' && html`<div class="note"><p>${say(words['late'], lang)}</p></div>`
}

/** A check-in by number may have been somebody else's: its holder takes it back by one tap. */
export function numberNews(own: OwnTicket, base: Base, lang: Lang): Markup | false {
  if (!mayUndoCheckIn(own)) return false
  const w = wording(own, lang)
  return html`<div class="note">
    <p class="lead">${w(words['byNumber.title'], { time: w.time(own.ticket.since) })}</p>
    <p>${w(words['byNumber.what'])}</p>
    ${buttonForm(own, base, 'bukan-saya', w(words['byNumber.act']), lang, 'quiet')}
  </div>`
}

/** The end of a ticket that somebody or something gave up. */
export function cancelledNews(own: OwnTicket, base: Base, lang: Lang): Markup {
  if (isLost(own.ticket)) return lostNews(own, base, lang)
  if (awaitsDraw(own)) return note(say(words['draw.left'], lang), recordLink(own, lang))
  const { why, joined, slot, offeredUntil } = own.ticket
  if (why === 'lapsed' && offeredUntil !== undefined) {
    const w = wording(own, lang)
    const when = { date: w.date(offeredUntil), time: w.time(offeredUntil) }
    return note(w(words['offer.ended'], when), w(words['cancelled.what']))
  }
  const of = joined === 'booked' || slot ? words : bookingText
  const what = say(why ? cancelledWhy[why] : of['cancelled.what'], lang)
  const title = why === 'gone' ? bookingText['partly.title'] : of['cancelled.title']
  return note(say(title, lang), what)
}

/** The office took the time itself: it says so, why, and leads to another time by one tap, where there can be one. */
function lostNews(own: OwnTicket, base: Base, lang: Lang): Markup {
  const w = wording(own, lang)
  const { why, slot } = own.ticket
  const when = slot && { date: w.date(slot.start), time: w.time(slot.start) }
  const acts = html`${moveForm(own, base, lang)}<a class="button" href="${base}/jadwal?lang=${lang}"
      >${w(words['closed.other'])}</a
    >`
  // A service that is offered no more has no time to go to, until it returns.
  const offered = why !== 'serviceOff' || own.moveTo !== null
  const mayMove = when !== undefined && !own.anew && offered && !looksOnly(own)
  return html`<div class="note call">
    <p class="lead">${w(words['lost.title'])}</p>
    <p>${why && say(cancelledWhy[why], lang)} ${isUndone(own) && w(words['lost.undone'])}</p>
    <p>${when ? w(words['lost.when'], when) : w(words['lost.wish'])} ${own.anew !== null && w(words['lost.anew'])}</p>
    ${mayMove && acts}
  </div>`
}

/** Whether what took the time no longer does: the free place would be none otherwise. */
function isUndone({ ticket: { why, slot }, moveTo, date }: OwnTicket): boolean {
  if (why === 'serviceOff') return moveTo !== null
  return why === 'dayClosed' ? moveTo?.date === date : moveTo !== null && moveTo.slot.start === slot?.start
}

/** Where a person without a place starts again: with the same event of life or service, or with the others where it is offered no more. */
export function startAgain(own: OwnTicket, lang: Lang): Markup {
  const { why } = own.ticket
  const off = !own.visit?.eventId && own.moveTo === null && (why === 'serviceOff' || why === 'bookingOff')
  const path = off ? `${own.office.id}?` : againPath(own)
  return html`<a class="button" href="/b/${path}lang=${lang}">${say(words[off ? 'again.other' : 'again'], lang)}</a>`
}

/** Where the same is booked once more: an event of life with what was wanted of it, or the service; the language follows. */
export function againPath({ office, service, visit }: OwnTicket): string {
  if (!visit?.eventId) return `${office.id}/${service.id}?`
  return `${office.id}/peristiwa/${visit.eventId}?${(visit.without ?? []).map(id => `without=${id}&`).join('')}`
}

function closedNews(own: OwnTicket, base: Base, lang: Lang): Markup {
  const w = wording(own, lang)
  const acts = html`${moveForm(own, base, lang)}<a class="button" href="${base}/jadwal?lang=${lang}"
      >${w(words['closed.other'])}</a
    >`
  return closedNote(own, own.closed!, lang, html`${w(words['closed.keep'])} ${!looksOnly(own) && acts}`)
}

/** A closed service: why, until when, and what that means for this number. */
function closedNote(
  own: OwnTicket,
  { reason, until }: NonNullable<OwnTicket['closed']>,
  lang: Lang,
  so: Markup | string,
): Markup {
  const w = wording(own, lang)
  const opens = until === null ? '' : ` ${w(words['closed.until'], { time: w.time(until) })}`
  return html`<div class="note call">
    <p class="lead">${w(words['closed.title'], { service: say(own.service.name, lang) })}</p>
    <p>${say(closedWhy[reason], lang)}${opens}</p>
    <p>${so}</p>
  </div>`
}

function recordLink(own: OwnTicket, lang: Lang): Markup {
  const { office, service, date, draw } = own
  const code = draw?.held ? `kode=${draw.code}&` : ''
  return html`<a href="/b/${office.id}/${service.id}/undian/${date}?${code}lang=${lang}"
    >${say(words['draw.record'], lang)}</a
  >`
}

function wording(own: OwnTicket, lang: Lang) {
  const { zone } = own.office
  const w = (text: Words, values?: Record<string, string | number>) => say(text, lang, values)
  return Object.assign(w, {
    time: (at: Instant) => timeText(at, zone, lang),
    date: (at: Instant) => nearDateText(at, zone, lang, own.now),
  })
}
