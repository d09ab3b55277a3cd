import { addDays, DAY, type LocalDate } from '../kit/time.ts'
import { turnsAt, type PlannedOffice } from './coverage.ts'
import { canStand } from './places.ts'
import { attended, inOrder, PATTERN_WEEK, shared, type Leave, type Person, type Shift } from './roster.ts'

/** Why a shift of another week is not taken over. */
export type LeftOut = 'closed' | 'leave' | 'gone'

/** A week made of another one, and what of it could not be. */
export interface Filled {
  readonly shifts: readonly Shift[]
  readonly left: readonly { readonly shift: Shift; readonly why: LeftOut }[]
}

/**
 * A week's plan from that of another week, weekday by weekday: within the doors of the new dates, so that nothing is planned
 * on a holiday; without whoever is away all that time, who can stand there no longer, and counters that are no more.
 */
export function filled(
  from: { readonly week: LocalDate; readonly shifts: readonly Shift[] },
  into: {
    readonly week: LocalDate
    readonly office: PlannedOffice
    readonly leaves: readonly Leave[]
    readonly people: readonly Person[]
    /** Nothing is planned before this date. */
    readonly today: LocalDate
  },
): Filled {
  const days = Math.round((Date.parse(into.week) - Date.parse(from.week)) / DAY)
  const people = new Map(into.people.map(p => [p.id, p]))
  const shifts: Shift[] = []
  const left: { shift: Shift; why: LeftOut }[] = []
  for (const old of from.shifts) {
    const date = addDays(old.date, days)
    if (into.week !== PATTERN_WEEK && date < into.today) continue
    const moved = { ...old, date, insteadOf: null }
    const here = withinDoors(moved, into.office)
    if (!canStand(into.office, people.get(old.staffId), old.counterId)) left.push({ shift: moved, why: 'gone' })
    else if (!here) left.push({ shift: moved, why: 'closed' })
    else if (attended(here, into.leaves, true).length === 0) left.push({ shift: moved, why: 'leave' })
    else shifts.push(here)
  }
  return { shifts: shifts.sort(inOrder), left }
}

/** A shift cut at the doors of its date; `undefined` where nothing is left of it. */
export function withinDoors(shift: Shift, office: PlannedOffice): Shift | undefined {
  const open = turnsAt(office, shift.date, shift.counterId)
  if (open.length === 0) return undefined
  const cut = shared(shift, { from: open[0]!.from, to: open.at(-1)!.to })
  if (!cut) return undefined
  const rest = shift.rest && shared(shift.rest, cut)
  return { ...shift, ...cut, rest: rest ?? null }
}
