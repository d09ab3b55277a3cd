import type { Lang } from '../../../shared/kit/words.ts'
import { papersOfEvent, servicesOfEvent } from '../../../shared/office/life-events.ts'
import type { OfficeInfo, ServiceInfo } from '../../../shared/office/office.ts'
import type { QueueDay, Ticket } from '../../../shared/queue/day.ts'
import { lifeEventText } from '../../../shared/text/life-events.ts'
import { say } from '../../../shared/text/text.ts'
import { papersCount, serviceWithCase } from '../../../shared/ticket/papers-words.ts'
import { stepsToCome } from '../../../shared/ticket/visits/visit-ahead.ts'

/** What a message calls the present step of a visit: its service, and of a visit of several which step of how many it is, as its page does. */
export function stepName(office: OfficeInfo, service: ServiceInfo, day: QueueDay, ticket: Ticket, lang: Lang): string {
  const name = say(service.name, lang)
  const been = ticket.been?.length ?? 0
  const of = been + stepsToCome(office, day, ticket).length
  return of < 2 ? name : say(lifeEventText.step, lang, { service: name, n: been + 1, of })
}

/** What people prepare for: the service in its case with its papers, or an event of life with the papers of all of it. */
export function preparing(
  office: OfficeInfo,
  service: ServiceInfo,
  ticket: Pick<Ticket, 'case' | 'lifeEvent' | 'later'>,
  lang: Lang,
): { readonly service: string; readonly papers: string } {
  const event = office.lifeEvents.find(e => e.id === ticket.lifeEvent)
  if (!event)
    return {
      service: serviceWithCase(service, ticket.case, lang),
      papers: papersCount(service, ticket.case, lang),
    }
  const wanted = [service.id, ...(ticket.later ?? []).map(p => p.serviceId)]
  const parts = servicesOfEvent(event, office.services).filter(p => wanted.includes(p.service.id))
  const n = papersOfEvent(parts).bring.length
  const key = n === 0 ? 'bring.none' : n === 1 ? 'bring.one' : 'bring'
  return { service: say(event.name, lang), papers: say(lifeEventText[key], lang, { n }) }
}
