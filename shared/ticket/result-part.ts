import type { Lang } from '../kit/words.ts'
import { refusalHelpText, refusalReasonText, ticketResultText as words } from '../text/result.ts'
import { say } from '../text/text.ts'
import { timeText } from '../text/ui.ts'
import { startAgain } from './booked-news.ts'
import { html, type Markup } from './markup.ts'
import { looksOnly, type OwnTicket } from './own-ticket.ts'

/** Of a visit that was not simply complete: how it ended, why, and what to do next; `rated` is said after it. */
export function resultNews(own: OwnTicket, rated: string, lang: Lang): Markup | undefined {
  const { result } = own
  if (!result) return undefined
  const { kind } = result
  const time = timeText(own.ticket.since, own.office.zone, lang)
  return html`<div class=${kind === 'advice' ? 'note go' : 'note call'}>
    <p class="lead">${say(words[`${kind}.title`], lang)}</p>
    <p>${say(words[`${kind}.what`], lang, { time })}</p>
    ${
      kind === 'papersMissing' &&
      html`<ul class="lacking">
        ${result.papers.map(paper => html`<li>${say(paper, lang)}</li>`)}
      </ul>`
    }
    ${
      kind === 'refused' &&
      html`<p><b>${say(refusalReasonText[result.reason], lang)}.</b> ${say(refusalHelpText[result.reason], lang)}</p>`
    }
    ${kind === 'refused' && result.note !== null && html`<p>${say(words.note, lang, { note: result.note })}</p>`}
    ${rated !== '' && html`<p>${rated}</p>`} ${!looksOnly(own) && startAgain(own, lang)}
  </div>`
}
