import type { Lang, Words } from '../kit/words.ts'
import { isLost } from '../queue/lost-time.ts'
import { mayCancel } from '../queue/states.ts'
import { bookedText } from '../text/booked.ts'
import { bookingText as words } from '../text/booking.ts'
import { say } from '../text/text.ts'
import { atCheckIn, startAgain } from './booked-news.ts'
import { html, type Markup } from './markup.ts'
import { awaitsDraw, looksOnly, type Face, type OwnTicket } from './own-ticket.ts'
import { buttonForm, type Base } from './ticket-forms.ts'

/** What one needs now, where the thumb is. */
export function dockOf(own: OwnTicket, face: Face, base: Base, lang: Lang): Markup {
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

/** Address of the survey of this visit in the language of the page. */
function surveyHref(path: string, lang: Lang): string {
  return `${path}?lang=${lang}`
}
