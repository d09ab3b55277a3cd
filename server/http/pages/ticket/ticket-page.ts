import { followsDocument } from '../../../../shared/ticket/application-part.ts'
import { html, raw, textOf, type Markup } from '../../../../shared/ticket/markup.ts'
import { isFinal, looksOnly, type OwnTicket } from '../../../../shared/ticket/own-ticket.ts'
import { FILE_LIMIT, MOST_FILES } from '../../../../shared/ticket/scans.ts'
import { PARTS, ticketFace } from '../../../../shared/ticket/ticket-parts.ts'
import { documentText } from '../../../../shared/text/application.ts'
import type { ErrorCode } from '../../../../shared/kit/errors.ts'
import { AWAITED_STATES } from '../../../../shared/queue/states.ts'
import { ticketPagesText } from '../../../../shared/text/ticket-pages.ts'
import { errorText } from '../../../../shared/text/errors.ts'
import { say } from '../../../../shared/text/text.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { timeText } from '../../../../shared/text/ui.ts'
import { framed, type PageAssets } from '../frame.ts'
import { visitPart } from './visit-part.ts'
import { questionDialog, questionOf, QUESTIONS, type Question } from './questions.ts'

/** What a page of a ticket says or asks besides the ticket. */
export interface Asked {
  /** What is asked once more before it is done. */
  readonly confirm?: Question | undefined
  /** Why the last act was refused. */
  readonly said?: ErrorCode | undefined
  /** What the last act has done. */
  readonly did?: (typeof DONE)[number] | undefined
  /** The code for the kiosk. */
  readonly qr?: Markup | undefined
}

/** Acts that the page says were done, because the ticket does not show them by itself. */
export const DONE = ['sent', 'removed', 'undone'] as const
/** Those after which the files stand open. */
const OF_FILES: readonly (string | undefined)[] = [
  'sent',
  'removed',
  'UNSUPPORTED_MEDIA',
  'BODY_TOO_LARGE',
  'TOO_MANY_FILES',
]

/** Seconds until a page without scripts reloads: before the visit little happens, and a form wants time. */
const RELOAD_S = 30
const RELOAD_BEFORE_S = 120
/** A document moves in days, a queue in minutes. */
const RELOAD_DOCUMENT_S = 120

/** A ticket's page as a whole document, readable without scripts. */
export function ticketPage(own: OwnTicket, lang: Lang, assets: PageAssets, token: string, ask: Asked = {}): string {
  const base = `/t/${encodeURIComponent(token)}`
  const { face, title, parts } = ticketFace(own, lang, {
    base,
    qr: ask.qr,
    filesOpen: OF_FILES.includes(ask.said ?? ask.did),
  })
  const mayCancel = PARTS.some(part => textOf(parts[part]).includes('data-act="cancel"'))
  const questions = looksOnly(own) ? [] : QUESTIONS.filter(which => which !== 'cancel' || mayCancel)
  const asks = ask.confirm && questions.includes(ask.confirm) && questionOf(own, ask.confirm, base, lang)
  const done = ask.did !== undefined && happened(say(ticketPagesText[`did.${ask.did}`], lang))
  const field = textOf(parts.news).includes('id="code"') ? 'code' : undefined
  const said = ask.said !== undefined && refusal(own, ask.said, lang, field)
  const changing = PARTS.filter(part => part !== 'dock').map(part => {
    const drawn = html`<div data-part="${part}" role=${part === 'news' && 'status'}>${parts[part]}</div>`
    // What the visit is for stands under the number, before all that can be done about it.
    return part === 'fresh'
      ? html`${drawn}
          <div data-part="visit" aria-live="polite">${visitPart(own, lang)}</div>`
      : drawn
  })
  const before = AWAITED_STATES.includes(own.ticket.state)
  const document = followsDocument(own)
  const seconds = isFinal(own) ? (document ? RELOAD_DOCUMENT_S : 0) : before ? RELOAD_BEFORE_S : RELOAD_S
  const reloads = say(
    document ? documentText.noscript : before ? ticketPagesText['noscript'] : ticketPagesText['page.noscript'],
    lang,
  )
  const body = asks
    ? html`<main>
          <div class="note">
            <h1 class="lead">${asks.title}</h1>
            <p>${asks.what}</p>
          </div>
        </main>
        <section class="dock" aria-label="${say(ticketPagesText['page.actions'], lang)}">
          <a class="button primary" href="?lang=${lang}">${asks.keep}</a>${asks.form}
        </section>`
    : html`<main>
          ${said === false && done}${changing}
          ${
            seconds > 0 &&
            html`<noscript
              ><p class="fresh">
                ${reloads} <a href="?lang=${lang}">${say(ticketPagesText['page.reload'], lang)}</a>
              </p></noscript
            >`
          }
          ${
            !looksOnly(own) &&
            html`<a class="not-mine" data-act="forget" href="?lupa=1&lang=${lang}"
              >${say(ticketPagesText['page.notMine'], lang)}</a
            >`
          }
        </main>
        <section class="dock" aria-label="${say(ticketPagesText['page.actions'], lang)}">
          ${said}
          <div data-part="dock">${parts.dock}</div>
        </section>
        ${QUESTIONS.map(which => !looksOnly(own) && questionDialog(own, which, base, lang))}
        <script type="application/json" id="ticket">
          ${data(own)}
        </script>`
  const reload = !asks && seconds > 0 && html`<noscript><meta http-equiv="refresh" content="${seconds}" /></noscript>`
  return framed({
    lang,
    title,
    assets: asks ? { styles: assets.styles } : assets,
    face: asks ? 'confirm' : face,
    office: own.office.name,
    look: own.office,
    demo: own.demo,
    head: reload,
    body,
  })
}

/** A refused act in words, where the eye is and above what mends it; how the ticket stands now is on the page itself. */
function refusal(own: OwnTicket, code: ErrorCode, lang: Lang, field?: string): Markup {
  const early = code === 'CHECK_IN_EARLY' && own.checkIn
  const sentence = early
    ? say(ticketPagesText['early'], lang, { from: timeText(early.from, own.office.zone, lang) })
    : code === 'UNSUPPORTED_MEDIA'
      ? say(ticketPagesText['files.kinds'], lang)
      : errorText(code, lang, { most: code === 'BODY_TOO_LARGE' ? FILE_LIMIT.most : MOST_FILES })
  const more = code === 'BODY_TOO_LARGE' && html`<p>${say(ticketPagesText['files.smaller'], lang)}</p>`
  return html`<div class="note bad" id="said" role="alert">
    <p>${field === undefined ? sentence : html`<a href="#${field}">${sentence}</a>`}</p>
    ${more}
  </div>`
}

/** An act that was done and that the page does not show by itself. */
function happened(sentence: string): Markup {
  return html`<div class="note go" id="said" role="status"><p>${sentence}</p></div>`
}

/** The ticket for the script, as data that is never run; a `<` inside it could close the block. */
function data(own: OwnTicket): Markup {
  return raw(JSON.stringify(own).replace(/</g, '\\u003c'))
}
