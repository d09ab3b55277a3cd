import { html } from '../../../../shared/ticket/markup.ts'
import type { AppError, ErrorCode } from '../../../../shared/kit/errors.ts'
import { pagesText as words } from '../../../../shared/text/booking-pages.ts'
import { errorText } from '../../../../shared/text/errors.ts'
import { say } from '../../../../shared/text/text.ts'
import type { PageAssets } from '../frame.ts'
import { lostPage } from '../refusal-page.ts'
import { bookingPage, dock } from './parts.ts'
import type { Way } from './way.ts'

const GONE: readonly ErrorCode[] = ['SERVICE_UNKNOWN', 'DRAW_UNKNOWN']

/** A refusal that no form can carry, as a page with a way on. */
export function refusedPage(error: AppError, way: Way, assets: PageAssets): string {
  const { lang } = way
  const gone = GONE.includes(error.code)
  if (error.code === 'NOT_FOUND') return lostPage(lang, assets)
  const title = gone ? say(words['gone.title'], lang) : say(words['title'], lang)
  const unknown = gone && error.code !== 'DRAW_UNKNOWN'
  const what = unknown ? say(words['gone.what'], lang) : errorText(error.code, lang, error.data)
  return bookingPage({
    front: { demo: false, office: { name: 'Tanggap' } },
    way,
    assets: { styles: assets.styles },
    name: 'refused',
    title,
    main: html`<div class="note call" role="alert">
      <h1 class="lead">${title}</h1>
      <p>${what}</p>
    </div>`,
    dock: dock(lang, html`<a class="button primary" href="/b/?lang=${lang}">${say(words['gone.go'], lang)}</a>`),
  })
}
