import type { ClockTime, LocalDate } from '../kit/time.ts'
import { awayOn, type Roster, type Shift } from './roster.ts'

/** A shift at a moment: its person should be there, or rests in turn. */
export interface Planned {
  readonly shift: Shift
  readonly resting: boolean
}

/** Who should be where on a date at a time of the clock; whoever is away then is not. */
export function plannedAt(roster: Roster, date: LocalDate, at: ClockTime): readonly Planned[] {
  const within = (turn: { from: ClockTime; to: ClockTime }) => turn.from <= at && at < turn.to
  return roster.shifts
    .filter(s => s.date === date && within(s) && !awayOn(roster.leaves, s.staffId, date).some(within))
    .map(shift => ({ shift, resting: shift.rest !== null && within(shift.rest) }))
}
