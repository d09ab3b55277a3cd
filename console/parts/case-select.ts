import { html, nothing } from 'lit'
import { officeDate, type Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { papersText } from '../../shared/text/papers.ts'
import { eventText } from '../../shared/ticket/event-words.ts'
import { papersCount } from '../../shared/ticket/papers-words.ts'
import { lang, t } from '../../shared/web/lang.ts'

/** What somebody comes for, with the count of its papers; nothing where a service has no cases. */
export function caseSelect(office: OfficeInfo, serviceId: string, value: string, set: (id: string) => void) {
  const service = office.services.find(s => s.id === serviceId)
  if (!service || service.cases.length === 0) return nothing
  return html`<label class="field case"
    ><span>${t(papersText.for)}</span
    ><select @change=${(e: Event) => set((e.target as HTMLSelectElement).value)}>
      <option value="" .selected=${value === ''}>${t(papersText['for.unsure'])}</option>
      ${service.cases.map(
        c =>
          html`<option value=${c.id} .selected=${c.id === value}>
            ${t(c.label)} · ${papersCount(service, c.id, lang())}
          </option>`,
      )}
    </select></label
  >`
}

/** What belongs to an event of life on the day of an instant, in place of a case; of no event yet, nothing. */
export function eventNote(office: OfficeInfo, id: string, at: Instant | undefined) {
  const date = at === undefined ? undefined : officeDate(at, office.zone)
  const event = office.lifeEvents.find(e => e.id === id)
  return event ? html`<p class="case" role="status">${eventText(office, event, { date, lang: lang() })}</p>` : nothing
}

/** The case as a request carries it. */
export function caseField(id: string): { readonly case?: string } {
  return id === '' ? {} : { case: id }
}
