import type { OwnTicket } from '../shared/ticket/own-ticket.ts'

/** A page that does not come is asked for again with the next reading. */
const TIMEOUT_MS = 12_000
const HOLDS = /^(DIV|SECTION|OL)$/

/**
 * Keeps the steps of a visit as they are read. The server alone draws them: where they differ, its page at this address is fetched
 * and its card taken over. Throws when no page came; the card then stays as it is.
 */
export function visitCard(
  page: ParentNode,
  first: Pick<OwnTicket, 'visit'>,
  url: string,
): (own: Pick<OwnTicket, 'visit'>) => Promise<void> {
  const place = '[data-part="visit"]'
  let drawn = JSON.stringify(first.visit)
  return async ({ visit }) => {
    const wanted = JSON.stringify(visit)
    if (wanted === drawn) return
    const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector(place)
    if (!fresh) throw new Error('no ticket')
    takeOver(page.querySelector(place)!, fresh)
    drawn = wanted
  }
}

/** Only the lines that differ are put in anew, so that a screen reader says those and no others. */
function takeOver(old: Element, fresh: Element): void {
  if (old.isEqualNode(fresh)) return
  if (old.tagName !== fresh.tagName || !HOLDS.test(fresh.tagName)) return old.replaceWith(fresh)
  const lines = [...old.children]
  const wanted = [...fresh.children]
  wanted.forEach((line, i) => (lines[i] ? takeOver(lines[i], line) : old.append(line)))
  for (const line of lines.slice(wanted.length)) line.remove()
}
