import type { AppError } from '../../../shared/kit/errors.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import { bookedText } from '../../../shared/text/booked.ts'
import { pagesText } from '../../../shared/text/booking-pages.ts'
import { ticketPagesText } from '../../../shared/text/ticket-pages.ts'
import { errorText } from '../../../shared/text/errors.ts'
import { homeText as words } from '../../../shared/text/home.ts'
import { say } from '../../../shared/text/text.ts'
import { html, type Gap, type Markup } from '../../../shared/ticket/markup.ts'
import { drawnIcon } from '../../../shared/ticket/ticket-drawings.ts'
import type { RefusedAt } from '../app.ts'
import { framed, type PageAssets } from './frame.ts'

/** What a person reads whose form or page was refused before any page could answer, with what helps and a way on. */
export function refusalPage(error: AppError, at: RefusedAt, assets: PageAssets): string {
  const { lang, path } = at
  if (error.code === 'NOT_FOUND') return lostPage(lang, assets)
  const ticket = /^\/t\/[\w.-]+(?=\/)/.exec(path)?.[0]
  const [href, go] = ticket ? [ticket, bookedText['back']] : ['/b/', pagesText['gone.go']]
  return sentencePage(errorText(error.code, lang, { requestId: at.requestId, ...error.data }), lang, {
    assets: { styles: assets.styles },
    dock: html`<section class="dock" aria-label="${say(ticketPagesText['page.actions'], lang)}">
      <a class="button primary" href="${href}?lang=${lang}">${say(go, lang)}</a>
    </section>`,
  })
}

/** The page of an address that leads nowhere: what may be the cause, and the ways on. */
export function lostPage(lang: Lang, assets: PageAssets): string {
  const w = (key: keyof typeof words) => say(words[key], lang)
  const row = (icon: Parameters<typeof drawnIcon>[0], href: string, title: string, what: string) =>
    html`<a class="row" href="${href}"
      >${drawnIcon(icon)}<span><b>${title}</b> <small>${what}</small></span
      >${drawnIcon('chevron')}</a
    >`
  return framed({
    lang,
    title: w('lost.title'),
    assets: { styles: assets.styles },
    face: 'lost',
    office: 'Tanggap',
    demo: false,
    body: html`<main>
        <h1>${w('lost.title')}</h1>
        <p>${w('lost.what')}</p>
        <nav class="links" aria-label="${w('lost.on')}">
          ${row('list', `/?lang=${lang}#nomor`, w('mine'), w('lost.mine'))}
          ${row('calendar', `/b/?lang=${lang}`, w('book'), say(pagesText['gone.go'], lang))}
          ${row('check', `/?lang=${lang}#nilai`, w('rate'), w('lost.rate'))}
        </nav>
        <p><b>${w('lost.desk')}.</b> ${w('lost.desk.what')}</p>
      </main>
      <section class="dock" aria-label="${say(ticketPagesText['page.actions'], lang)}">
        <a class="button primary" href="/?lang=${lang}">${say(bookedText['home'], lang)}</a>
      </section>`,
  })
}

interface Around {
  readonly head?: Markup
  /** None where nothing may have to be fetched. */
  readonly assets?: PageAssets
  readonly dock?: Gap
}

/** One sentence on a page, with what helps. */
export function sentencePage(sentence: string, lang: Lang, around: Around = {}): string {
  const { head = html``, assets = { styles: [] }, dock } = around
  return framed({
    lang,
    title: sentence,
    assets,
    face: 'refused',
    office: 'Tanggap',
    demo: false,
    head,
    body: html`<main>
        <div class="note call" role="alert"><h1 class="lead">${sentence}</h1></div>
      </main>
      ${dock}`,
  })
}
