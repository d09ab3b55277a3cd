import type { LocalDate } from '../../shared/kit/time.ts'
import { cellOf, sameCell, withCell, type Shift } from '../../shared/roster/roster.ts'

/** Steps that can be taken back. */
const MOST_STEPS = 50

/** One person's day that somebody else saved meanwhile, and that was changed here too. */
export interface Clash {
  readonly staffId: string
  readonly date: LocalDate
}

/** A week as it was read and as it is being changed, with the steps before. */
export interface Draft {
  readonly base: readonly Shift[]
  readonly shifts: readonly Shift[]
  readonly past: readonly (readonly Shift[])[]
  /** To be decided before anything is saved. */
  readonly clashes: readonly Clash[]
}

export function begun(base: readonly Shift[]): Draft {
  return { base, shifts: base, past: [], clashes: [] }
}

/** One step further; what changes nothing is no step. */
export function edited(draft: Draft, shifts: readonly Shift[]): Draft {
  if (cellsThatDiffer(draft.shifts, shifts).length === 0) return draft
  return { ...draft, shifts, past: [...draft.past, draft.shifts].slice(-MOST_STEPS) }
}

/** The last step taken back. */
export function undone(draft: Draft): Draft {
  const before = draft.past.at(-1)
  return before ? { ...draft, shifts: before, past: draft.past.slice(0, -1) } : draft
}

/** Each person and day in which two plans differ. */
export function cellsThatDiffer(a: readonly Shift[], b: readonly Shift[]): readonly Clash[] {
  const cells = new Map([...a, ...b].map(({ staffId, date }) => [`${staffId} ${date}`, { staffId, date }]))
  return [...cells.values()].filter(
    ({ staffId, date }) => !sameCell(cellOf(a, staffId, date), cellOf(b, staffId, date)),
  )
}

/** What is to be saved, with what was seen there. */
export function changesOf({ base, shifts }: Draft) {
  const placed = (of: readonly Shift[], { staffId, date }: Clash) =>
    cellOf(of, staffId, date).map(({ counterId, from, to, rest, insteadOf }) => ({
      counterId,
      from,
      to,
      rest,
      insteadOf,
    }))
  return cellsThatDiffer(base, shifts).map(cell => ({
    ...cell,
    seen: placed(base, cell),
    shifts: placed(shifts, cell),
  }))
}

/** The same changes on what somebody else has saved meanwhile; where both changed the same, it is to be decided. */
export function rebased(draft: Draft, fresh: readonly Shift[]): Draft {
  const theirs = cellsThatDiffer(draft.base, fresh)
  const mine = cellsThatDiffer(draft.base, draft.shifts)
  const shifts = mine.reduce<readonly Shift[]>(
    (made, { staffId, date }) => withCell(made, staffId, date, cellOf(draft.shifts, staffId, date)),
    fresh,
  )
  const both = mine.filter(
    m =>
      theirs.some(o => o.staffId === m.staffId && o.date === m.date) &&
      !sameCell(cellOf(fresh, m.staffId, m.date), cellOf(draft.shifts, m.staffId, m.date)),
  )
  return { base: fresh, shifts, past: [], clashes: both }
}

/** A clash decided: mine stays, or what is saved takes its place. */
export function decided(draft: Draft, { staffId, date }: Clash, side: 'mine' | 'theirs'): Draft {
  const clashes = draft.clashes.filter(c => c.staffId !== staffId || c.date !== date)
  if (side === 'mine') return { ...draft, clashes }
  return { ...edited(draft, withCell(draft.shifts, staffId, date, cellOf(draft.base, staffId, date))), clashes }
}
