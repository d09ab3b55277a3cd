import type { LocalDate } from '../kit/time.ts'
import { publishedHours } from '../office/hours.ts'
import type { OfficeInfo } from '../office/office.ts'
import { attended, without, type Roster, type Turn } from './roster.ts'

/** The part of an office on which a plan is measured. */
export type PlannedOffice = Pick<
  OfficeInfo,
  'zone' | 'hours' | 'holidays' | 'specialHours' | 'services' | 'counters' | 'rules'
>

/** When people are served on a date: the doors without their breaks; nothing on a closed day. */
export function openTurns(office: PlannedOffice, date: LocalDate): readonly Turn[] {
  const hours = publishedHours(office, date)
  return hours ? without({ from: hours.open, to: hours.close }, hours.breaks) : []
}

/** The services of a counter; the front desk serves none. */
export function servicesAt(office: PlannedOffice, counterId: string | null): readonly string[] {
  return office.counters.find(c => c.id === counterId)?.services ?? []
}

/** The open services that some counter of the office could serve. */
export function servicesToCover(office: PlannedOffice): readonly string[] {
  const served = new Set(office.counters.flatMap(c => c.services))
  return office.services.filter(s => s.open && !s.retired && served.has(s.id)).map(s => s.id)
}

/** When nobody is there for a service, or at a counter, while the doors are open. `withRest` overlooks breaks in turn. */
export function gaps(
  office: PlannedOffice,
  roster: Roster,
  date: LocalDate,
  of: { readonly service: string } | { readonly counter: string },
  withRest = false,
): readonly Turn[] {
  const there = roster.shifts
    .filter(s => s.date === date)
    .filter(s => ('counter' in of ? s.counterId === of.counter : servicesAt(office, s.counterId).includes(of.service)))
    .flatMap(s => attended(s, roster.leaves, withRest))
  return openTurns(office, date).flatMap(turn => without(turn, there))
}
