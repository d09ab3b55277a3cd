import type { Markup } from '../../../../shared/ticket/markup.ts'
import type { Instant } from '../../../../shared/kit/time.ts'
import { isListed, ownStub } from '../../../../shared/ticket/own-stub.ts'
import { stubKey } from '../../../../shared/ticket/stub-key.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import type { Fronts } from '../../../services/booking/fronts.ts'
import type { OwnTickets } from '../../../services/booking/own-tickets.ts'
import type { Ctx } from '../../context.ts'
import type { Door } from '../../mount.ts'
import { langOf, sendPage } from '../html.ts'
import type { Web } from '../pages.ts'
import { preparingPage } from '../not-open-page.ts'
import { homePage, officesHome, type Told } from './home-page.ts'

export interface HomeDeps {
  readonly web: Pick<Web, 'homeAssets'>
  readonly fronts: Fronts
  readonly own: Pick<OwnTickets, 'byToken'>
  /** The links of what the phone that asks has booked at an office and still has to do with. */
  readonly pathsOf: (c: Ctx, office: string) => Promise<readonly string[]>
  /** Whether an office tells what it has improved, and published its IKM. */
  readonly toldBy: (office: string) => Promise<Told>
  readonly now: () => Instant
  readonly demo: boolean
}

/** The first page of all: for citizens. */
export function mountHome(door: Door, { web, fronts, own, pathsOf, toldBy, now, demo }: HomeDeps): void {
  door.app.get('/', async c => {
    c.set('route', 'GET /')
    await door.admit(c, false)
    const lang = langOf(c)
    const offices = fronts.offices()
    const asked = c.req.query('kantor')
    const chosen = offices.length === 1 && asked === undefined ? offices[0] : offices.find(o => o.id === asked)
    if (asked !== undefined && !chosen) await fronts.of(asked)
    if (offices.length === 0) return sendPage(c, preparingPage(lang, await web.homeAssets()), 503)
    const stubs = await Promise.all(offices.map(office => stubsOf(c, office.id, lang)))
    const ask = { lang, own: stubs.flat(), assets: await web.homeAssets(), others: offices.length > 1 }
    const page = chosen
      ? homePage(await fronts.of(chosen.id), { ...ask, told: await toldBy(chosen.id) })
      : officesHome(offices, now(), demo, ask)
    return sendPage(c, page)
  })

  async function stubsOf(c: Ctx, office: string, lang: Lang): Promise<readonly Markup[]> {
    const drawn = new Map<string, Markup>()
    for (const path of await pathsOf(c, office)) {
      const ticket = await own.byToken(path.slice('/t/'.length))
      if (isListed(ticket))
        drawn.set(stubKey({ number: ticket.ticket.number, date: ticket.date }), ownStub(ticket, path, lang))
    }
    return [...drawn.values()]
  }
}
