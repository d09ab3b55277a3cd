import { html, nothing } from 'lit'
import type { News } from '../feedback/news.ts'
import { nameOf } from './page-names.ts'
import type { Page } from './page.ts'
import './page-group.ts'
import { tagOf, type GroupEntry } from './page-group.ts'
import { barOf, groupOf, headOf, railOf } from './pages.ts'

type Waiting = Pick<News, 'waiting' | 'reports' | 'leads'>

/** The links in the bar: those of the rail are one there, and so are those of a group. */
export function linksOf(page: Page | undefined, allowed: readonly Page[], news: Waiting) {
  const rail = railOf(allowed)
  const found = barOf(allowed).filter(other => !other.leads || news.leads || other === page)
  return found.map(other => {
    const group = page && headOf(page, allowed) === other
    const here = other === page || group || (rail.includes(other) && rail.includes(page!))
    return html`<a href="#/${other.id}" aria-current=${here ? 'page' : nothing}
      >${nameOf(other)}${tagOf(waitingAt(other, news))}</a
    >`
  })
}

/** The pages of the group to which the page belongs. */
export function groupLinks(page: Page | undefined, allowed: readonly Page[], news: Waiting) {
  const group = groupOf(page, allowed)
  if (group.length === 0) return nothing
  const entries = group.map((other): GroupEntry => {
    const waiting = other.under ? waitingAt(other, news) : 0
    return { href: `#/${other.id}`, label: nameOf(other), current: other === page, waiting }
  })
  return html`<page-group .entries=${entries}></page-group>`
}

/** How many messages and own reports wait at a page; those of its group count at the head. */
function waitingAt({ id }: Page, { waiting, reports, leads }: Waiting): number {
  const places: readonly Page['id'][] = leads ? ['tim'] : ['catatan', 'umpan-balik']
  const own = id === 'catatan' || id === 'laporan' ? reports : 0
  return (places.includes(id) ? waiting : 0) + own
}
