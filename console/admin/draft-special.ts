import type { ClockTime, LocalDate } from '../../shared/kit/time.ts'
import type { DayHours, SpecialHours } from '../../shared/office/office.ts'
import {
  dayProblems,
  draftDays,
  hoursOf,
  isDate,
  type DraftDay,
  type Hours,
  type Problem,
  type Problems,
} from './draft-days.ts'

const FRIDAY = 5
const LONGEST_NAME = 60

/** Special hours as they are typed. */
export interface DraftSpecial {
  readonly nameId: string
  readonly nameEn: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly days: readonly DraftDay[]
  /** As they were, for what the form does not show. */
  readonly before: readonly (DayHours | null)[]
}

/** The special hours, ready to be typed over. */
export function draftSpecial(special: readonly SpecialHours[]): readonly DraftSpecial[] {
  return special.map(({ name, from, to, hours }) => ({
    nameId: name[0],
    nameEn: name[1],
    from,
    to,
    days: draftDays(hours),
    before: hours,
  }))
}

/** New special hours: the weekly ones, to be changed. */
export function newSpecial(weekly: readonly (DayHours | null)[]): DraftSpecial {
  return { nameId: '', nameEn: '', from: '', to: '', days: draftDays(weekly), before: [] }
}

/**
 * The fasting month on the weekly hours: from 08.00 with a break of 30 minutes, 60 on Friday (Perpres 21/2023). Its dates come
 * by decree every year and stay open.
 */
export function ramadanSpecial(weekly: readonly (DayHours | null)[]): DraftSpecial {
  const days = draftDays(weekly).map((day, i) => {
    const [breakFrom, breakTo]: [ClockTime, ClockTime] = i === FRIDAY ? ['11:30', '12:30'] : ['12:00', '12:30']
    const rests = breakTo < day.to
    return { ...day, from: '08:00', breakFrom: rests ? breakFrom : '', breakTo: rests ? breakTo : '' }
  })
  return { nameId: 'Ramadan', nameEn: 'Ramadan', from: '', to: '', days, before: [] }
}

/** What is wrong with the special hours, by `special.0.name` and `special.0.day.1`. */
export function specialProblems(all: readonly DraftSpecial[]): Problems {
  const found: Record<string, Problem> = {}
  for (const [i, special] of all.entries()) {
    const names = [special.nameId.trim(), special.nameEn.trim()]
    if (names[0] === '' || names.some(name => name.length > LONGEST_NAME))
      found[`special.${i}.name`] = { word: 'wrong.name' }
    if (!isDate(special.from) || !isDate(special.to) || special.from > special.to) {
      found[`special.${i}.dates`] = { word: 'wrong.dates' }
    }
    for (const [name, problem] of Object.entries(dayProblems(special.days))) found[`special.${i}.${name}`] = problem
  }
  return found
}

/** The special hours as the server takes them, in the order of their dates. Only for a draft without problems. */
export function specialOf(all: readonly DraftSpecial[]) {
  return all
    .map(({ nameId, nameEn, from, to, days, before }) => ({
      name: [nameId.trim(), nameEn.trim()] as [string, string],
      from,
      to,
      hours: days.map((day, i): Hours => hoursOf(day, before[i] ?? null)),
    }))
    .sort((a, b) => a.from.localeCompare(b.from))
}
