import { html, nothing } from 'lit'
import type { ApplicationView } from '../../shared/contracts/application-routes.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { ticketsOf, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import { applicationText as words } from '../../shared/text/application.ts'
import { t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-button.ts'

const MOST_SHOWN = 5

/** Finished visits of a day whose number holds what was typed, whose service yields a document, and that have no file. */
export function visitsWithout(
  day: QueueDay,
  office: OfficeInfo,
  files: readonly ApplicationView[],
  typed: string,
): readonly Ticket[] {
  const known = new Set(files.map(a => `${a.number} ${a.serviceId}`))
  const yields = new Set(office.services.filter(s => s.document).map(s => s.id))
  return [...ticketsOf(day)].filter(
    ({ id, state, number, serviceId }) =>
      id !== undefined &&
      state === 'done' &&
      yields.has(serviceId) &&
      number.includes(typed.toUpperCase()) &&
      !known.has(`${number} ${serviceId}`),
  )
}

/** The way to open the files that are missing. */
export function missingPart(
  found: readonly Ticket[],
  { busy, open }: { readonly busy: string | undefined; readonly open: (id: string, number: string) => void },
) {
  if (found.length === 0) return nothing
  return html`<p class="note missing">
    ${t(words.missing)}
    ${found
      .slice(0, MOST_SHOWN)
      .map(
        ({ id, number }) =>
          html`<ui-button size="s" ?busy=${busy === id} @click=${() => open(id!, number)}
            >${t(words['missing.open'], { number })}</ui-button
          >`,
      )}
  </p>`
}
