import type { Lang } from '../kit/words.ts'
import { say } from '../text/text.ts'
import { channelText, toldText as words } from '../text/told.ts'
import { html, type Markup } from './markup.ts'
import { faceOf, type OwnTicket } from './own-ticket.ts'

const TURN = ['waiting', 'soon', 'released'] as const

/** What will be told where: channel and end of the number, or that nobody is told yet. */
export function toldPart(own: OwnTicket, lang: Lang): Markup {
  const { told } = own
  if (!told) return html``
  const face = faceOf(own)
  const usual = say(
    face === 'booked'
      ? words['when.booked']
      : face === 'done'
        ? words['when.document']
        : TURN.some(turn => turn === face)
          ? words['when.turn']
          : words['when.place'],
    lang,
  )
  const asks = told.phone?.survey && (face === 'booked' || TURN.some(turn => turn === face))
  const when = asks ? say(words['when.survey'], lang, { when: usual }) : usual
  const lines = [
    ...(told.phone?.channel
      ? [say(words.phone, lang, { channel: say(channelText[told.phone.channel], lang), end: told.phone.end, when })]
      : []),
    ...(told.push ? [say(words.push, lang, { when: usual })] : []),
  ]
  const none = say(
    words[face === 'done' ? 'none.document' : told.phone ? 'none.given' : 'none'],
    lang,
    told.phone ? { end: told.phone.end } : {},
  )
  return html`${(lines.length > 0 ? lines : [none]).map(line => html`<p class="how told">${line}</p>`)}`
}
