import type { LocalDate } from '../kit/time.ts'
import { servicesAt, type PlannedOffice } from './coverage.ts'
import { canStand } from './places.ts'
import {
  awayOn,
  inOrder,
  minutesOf,
  overlap,
  shared,
  without,
  type Person,
  type Roster,
  type Shift,
  type Turn,
} from './roster.ts'

/** Somebody who is free and knows the work, and whence that is known. */
export interface Substitute {
  readonly staffId: string
  readonly knows: 'served' | 'planned'
  /** Of the services that are asked for. */
  readonly services: readonly string[]
}

/** What is to be filled, and what is known of who serves what. */
export interface Vacancy extends Turn {
  readonly date: LocalDate
  readonly counterId: string | null
  /** Services that each has served lately. */
  readonly served: ReadonlyMap<string, readonly string[]>
  /** Who is at a counter at this moment, and so not free. */
  readonly busy?: ReadonlySet<string>
}

/**
 * Who could stand in: active, neither away nor planned elsewhere at that time, and known to serve what is asked for, by visits
 * or by the plan. First whoever knows most of it, by visits before the plan, then whoever stands least in this plan.
 */
export function substitutesFor(
  roster: Roster,
  office: PlannedOffice,
  people: readonly Person[],
  { date, counterId, from, to, served, busy }: Vacancy,
): readonly Substitute[] {
  const turn = { from, to }
  const asked = servicesAt(office, counterId)
  const isFree = (id: string) =>
    !busy?.has(id) &&
    !awayOn(roster.leaves, id, date).some(away => overlap(away, turn)) &&
    !roster.shifts.some(s => s.staffId === id && s.date === date && overlap(s, turn))
  const load = (id: string) =>
    roster.shifts.filter(s => s.staffId === id).reduce((sum, s) => sum + minutesOf(s.to) - minutesOf(s.from), 0)
  return people
    .filter(p => canStand(office, p, counterId) && (counterId !== null || p.front) && isFree(p.id))
    .flatMap(({ id }): readonly Substitute[] => {
      if (counterId === null) return [{ staffId: id, knows: 'served', services: [] }]
      const bySight = asked.filter(s => served.get(id)?.includes(s))
      if (bySight.length > 0) return [{ staffId: id, knows: 'served', services: bySight }]
      const here = roster.shifts.filter(s => s.staffId === id).flatMap(s => servicesAt(office, s.counterId))
      const byPlan = asked.filter(s => here.includes(s))
      return byPlan.length > 0 ? [{ staffId: id, knows: 'planned', services: byPlan }] : []
    })
    .sort(
      (a, b) =>
        b.services.length - a.services.length ||
        (a.knows === b.knows ? 0 : a.knows === 'served' ? -1 : 1) ||
        load(a.staffId) - load(b.staffId) ||
        (a.staffId < b.staffId ? -1 : 1),
    )
}

/** The plan with a substitute for a part of a shift; the person keeps the rest of it. A break goes with whoever stands then. */
export function standIn(shifts: readonly Shift[], shift: Shift, part: Turn, staffId: string): readonly Shift[] {
  const taken = shared(shift, part)
  if (!taken) return shifts
  const restIn = (turn: Turn) => (shift.rest && shared(shift.rest, turn)) ?? null
  const kept = without(shift, [taken]).map(turn => ({ ...shift, ...turn, rest: restIn(turn) }))
  const substitute = { ...shift, ...taken, staffId, rest: restIn(taken), insteadOf: shift.staffId }
  const key = JSON.stringify(shift)
  return [...shifts.filter(s => JSON.stringify(s) !== key), ...kept, substitute].sort(inOrder)
}
