import type { AppError } from '../../../shared/kit/errors.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import { errorText } from '../../../shared/text/errors.ts'
import { html, type Markup } from '../../../shared/ticket/markup.ts'
import { framed } from './frame.ts'

/** What a person reads whose form or page was refused before any page could answer; the way back is the browser's own. */
export function refusalPage(error: AppError, requestId: string, lang: Lang): string {
  return sentencePage(errorText(error.code, lang, { requestId, ...error.data }), lang)
}

/** One sentence on a page without anything that would have to be fetched. */
export function sentencePage(sentence: string, lang: Lang, head: Markup = html``): string {
  return framed({
    lang,
    title: sentence,
    assets: { styles: [] },
    face: 'refused',
    office: 'Tanggap',
    demo: false,
    head,
    body: html`<main><h1>${sentence}</h1></main>`,
  })
}
