import type { LocalDate } from '../../../../shared/kit/time.ts'
import { servicesOfEvent, type LifeEvent } from '../../../../shared/office/life-events.ts'
import type { OfficeInfo, ServiceInfo } from '../../../../shared/office/office.ts'
import { lifeEventText as words } from '../../../../shared/text/life-events.ts'
import { say } from '../../../../shared/text/text.ts'
import { eventText } from '../../../../shared/ticket/event-words.ts'
import { serviceWithCase } from '../../../../shared/ticket/papers-words.ts'
import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import { drawnIcon } from '../../../../shared/ticket/ticket-drawings.ts'
import { eventPath } from '../event-chips.ts'
import { hrefOf, servicePath, type Way } from './way.ts'

/** An event among what a search found. */
export function eventRow(office: OfficeInfo, event: LifeEvent, way: Way): Markup {
  const { lang } = way
  const n = servicesOfEvent(event, office.services).length
  return html`<a class="service" href="${hrefOf(eventPath(office.id, event.id), way)}"
    ><span
      ><b>${say(event.name, lang)}</b><small>${say(event.detail, lang)}</small
      ><small>${say(words[n === 1 ? 'row.one' : 'row'], lang, { n })}</small></span
    >${drawnIcon('chevron')}</a
  >`
}

/** What a booking is for, in one line: the service with its case, or the event with its services, and which are not there on its date. */
export function wishText(office: OfficeInfo, service: ServiceInfo, way: Way, date?: LocalDate): string {
  const { lang } = way
  const event = office.lifeEvents.find(e => e.id === way.event)
  if (!event) return serviceWithCase(service, way.case, lang)
  return eventText(office, event, { date, without: way.without, lang })
}

/** That what is waited or drawn for is the first service of an event alone. */
export function firstAlone(office: OfficeInfo, service: ServiceInfo, { event: id, lang }: Way): string | undefined {
  const event = office.lifeEvents.find(e => e.id === id)
  return event && say(words.first, lang, { service: say(service.name, lang), event: say(event.name, lang) })
}

/** Whither one goes back from the times: to the papers of the service, or to those of its event. */
export function beforeTimes(office: string, service: string, way: Way): string {
  return way.event === undefined
    ? hrefOf(servicePath(office, service), way)
    : hrefOf(eventPath(office, way.event), { ...way, case: undefined })
}
