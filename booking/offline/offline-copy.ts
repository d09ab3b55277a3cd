/** What the service worker may keep: the page of a ticket, or a file that such a page is drawn with. Never anything else. */
export function keptAs(address: string, origin: string): 'page' | 'asset' | undefined {
  const url = new URL(address)
  if (url.origin !== origin) return undefined
  // A page that asks before it acts is of the moment.
  if (/^\/t\/[\w.-]+$/.test(url.pathname))
    return ['batal', 'lupa'].some(ask => url.searchParams.has(ask)) ? undefined : 'page'
  return /^\/(assets\/[\w.-]+|mark\.svg)$/.test(url.pathname) ? 'asset' : undefined
}

/** A page as it came from the server, and when. */
export interface CamePage {
  readonly html: string
  readonly at: number
}

/** Whether nothing can happen any more to the ticket of this page, so that no copy of it is needed. */
export function isOver(html: string): boolean {
  return /<body class="(done|cancelled|over|lost)"/.test(html)
}

/** The page as a copy: its root element tells since when. */
export function markedCopy(html: string, keptAt: number): string {
  return html.replace(/<html\b/, `<html data-copy="${keptAt}"`)
}

/** How old a page is by its mark as a copy, in milliseconds; `undefined` for one that came from the server. */
export function copyAge(mark: string | undefined, now: number): number | undefined {
  return mark === undefined ? undefined : Math.max(0, now - Number(mark))
}
