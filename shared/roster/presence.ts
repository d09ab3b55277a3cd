import { foundIn } from '../kit/found-in.ts'
import { atClock, MINUTE, type Instant, type LocalDate } from '../kit/time.ts'
import type { Counter } from '../queue/day.ts'
import { turnsAt, type PlannedOffice } from './coverage.ts'
import { plannedAt } from './planned.ts'
import { clockAt, type Roster, type Shift } from './roster.ts'

/**
 * Whether somebody is where the plan says: there, resting in turn, at another counter, not due yet, or not seen yet. At the
 * front desk nobody signs on, so nothing is known.
 */
export interface Presence {
  readonly shift: Shift
  readonly state: 'there' | 'resting' | 'elsewhere' | 'due' | 'unseen' | 'unknown'
  /** The counter at which somebody sits instead. */
  readonly at?: string
  /** Since when somebody should be there and is not. */
  readonly since?: Instant
}

type Seat = Pick<Counter, 'id' | 'state' | 'since' | 'officerId'>

/** Plan and hall side by side at a moment: who should be where, and is. */
export function presenceAt(
  roster: Roster,
  office: PlannedOffice,
  date: LocalDate,
  counters: Readonly<Record<string, Seat>>,
  now: Instant,
): readonly Presence[] {
  const seats = Object.values(counters).filter(c => c.state !== 'closed')
  return plannedAt(roster, date, clockAt(now, office.zone)).flatMap(({ shift, resting }): readonly Presence[] => {
    const seat = seats.find(c => c.officerId === shift.staffId)
    const isHere = seat?.id === shift.counterId
    return isHere || isNeeded(office, shift, now) ? [presenceOf(shift, resting, seat)] : []
  })

  function presenceOf(shift: Shift, resting: boolean, seat: Seat | undefined): Presence {
    const { counterId } = shift
    if (seat && seat.id === counterId) return { shift, state: 'there' }
    if (seat) return { shift, state: 'elsewhere', at: seat.id }
    if (resting) return { shift, state: 'resting' }
    if (counterId === null) return { shift, state: 'unknown' }
    const since = dueAt(roster, office, shift, wasClosed(counters, counterId), now)
    const patient = now - since < office.rules.absentAfterMinutes * MINUTE
    return { shift, state: patient ? 'due' : 'unseen', since }
  }
}

/** Whether the doors, or the agency of the counter, ask for anybody there now: not on a day that was closed since, nor after they shut. */
function isNeeded(office: PlannedOffice, { date, counterId }: Shift, now: Instant): boolean {
  const last = turnsAt(office, date, counterId).at(-1)
  return last !== undefined && clockAt(now, office.zone) < last.to
}

/**
 * When somebody closed a counter. Those that nobody has opened yet are closed since the instant at which the day was first
 * planned, all the same one: that excuses nobody.
 */
function wasClosed(counters: Readonly<Record<string, Seat>>, id: string): Instant | undefined {
  const seat = foundIn(counters, id)
  if (seat?.state !== 'closed') return undefined
  const alike = Object.values(counters).some(c => c.id !== id && c.state === 'closed' && c.since === seat.since)
  return alike ? undefined : seat.since
}

/** From when somebody was last expected: the beginning, the end of the break or of leave, or when the counter closed. */
function dueAt(
  roster: Roster,
  { zone }: PlannedOffice,
  shift: Shift,
  closedAt: Instant | undefined,
  now: Instant,
): Instant {
  const { date, staffId } = shift
  const ends = [
    shift.rest?.to,
    ...roster.leaves.filter(l => l.staffId === staffId && l.from <= date && date <= l.to).map(l => l.part?.to),
  ]
  const times = [shift.from, ...ends.flatMap(end => end ?? [])].map(clock => atClock(date, clock, zone))
  if (closedAt !== undefined) times.push(closedAt)
  return Math.max(...times.filter(at => at <= now))
}

/** Counters at which somebody should sit now and nobody does, with the shift; a rest in turn empties none. */
export function emptyCounters(
  presences: readonly Presence[],
  counters: Readonly<Record<string, Seat>>,
): readonly Presence[] {
  return presences.filter(
    ({ state, shift }) =>
      (state === 'unseen' || state === 'elsewhere') &&
      shift.counterId !== null &&
      (foundIn(counters, shift.counterId)?.state ?? 'closed') === 'closed',
  )
}
