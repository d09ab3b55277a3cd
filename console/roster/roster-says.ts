import { weekday, type ClockTime, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Finding } from '../../shared/roster/findings.ts'
import { PATTERN_WEEK, type Person, type Shift } from '../../shared/roster/roster.ts'
import { findingText, rosterText } from '../../shared/text/roster.ts'
import { monthText, weekdayText } from '../../shared/text/ui.ts'
import { lang, t } from '../../shared/web/lang.ts'
import { counterName, serviceOf } from '../parts/names.ts'

/** A time of the plan as the language writes it. */
export function clockSays(clock: ClockTime): string {
  return lang() === 'id' ? clock.replace(':', '.') : clock
}

/** Weekday and date; the usual week has no dates. */
export function daySays(date: LocalDate): string {
  const name = weekdayText(weekday(date), lang())
  return date.slice(0, 4) === PATTERN_WEEK.slice(0, 4)
    ? name
    : `${name} ${Number(date.slice(8))} ${monthText(date, lang())}`
}

/** The counter's name, or the front desk. */
export function placeSays(office: OfficeInfo, counterId: string | null): string {
  return counterId === null ? t(rosterText.front) : counterName(office, counterId)
}

/** From and to as values of a sentence. */
export function turnOf({ from, to }: { readonly from: ClockTime; readonly to: ClockTime }) {
  return { from: clockSays(from), to: clockSays(to) }
}

export function nameOf(people: readonly Person[], id: string): string {
  return people.find(p => p.id === id)?.name ?? id
}

/** A shift in one line. */
export function shiftSays(office: OfficeInfo, shift: Omit<Shift, 'staffId' | 'date'>): string {
  const { from, to } = turnOf(shift)
  const rest = shift.rest ? `, ${t(rosterText['rest.said'], turnOf(shift.rest))}` : ''
  return `${placeSays(office, shift.counterId)} ${from}–${to}${rest}`
}

/** A cell in one line. */
export function cellSays(office: OfficeInfo, cell: readonly Shift[]): string {
  return cell.length === 0 ? t(rosterText['free.said']) : cell.map(s => shiftSays(office, s)).join('; ')
}

/** What does not fit in full: place, problem, remedy. */
export function findingSays(office: OfficeInfo, people: readonly Person[], finding: Finding): string {
  const services = finding.serviceIds.map(id => t(serviceOf(office, id)?.name ?? [id, id]))
  const places = [...new Set(finding.counterIds.map(id => placeSays(office, id)))]
  return t(findingText[finding.kind], {
    day: daySays(finding.date),
    who: finding.staffIds.map(id => nameOf(people, id)).join(', '),
    places: places.join(' + '),
    services: [...services, ...(finding.kind === 'lunchGap' ? places : [])].join(', '),
    ...turnOf(finding),
  })
}
