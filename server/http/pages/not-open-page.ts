import type { Lang } from '../../../shared/kit/words.ts'
import { errorText } from '../../../shared/text/errors.ts'
import { html } from '../../../shared/ticket/markup.ts'
import { framed, type PageAssets } from './frame.ts'

/** What anybody reads who comes to an installation that is not set up yet, in both languages: nobody has chosen one. */
export function notOpenPage(lang: Lang, { styles }: PageAssets): string {
  const other = lang === 'id' ? 'en' : 'id'
  return framed({
    lang,
    title: errorText('NOT_SET_UP', lang),
    assets: { styles },
    face: 'refused',
    office: 'Tanggap',
    demo: false,
    body: html`<main>
      <div class="note call">
        <h1 class="lead">${errorText('NOT_SET_UP', lang)}</h1>
        <p lang="${other}">${errorText('NOT_SET_UP', other)}</p>
      </div>
    </main>`,
  })
}
