import type { Lang } from '../../../../shared/kit/words.ts'
import type { OfficeInfo } from '../../../../shared/office/office.ts'
import { inLang } from '../../../../shared/survey/instrument/instrument.ts'
import type { Programme } from '../../../../shared/survey/instrument/programme.ts'
import { dateYearText } from '../../../../shared/text/period.ts'
import { programmePageText as words } from '../../../../shared/text/programme-page.ts'
import { say } from '../../../../shared/text/text.ts'
import { html } from '../../../../shared/ticket/markup.ts'
import { framed, type PageAssets } from '../frame.ts'
import { drawnQr } from '../drawn-qr.ts'

/** The code on paper: 90 mm, so that it is read from two steps away. */
const SIZE = 340

/** A page to hang up: what the survey is about, its code and its address; printed on A4 from the browser. */
export function programmePoster(
  programme: Programme,
  office: OfficeInfo,
  ask: {
    readonly lang: Lang
    readonly path: string
    readonly url: string
    readonly assets: PageAssets
    readonly demo: boolean
  },
): string {
  const { lang, path, url, assets, demo } = ask
  const w = (key: keyof typeof words, values?: Record<string, string>) => say(words[key], lang, values)
  const name = inLang(programme.name, lang)
  const about = inLang(programme.about, lang)
  const [from, to] = [dateYearText(programme.from, lang), dateYearText(programme.to, lang)]
  return framed({
    lang,
    title: name,
    assets: { styles: assets.styles },
    face: 'booking poster',
    office: office.name,
    look: office,
    demo,
    body: html`<main>
      <h1>${name}</h1>
      ${about && html`<p>${about}</p>`}
      <p><b>${w('poster.scan')}</b></p>
      ${drawnQr(url, w('poster.label', { name }), SIZE)}
      <p>${w('poster.type')}</p>
      <p><b>${url.replace(/^https?:\/\//, '')}</b></p>
      <p>${w('poster.time')} ${w('poster.period', { from, to })}.</p>
      <div class="no-print">
        <p class="soft">${w('poster.print')}</p>
        <p><a href="${path}/qr.png" download="qr.png">${w('poster.png')}</a></p>
        <p><a href="${path}/qr.svg" download="qr.svg">${w('poster.svg')}</a></p>
      </div>
    </main>`,
  })
}
