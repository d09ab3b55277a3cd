import { followsDocument } from '../../../../shared/ticket/application-part.ts'
import { html, raw, textOf, type Markup } from '../../../../shared/ticket/markup.ts'
import { isFinal, looksOnly, type OwnTicket } from '../../../../shared/ticket/own-ticket.ts'
import { FILE_LIMIT, MOST_FILES } from '../../../../shared/ticket/scans.ts'
import { PARTS, ticketFace } from '../../../../shared/ticket/ticket-parts.ts'
import { documentText } from '../../../../shared/text/application.ts'
import type { ErrorCode } from '../../../../shared/kit/errors.ts'
import { AWAITED_STATES } from '../../../../shared/queue/states.ts'
import { bookedText } from '../../../../shared/text/booked.ts'
import { bookingText as words } from '../../../../shared/text/booking.ts'
import { errorText } from '../../../../shared/text/errors.ts'
import { say } from '../../../../shared/text/text.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { timeText } from '../../../../shared/text/ui.ts'
import { framed, type PageAssets } from '../frame.ts'

/** What a page of a ticket says or asks besides the ticket. */
export interface Asked {
  /** Asks once more before the number is given up. */
  readonly confirm?: boolean
  /** Why the last act was refused. */
  readonly said?: ErrorCode | undefined
  /** The code for the kiosk. */
  readonly qr?: Markup | undefined
}

/** Seconds until a page without scripts reloads: before the visit little happens, and a form wants time. */
const RELOAD_S = 30
const RELOAD_BEFORE_S = 120
/** A document moves in days, a queue in minutes. */
const RELOAD_DOCUMENT_S = 120

/** A ticket's page as a whole document, readable without scripts. */
export function ticketPage(own: OwnTicket, lang: Lang, assets: PageAssets, token: string, ask: Asked = {}): string {
  const base = `/t/${encodeURIComponent(token)}`
  const { face, title, parts } = ticketFace(own, lang, { base, qr: ask.qr })
  const cancel = `${base}/cancel?lang=${lang}`
  const mayCancel = PARTS.some(part => textOf(parts[part]).includes('data-act="cancel"'))
  const asks = ask.confirm === true && mayCancel
  const said = ask.said !== undefined && refusal(own, ask.said, lang)
  const changing = PARTS.filter(part => part !== 'dock').map(part => {
    return html`<div data-part="${part}" role=${part === 'news' && 'status'}>${parts[part]}</div>`
  })
  const before = AWAITED_STATES.includes(own.ticket.state)
  const document = followsDocument(own)
  const seconds = isFinal(own) ? (document ? RELOAD_DOCUMENT_S : 0) : before ? RELOAD_BEFORE_S : RELOAD_S
  const reloads = say(document ? documentText.noscript : before ? bookedText['noscript'] : words['page.noscript'], lang)
  const body = asks
    ? html`<main>
          <div class="note">
            <h1 class="lead">${question(own, lang)}</h1>
            <p>${losing(own, lang)}</p>
          </div>
        </main>
        <section class="dock" aria-label="${say(words['page.actions'], lang)}">
          <a class="button primary" href="?lang=${lang}">${keeping(own, lang)}</a>${cancelForm(cancel, lang)}
        </section>`
    : html`<main>
          ${said}${changing}
          ${
            seconds > 0 &&
            html`<noscript
              ><p class="fresh">${reloads} <a href="?lang=${lang}">${say(words['page.reload'], lang)}</a></p></noscript
            >`
          }
          ${
            !looksOnly(own) &&
            html`<form class="not-mine" method="post" action="${base}/lupakan?lang=${lang}" data-send>
              <button>${say(words['page.notMine'], lang)}</button>
              <p class="failed" role="alert"></p>
            </form>`
          }
        </main>
        <section class="dock" data-part="dock" aria-label="${say(words['page.actions'], lang)}">${parts.dock}</section>
        ${!looksOnly(own) && cancelQuestion(own, cancel, lang)}
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
    demo: own.demo,
    head: reload,
    body,
  })
}

/** The page behind a link that no ticket answers to. */
export function notFoundPage(lang: Lang, assets: PageAssets): string {
  return framed({
    lang,
    title: say(words['lost.title'], lang),
    assets: { styles: assets.styles },
    face: 'lost',
    office: 'Tanggap',
    demo: false,
    body: html`<main>
      <div class="note call">
        <h1 class="lead">${say(words['lost.title'], lang)}</h1>
        <p>${say(words['lost.what'], lang)}</p>
        <p>${say(words['lost.help'], lang)}</p>
      </div>
    </main>`,
  })
}

/** A refused act in words; how the ticket stands now is on the page itself. */
function refusal(own: OwnTicket, code: ErrorCode, lang: Lang): Markup {
  const early = code === 'CHECK_IN_EARLY' && own.checkIn
  const sentence = early
    ? say(bookedText['early'], lang, { from: timeText(early.from, own.office.zone, lang) })
    : errorText(code, lang, { most: code === 'BODY_TOO_LARGE' ? FILE_LIMIT.most : MOST_FILES })
  return html`<div class="note bad" id="said" role="alert"><p>${sentence}</p></div>`
}

function cancelQuestion(own: OwnTicket, cancel: string, lang: Lang): Markup {
  return html`<dialog id="cancel" aria-labelledby="cancel-title" aria-describedby="cancel-what">
    <h2 id="cancel-title">${question(own, lang)}</h2>
    <p id="cancel-what">${losing(own, lang)}</p>
    <p class="failed" role="alert"></p>
    <div class="buttons">
      <form method="dialog"><button class="button primary" autofocus>${keeping(own, lang)}</button></form>
      ${cancelForm(cancel, lang)}
    </div>
  </dialog>`
}

function question(own: OwnTicket, lang: Lang): string {
  return say(isBooked(own) ? bookedText['cancel.title'] : words['cancel.title'], lang, { number: own.ticket.number })
}

function losing(own: OwnTicket, lang: Lang): string {
  return say(isBooked(own) ? bookedText['cancel.what'] : words['cancel.what'], lang)
}

function keeping(own: OwnTicket, lang: Lang): string {
  return say(isBooked(own) ? bookedText['cancel.no'] : words['cancel.no'], lang)
}

function isBooked(own: OwnTicket): boolean {
  return own.ticket.state === 'booked'
}

function cancelForm(action: string, lang: Lang): Markup {
  return html`<form method="post" action="${action}">
    <button class="button danger">${say(words['cancel.yes'], lang)}</button>
  </form>`
}

/** The ticket for the script, as data that is never run; a `<` inside it could close the block. */
function data(own: OwnTicket): Markup {
  return raw(JSON.stringify(own).replace(/</g, '\\u003c'))
}
