import { html, textOf, type Gap, type Markup } from '../../../shared/ticket/markup.ts'
import { drawnMark } from '../../../shared/ticket/ticket-drawings.ts'
import { ticketPagesText as words } from '../../../shared/text/ticket-pages.ts'
import { say } from '../../../shared/text/text.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { Lang } from '../../../shared/kit/words.ts'

/** Addresses of the built files. */
export interface PageAssets {
  readonly script?: string
  readonly styles: readonly string[]
}

/** A whole document for a citizen's phone. */
export interface Frame {
  readonly lang: Lang
  readonly title: string
  readonly assets: PageAssets
  /** Class of the body: what the page shows. */
  readonly face: string
  /** What stands beside the mark: the office. */
  readonly office: string
  /** Its colour and its logo, where it has them. */
  readonly look?: { readonly accent: string; readonly logo: string }
  readonly demo: boolean
  /** The office's date: the phone forgets its tickets of days before. */
  readonly today?: LocalDate | undefined
  /** Address of this page in the other language, without its `lang`. */
  readonly other?: string
  /** More of the head, such as a reload. */
  readonly head?: Gap
  readonly body: Markup
}

/** The document around a page: readable without scripts, styles or fonts of its own. */
export function framed({
  lang,
  title,
  assets,
  face,
  office,
  look,
  demo,
  today,
  other = '?',
  head,
  body,
}: Frame): string {
  const second = lang === 'id' ? 'en' : 'id'
  return textOf(
    html`<!doctype html>
      <html lang="${lang}" data-device="phone" data-today=${today ?? false}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="robots" content="noindex" />
          <meta name="referrer" content="same-origin" />
          <title>${title} · Tanggap</title>
          <link rel="icon" href="/mark.svg" />
          ${head} ${assets.styles.map(href => html`<link rel="stylesheet" href="${href}" />`)}
          ${!!look?.accent && html`<link rel="stylesheet" href="/accent/${look.accent.slice(1)}.css" />`}
          ${assets.script !== undefined && html`<script type="module" src="${assets.script}"></script>`}
        </head>
        <body class="${face}">
          <header class="bar">
            ${logoOf(look?.logo)}
            <div><b>${office}</b>${demo && html`<span>${say(words['page.demo'], lang)}</span>`}</div>
            <a href="${other}lang=${second}" hreflang="${second}" lang="${second}"
              >${say(words['page.other'], lang)}<span class="vh"> ${say(words['page.otherName'], lang)}</span></a
            >
          </header>
          ${body}
        </body>
      </html> `,
  )
}

/** The logo comes when all else is there: no page waits for it. */
function logoOf(logo = ''): Markup {
  return logo === ''
    ? drawnMark()
    : html`<img src="/logo/${logo}.png" alt="" height="32" loading="lazy" fetchpriority="low" />`
}
