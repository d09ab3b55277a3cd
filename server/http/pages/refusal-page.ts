import type { AppError } from '../../../shared/kit/errors.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import { errorText } from '../../../shared/text/errors.ts'
import { html } from '../../../shared/ticket/markup.ts'
import { framed } from './frame.ts'

/** What a person reads whose form or page was refused before any page could answer; the way back is the browser's own. */
export function refusalPage(error: AppError, requestId: string, lang: Lang): string {
  const sentence = errorText(error.code, lang, { requestId, ...error.data })
  return framed({
    lang,
    title: sentence,
    assets: { styles: [] },
    face: 'refused',
    office: 'Tanggap',
    demo: false,
    body: html`<main><h1>${sentence}</h1></main>`,
  })
}
