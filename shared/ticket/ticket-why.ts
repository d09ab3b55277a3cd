import { MINUTE } from '../kit/time.ts'
import { bookedText } from '../text/booked.ts'
import { bookingText as words } from '../text/booking.ts'
import { say } from '../text/text.ts'
import type { Lang } from '../kit/words.ts'
import { timeText } from '../text/ui.ts'
import { html, type Markup } from './markup.ts'
import type { OwnTicket } from './own-ticket.ts'

/** The rule of the line in words, with the own turn time. */
export function whyOf(own: OwnTicket, lang: Lang): Markup {
  const credit = { n: own.office.rules.priorityCreditMinutes }
  return html`<p>${say(words['why.rule'], lang)}</p>
    <p><b>${turnText(own, lang)}</b></p>
    ${credit.n > 0 && html`<p>${say(words['why.credit'], lang, credit)}</p>`}
    <p>${say(words['why.record'], lang)}</p>`
}

/** When and why it is this ticket's turn. */
function turnText(own: OwnTicket, lang: Lang): string {
  const { takenAt, due, priority, joined, slot, opens } = own.ticket
  const time = (at: number) => timeText(at, own.office.zone, lang)
  if (joined === 'late') return say(bookedText['why.late'], lang, { due: time(due) })
  if (joined === 'booked' && slot) {
    const n = Math.round((slot.start - due) / MINUTE)
    const turn = say(bookedText[n > 0 ? 'why.booked' : 'why.bookedSame'], lang, {
      due: time(due),
      slot: time(slot.start),
      n,
    })
    return opens === undefined ? turn : `${turn} ${say(bookedText['why.opens'], lang, { opens: time(opens) })}`
  }
  const kind = due > takenAt ? 'later' : priority && due < takenAt ? 'priority' : 'walkIn'
  return say(words[`why.${kind}`], lang, { due: time(due), n: Math.round((takenAt - due) / MINUTE) })
}
