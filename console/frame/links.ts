import { html, nothing } from 'lit'
import { consoleText } from '../../shared/text/console.ts'
import { t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-tag.ts'
import type { News } from '../feedback/news.ts'
import { nameOf } from './page-names.ts'
import type { Page } from './page.ts'
import { barOf, groupOf, headOf, railOf } from './pages.ts'

type Waiting = Pick<News, 'waiting' | 'leads'>

/** The links in the bar: those of the rail are one there, and so are those of a group. */
export function linksOf(page: Page | undefined, allowed: readonly Page[], news: Waiting) {
  const rail = railOf(allowed)
  const found = barOf(allowed).filter(other => !other.leads || news.leads || other === page)
  return found.map(other => {
    const group = page && headOf(page, allowed) === other
    const here = other === page || group || (rail.includes(other) && rail.includes(page!))
    return html`<a href="#/${other.id}" aria-current=${here ? 'page' : nothing}
      >${nameOf(other)}${countOf(other, news)}</a
    >`
  })
}

/** The pages of the group to which the page belongs. */
export function groupLinks(page: Page | undefined, allowed: readonly Page[], news: Waiting) {
  const group = groupOf(page, allowed)
  if (group.length === 0) return nothing
  const links = group.map(
    other =>
      html`<a href="#/${other.id}" aria-current=${other === page ? 'page' : nothing}
        >${nameOf(other)}${other.under ? countOf(other, news) : nothing}</a
      >`,
  )
  return html`<div class="group" role="navigation" aria-label=${t(consoleText['frame.group'])}>${links}</div>`
}

/** How many messages wait, beside the page on which they are read. */
function countOf({ id }: Page, { waiting, leads }: Waiting) {
  const places: readonly Page['id'][] = leads ? ['tim'] : ['catatan', 'umpan-balik']
  if (waiting === 0 || !places.includes(id)) return nothing
  return html` <ui-tag tone="warn">${t(consoleText['frame.waiting'], { n: `${waiting}` })}</ui-tag>`
}
