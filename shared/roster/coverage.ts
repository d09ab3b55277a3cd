import type { LocalDate } from '../kit/time.ts'
import { absentOn, isThere } from '../office/agency-days.ts'
import { publishedHours } from '../office/hours.ts'
import { takesPeople } from '../office/offered.ts'
import type { HallOffice } from '../office/office.ts'
import { attended, without, type Roster, type Turn } from './roster.ts'

/** The part of an office on which a plan is measured. */
export type PlannedOffice = Pick<
  HallOffice,
  'zone' | 'hours' | 'holidays' | 'specialHours' | 'agencies' | 'services' | 'counters' | 'rules'
>

/** When people are served on a date: the doors without their breaks; nothing on a closed day. */
export function openTurns(office: PlannedOffice, date: LocalDate): readonly Turn[] {
  const hours = publishedHours(office, date)
  return hours ? without({ from: hours.open, to: hours.close }, hours.breaks) : []
}

/** The same of one counter, or of the front desk: nothing on a day on which its agency is away. */
export function turnsAt(office: PlannedOffice, date: LocalDate, counterId: string | null): readonly Turn[] {
  const agency = office.agencies.find(a => a.id === office.counters.find(c => c.id === counterId)?.agency)
  return agency && !isThere(agency, date) ? [] : openTurns(office, date)
}

/** The services of a counter; the front desk serves none. */
export function servicesAt(office: PlannedOffice, counterId: string | null): readonly string[] {
  return office.counters.find(c => c.id === counterId)?.services ?? []
}

/** The services open on a date that some counter of the office could serve. */
export function servicesToCover(office: PlannedOffice, date: LocalDate): readonly string[] {
  const served = new Set(office.counters.flatMap(c => c.services))
  const absent = absentOn(office, date)
  return office.services.filter(s => takesPeople(s) && served.has(s.id) && !absent.has(s.id)).map(s => s.id)
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
  const turns = 'counter' in of ? turnsAt(office, date, of.counter) : openTurns(office, date)
  return turns.flatMap(turn => without(turn, there))
}
