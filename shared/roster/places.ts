import type { LocalDate } from '../kit/time.ts'
import { permissionsOf, type OwnRole } from '../office/permissions.ts'
import { isPlaceOf, type Person, type Shift } from './roster.ts'

/** What of somebody decides where they can stand. */
export type Fit = Pick<Person, 'active' | 'counter' | 'front' | 'agency'>

/** Where roles let somebody stand: at a counter, at the front desk. */
export function placesOf(roles: readonly string[], own: readonly OwnRole[] = []): Pick<Person, 'counter' | 'front'> {
  const may = permissionsOf(roles, own)
  return { counter: may.has('queue.call'), front: may.has('booking.help') }
}

/**
 * Whether somebody can stand at a place as they and the office are now: not switched off, with the right for a counter, and the
 * counter of their agency. At the front desk stands whoever works with people at all.
 */
export function canStand(
  office: Parameters<typeof isPlaceOf>[0],
  who: Fit | undefined,
  counterId: string | null,
): boolean {
  if (!who?.active || !isPlaceOf(office, who.agency, counterId)) return false
  return who.counter || (counterId === null && who.front)
}

/** The shifts whose people can have them; the others are as if nobody stood there. */
export function held(
  shifts: readonly Shift[],
  office: Parameters<typeof isPlaceOf>[0],
  people: readonly (Fit & Pick<Person, 'id'>)[],
): readonly Shift[] {
  const known = new Map(people.map(p => [p.id, p]))
  return shifts.filter(s => canStand(office, known.get(s.staffId), s.counterId))
}

/** How many shifts somebody has at a place, and on which date the first. */
export interface PlannedAt {
  readonly counterId: string | null
  readonly count: number
  readonly first: LocalDate
}

/** The shifts of one person by place. */
export function plannedOf(shifts: readonly Shift[]): readonly PlannedAt[] {
  const by = new Map<string | null, PlannedAt>()
  for (const { counterId, date } of shifts) {
    const { count = 0, first = date } = by.get(counterId) ?? {}
    by.set(counterId, { counterId, count: count + 1, first: date < first ? date : first })
  }
  return [...by.values()]
}

/** How many of somebody's shifts become empty once they are as `after`, and the date of the first. */
export function emptiedBy(
  office: Parameters<typeof isPlaceOf>[0],
  planned: readonly PlannedAt[],
  after: Fit,
): { readonly count: number; readonly first: LocalDate } {
  const lost = planned.filter(p => !canStand(office, after, p.counterId))
  return { count: lost.reduce((n, p) => n + p.count, 0), first: lost.map(p => p.first).sort()[0] ?? '' }
}
