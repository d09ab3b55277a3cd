import { officeDate } from '../../../../shared/kit/time.ts'
import type { Agency } from '../../../../shared/office/agencies.ts'
import { isThere } from '../../../../shared/office/agency-days.ts'
import type { OfficeInfo, ServiceInfo } from '../../../../shared/office/office.ts'
import { pagesText as words } from '../../../../shared/text/booking-pages.ts'
import { say } from '../../../../shared/text/text.ts'
import { weekdayText } from '../../../../shared/text/ui.ts'
import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import { drawnIcon } from '../../../../shared/ticket/ticket-drawings.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import { hrefOf, type Way } from './way.ts'

/** Services that one page of a phone lists; a page of hundreds would be heavy, and nobody reads it. */
export const MOST_ROWS = 24

/** Whether an office is a hall in which people choose an agency first. */
export function isHall({ agencies }: Pick<OfficeInfo, 'agencies'>): boolean {
  return agencies.filter(a => a.active).length > 1
}

/** The agency that an address names; none for one that the hall does not have. */
export function agencyAsked(office: OfficeInfo, code: string): Agency | undefined {
  const wanted = code.trim().toUpperCase()
  return office.agencies.find(a => a.active && a.code === wanted)
}

/** The services of an agency that take people; of `undefined` those of none. */
export function servicesOf(office: OfficeInfo, agency: Agency | undefined): readonly ServiceInfo[] {
  return office.services.filter(s => s.agency === (agency?.id ?? null) && !s.retired)
}

/** Every agency of the hall from A to Z, each a link to its services; one that is not there today says when it is. */
export function agencyRows({ office, now }: Front, way: Way): Markup {
  const { lang } = way
  const date = officeDate(now, office.zone)
  const rows = office.agencies
    .filter(a => a.active)
    .sort((a, b) => say(a.name, lang).localeCompare(say(b.name, lang), lang, { numeric: true }))
    .map(agency => {
      const days = (agency.weekdays ?? []).map(day => weekdayText(day, lang)).join(', ')
      const away = !isThere(agency, date) && days !== ''
      const note = away ? say(words['agency.days'], lang, { days }) : say(agency.detail, lang)
      const href = hrefOf(`/b/${encodeURIComponent(office.id)}`, way, { instansi: agency.code })
      return html`<a class="service${away && ' shut'}" href="${href}"
        ><span><b>${say(agency.name, lang)}</b><small>${note}</small></span
        >${drawnIcon('chevron')}</a
      >`
    })
  return html`<div class="rows" role="group" aria-label="${say(words['agency.all'], lang)}">${rows}</div>`
}
