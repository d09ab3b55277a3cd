import type { LocalDate } from '../kit/time.ts'
import { gaps, openTurns, servicesToCover, turnsAt, type PlannedOffice } from './coverage.ts'
import { canStand, held } from './places.ts'
import { awayOn, shared, without, type Person, type Roster, type Shift, type Turn } from './roster.ts'

export const FINDING_KINDS = [
  'twice',
  'double',
  'onLeave',
  'outside',
  'shut',
  'gone',
  'noCounter',
  'unfit',
  'unplanned',
  'nobody',
  'lunchGap',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** Something in a plan that will not work: where, when and for whom. */
export interface Finding extends Turn {
  readonly kind: FindingKind
  readonly date: LocalDate
  readonly staffIds: readonly string[]
  /** `null` is the front desk. */
  readonly counterIds: readonly (string | null)[]
  readonly serviceIds: readonly string[]
}

/** What does not fit in the plan of a date, what concerns one person first. A shift that its person cannot have fills no place. */
export function findingsOn(
  roster: Roster,
  office: PlannedOffice,
  date: LocalDate,
  people: readonly Person[],
): readonly Finding[] {
  const shifts = roster.shifts.filter(s => s.date === date)
  const standing = held(shifts, office, people)
  return [
    ...shifts.flatMap(shift => ofShift(shift, roster, office, people)),
    ...pairs(standing),
    ...(shifts.length > 0 ? openDay({ ...roster, shifts: standing }, office, date) : unplanned(office, date)),
  ]
}

function finding(kind: FindingKind, date: LocalDate, turn: Turn, of: Partial<Finding> = {}): Finding {
  return { kind, date, from: turn.from, to: turn.to, staffIds: [], counterIds: [], serviceIds: [], ...of }
}

/** What one shift does not fit with: leave, the doors, a person who left, a counter that is no more. */
function ofShift(shift: Shift, roster: Roster, office: PlannedOffice, people: readonly Person[]): readonly Finding[] {
  const { staffId, date, counterId } = shift
  const of = { staffIds: [staffId], counterIds: [counterId] }
  const person = people.find(p => p.id === staffId)
  const found: Finding[] = []
  if (!person?.active) found.push(finding('gone', date, shift, of))
  if (counterId !== null && !office.counters.some(c => c.id === counterId))
    found.push(finding('noCounter', date, shift, of))
  else if (person?.active && !canStand(office, person, counterId)) found.push(finding('unfit', date, shift, of))
  for (const away of awayOn(roster.leaves, staffId, date)) {
    const both = shared(shift, away)
    if (both) found.push(finding('onLeave', date, both, of))
  }
  const open = turnsAt(office, date, counterId)
  if (open.length === 0) return [...found, finding('shut', date, shift, of)]
  // The breaks of the doors are part of a working day.
  const doors = { from: open[0]!.from, to: open.at(-1)!.to }
  return [...found, ...without(shift, [doors]).map(turn => finding('outside', date, turn, of))]
}

/** One person in two places at once, and two people at one counter. */
function pairs(shifts: readonly Shift[]): readonly Finding[] {
  return shifts.flatMap((a, i) =>
    shifts.slice(i + 1).flatMap(b => {
      const both = shared(a, b)
      if (!both) return []
      if (a.staffId === b.staffId)
        return [finding('twice', a.date, both, { staffIds: [a.staffId], counterIds: [a.counterId, b.counterId] })]
      if (a.counterId !== null && a.counterId === b.counterId)
        return [finding('double', a.date, both, { staffIds: [a.staffId, b.staffId], counterIds: [a.counterId] })]
      return []
    }),
  )
}

/** A day that lacks anybody at all. */
function unplanned(office: PlannedOffice, date: LocalDate): readonly Finding[] {
  const open = openTurns(office, date)
  return open.length === 0 ? [] : [finding('unplanned', date, { from: open[0]!.from, to: open.at(-1)!.to })]
}

/** What a day lacks: a service at some time, or somebody while others rest. */
function openDay(roster: Roster, office: PlannedOffice, date: LocalDate): readonly Finding[] {
  if (openTurns(office, date).length === 0) return []
  const { lunchCover } = office.rules
  const found: Finding[] = []
  const lunch = lunchCover === 'none' ? [] : restGaps(roster, office, date)
  for (const service of servicesToCover(office, date)) {
    const bare = gaps(office, roster, date, { service }, true)
    found.push(...bare.map(turn => finding('nobody', date, turn, { serviceIds: [service] })))
  }
  found.push(...lunch)
  return together(found)
}

/** Where nobody is left because those who are planned rest at the same time. */
function restGaps(roster: Roster, office: PlannedOffice, date: LocalDate): readonly Finding[] {
  const left = (of: { service: string } | { counter: string }) => {
    const bare = gaps(office, roster, date, of, true)
    return gaps(office, roster, date, of).flatMap(turn => without(turn, bare))
  }
  if (office.rules.lunchCover === 'counter')
    return office.counters.flatMap(({ id }) =>
      left({ counter: id }).map(turn => finding('lunchGap', date, turn, { counterIds: [id] })),
    )
  return servicesToCover(office, date).flatMap(service =>
    left({ service }).map(turn => finding('lunchGap', date, turn, { serviceIds: [service] })),
  )
}

/** Services that lack somebody at the same time are said in one sentence. */
function together(found: readonly Finding[]): readonly Finding[] {
  const by = new Map<string, Finding>()
  for (const f of found) {
    const key = `${f.kind} ${f.from} ${f.to} ${f.counterIds.join()}`
    const known = by.get(key)
    by.set(key, known ? { ...known, serviceIds: [...known.serviceIds, ...f.serviceIds] } : f)
  }
  return [...by.values()]
}
