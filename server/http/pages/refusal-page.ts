import type { AppError } from '../../../shared/kit/errors.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import { bookedText } from '../../../shared/text/booked.ts'
import { pagesText } from '../../../shared/text/booking-pages.ts'
import { bookingText } from '../../../shared/text/booking.ts'
import { errorText } from '../../../shared/text/errors.ts'
import { say } from '../../../shared/text/text.ts'
import { html, type Gap, type Markup } from '../../../shared/ticket/markup.ts'
import type { RefusedAt } from '../app.ts'
import { framed, type PageAssets } from './frame.ts'

/** What a person reads whose form or page was refused before any page could answer, with what helps and a way on. */
export function refusalPage(error: AppError, at: RefusedAt, assets: PageAssets): string {
  const { lang, path } = at
  const ticket = /^\/t\/[\w.-]+(?=\/)/.exec(path)?.[0]
  const unknown = error.code === 'NOT_FOUND'
  const title = unknown
    ? say(pagesText['gone.title'], lang)
    : errorText(error.code, lang, { requestId: at.requestId, ...error.data })
  const [href, go] = ticket ? [ticket, bookedText['back']] : ['/b/', pagesText['gone.go']]
  return sentencePage(title, lang, {
    assets: { styles: assets.styles },
    more: unknown && html`<p>${say(pagesText['gone.address'], lang)}</p>`,
    dock: html`<section class="dock" aria-label="${say(bookingText['page.actions'], lang)}">
      <a class="button primary" href="${href}?lang=${lang}">${say(go, lang)}</a>
    </section>`,
  })
}

interface Around {
  readonly head?: Markup
  /** None where nothing may have to be fetched. */
  readonly assets?: PageAssets
  readonly more?: Gap
  readonly dock?: Markup
}

/** One sentence on a page, with what helps. */
export function sentencePage(sentence: string, lang: Lang, around: Around = {}): string {
  const { head = html``, assets = { styles: [] }, more, dock } = around
  return framed({
    lang,
    title: sentence,
    assets,
    face: 'refused',
    office: 'Tanggap',
    demo: false,
    head,
    body: html`<main>
        <div class="note call" role="alert">
          <h1 class="lead">${sentence}</h1>
          ${more}
        </div>
      </main>
      ${dock}`,
  })
}
