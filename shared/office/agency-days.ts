import { weekday, type LocalDate } from '../kit/time.ts'
import type { Agency } from './agencies.ts'
import { servicesOfEvent, type LifeEvent, type PartOf } from './life-events.ts'
import type { OfficeInfo, ServiceInfo } from './office.ts'

/** Whether an agency sits in the hall on a date, as far as its own weekdays say. */
export function isThere({ active, weekdays }: Pick<Agency, 'active' | 'weekdays'>, date: LocalDate): boolean {
  return active && (weekdays === null || weekdays.includes(weekday(date)))
}

/** Services of agencies that do not sit in the hall on a date. */
export function absentOn(
  office: Pick<OfficeInfo, 'agencies'> & { readonly services: readonly Pick<ServiceInfo, 'id' | 'agency'>[] },
  date: LocalDate,
): ReadonlySet<string> {
  const away = new Set(office.agencies.filter(agency => !isThere(agency, date)).map(agency => agency.id))
  return new Set(office.services.filter(s => s.agency !== null && away.has(s.agency)).map(s => s.id))
}

/** The services of an office but those whose agency is away on a date. */
export function servicesOn<S extends Pick<ServiceInfo, 'id' | 'agency'>>(
  office: Pick<OfficeInfo, 'agencies'> & { readonly services: readonly S[] },
  date: LocalDate,
): readonly S[] {
  const absent = absentOn(office, date)
  return office.services.filter(s => !absent.has(s.id))
}

/** The parts of an event of life that are there on a date, with the first of which it begins, and those of other days. */
export function eventOn<S extends Pick<ServiceInfo, 'id' | 'agency' | 'open' | 'retired'>>(
  office: Pick<OfficeInfo, 'agencies'> & { readonly services: readonly S[] },
  event: LifeEvent,
  date: LocalDate | undefined,
  without?: readonly string[],
): { readonly there: readonly PartOf<S>[]; readonly away: readonly PartOf<S>[] } {
  const absent = date === undefined ? new Set<string>() : absentOn(office, date)
  const parts = servicesOfEvent(event, office.services, without)
  return { there: parts.filter(p => !absent.has(p.service.id)), away: parts.filter(p => absent.has(p.service.id)) }
}

/** The weekdays on which the agency of a service sits in the hall; `null` where it has none of its own. */
export function daysOf(
  { agencies }: Pick<OfficeInfo, 'agencies'>,
  { agency }: Pick<ServiceInfo, 'agency'>,
): readonly number[] | null {
  return agencies.find(a => a.id === agency)?.weekdays ?? null
}
