import type { Lang } from '../../../../shared/kit/words.ts'
import type { OfficeInfo } from '../../../../shared/office/office.ts'
import { fixedPeriod } from '../../../../shared/survey/fixed-periods.ts'
import { plannedName } from '../../../../shared/survey/loop/plan.ts'
import { periodName } from '../../../../shared/text/period.ts'
import { improvedText as words } from '../../../../shared/text/plan.ts'
import { say } from '../../../../shared/text/text.ts'
import { ticketPagesText } from '../../../../shared/text/ticket-pages.ts'
import { html, type Gap } from '../../../../shared/ticket/markup.ts'
import type { Plans } from '../../../services/loop/plans.ts'
import type { Offices } from '../../../services/office/offices.ts'
import type { Door } from '../../mount.ts'
import { framed, type PageAssets } from '../frame.ts'
import { langOf, sendPage } from '../html.ts'
import type { Web } from '../pages.ts'

type Told = Awaited<ReturnType<Plans['told']>>

/** What an office has improved and is improving, for everybody; text alone, complete without scripts. */
export function improvedPage(
  told: Told,
  office: OfficeInfo,
  { lang, assets, demo }: { readonly lang: Lang; readonly assets: PageAssets; readonly demo: boolean },
): string {
  const w = (key: keyof typeof words, values?: Record<string, string>) => say(words[key], lang, values)
  const lines = (of: Told): Gap =>
    html`<ul>
      ${of.map(({ period, told: said, ...row }) => {
        const known = fixedPeriod(period)
        const name = say(plannedName(row), lang)
        const when = known ? periodName(known, lang) : period
        return html`<li>
          <p>${said}</p>
          <p class="soft">${w('of', { unsur: name, period: when })}</p>
        </li>`
      })}
    </ul>`
  const done = told.filter(one => one.state === 'done')
  const running = told.filter(one => one.state !== 'done')
  return framed({
    lang,
    title: w('title'),
    assets: { styles: assets.styles },
    face: 'improved',
    office: office.name,
    look: office,
    demo,
    body: html`<main>
        <h1>${w('title')}</h1>
        <p class="soft">${w('lead')}</p>
        ${
          done.length > 0
            ? lines(done)
            : html`<p><b>${w('none')}</b></p>
                <p>${w('none.why')}</p>`
        }
        ${
          running.length > 0 &&
          html`<section aria-labelledby="running">
            <h2 id="running">${w('running')}</h2>
            ${lines(running)}
          </section>`
        }
      </main>
      <section class="dock" aria-label="${say(ticketPagesText['page.actions'], lang)}">
        <a class="button" href="/?kantor=${encodeURIComponent(office.id)}&lang=${lang}">${w('home')}</a>
      </section>`,
  })
}

/** Puts the page at `/perbaikan/:office`. */
export function mountImproved(
  door: Door,
  deps: {
    readonly plans: Pick<Plans, 'told'>
    readonly offices: Pick<Offices, 'get'>
    readonly web: Pick<Web, 'bookingAssets'>
    readonly demo: boolean
  },
): void {
  door.app.get('/perbaikan/:office', async c => {
    c.set('route', 'GET /perbaikan/:office')
    await door.admit(c, false)
    const office = deps.offices.get(c.req.param('office'))
    const ask = { lang: langOf(c), assets: await deps.web.bookingAssets(), demo: deps.demo }
    return sendPage(c, improvedPage(await deps.plans.told(office.id), office, ask))
  })
}
