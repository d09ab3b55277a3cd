import { AppError } from '../../../../shared/kit/errors.ts'
import { officeDate } from '../../../../shared/kit/time.ts'
import { badgeOf, emptyBadge } from '../../../../shared/survey/publication/open/badge.ts'
import { posterOf } from '../../../../shared/survey/publication/open/poster.ts'
import { openTable } from '../../../../shared/survey/publication/open/open-data.ts'
import { publicationText } from '../../../../shared/text/publication.ts'
import type { Plans } from '../../../services/loop/plans.ts'
import type { Offices } from '../../../services/office/offices.ts'
import { PAPERS, type Posters } from '../../../services/publication/posters.ts'
import type { Publications, Version } from '../../../services/publication/publications.ts'
import { csvOf } from '../../../services/tables/csv.ts'
import type { Ctx } from '../../context.ts'
import type { Door } from '../../mount.ts'
import { langOf, sendPage } from '../html.ts'
import type { Web } from '../pages.ts'
import { ikmPage, nameOfPeriod, noIkmPage } from './ikm-page.ts'
import { ikmSheet } from './ikm-sheet.ts'

/** Lines of what was improved that stand on the page; the rest is behind its link. */
const SHOWN = 3

/** Puts what an office published below `/ikm/:office`: its page, the sheet to print, the badge and the open data. */
export function mountIkm(
  door: Door,
  deps: {
    readonly publications: Pick<Publications, 'told' | 'periods'>
    readonly posters: Posters
    readonly plans: Pick<Plans, 'told'>
    readonly offices: Pick<Offices, 'get'>
    readonly web: Pick<Web, 'ikmAssets'>
    readonly originOf: (c: Ctx) => string
    readonly demo: boolean
  },
): void {
  const { publications, posters, plans, offices, web, originOf, demo } = deps
  const askOf = async (c: Ctx) => ({
    ...{ office: offices.get(c.req.param('office')!), lang: langOf(c), demo },
    assets: await web.ikmAssets(),
    pdf: posters.setsPdf,
  })

  /** The version that an address asks for, and those beside it. Throws `NOT_FOUND` for one that is none. */
  async function asked(c: Ctx): Promise<{ shown: Version; versions: readonly Version[] }> {
    const versions = await publications.told(c.req.param('office')!, c.req.param('period'))
    const wanted = c.req.query('versi')
    const shown = wanted === undefined ? versions[0] : versions.find(one => String(one.version) === wanted)
    if (!shown) throw new AppError('NOT_FOUND')
    return { shown, versions }
  }

  const hereOf = (c: Ctx, { body }: Version) => `/ikm/${encodeURIComponent(c.req.param('office')!)}/${body.period}`
  const pageOf = (c: Ctx, version: Version) => `${originOf(c)}${hereOf(c, version)}`
  function sheetOf(c: Ctx, version: Version): string {
    const service = c.req.param('service')
    const path = `${hereOf(c, version)}/lembar${service === undefined ? '' : `/${encodeURIComponent(service)}`}`
    return `${path}?versi=${version.version}&lang=${langOf(c)}`
  }

  const get = (path: string, answer: (c: Ctx) => Promise<Response>) =>
    door.app.get(path, async c => {
      c.set('route', `GET ${path}`)
      await door.admit(c, false)
      return answer(c).catch((error: unknown) => lost(c, error))
    })

  /** People who look for what is not there get a page with the way on; programs, and an office that is none, the refusal. */
  async function lost(c: Ctx, error: unknown): Promise<Response> {
    const people = c.req.header('accept')?.includes('text/html')
    if (!(error instanceof AppError) || error.code !== 'NOT_FOUND' || !people) throw error
    const ask = await askOf(c)
    const [newest] = await publications.periods(ask.office.id)
    return sendPage(c, noIkmPage(ask, newest?.period), 404)
  }

  async function page(c: Ctx, versions: readonly Version[], shown: Version): Promise<Response> {
    const ask = await askOf(c)
    const [periods, told] = await Promise.all([publications.periods(ask.office.id), plans.told(ask.office.id)])
    const improved = told.filter(one => one.state === 'done').slice(0, SHOWN)
    return sendPage(c, ikmPage(shown, { versions, periods, improved: improved.map(one => one.told) }, ask))
  }

  get('/ikm/:office', async c => {
    const ask = await askOf(c)
    const versions = await publications.told(ask.office.id)
    return versions[0] ? page(c, versions, versions[0]) : sendPage(c, noIkmPage(ask))
  })
  get('/ikm/:office/lencana.svg', async c => {
    const { office, lang } = await askOf(c)
    const [newest] = await publications.told(office.id)
    const label = publicationText.short[0]
    const svg = newest
      ? badgeOf(newest.body, label, nameOfPeriod(newest.body.period, lang))
      : emptyBadge(label, publicationText['badge.none'][lang === 'id' ? 0 : 1])
    // It is shown on other sites, and says nothing that is not public.
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    const kept = `public, max-age=${newest ? 3600 : 300}`
    return c.body(svg, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': kept })
  })
  get('/ikm/:office/:period', async c => {
    const { shown, versions } = await asked(c)
    return page(c, versions, shown)
  })
  for (const path of ['/ikm/:office/:period/lembar', '/ikm/:office/:period/lembar/:service'])
    get(path, async c => {
      const ask = await askOf(c)
      const { shown, versions } = await asked(c)
      const of = { service: c.req.param('service'), address: pageOf(c, shown), isOld: shown !== versions[0] }
      const sheet = ikmSheet(shown, of, ask)
      if (sheet === undefined) throw new AppError('NOT_FOUND')
      return sendPage(c, sheet)
    })
  for (const paper of PAPERS)
    for (const path of [`/ikm/:office/:period/lembar-${paper}.pdf`, `/ikm/:office/:period/lembar-${paper}/:service`])
      get(path, async c => {
        const office = offices.get(c.req.param('office')!)
        const service = c.req.param('service')
        const { shown } = await asked(c)
        const poster = posterOf(shown.body, {
          ...{ service, unit: office.name, government: office.reportGovernment, address: pageOf(c, shown) },
          ...{ version: shown.version, publishedOn: officeDate(shown.at, office.zone) },
          ...{ plans: await plans.told(office.id), demo },
        })
        if (!poster) throw new AppError('NOT_FOUND')
        const file = await posters
          .pdf(poster, { paper, author: office.name, at: shown.at, logo: office.logo })
          .catch((problem: unknown) => {
            if (problem instanceof AppError && problem.code.startsWith('PAPER_')) return undefined
            throw problem
          })
        // The sheet that browsers print is always there.
        if (!file) return c.redirect(sheetOf(c, shown), 303)
        return c.body(new Uint8Array(file), 200, {
          'Content-Type': 'application/pdf',
          'Content-Disposition': `inline; filename="ikm-${shown.body.period}-${service ?? 'semua'}-${paper}.pdf"`,
        })
      })
  get('/ikm/:office/:period/data.json', async c => {
    const { shown, versions } = await asked(c)
    const { id, name } = offices.get(c.req.param('office')!)
    const { version, at, reason, body } = shown
    return c.json({
      office: { id, name },
      ...{ version, publishedAt: new Date(at).toISOString(), reason, ...body },
      versions: versions.map(one => ({ version: one.version, reason: one.reason, ikm: one.body.ikm })),
    })
  })
  get('/ikm/:office/:period/data.csv', async c => {
    const { shown } = await asked(c)
    return c.body(csvOf(openTable(shown.body, langOf(c))), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="ikm-${shown.body.period}.csv"`,
    })
  })
}
