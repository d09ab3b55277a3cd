import type { Lang, Words } from '../kit/words.ts'
import { saysHere } from '../queue/line.ts'
import { bookedText } from '../text/booked.ts'
import { bookingText as words } from '../text/booking.ts'
import { say } from '../text/text.ts'
import { atCheckIn, startAgain } from './booked-news.ts'
import { html, type Markup } from './markup.ts'
import { looksOnly, type Face, type OwnTicket } from './own-ticket.ts'
import { buttonForm, letPassForm, PASSED, type Base } from './ticket-forms.ts'

/** What one needs now, where the thumb is. */
export function dockOf(own: OwnTicket, face: Face, base: Base, lang: Lang): Markup {
  const w = (text: Words, values?: Record<string, string | number>) => say(text, lang, values)
  if (looksOnly(own)) return html``
  switch (face) {
    case 'called':
      return html`<p>${w(words['called.missed'], { n: own.office.rules.returnGraceMinutes })}</p>`
    case 'done':
      return surveyDock(own, lang)
    case 'booked':
      // Once the door is open the note on top says it, and the code is not to lie under it.
      return atCheckIn(own) ? html`` : html`<p>${w(bookedText['dock.qr'])}</p>`
    case 'waiting':
    case 'soon':
      return waitingDock(own, base, lang)
    case 'offered':
      return own.closed ? html`` : buttonForm(own, base, 'ambil', w(bookedText['offer.act']), lang)
    case 'missed':
      return html`${buttonForm(own, base, 'here', w(bookedText['here.act']), lang)}
        <p>${w(bookedText['here.desk'])}</p>`
    case 'released':
      return startAgain(own, lang)
    case 'cancelled': {
      const to = own.movedTo ?? own.anew?.path
      if (to) return html`<a class="button primary" href="${to}?lang=${lang}">${w(bookedText['moved.open'])}</a>`
      if (own.anew) return html``
      if (own.survey?.state === 'open') return html`${surveyDock(own, lang)}${startAgain(own, lang)}`
      return startAgain(own, lang)
    }
    case 'unserved':
    case 'over':
      return own.survey?.state === 'open'
        ? html`${surveyDock(own, lang)}${startAgain(own, lang)}`
        : startAgain(own, lang)
    default:
      return html``
  }
}

/** Who took a number may be anywhere: one button says where they are not, the other where they are. */
function waitingDock(own: OwnTicket, base: Base, lang: Lang): Markup {
  const w = (text: Words, values?: Record<string, string | number>) => say(text, lang, values)
  const { hereAt } = own.ticket
  const pass = letPassForm(own, base, lang)
  const price = html`<p>${w(bookedText['pass.price'], { n: PASSED })}</p>`
  if (!saysHere(own.ticket)) return html`${pass}${price}`
  if (hereAt !== undefined)
    return html`<p class="told">${w(bookedText['here.known'])}</p>
      ${pass}${price}`
  return html`<div class="two">${pass}${buttonForm(own, base, 'here', w(bookedText['here.act']), lang)}</div>
    ${price}`
}

function surveyDock({ survey }: OwnTicket, lang: Lang): Markup {
  const w = (text: Words) => say(text, lang)
  if (survey?.state === 'open')
    return html`<a class="button primary" href="${surveyHref(survey.path, lang)}">${w(words['done.rate'])}</a>
      <p>${w(words['done.voluntary'])}</p>`
  if (survey?.state === 'rated')
    return html`<a class="button" href="${surveyHref(survey.path, lang)}">${w(words['done.skm'])}</a>`
  return html`<a class="button" href="/?lang=${lang}">${w(bookedText['home'])}</a>`
}

/** Address of the survey of this visit in the language of the page. */
function surveyHref(path: string, lang: Lang): string {
  return `${path}?lang=${lang}`
}
