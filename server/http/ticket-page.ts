import { followsDocument } from '../../shared/booking/application-part.ts'
import { markup, type Markup } from '../../shared/booking/markup.ts'
import { isFinal, type OwnTicket } from '../../shared/booking/own-ticket.ts'
import { drawnMark } from '../../shared/booking/ticket-drawings.ts'
import { PARTS, ticketFace } from '../../shared/booking/ticket-parts.ts'
import { documentText } from '../../shared/text/application.ts'
import { bookingText as words } from '../../shared/text/booking.ts'
import { say, type Lang } from '../../shared/text/text.ts'

/** Addresses of the built files. */
export interface PageAssets {
  readonly script?: string
  readonly styles: readonly string[]
}

/** A document moves in days, a queue in minutes. */
const LIVE_RELOAD_S = 30
const DOCUMENT_RELOAD_S = 120

/** A ticket's page as a whole document, readable without scripts; `confirm` asks once more before the number is given up. */
export function ticketPage(
  own: OwnTicket,
  lang: Lang,
  assets: PageAssets,
  token: string,
  ask: { readonly confirm?: boolean } = {},
): string {
  const { face, title, parts } = ticketFace(own, lang)
  const cancel = `/t/${encodeURIComponent(token)}/cancel?lang=${lang}`
  const asks = ask.confirm === true && parts.dock.html.includes('data-act="cancel"')
  const changing = PARTS.filter(part => part !== 'dock').map(part => {
    const said = part === 'news' && markup` role="status"`
    return markup`<div data-part="${part}"${said}>${parts[part]}</div>`
  })
  const document = followsDocument(own)
  const refresh = isFinal(own) ? (document ? DOCUMENT_RELOAD_S : 0) : LIVE_RELOAD_S
  const reloads = say(document ? documentText.noscript : words['page.noscript'], lang)
  const body = asks
    ? markup`<main><div class="note"><h1 class="lead">${question(own, lang)}</h1><p>${say(words['cancel.what'], lang)}</p></div></main>
<section class="dock" aria-label="${say(words['page.actions'], lang)}"><a class="button primary" href="?lang=${lang}">${say(words['cancel.no'], lang)}</a>${cancelForm(cancel, lang)}</section>`
    : markup`<main>${changing}
${refresh > 0 && markup`<noscript><p class="fresh">${reloads} <a href="?lang=${lang}">${say(words['page.reload'], lang)}</a></p></noscript>`}</main>
<section class="dock" data-part="dock" aria-label="${say(words['page.actions'], lang)}">${parts.dock}</section>
<dialog id="cancel" aria-labelledby="cancel-title" aria-describedby="cancel-what"><h2 id="cancel-title">${question(own, lang)}</h2><p id="cancel-what">${say(words['cancel.what'], lang)}</p><p class="failed" role="alert"></p><div class="buttons"><form method="dialog"><button class="button primary" autofocus>${say(words['cancel.no'], lang)}</button></form>${cancelForm(cancel, lang)}</div></dialog>
<script type="application/json" id="ticket">${data(own)}</script>`
  return page({
    lang,
    title,
    assets: asks ? { styles: assets.styles } : assets,
    face: asks ? 'confirm' : face,
    office: own.office.name,
    demo: own.demo,
    refresh: asks ? 0 : refresh,
    body,
  })
}

/** The page behind a link that no ticket answers to. */
export function notFoundPage(lang: Lang, assets: PageAssets): string {
  return page({
    lang,
    title: say(words['lost.title'], lang),
    assets: { styles: assets.styles },
    face: 'lost',
    office: 'Tanggap',
    demo: false,
    refresh: 0,
    body: markup`<main><div class="note call"><h1 class="lead">${say(words['lost.title'], lang)}</h1><p>${say(words['lost.what'], lang)}</p><p>${say(words['lost.help'], lang)}</p></div></main>`,
  })
}

interface Page {
  readonly lang: Lang
  readonly title: string
  readonly assets: PageAssets
  readonly face: string
  readonly office: string
  readonly demo: boolean
  /** Seconds until a page without scripts reloads; 0 for never. */
  readonly refresh: number
  readonly body: Markup
}

function page({ lang, title, assets, face, office, demo, refresh, body }: Page): string {
  const other = lang === 'id' ? 'en' : 'id'
  return markup`<!doctype html>
<html lang="${lang}" data-device="phone">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<title>${title} · Tanggap</title>
<link rel="icon" href="/mark.svg">
${refresh > 0 && markup`<noscript><meta http-equiv="refresh" content="${refresh}"></noscript>`}
${assets.styles.map(href => markup`<link rel="stylesheet" href="${href}">`)}
${assets.script !== undefined && markup`<script type="module" src="${assets.script}"></script>`}
</head>
<body class="${face}">
<header class="bar">${drawnMark()}<div><b>${office}</b>${demo && markup`<span>${say(words['page.demo'], lang)}</span>`}</div><a href="?lang=${other}" hreflang="${other}" lang="${other}">${say(words['page.other'], lang)}<span class="vh"> ${say(words['page.otherName'], lang)}</span></a></header>
${body}
</body>
</html>
`.html
}

function question(own: OwnTicket, lang: Lang): string {
  return say(words['cancel.title'], lang, { number: own.ticket.number })
}

function cancelForm(action: string, lang: Lang): Markup {
  return markup`<form method="post" action="${action}"><button class="button danger">${say(words['cancel.yes'], lang)}</button></form>`
}

/** The ticket for the script, as data that is never run; a `<` inside it could close the block. */
function data(own: OwnTicket): Markup {
  return { html: JSON.stringify(own).replace(/</g, '\\u003c') }
}
