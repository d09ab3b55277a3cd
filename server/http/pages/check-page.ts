import { officeDate, type Instant, type Zone } from '../../../shared/kit/time.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import { evidenceText as words } from '../../../shared/text/evidence.ts'
import { say } from '../../../shared/text/text.ts'
import { dateText } from '../../../shared/text/ui.ts'
import { html } from '../../../shared/ticket/markup.ts'
import type { Door } from '../mount.ts'
import { framed, type PageAssets } from './frame.ts'
import { langOf, sendPage } from './html.ts'

/** What a code is worth, and where and when it was made. */
type Known =
  | {
      readonly state: 'valid' | 'old'
      readonly office: { readonly name: string; readonly zone: Zone }
      readonly at: Instant
    }
  | { readonly state: 'unknown' }

/** The page behind the code of a printed record: whether it is valid, and nothing of whom or what it is about. */
export function checkPage(known: Known, lang: Lang, assets: PageAssets): string {
  const key = known.state === 'unknown' ? 'page.invalid' : (`page.${known.state}` as const)
  const at = known.state === 'unknown' ? '' : whenText(known.at, known.office.zone, lang)
  return framed({
    lang,
    title: say(words[key], lang),
    assets: { styles: assets.styles },
    face: 'refused',
    office: known.state === 'unknown' ? 'Tanggap' : known.office.name,
    demo: false,
    body: html`<main>
      <h1 class="lead">${say(words[key], lang)}</h1>
      <p>${say(words[`${key}.what`], lang, { at })}</p>
      <p>${say(words['page.privacy'], lang)}</p>
    </main>`,
  })
}

/** `Selasa, 9 Juni 2026`. */
function whenText(at: Instant, zone: Zone, lang: Lang): string {
  return `${dateText(at, zone, lang)} ${officeDate(at, zone).slice(0, 4)}`
}

/** Puts the page at `/periksa/CODE`; it is asked by anybody, so each look counts against the asker's allowance. */
export function mountCheck(
  door: Door,
  deps: { readonly check: (code: string) => Promise<Known>; readonly assets: () => Promise<PageAssets> },
): void {
  door.app.get('/periksa/:code', async c => {
    c.set('route', 'GET /periksa/:code')
    await door.admit(c, false)
    const known = await deps.check(c.req.param('code'))
    c.header('Cache-Control', 'no-store')
    return sendPage(c, checkPage(known, langOf(c), await deps.assets()), known.state === 'unknown' ? 404 : 200)
  })
}
