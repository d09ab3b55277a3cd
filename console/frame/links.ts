import { html, nothing } from 'lit'
import type { News } from '../feedback/news.ts'
import { nameOf } from './page-names.ts'
import type { Page } from './page.ts'
import './page-group.ts'
import { tagOf, type GroupEntry } from './page-group.ts'
import { barOf, groupOf, headOf, railOf } from './pages.ts'

type Waiting = Pick<News, 'waiting' | 'reports' | 'outages' | 'contests' | 'leads'>

/** The links in the bar: those of the rail are one there, and so are those of a group. */
export function linksOf(page: Page | undefined, allowed: readonly Page[], news: Waiting) {
  const rail = railOf(allowed)
  const found = barOf(allowed).filter(other => !other.leads || news.leads || other === page)
  return found.map(other => {
    const group = page && headOf(page, allowed) === other
    const here = other === page || group || (rail.includes(other) && rail.includes(page!))
    return html`<a href="#/${other.id}" aria-current=${here ? 'page' : nothing}
      >${nameOf(other)}${tagOf(waitsAt(other, allowed, news))}</a
    >`
  })
}

/** The pages of the group to which the page belongs. */
export function groupLinks(page: Page | undefined, allowed: readonly Page[], news: Waiting) {
  const group = groupOf(page, allowed)
  if (group.length === 0) return nothing
  const entries = group.map((other): GroupEntry => {
    return { href: `#/${other.id}`, label: nameOf(other), current: other === page, waiting: waitsOn(other, news) }
  })
  return html`<page-group .entries=${entries}></page-group>`
}

/** How much waits at a page itself. */
function waitsOn({ id }: Page, { waiting, reports, outages, contests, leads }: Waiting): number {
  const counted: Partial<Record<Page['id'], number>> = {
    [leads ? 'tim' : 'umpan-balik']: waiting,
    laporan: reports,
    keberatan: contests,
    nilai: outages,
  }
  return counted[id] ?? 0
}

/** How much waits at a page of the bar, with those of its group. */
function waitsAt(page: Page, allowed: readonly Page[], news: Waiting): number {
  const group = allowed.filter(other => other === page || headOf(other, allowed) === page)
  return group.reduce((sum, other) => sum + waitsOn(other, news), 0)
}
