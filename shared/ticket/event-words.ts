import type { LocalDate } from '../kit/time.ts'
import type { Lang } from '../kit/words.ts'
import type { Agency } from '../office/agencies.ts'
import { daysOf, eventOn } from '../office/agency-days.ts'
import type { LifeEvent, PartOf } from '../office/life-events.ts'
import type { ServiceInfo } from '../office/office.ts'
import { lifeEventText as words } from '../text/life-events.ts'
import { say } from '../text/text.ts'
import { weekdayText } from '../text/ui.ts'

type Named = Pick<ServiceInfo, 'id' | 'open' | 'retired' | 'agency' | 'name'>
interface Agencies {
  readonly agencies: readonly Agency[]
}

/** On which days a service is there whose agency is away on others; nothing of one that has no days of its own. */
export function onDays(office: Agencies, service: Pick<ServiceInfo, 'agency' | 'name'>, lang: Lang): string {
  const days = (daysOf(office, service) ?? []).map(day => weekdayText(day, lang)).join(', ')
  return days === '' ? '' : say(words.days, lang, { service: say(service.name, lang), days })
}

/** The days of those parts of an event that are not there today. */
export function awayText(office: Agencies, away: readonly PartOf<Named>[], lang: Lang): string {
  return away
    .map(p => onDays(office, p.service, lang))
    .filter(Boolean)
    .join('. ')
}

/** An event with its services of a date, and on which days the others are there; without a date, all of them. */
export function eventText<S extends Named>(
  office: Agencies & { readonly services: readonly S[] },
  event: LifeEvent,
  { date, without, lang }: { date: LocalDate | undefined; without?: readonly string[] | undefined; lang: Lang },
): string {
  const { there, away } = eventOn(office, event, date, without)
  const services = there.map(p => say(p.service.name, lang)).join(', ')
  return [say(words.wish, lang, { event: say(event.name, lang), services }), awayText(office, away, lang)]
    .filter(Boolean)
    .join('. ')
}
