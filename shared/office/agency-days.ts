import { weekday, type LocalDate } from '../kit/time.ts'
import type { Agency } from './agencies.ts'
import type { OfficeInfo } from './office.ts'

/** Whether an agency sits in the hall on a date, as far as its own weekdays say. */
export function isThere({ active, weekdays }: Pick<Agency, 'active' | 'weekdays'>, date: LocalDate): boolean {
  return active && (weekdays === null || weekdays.includes(weekday(date)))
}

/** Services of agencies that do not sit in the hall on a date. */
export function absentOn(office: Pick<OfficeInfo, 'agencies' | 'services'>, date: LocalDate): ReadonlySet<string> {
  const away = new Set(office.agencies.filter(agency => !isThere(agency, date)).map(agency => agency.id))
  return new Set(office.services.filter(s => s.agency !== null && away.has(s.agency)).map(s => s.id))
}
