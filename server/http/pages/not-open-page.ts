import type { Lang } from '../../../shared/kit/words.ts'
import { errorText } from '../../../shared/text/errors.ts'
import { homeText } from '../../../shared/text/home.ts'
import { say } from '../../../shared/text/text.ts'
import { html, type Markup } from '../../../shared/ticket/markup.ts'
import { framed, type PageAssets } from './frame.ts'

/** What anybody reads who comes to an installation that is not set up yet. */
export function notOpenPage(lang: Lang, assets: PageAssets): string {
  return bothLanguages('NOT_SET_UP', lang, assets)
}

/** The first page while no office serves people yet; the way in for staff stays. */
export function preparingPage(lang: Lang, assets: PageAssets): string {
  const staff = html`<footer class="staff"><a href="/console/">${say(homeText['staff'], lang)}</a></footer>`
  return bothLanguages('OFFICE_PREPARING', lang, assets, staff)
}

/** A sentence in both languages: nobody has chosen one. */
function bothLanguages(
  code: 'NOT_SET_UP' | 'OFFICE_PREPARING',
  lang: Lang,
  { styles }: PageAssets,
  more?: Markup,
): string {
  const other = lang === 'id' ? 'en' : 'id'
  return framed({
    lang,
    title: errorText(code, lang),
    assets: { styles },
    face: 'refused',
    office: 'Tanggap',
    demo: false,
    body: html`<main>
        <div class="note call">
          <h1 class="lead">${errorText(code, lang)}</h1>
          <p lang="${other}">${errorText(code, other)}</p>
        </div>
      </main>
      ${more}`,
  })
}
