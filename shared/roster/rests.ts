import { weekday, type ClockTime, type LocalDate } from '../kit/time.ts'
import { specialHoursOn } from '../office/hours.ts'
import { gaps, openTurns, servicesAt, servicesToCover, type PlannedOffice } from './coverage.ts'
import { clockOf, inOrder, minutesOf, overlap, type Roster, type Shift, type Turn } from './roster.ts'

/** Whoever stands so long has a break in turn. */
const LONG_SHIFT_MINUTES = 300
/** Minutes of the break of public servants, longer on Friday and shorter in the fasting month (Perpres 21/2023). */
const REST_MINUTES = 60
const FRIDAY_REST_MINUTES = 90
const FASTING_LESS_MINUTES = 30
const FRIDAY = 5
const NOON = 12 * 60
/** Breaks begin within this time, at each quarter of an hour, the nearest to noon first. */
const EARLIEST = 11 * 60
const LATEST_END = 14 * 60
const STEP = 15

/** How long a break in turn is on a date. */
export function restMinutes(office: PlannedOffice, date: LocalDate): number {
  const usual = weekday(date) === FRIDAY ? FRIDAY_REST_MINUTES : REST_MINUTES
  return isFasting(office, date) ? usual - FASTING_LESS_MINUTES : usual
}

const HIJRI_MONTH = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', { month: 'numeric', timeZone: 'UTC' })
const RAMADAN = '9'

/**
 * Whether `date` has hours of the fasting month: special ones whose middle lies in Ramadan. Its first and last day come by decree
 * and may be a day off the calendar, its middle is not.
 */
function isFasting(office: PlannedOffice, date: LocalDate): boolean {
  const special = specialHoursOn(office, date)
  if (!special) return false
  return HIJRI_MONTH.format((Date.parse(special.from) + Date.parse(special.to)) / 2) === RAMADAN
}

/** Breaks in turn for a date, and for whom there is none. */
export interface Rests {
  readonly shifts: readonly Shift[]
  readonly left: readonly Shift[]
}

/**
 * Breaks in turn for whoever stands long and has none yet. The rule: counters whose services have the fewest others go
 * first; each takes the start nearest to noon, earlier before later, at which somebody else is there for every service of the
 * counter, or at the counter where the office wants that. Whoever finds none is named and keeps none. Where the doors
 * themselves have a break, everybody rests then.
 */
export function suggestedRests(roster: Roster, office: PlannedOffice, date: LocalDate, minutes: number): Rests {
  if (openTurns(office, date).length !== 1) return { shifts: roster.shifts, left: [] }
  const ofDay = roster.shifts.filter(s => s.date === date)
  const others = (shift: Shift) =>
    ofDay.filter(
      o => o.staffId !== shift.staffId && servicesAt(office, o.counterId).some(id => served(shift).includes(id)),
    ).length
  const served = (shift: Shift) => servicesAt(office, shift.counterId)
  const turn = [...ofDay]
    .filter(s => s.rest === null && minutesOf(s.to) - minutesOf(s.from) >= LONG_SHIFT_MINUTES)
    .sort((a, b) => others(a) - others(b) || inOrder(a, b))
  let shifts = roster.shifts
  const left: Shift[] = []
  for (const shift of turn) {
    const start = starts(shift, minutes).find(rest => {
      const tried = { ...roster, shifts: replaced(shifts, shift, { ...shift, rest }) }
      return isCovered(tried, { ...roster, shifts }, office, shift, rest)
    })
    if (start) shifts = replaced(shifts, shift, { ...shift, rest: start })
    else left.push(shift)
  }
  return { shifts, left }
}

function replaced(shifts: readonly Shift[], old: Shift, by: Shift): readonly Shift[] {
  return shifts.map(s => (s === old ? by : s))
}

/** The breaks that a shift could have, best first. */
function starts(shift: Turn, minutes: number): readonly Turn[] {
  const all: number[] = []
  for (let at = EARLIEST; at + minutes <= LATEST_END; at += STEP) all.push(at)
  return all
    .sort((a, b) => Math.abs(a - NOON) - Math.abs(b - NOON) || a - b)
    .map(at => ({ from: clockOf(at), to: clockOf(at + minutes) }))
    .filter(rest => inside(rest, shift))
}

const inside = (a: Turn, b: { from: ClockTime; to: ClockTime }) => a.from > b.from && a.to < b.to

/** Whether a break leaves nothing empty that was not empty without it. */
function isCovered(tried: Roster, before: Roster, office: PlannedOffice, shift: Shift, rest: Turn): boolean {
  const emptied = (of: { service: string } | { counter: string }) => {
    const was = gaps(office, before, shift.date, of)
    return gaps(office, tried, shift.date, of).some(
      gap => overlap(gap, rest) && !was.some(w => w.from <= gap.from && gap.to <= w.to),
    )
  }
  if (office.rules.lunchCover === 'counter' && shift.counterId !== null) return !emptied({ counter: shift.counterId })
  if (office.rules.lunchCover === 'none') return true
  const wanted = servicesToCover(office, shift.date)
  return servicesAt(office, shift.counterId)
    .filter(id => wanted.includes(id))
    .every(service => !emptied({ service }))
}
