import { html } from 'lit'
import { live } from 'lit/directives/live.js'
import { MINUTE, officeDate, type Instant } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { adminText } from '../../../shared/text/admin.ts'
import { dateText, timeText } from '../../../shared/text/ui.ts'
import { lang, t } from '../../../shared/web/lang.ts'

type Zone = OfficeInfo['zone']

/** The choice of an area of the hall for a display. */
export function areaSelect({ areas }: OfficeInfo, chosen: string, label: string, set: (id: string) => void) {
  // Of an area that is no more, a display shows the whole hall.
  const known = areas.some(a => a.id === chosen) ? chosen : ''
  return html`<select
    aria-label=${label}
    .style=${'font: inherit; min-height: 2.5rem; max-width: 14rem'}
    .value=${live(known)}
    @change=${(e: Event) => set((e.target as HTMLSelectElement).value)}
  >
    <option value="" ?selected=${known === ''}>${t(adminText['devices.area.all'])}</option>
    ${areas.map(a => html`<option value=${a.id} ?selected=${a.id === known}>${t(a.name)}</option>`)}
  </select>`
}

/** When a device was last there. */
export function seenText(at: Instant | null, now: Instant, zone: Zone): string {
  if (at === null) return t(adminText['devices.never'])
  const minutes = Math.floor((now - at) / MINUTE)
  if (minutes < 2) return t(adminText['devices.now'])
  return minutes < 60 ? t(adminText['devices.minutesAgo'], { n: minutes }) : momentText(at, now, zone)
}

/** A moment by its time, on another day with its date. */
export function momentText(at: Instant, now: Instant, zone: Zone): string {
  const time = timeText(at, zone, lang())
  return officeDate(at, zone) === officeDate(now, zone) ? time : `${dateText(at, zone, lang())}, ${time}`
}
