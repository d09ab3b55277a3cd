import type { TicketState } from '../../../../shared/queue/states.ts'
import { bookingText as words } from '../../../../shared/text/booking.ts'
import { questionText } from '../../../../shared/text/question.ts'
import { say } from '../../../../shared/text/text.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { nearDateText, timeText } from '../../../../shared/text/ui.ts'
import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import { awaitsDraw, type OwnTicket } from '../../../../shared/ticket/own-ticket.ts'

/** What a page of a ticket asks once more before it is done. */
export const QUESTIONS = ['cancel', 'forget'] as const
export type Question = (typeof QUESTIONS)[number]

/** A question in words: what is lost, the way to keep it, and the form that does it. */
export function questionOf(own: OwnTicket, which: Question, base: string, lang: Lang) {
  const { number } = own.ticket
  if (which === 'forget')
    return {
      title: say(questionText['forget.title'], lang, { number }),
      what: say(questionText[own.code === null ? 'forget.what' : 'forget.whatCode'], lang, {
        number,
        code: own.code ?? '',
      }),
      keep: say(questionText['forget.no'], lang),
      form: html`<form method="post" action="${base}/lupakan?lang=${lang}" data-send>
        <p class="failed" role="alert"></p>
        <button class="button danger">${say(questionText['forget.yes'], lang)}</button>
      </form>`,
    }
  return {
    ...leaving(own, lang),
    form: html`<form method="post" action="${base}/cancel?lang=${lang}">
      <p class="failed" role="alert"></p>
      <button class="button danger">${say(words['cancel.yes'], lang)}</button>
    </form>`,
  }
}

/** What is left in a state, where it is not the line in the hall. */
const LEFT: Readonly<Partial<Record<TicketState, 'booked' | 'wait' | 'offer'>>> = {
  booked: 'booked',
  waitlisted: 'wait',
  offered: 'offer',
}

/** What leaving means: a draw, a place in the list, an offer, a booking or the line in the hall. */
function leaving(own: OwnTicket, lang: Lang) {
  const { number, state } = own.ticket
  const kind = awaitsDraw(own) ? 'draw' : (LEFT[state] ?? 'line')
  const at = own.draw?.at ?? own.now
  const { zone } = own.office
  const values = { number, date: nearDateText(at, zone, lang, own.now), time: timeText(at, zone, lang) }
  return {
    title: say(questionText[`leave.${kind}`], lang, values),
    what: say(questionText[`leave.${kind}.what`], lang, values),
    keep: say(questionText[`leave.${kind}.no`], lang),
  }
}

/** The question as a dialog, for a page with scripts; it starts on the safe button. */
export function questionDialog(own: OwnTicket, which: Question, base: string, lang: Lang): Markup {
  const { title, what, keep, form } = questionOf(own, which, base, lang)
  return html`<dialog id="${which}" aria-labelledby="${which}-title" aria-describedby="${which}-what">
    <h2 id="${which}-title">${title}</h2>
    <p id="${which}-what">${what}</p>
    <div class="buttons">
      <form method="dialog"><button class="button primary" autofocus>${keep}</button></form>
      ${form}
    </div>
  </dialog>`
}
