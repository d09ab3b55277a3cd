import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Lang } from '../../../shared/kit/words.ts'
import { surveyFormText } from '../../../shared/text/survey-form.ts'
import { say } from '../../../shared/text/text.ts'
import { escaped } from '../../../shared/ticket/markup.ts'
import type { PageAssets } from './frame.ts'
import { langOf, sendPage } from './html.ts'
import { MARK_STYLE, markStyle } from '../rehearsal-mark.ts'
import type { Door } from '../mount.ts'
import { createFiles } from '../static.ts'

const SCREENS = ['kiosk', 'display', 'console', 'survey', 'setup'] as const

/** Where built pages come from; development puts its bundler here. */
export interface Web {
  /** A screen's page as HTML. */
  page(screen: (typeof SCREENS)[number]): Promise<string>
  /** A file by path, or `undefined`. */
  file(name: string, request: Request): Promise<Response | undefined>
  /** Those of a ticket's page, whose script has the words of `lang` alone. */
  ticketAssets(lang: Lang): Promise<PageAssets>
  bookingAssets(): Promise<PageAssets>
  /** Those of the published IKM. */
  ikmAssets(): Promise<PageAssets>
  /** Those of the page behind the code of the hall screen. */
  inAssets(): Promise<PageAssets>
  /** Those of the first page: the styles of the booking pages, which come next, and its own few. */
  homeAssets(): Promise<PageAssets>
}

/** The built screens in `root`. */
export function builtWeb(root: string): Web {
  const serve = createFiles(path.resolve(root), /^assets\//)
  const manifest = readFile(path.join(root, '.vite/manifest.json'), 'utf8').then(
    text => JSON.parse(text) as Record<string, { file: string; css?: string[] }>,
  )
  /** A script and a style of their own name, without a page around them: the server writes that page. */
  async function assetsOf(name: 'ticket' | 'booking' | 'in' | 'home' | 'ikm', lang?: Lang): Promise<PageAssets> {
    const files = await manifest
    const script = files[`booking/${name}.ts${lang ? `:${lang}` : ''}`]
    const style = files[`booking/styles/${name}.css`]
    return {
      ...(script ? { script: `/${script.file}` } : {}),
      styles: [style?.file, ...(script?.css ?? [])].flatMap(f => (f ? [`/${f}`] : [])),
    }
  }

  return {
    page: screen => readFile(path.join(root, screen, 'index.html'), 'utf8'),
    file: serve,
    ticketAssets: lang => assetsOf('ticket', lang),
    bookingAssets: () => assetsOf('booking'),
    ikmAssets: () => assetsOf('ikm'),
    inAssets: () => assetsOf('in'),
    async homeAssets() {
      const [booking, home] = await Promise.all([assetsOf('booking'), assetsOf('home')])
      return { ...home, styles: [...booking.styles, ...home.styles] }
    },
  }
}

/** The page of a survey with the way to its plain form: for phones without scripts at once, for others until their script runs. */
export function withPlainForm(page: string, token: string, lang: Lang): string {
  const to = escaped(`/s/${encodeURIComponent(token)}/formulir?lang=${lang}`)
  return page
    .replace('</head>', `<noscript><meta http-equiv="refresh" content="0; url=${to}" /></noscript></head>`)
    .replace(
      '<survey-app>',
      `<survey-app><p class="plain"><a href="${to}">${escaped(say(surveyFormText.plain, lang))}</a></p>`,
    )
}

/** Pages and files: the screens, and everything built. Mounted last: it answers every path that is left. */
export function mountPages(door: Door, web: Web): void {
  const { app } = door

  app.get(MARK_STYLE, async (c, next) => markStyle(c) ?? next())
  app.get('/favicon.ico', c => c.redirect('/mark.svg'))
  for (const screen of SCREENS) {
    app.get(`/${screen}`, c => c.redirect(`/${screen}/`))
    app.get(`/${screen}/`, async c => sendPage(c, await web.page(screen)))
  }
  // The provider of the staff's accounts sends browsers back to this address.
  app.get('/console/oidc', async c => {
    c.set('route', 'GET /console/oidc')
    return sendPage(c, await web.page('console'))
  })
  app.get('/s/:token', async c => {
    c.set('route', 'GET /s/:token')
    return sendPage(c, withPlainForm(await web.page('survey'), c.req.param('token'), langOf(c)))
  })

  app.get('*', async (c, next) => {
    const found = await web.file(c.req.path.slice(1), c.req.raw)
    if (!found) return next()
    c.set('route', 'file')
    if (c.req.path === '/sw.js') found.headers.set('Service-Worker-Allowed', '/')
    return found
  })
}
