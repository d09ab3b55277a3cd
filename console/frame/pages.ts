import type { Scope } from '../../shared/office/scope.ts'
import type { Page } from './page.ts'
import { OPENED, OWN, PAGES } from './page-table.ts'

/** The pages that somebody with these rights finds in the navigation; `preparing`: the office is not open yet. */
export function pagesFor(permissions: readonly string[], preparing = false, agency: Scope = null): readonly Page[] {
  const may = (page: Page) =>
    page.permission !== undefined && permissions.includes(page.permission) && (agency === null || !page.hall)
  return PAGES.filter(page => may(page) && (preparing || !page.preparing))
}

/** The pages of the administration, for whoever sets the office up; everybody else finds what they may see in the bar. */
export function railOf(allowed: readonly Page[]): readonly Page[] {
  return allowed.some(page => page.id === 'pengaturan') ? allowed.filter(page => page.rail) : []
}

/** Under which page another is found, by somebody who may see these; undefined for one that stands for itself. */
export function headOf({ under, elseUnder }: Page, allowed: readonly Page[]): Page | undefined {
  return allowed.find(({ id }) => id === under) ?? allowed.find(({ id }) => id === elseUnder)
}

/** The pages in the bar: those of the rail are one there, and so are those of a group. */
export function barOf(allowed: readonly Page[]): readonly Page[] {
  const [, ...others] = railOf(allowed)
  return allowed.filter(page => !others.includes(page) && !headOf(page, allowed))
}

/** The pages that stand beside one in its group, itself and the head among them; none where it stands alone. */
export function groupOf(page: Page | undefined, allowed: readonly Page[]): readonly Page[] {
  if (!page) return []
  const head = headOf(page, allowed) ?? page
  const members = allowed.filter(other => other === head || headOf(other, allowed) === head)
  return members.length > 1 ? members : []
}

/** The page of an address; where it names none that is allowed, the one on which these roles begin, or the first. */
export function pageAt(hash: string, allowed: readonly Page[], roles: readonly string[] = []): Page | undefined {
  if (hash === `#/${OWN.id}`) return OWN
  const opened = allowed.some(page => page.id === 'pengaturan') && !allowed.some(page => page.preparing)
  if (opened && hash === `#/${OPENED.id}`) return OPENED
  const start = allowed.find(page => page.startsFor && roles.includes(page.startsFor))
  const named = allowed.filter(page => `${hash}/`.startsWith(`#/${page.id}/`))
  const nearest = named.reduce<Page | undefined>((a, b) => (a && a.id.length > b.id.length ? a : b), undefined)
  return nearest ?? start ?? allowed[0]
}

/** What an address names on its page: `ktp-el` of `#/pengaturan/layanan/ktp-el`; empty where it names nothing. */
export function pathOn(page: Page, hash: string): string {
  const at = `#/${page.id}/`
  if (!hash.startsWith(at)) return ''
  try {
    return decodeURIComponent(hash.slice(at.length))
  } catch {
    return ''
  }
}
