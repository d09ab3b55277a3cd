import type { LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { filled, type LeftOut } from '../../shared/roster/fill.ts'
import { restMinutes, suggestedRests } from '../../shared/roster/rests.ts'
import { held } from '../../shared/roster/places.ts'
import { inOrder, type Leave, type Person, type Roster, type Shift } from '../../shared/roster/roster.ts'
import { leftOutText, rosterText } from '../../shared/text/roster.ts'
import { t } from '../../shared/web/lang.ts'
import { nameOf } from './roster-says.ts'

/** What is filled. */
export interface Fill {
  readonly week: LocalDate
  readonly office: OfficeInfo
  readonly leaves: readonly Leave[]
  readonly people: readonly Person[]
  readonly today: LocalDate
}

/** Shifts, and what is to be said of them. */
interface Said {
  readonly shifts: readonly Shift[]
  readonly said: string
}

/** A week made of another one, in words: how many, and what was left out for which reasons. */
export function fillFrom(from: { readonly week: LocalDate; readonly shifts: readonly Shift[] }, into: Fill): Said {
  const { shifts, left } = filled(from, into)
  if (shifts.length === 0 && left.length === 0) return { shifts, said: t(rosterText['filled.none']) }
  const reasons = [...new Set(left.map(l => l.why))].map((why: LeftOut) => t(leftOutText[why])).join(', ')
  const out = left.length > 0 ? ` ${t(rosterText['filled.left'], { n: left.length, why: reasons })}` : ''
  return { shifts, said: t(rosterText['filled.said'], { n: shifts.length }) + out }
}

/** Breaks in turn for these dates, in words: how many, and who has none. */
export function restsFor(
  roster: Roster,
  office: OfficeInfo,
  dates: readonly LocalDate[],
  people: readonly Person[],
): Said {
  // Whoever can stand there no longer is left as they are, and leaves nothing covered.
  let shifts = held(roster.shifts, office, people)
  const others = roster.shifts.filter(s => !shifts.includes(s))
  const left = new Set<string>()
  for (const date of dates) {
    const rests = suggestedRests({ ...roster, shifts }, office, date, restMinutes(office, date))
    shifts = rests.shifts
    for (const shift of rests.left) left.add(nameOf(people, shift.staffId))
  }
  const resting = (of: readonly Shift[]) => of.filter(s => s.rest !== null).length
  shifts = [...shifts, ...others].sort(inOrder)
  const n = resting(shifts) - resting(roster.shifts)
  const out = left.size > 0 ? ` ${t(rosterText['rests.left'], { who: [...left].join(', ') })}` : ''
  return { shifts, said: t(rosterText['rests.said'], { n }) + out }
}
