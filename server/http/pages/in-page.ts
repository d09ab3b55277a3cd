import { html } from '../../../shared/ticket/markup.ts'
import { officeDate, type Instant, type Zone } from '../../../shared/kit/time.ts'
import { inText as words } from '../../../shared/text/in.ts'
import { say } from '../../../shared/text/text.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import { framed, type PageAssets } from './frame.ts'
import { langOf, sendPage } from './html.ts'
import type { Door } from '../mount.ts'

const ZONES: readonly Zone[] = ['WIB', 'WITA', 'WIT']
const CODE = /^[A-Za-z0-9]{1,12}$/

/** What the page needs from the built files: its own small script beside the styles of the ticket page. */
export interface InWeb {
  inAssets(): Promise<PageAssets>
}

/**
 * The page behind the QR code of the hall screen: it leads a booked citizen to the own ticket and hands the code over.
 * The server does not know whose phone this is, and need not: the phone remembers its own tickets.
 */
export function inPage(code: string, lang: Lang, assets: PageAssets, now: Instant): string {
  const known = CODE.test(code) ? code : ''
  // The dates come from the server, for a phone's clock is often wrong and an office may lie in another zone.
  const dates = [...new Set(ZONES.map(zone => officeDate(now, zone)))].join(' ')
  const lead = known
    ? html`<p>${say(words.code, lang)}</p>
        <p class="code">${known}</p>`
    : html`<p>${say(words['code.none'], lang)}</p>`
  const type = known ? say(words['how.type'], lang, { code: known }) : say(words['how.typeAny'], lang)
  return framed({
    lang,
    title: say(words.title, lang),
    assets,
    face: 'in',
    office: 'Tanggap',
    demo: false,
    other: known ? `?code=${known}&` : '?',
    body: html`<main>
      <h1 class="lead">${say(words.title, lang)}</h1>
      <div>${lead}</div>
      <div id="own" data-code="${known}" data-dates="${dates}"></div>
      <section class="card" aria-labelledby="how">
        <h2 id="how">${say(words['how.title'], lang)}</h2>
        <ol>
          <li>${say(words['how.open'], lang)}</li>
          <li>${type}</li>
        </ol>
        <p>${say(words['how.else'], lang)}</p>
      </section>
    </main>`,
  })
}

/** Puts the page at `/in?code=`. */
export function mountIn(door: Door, web: InWeb, now: () => Instant): void {
  door.app.get('/in', async c => {
    c.set('route', 'GET /in')
    await door.admit(c, false)
    return sendPage(c, inPage(c.req.query('code') ?? '', langOf(c), await web.inAssets(), now()))
  })
}
