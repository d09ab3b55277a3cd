import { html, nothing } from 'lit'
import { explainedOnceText as text } from '../../shared/text/explained-once.ts'
import { t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import type { StaffView } from '../parts/page.ts'

const keyOf = (staffId: string) => `tanggap.explained.${staffId}`

/** Whether the explanation was read, or put aside, by this person in this browser; one that refuses storage asks nobody. */
export function wasExplained(staffId: string): boolean {
  try {
    return localStorage.getItem(keyOf(staffId)) !== null
  } catch {
    return true
  }
}

/** Remembers it for this person in this browser. */
export function noteExplained(staffId: string): void {
  try {
    localStorage.setItem(keyOf(staffId), '1')
  } catch {
    return
  }
}

/** Whether whoever has just signed in, and asked for no page, reads the explanation first: once in this browser. */
export function readsFirst({ id, permissions }: Pick<StaffView, 'id' | 'permissions'>, hash: string): boolean {
  return (hash === '' || hash === '#' || hash === '#/') && permissions.includes('team.lead') && !wasExplained(id)
}

/** Where a visitor stands before whoever reads, or it is read already. */
const NOT_ON: readonly (string | undefined)[] = ['loket', 'meja', 'penjelasan', undefined]

/** Leads to the explanation over the first page on which nobody is being served, until it was read or put aside. */
export function explainedOnce({ id, permissions }: StaffView, page: string | undefined, done: () => void) {
  if (NOT_ON.includes(page) || !permissions.includes('team.lead') || wasExplained(id)) return nothing
  const aside = () => {
    noteExplained(id)
    done()
  }
  return html`<ui-banner class="closed" tone="info"
    ><b>${t(text.title)}</b> ${t(text.why)}
    <a href="#/penjelasan">${t(text.read)}</a>
    <ui-button size="s" data-explained @click=${aside}>${t(text.later)}</ui-button></ui-banner
  >`
}
